import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { Wish } from './define.ts'
import { readOptions } from './read-definition.ts'
import { say } from './words.ts'
import { readYesno } from './yesno.ts'

const LINE = /^\s*([^=＝:：]{1,30}?)\s*[=＝:：]\s*(.*)$/s
const NAMES: Readonly<Record<string, 'required' | 'byDefault' | 'help' | 'options' | 'label'>> = {
  required: 'required',
  mandatory: 'required',
  必填: 'required',
  default: 'byDefault',
  默认: 'byDefault',
  help: 'help',
  说明: 'help',
  options: 'options',
  choices: 'options',
  选项: 'options',
  name: 'label',
  label: 'label',
  名称: 'label',
}
export const MORE_WORDS = Object.keys(NAMES)

/** `required=yes`, `default=English`, `help=…`, one a line: what else is said of a field. A dash takes it away. Throws UserError for any other line. */
export function readMore({ locale }: Pick<Context, 'locale'>, typed: string): Partial<Wish> {
  const wish: Partial<Wish> = {}
  for (const line of typed.split('\n').filter((one) => one.trim())) {
    const [, name = '', value = ''] = LINE.exec(line) ?? []
    const known = NAMES[name.toLowerCase()]
    const text = /^[-–—]?$/.test(value.trim()) ? null : value.trim()
    if (known === 'required') wish.required = text === null ? false : yes(locale, text)
    else if (known === 'options') wish.options = readOptions(text ?? '')
    else if (known === 'label') wish.label = text ?? ''
    else if (known) wish[known] = text
    else throw new UserError(say(locale).badMore(line.slice(0, 60)), { field: 'more' })
  }
  return wish
}

function yes(locale: Context['locale'], text: string): boolean {
  const read = readYesno(text)
  if (read === undefined)
    throw new UserError(say(locale).badYesno(say(locale).requiredWord, text.slice(0, 40)), { field: 'more' })
  return read
}
