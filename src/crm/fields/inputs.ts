import { type ZodOptional, type ZodType, z } from 'zod'
import { field } from '../../bot/fields.ts'
import type { RecordField } from './field.ts'

/** A field as an input of an operation: an option to type, or a field of a form. All of them are texts, read by the field itself. */
const inputOf = ({ type, label, max, help }: RecordField): ZodType<string> =>
  type === 'company' || type === 'contact'
    ? field.customer(label, help)
    : type === 'member'
      ? field.member(label, help)
      : (field.text(label, { max, hint: help }) as unknown as ZodType<string>)

/** The fields of a noun as inputs, but for its name, by their keys. */
export const inputsOf = <K extends string>(
  fields: readonly RecordField[],
  first: readonly K[] = [],
): Record<K, ZodOptional<ZodType<string>>> & Record<string, ZodOptional<ZodType<string>>> => {
  const places = new Map<string, number>(first.map((key, at) => [key, at - first.length]))
  const inOrder = fields
    .filter((one) => one.type !== 'name')
    .toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0))
  return Object.fromEntries(inOrder.map((one) => [one.key, z.optional(inputOf(one))])) as Record<K, ZodOptional<ZodType<string>>>
}

/** The inputs that have no place of their own in a form; the compiler knows no names of inputs that are derived. */
export const besides = (inputs: object, inForm: readonly string[]): never[] =>
  Object.keys(inputs).filter((one) => !inForm.includes(one)) as never[]

/** Facts that stand in a form as lines, for those that have no field of their own there. */
export const detailsInput = () =>
  field
    .lines(
      { en: 'Other facts', zh: '其他资料' },
      { hint: { en: 'One a line, like this: city=New York', zh: '每行一项，例如：city=上海' }, max: 2000 },
    )
    .optional()
