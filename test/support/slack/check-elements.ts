import { type Faults, isObject } from './refusal.ts'
import type { Json } from './types.ts'

type Kind = 'plain_text' | 'mrkdwn'

/** A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function checkText(faults: Faults, at: string, text: unknown, max: number, kinds: readonly Kind[] = ['plain_text']): void {
  if (!isObject(text)) {
    faults.add(at, 'must be a text object')
    return
  }
  faults.oneOf(`${at}/type`, text.type, kinds)
  faults.known(at, text, text.type === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji'])
  faults.length(`${at}/text`, text.text, 1, max)
}

/** An option: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export function checkOption(faults: Faults, at: string, option: unknown, kinds: readonly Kind[] = ['plain_text']): void {
  if (!isObject(option)) {
    faults.add(at, 'must be an option')
    return
  }
  faults.known(at, option, ['text', 'value', 'description', 'url'])
  checkText(faults, `${at}/text`, option.text, 75, kinds)
  faults.length(`${at}/value`, option.value, 1, 150)
  if (option.description !== undefined) checkText(faults, `${at}/description`, option.description, 75, kinds)
}

const EVERY = ['type', 'action_id', 'confirm', 'focus_on_load', 'placeholder']

type Check = (faults: Faults, at: string, element: Json) => void

function checkButton(faults: Faults, at: string, button: Json): void {
  faults.known(at, button, ['type', 'action_id', 'text', 'value', 'url', 'style', 'confirm', 'accessibility_label'])
  checkText(faults, `${at}/text`, button.text, 75)
  faults.length(`${at}/value`, button.value, 0, 2_000)
  faults.length(`${at}/url`, button.url, 0, 3_000)
  if (typeof button.url === 'string' && !URL.canParse(button.url)) faults.add(`${at}/url`, 'is no address')
  if (button.style !== undefined) faults.oneOf(`${at}/style`, button.style, ['primary', 'danger'])
}

const choices =
  (most: number, kinds: readonly Kind[], initial: 'initial_option' | 'initial_options'): Check =>
  (faults, at, element) => {
    faults.known(at, element, [...EVERY, 'options', 'option_groups', initial, 'max_selected_items'])
    const options = faults.list(`${at}/options`, element.options, 1, most)
    for (const [n, option] of options.entries()) checkOption(faults, `${at}/options/${n}`, option, kinds)
    const values = options.map((option) => (isObject(option) ? option.value : undefined))
    for (const value of values.filter((one, n) => values.indexOf(one) !== n))
      faults.add(`${at}/options`, `value ${value} stands twice`)
    const chosen = initial === 'initial_option' ? [element[initial]] : ((element[initial] as unknown[]) ?? [])
    for (const one of chosen.filter((one) => one !== undefined))
      if (!options.some((option) => JSON.stringify(option) === JSON.stringify(one)))
        faults.add(`${at}/${initial}`, 'is none of the options')
  }

function checkLookup(faults: Faults, at: string, element: Json): void {
  faults.known(at, element, [...EVERY, 'min_query_length', 'initial_option'])
  if (element.initial_option !== undefined) checkOption(faults, `${at}/initial_option`, element.initial_option)
}

function checkInput(faults: Faults, at: string, element: Json): void {
  faults.known(at, element, [...EVERY, 'multiline', 'min_length', 'max_length', 'initial_value', 'dispatch_action_config'])
  const { max_length: most = 3_000, min_length: least = 0 } = element as { max_length?: number; min_length?: number }
  if (!(most >= 1 && most <= 3_000)) faults.add(`${at}/max_length`, 'must be between 1 and 3000')
  if (!(least >= 0 && least <= 3_000)) faults.add(`${at}/min_length`, 'must be between 0 and 3000')
  faults.length(`${at}/initial_value`, element.initial_value, 0, Math.min(most, 3_000))
}

const picker: Check = (faults, at, element) =>
  faults.known(at, element, [...EVERY, 'initial_date', 'initial_time', 'initial_date_time', 'initial_user', 'timezone'])

const ELEMENTS: Record<string, Check> = {
  button: checkButton,
  static_select: choices(100, ['plain_text'], 'initial_option'),
  multi_static_select: choices(100, ['plain_text'], 'initial_options'),
  external_select: checkLookup,
  overflow: choices(5, ['plain_text'], 'initial_option'),
  checkboxes: choices(10, ['plain_text', 'mrkdwn'], 'initial_options'),
  radio_buttons: choices(10, ['plain_text', 'mrkdwn'], 'initial_option'),
  plain_text_input: checkInput,
  datepicker: picker,
  timepicker: picker,
  datetimepicker: picker,
  users_select: picker,
}

export const IN_ACTIONS = Object.keys(ELEMENTS).filter((type) => type !== 'plain_text_input')
export const IN_INPUT = Object.keys(ELEMENTS).filter((type) => type !== 'button' && type !== 'overflow')

/** An interactive element; the id is put into `ids`, where it must be alone. */
export function checkElement(faults: Faults, at: string, element: unknown, allowed: readonly string[], ids: Set<string>): void {
  if (!isObject(element)) {
    faults.add(at, 'must be an element')
    return
  }
  const type = String(element.type)
  if (!allowed.includes(type)) {
    faults.add(at, `unsupported type: ${type}`)
    return
  }
  faults.length(`${at}/action_id`, element.action_id, 0, 255)
  if (typeof element.action_id === 'string') {
    if (ids.has(element.action_id)) faults.add(`${at}/action_id`, `\`action_id\` "${element.action_id}" already exists`)
    ids.add(element.action_id)
  }
  if (element.placeholder !== undefined) checkText(faults, `${at}/placeholder`, element.placeholder, 150)
  ELEMENTS[type]!(faults, at, element)
}
