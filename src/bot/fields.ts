import { z } from 'zod'
import type { Localized } from './text.ts'
import { visible } from './visible.ts'

/** What is completed while it is typed. */
export const LOOKUPS = ['customer', 'member', 'deal'] as const
export type Lookup = (typeof LOOKUPS)[number]
export const isLookup = (widget: string | undefined): widget is Lookup => LOOKUPS.includes(widget as Lookup)

/** What a form, a typed option and the help need to know of one input. */
export interface FieldInfo {
  label: Localized
  hint?: Localized
  widget: 'text' | 'multiline' | 'choice' | 'hidden' | Lookup
  /** Words for a choice's values; a value without words is shown as it is. */
  words?: Readonly<Record<string, Localized>>
  maxLength?: number
}

const infos = z.registry<FieldInfo>()

/** The longest text anybody can send in one go; more than either platform lets through. */
export const LONGEST_TEXT = 40_000

// PostgreSQL cannot hold NUL in a text, and what nobody sees makes one name look like another: it comes out, the rest of the words stay.
const clean = (text: string) => visible(text).trim()
const words = (max: number) => z.string().max(LONGEST_TEXT).transform(clean).pipe(z.string().min(1).max(max))

const labelled = <S extends z.ZodType>(schema: S, info: FieldInfo): S => {
  infos.add(schema, info)
  return schema
}

/**
 * The inputs that operations are made of. Each is a zod schema that also knows its label, so that Slack's modal, Discord's options,
 * the playground's form and the help are derived and cannot be forgotten.
 */
export const field = {
  /** One line of text. */
  text: (label: Localized, more: { hint?: Localized; max?: number } = {}) =>
    labelled(words(more.max ?? 500), { label, hint: more.hint, widget: 'text', maxLength: more.max ?? 500 }),
  /** Several lines of text. */
  lines: (label: Localized, more: { hint?: Localized; max?: number } = {}) =>
    labelled(words(more.max ?? LONGEST_TEXT), {
      label,
      hint: more.hint,
      widget: 'multiline',
      maxLength: more.max ?? LONGEST_TEXT,
    }),
  /** A customer: a reference (`company:ID`, `contact:ID`) from a list, or a name, e-mail or number as typed. */
  customer: (label: Localized, hint?: Localized) => labelled(words(500), { label, hint, widget: 'customer', maxLength: 500 }),
  /** A member: an id from a list, or a name or mention as typed. */
  member: (label: Localized, hint?: Localized) => labelled(words(200), { label, hint, widget: 'member', maxLength: 200 }),
  /** A deal: a reference (`deal:ID`) from a list, or words of its name and its customer's as typed. */
  deal: (label: Localized, hint?: Localized) => labelled(words(500), { label, hint, widget: 'deal', maxLength: 500 }),
  /** One of a few. */
  choice: <const V extends readonly [string, ...string[]]>(label: Localized, values: V, named: Record<V[number], Localized>) =>
    labelled(z.enum(values), { label, widget: 'choice', words: named }),
  /** An id that only a button carries. */
  id: () => labelled(z.uuid(), { label: { en: 'id', zh: '编号' }, widget: 'hidden' }),
  /** Text that only a button carries. */
  hidden: (max = LONGEST_TEXT) => labelled(words(max), { label: { en: 'hidden', zh: '隐藏' }, widget: 'hidden' }),
  /** A page of a list, from 1. */
  page: () => labelled(z.coerce.number().int().min(1).max(10_000), { label: { en: 'page', zh: '页' }, widget: 'hidden' }),
}

/** The info of a field, looked up through `.optional()` and `.default()`. Throws for a field not made by `field`: a wiring mistake. */
export function infoOf(schema: z.ZodType): FieldInfo & { required: boolean; values?: string[] } {
  let inner: z.ZodType = schema
  let required = true
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    required = false
    inner = inner.unwrap() as z.ZodType
  }
  const info = infos.get(inner)
  if (!info)
    throw new Error('A field of an operation must be made by `field` in bot/fields.ts, so that forms and options know its label')
  return { ...info, required, values: inner instanceof z.ZodEnum ? inner.options.map(String) : undefined }
}
