import { z } from 'zod'
import { LONGEST_TEXT } from '../../bot/fields.ts'
import type { InputField } from '../../bot/form.ts'
import type { Facts } from './facts.ts'
import type { RecordField } from './field.ts'

/** Custom fields in a form go by their ids: a name may change between its being opened and being sent. */
const PREFIX = 'own_'

/** What takes them in an operation's input. */
export const ownFields = z.string().max(LONGEST_TEXT).optional()

/** A custom field as a field of a form, a choice as a menu. */
export function asInput(one: RecordField): InputField {
  const { customId = '', label, help, type, required = false, options = [], max } = one
  const choices = type === 'yesno' ? YESNO : options
  const isMenu = type === 'choice' || type === 'yesno'
  return {
    name: `${PREFIX}${customId}`,
    label,
    ...(help && { hint: help }),
    widget: isMenu ? 'choice' : type === 'member' ? 'member' : 'text',
    required,
    ...(isMenu && {
      values: choices.map(({ value }) => value),
      words: Object.fromEntries(choices.map(({ value, label }) => [value, label])),
    }),
    ...(!isMenu && { maxLength: max ?? 500 }),
  }
}

const YESNO = [
  { value: 'yes', label: { en: 'Yes', zh: '是' } },
  { value: 'no', label: { en: 'No', zh: '否' } },
]

/** What was filled into such fields, by the keys of the fields. */
export function ownFacts(fields: readonly RecordField[], input: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    fields.flatMap(({ customId, key }) => {
      const value = customId ? input[`${PREFIX}${customId}`] : undefined
      return typeof value === 'string' ? [[key, value]] : []
    }),
  )
}

/** An operation's input without them. */
export const withoutOwn = <I extends object>(input: I): I =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !name.startsWith(PREFIX))) as I

/** The name under which a custom field stands in a form, for a fault to be told there. */
export const inputName = ({ customId, key }: RecordField): string => (customId ? `${PREFIX}${customId}` : key)
