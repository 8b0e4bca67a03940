import { isLookup } from '../../bot/fields.ts'
import { fieldsOf } from '../../bot/form.ts'
import { GROUPS, type Operation } from '../../bot/operation.ts'
import type { Registry } from '../../bot/registry.ts'
import { type Locale, localeOf } from '../../bot/text.ts'
import { PEOPLE } from './people.ts'
import type { Guide, GuideOperation } from './wire.ts'
import { groupTitles, page } from './words.ts'

/** All that the page needs to hint and to complete, derived from the registry. */
export function guide(registry: Registry, tag: string): Guide {
  const locale = localeOf(tag)
  const shown = registry.operations.filter((op) => !op.hidden)
  return {
    locale,
    words: page(locale),
    groups: GROUPS.map((group) => ({
      title: groupTitles(locale)[group],
      operations: shown.filter((op) => op.group === group).map((op) => described(op, locale)),
    })).filter((group) => group.operations.length > 0),
    sample: registry.find('sample') !== undefined,
    people: PEOPLE,
  }
}

const described = (op: Operation, locale: Locale): GuideOperation => ({
  name: op.name,
  typed: locale === 'zh' && op.zh ? op.zh : op.name,
  summary: op.summary[locale],
  examples: [...op.examples].sort((a, b) => Number(isIn(b, locale)) - Number(isIn(a, locale))).map((one) => asTyped(op, one)),
  completes: completedField(op),
  joiner: op.examples[0]?.includes(': ') ? ': ' : ' ',
})

/** The field whose names are completed right behind the operation's own: the first one, or the first beside a free line. */
function completedField(op: Operation): string | undefined {
  const first = fieldsOf(op).find((one) => one.name !== 'line')
  return first && isLookup(first.widget) ? first.name : undefined
}

/** A Chinese example begins with the Chinese name. */
const asTyped = (op: Operation, example: string): string =>
  op.zh && isIn(example, 'zh') ? `${op.zh}${example.slice(op.name.length)}` : example

const isIn = (example: string, locale: Locale) => /\p{Script=Han}/u.test(example) === (locale === 'zh')
