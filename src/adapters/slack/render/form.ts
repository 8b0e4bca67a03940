import { isLookup } from '../../../bot/fields.ts'
import type { SealedForm } from '../../../bot/sealed.ts'
import type { KnownBlock, ModalView, PlainTextOption } from '../block-kit.ts'
import { type Origin, pack } from '../origin.ts'
import { localeShown, say } from '../words.ts'
import { clean, cut, label, plainText } from './text.ts'

export const FORM = 'form'
/** Before a field's name in its block's id. */
export const FIELD = 'field:'
const LONGEST_INPUT = 3_000
const LONGEST_VALUE = 150
const MOST_OPTIONS = 100

type Field = SealedForm['fields'][number]

/** A form as a modal: pure, total, within every limit. The way back for the answer travels in its private_metadata. */
export function renderForm(form: SealedForm, origin: Origin): ModalView {
  const locale = localeShown([form.submit])
  const cutAny = form.fields.some((one) => typed(one) && (one.value?.length ?? 0) > LONGEST_INPUT)
  const notices = [form.notice, cutAny ? say(locale).tooLongForForm : undefined].filter((text) => text?.trim())
  return {
    type: 'modal',
    callback_id: FORM,
    title: label(form.title, 24),
    submit: label(form.submit, 24),
    close: label(say(locale).cancel, 24),
    private_metadata: pack({ token: form.token, operation: form.operation, origin }),
    blocks: [
      ...notices.map((text): KnownBlock => ({ type: 'section', text: plainText(text ?? '', 3_000) })),
      ...form.fields.slice(0, 90).map(input),
    ],
  }
}

/** In place of a form that cannot be read: another version's. */
export const renderStale = (): ModalView => ({
  type: 'modal',
  title: label('Rapport', 24),
  blocks: [{ type: 'section', text: plainText(say('en').stale, 3_000) }],
})

const input = (field: Field): KnownBlock => ({
  type: 'input',
  block_id: `${FIELD}${field.name}`.slice(0, 255),
  label: label(field.label, 2_000),
  ...(field.hint?.trim() ? { hint: label(field.hint, 2_000) } : {}),
  optional: !field.required,
  element: element(field),
})

type Element = Extract<KnownBlock, { type: 'input' }>['element']

function element(field: Field): Element {
  if (field.widget === 'choice' && field.options?.length) return select(field, field.options)
  if (!typed(field)) return lookup(field)
  const longest = Math.min(Math.max(field.maxLength ?? LONGEST_INPUT, 1), LONGEST_INPUT)
  const value = cutRaw(clean(field.value ?? ''), longest)
  return {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: field.widget === 'multiline',
    max_length: longest,
    ...(value ? { initial_value: value } : {}),
  }
}

// A name too long for an option is asked as text, so that nothing of it is lost.
const typed = (field: Field) =>
  field.widget === 'choice' ? !field.options?.length : !isLookup(field.widget) || (field.value?.length ?? 0) > LONGEST_VALUE

function lookup({ value, valueLabel }: Field): Element {
  const chosen = clean(value ?? '').trim()
  return {
    type: 'external_select',
    action_id: 'value',
    min_query_length: 1,
    ...(chosen ? { initial_option: option(chosen, valueLabel ?? chosen) } : {}),
  }
}

function select(field: Field, options: NonNullable<Field['options']>): Element {
  const usable = options.filter((one) => one.value && one.value.length <= LONGEST_VALUE)
  const chosen = usable.find((one) => one.value === field.value)
  const shown = usable.slice(0, MOST_OPTIONS)
  if (chosen && !shown.includes(chosen)) shown[MOST_OPTIONS - 1] = chosen
  return {
    type: 'static_select',
    action_id: 'value',
    options: shown.map((one) => option(one.value, one.label)),
    ...(chosen ? { initial_option: option(chosen.value, chosen.label) } : {}),
  }
}

/** An option of a select menu. */
export const option = (value: string, name: string): PlainTextOption => ({ text: label(name, 75), value })

/** What is typed into a form is no markup: it stands unescaped, and is cut by its own length. */
const cutRaw = (text: string, max: number) => (text.length <= max ? text : cut(text, max).slice(0, max).toWellFormed())
