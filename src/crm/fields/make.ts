import { UserError } from '../../bot/errors.ts'
import type { Locale } from '../../bot/text.ts'
import type { FieldType, RecordField, Row, Saying } from './field.ts'
import { kinds } from './kinds.ts'
import { type Labelled, readLabelled, sayLabel } from './labels.ts'
import { readDomain, readEmail, readPhone } from './reach.ts'
import { say } from './words.ts'

/** What a noun says of one of its fields; the rest follows from the type. */
export type Named = Pick<RecordField, 'key' | 'label' | 'type'> &
  Partial<Pick<RecordField, 'column' | 'customId' | 'options' | 'required' | 'byDefault' | 'help' | 'max'>> & {
    /** Other names, parted by commas. */
    also?: string
    /** Bounds of a number. */
    least?: number
    most?: number
    whole?: boolean
  }

const split = (also = '') =>
  also
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** A field of its type. */
export function makeField(named: Named): RecordField {
  const { also, least, most, whole, ...rest } = named
  const base = { ...rest, also: split(also) }
  const lists = LISTS[named.type]
  if (lists) return lists(base)
  const kind = kinds(named)[named.type]
  if (!kind) throw new Error(`no field can be of the type ${named.type}`)
  const { column = '', customId } = named
  return {
    ...base,
    get: customId ? (row) => (row.custom as Row | null)?.[customId] ?? null : (row) => row[column] ?? null,
    set: customId ? (row, value) => ({ custom: withCustom(row, customId, value) }) : (_, value) => ({ [column]: value }),
    ...kind,
    read: (typed, where) => (typed.trim() === '' ? null : kind.read(typed.trim(), where)),
  }
}

function withCustom({ custom }: Row, id: string, value: unknown): Row {
  const { [id]: _, ...others } = (custom ?? {}) as Record<string, unknown>
  return value === null || value === undefined ? others : { ...others, [id]: value }
}

type Base = Omit<RecordField, 'get' | 'set' | 'read' | 'say' | 'typed'>

const LISTS: Partial<Record<FieldType, (base: Base) => RecordField>> = {
  emails: (base) => labelledList(base, readEmail, (locale, typed) => say(locale).badEmail(typed)),
  phones: (base) => labelledList(base, readPhone, (locale, typed) => say(locale).badPhone(typed)),
  domains: (base) => plainList(base, readDomain, (locale, typed) => say(locale).badDomain(typed)),
  tags: (base) => plainList(base, readTag, (locale, typed) => say(locale).badTag(typed)),
}

type ReadOne = (typed: string, zone: string) => string | undefined
type Fault = (locale: Locale, typed: string) => string

/** Several values stand in one field, parted by commas. Throws UserError at the first that cannot be read. */
function each<T>(typed: string, key: string, read: (one: string) => T | undefined, fault: (one: string) => string): T[] {
  const parts = typed.split(/[,，、;；\n]+/).map((one) => one.trim())
  return parts.filter(Boolean).map((one) => {
    const value = read(one)
    if (value === undefined) throw new UserError(fault(one.slice(0, 100)), { field: key })
    return value
  })
}

function plainList(base: Base, read: ReadOne, fault: Fault): RecordField {
  const column = base.column ?? ''
  const listed = (value: unknown) => ((value ?? []) as string[]).join(', ')
  return {
    ...base,
    many: true,
    get: (row) => row[column] ?? [],
    set: (_, value) => ({ [column]: value ?? [] }),
    read: (typed, { zone, locale }) => {
      const found = each(
        typed,
        base.key,
        (one) => read(one, zone),
        (one) => fault(locale, one),
      )
      if (new Set(found).size > MOST_OF_A_LIST)
        throw new UserError(say(locale).tooMany(base.label[locale], MOST_OF_A_LIST), { field: base.key })
      return [...new Set(found)]
    },
    say: listed,
    typed: listed,
  }
}

/** A list whose values may say what they are for: the values stand in their column, what they are for in `labels`. */
function labelledList(base: Base, read: ReadOne, fault: Fault): RecordField {
  const column = base.column ?? ''
  const listed = (value: unknown, { locale }: Saying) =>
    ((value ?? []) as Labelled[])
      .map((one) => (one.label ? `${one.value} (${sayLabel(one.label, locale)})` : one.value))
      .join(', ')
  return {
    ...base,
    many: true,
    get: (row) => {
      const labels = (row.labels ?? {}) as Record<string, string>
      return ((row[column] ?? []) as string[]).map((value) => ({ value, ...(labels[value] && { label: labels[value] }) }))
    },
    set: (row, value) => {
      const given = (value ?? []) as Labelled[]
      const labels = { ...((row.labels ?? {}) as Record<string, string>) }
      for (const one of (row[column] ?? []) as string[]) delete labels[one]
      for (const one of given) if (one.label) labels[one.value] = one.label
      return { [column]: given.map((one) => one.value), labels }
    },
    read: (typed, { zone, locale }) => {
      const found = each(
        typed,
        base.key,
        (one) => readLabelled(one, (text) => read(text, zone)),
        (one) => fault(locale, one),
      )
      return [...new Map(found.map((one) => [one.value, one])).values()]
    },
    say: listed,
    typed: listed,
  }
}

const LONGEST_TAG = 50
/** A record has so many tags, or web addresses. */
export const MOST_OF_A_LIST = 50

/** A tag as it is kept: in lower case, its spaces single, without the sign in front; undefined when it is none. */
export function readTag(typed: string): string | undefined {
  const tag = typed
    .normalize('NFKC')
    .trim()
    .replace(/^#+\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
  return tag.length <= LONGEST_TAG && /[\p{L}\p{N}]/u.test(tag) ? tag : undefined
}
