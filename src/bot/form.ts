import type { Form, FormField, Input } from './card.ts'
import { type FieldInfo, infoOf } from './fields.ts'
import type { Operation } from './operation.ts'
import type { Locale, Localized } from './text.ts'
import { words } from './words.ts'

export interface InputField extends FieldInfo {
  name: string
  required: boolean
  values?: string[]
}

/** The fields of an operation's input, in the order they stand in its schema. */
export function fieldsOf(op: Operation): readonly InputField[] {
  const known = read.get(op)
  if (known) return known
  const fields = Object.entries(op.input.shape).map(([name, schema]) => ({ name, ...infoOf(schema) }))
  read.set(op, fields)
  return fields
}
const read = new WeakMap<Operation, readonly InputField[]>()

/** The fields that a person fills in: neither an id that a button carries, nor what only a typed line holds. */
export const askedFields = (op: Operation): InputField[] =>
  fieldsOf(op).filter((one) => one.widget !== 'hidden' && !op.onlyTyped?.includes(one.name))

/** The fields a form asks. */
export const formFields = (op: Operation): InputField[] => askedFields(op).filter((one) => !op.notInForm?.includes(one.name))

/** The fields offered as typed options (Discord), required ones first as the platform asks. */
export const optionFields = (op: Operation): InputField[] =>
  askedFields(op)
    .filter((one) => !op.onlyForm?.includes(one.name))
    .sort((a, b) => Number(b.required) - Number(a.required))

/** A platform's longest modal: Discord takes five labels. */
export const MOST_FORM_FIELDS = 5

/**
 * The fields of a form that mends what was typed: the form's own, unless something was typed for which it has no field. Then those that were
 * typed and those that must be there; the one at fault before others, where there are too many.
 */
export function mendFields(op: Operation, typed: Record<string, unknown>, atFault: string): InputField[] {
  const own = formFields(op)
  const all = askedFields(op)
  const isTyped = ({ name }: InputField) => typed[name] !== undefined
  if (all.every((one) => !isTyped(one) || own.includes(one))) return own
  const wanted = all.filter((one) => isTyped(one) || one.required)
  const most = new Set(wanted.toSorted((a, b) => weight(b, atFault) - weight(a, atFault)).slice(0, MOST_FORM_FIELDS))
  return wanted.filter((one) => most.has(one))
}

const weight = ({ name, required }: InputField, atFault: string) => (name === atFault ? 2 : required ? 1 : 0)

/** The form's own fields with those that are asked besides before the last; where that is too much, own ones that need not be filled in give way. */
export function withAsked(own: readonly InputField[], more: readonly InputField[]): readonly InputField[] {
  if (!more.length || !own.length) return own.length ? own : more
  const room = MOST_FORM_FIELDS - more.length
  const last = own.at(-1)!
  const others = own.slice(0, -1)
  const must = others.filter(({ required }) => required)
  const may = others.filter(({ required }) => !required).slice(0, Math.max(0, room - must.length - 1))
  return [...others.filter((one) => must.includes(one) || may.includes(one)), ...more, last].slice(0, MOST_FORM_FIELDS)
}

export interface Prefilled {
  value: string
  label?: string
}

/** The form of an operation, with what is known already filled in; fields it does not ask travel along hidden. */
export function formFor(
  op: Operation,
  known: Record<string, unknown>,
  locale: Locale,
  more: { prefill?: Record<string, Prefilled>; notice?: string; fields?: readonly InputField[] } = {},
): Form {
  const asked = more.fields ?? formFields(op)
  const names = new Set(asked.map((one) => one.name))
  return {
    kind: 'form',
    title: (op.formTitle ?? op.summary)[locale],
    submit: words(locale).submit,
    operation: op.name,
    hidden: Object.fromEntries(Object.entries(known).filter(([name, value]) => !names.has(name) && isInput(value))) as Record<
      string,
      Input
    >,
    notice: more.notice,
    fields: asked.map((one) => asFormField(one, locale, more.prefill?.[one.name] ?? given(known[one.name]))),
  }
}

const isInput = (value: unknown): value is Input => ['string', 'number', 'boolean'].includes(typeof value)
const given = (value: unknown): Prefilled | undefined => (isInput(value) ? { value: String(value) } : undefined)

const asFormField = (one: InputField, locale: Locale, filled?: Prefilled): FormField => ({
  name: one.name,
  label: one.label[locale],
  hint: one.hint?.[locale],
  widget: one.widget as FormField['widget'],
  required: one.required,
  value: filled?.value,
  valueLabel: filled?.label,
  options: one.values?.map((value) => ({ value, label: wordFor(one.words, value, locale) })),
  maxLength: one.maxLength,
})

const wordFor = (named: Readonly<Record<string, Localized>> | undefined, value: string, locale: Locale) =>
  named?.[value]?.[locale] ?? value
