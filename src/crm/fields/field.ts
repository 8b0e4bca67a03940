import type { Context } from '../../bot/context.ts'
import type { Locale, Localized } from '../../bot/text.ts'

/** What a field holds: how it is read, said, compared and filtered. */
export const CUSTOM_TYPES = ['text', 'number', 'money', 'date', 'choice', 'yesno', 'member', 'link'] as const
export type CustomType = (typeof CUSTOM_TYPES)[number]
export type FieldType =
  | CustomType
  | 'name'
  | 'emails'
  | 'phones'
  | 'domains'
  | 'tags'
  /** A day of the year, with or without its year. */
  | 'birthday'
  /** The id of a company. */
  | 'company'
  /** The id of a person at a customer. */
  | 'contact'
  | 'consent'
  | 'nocontact'

/** A record's columns, by name. */
export type Row = Readonly<Record<string, unknown>>

/** Where something was typed: what its reading depends on. */
export interface Where extends Pick<Context, 'zone' | 'locale' | 'now'> {
  /** The member whom a name means, where names are read (an import); in the chat it is asked beforehand, and an id comes. */
  member?: (typed: string) => string | undefined
  /** It stands in a file: a day that is not said there is not known. */
  inFile?: boolean
}

/** For whom something is said, and what the members and companies are called whose ids stand in it. */
export interface Saying {
  locale: Locale
  names: ReadonlyMap<string, string>
}

export interface Option {
  value: string
  label: Localized
  /** Other words for it, in lower case. */
  also?: readonly string[]
}

/** One thing that can be said of a record, standard or custom. Everything that reads, shows, takes or gives records derives from the list of these. */
export interface RecordField {
  /** What is typed before the sign of equality. */
  key: string
  label: Localized
  /** Other names that people type, and that files have over a column; lower case, single words and several. */
  also: readonly string[]
  type: FieldType
  /** The column that it stands in; a custom field has none, it stands in `custom` under its id. */
  column?: string
  customId?: string
  /** It holds a list of values, parted by commas. */
  many?: boolean
  options?: readonly Option[]
  required?: boolean
  /** What a new record begins with, as one types it. */
  byDefault?: string
  help?: Localized
  /** The longest text. */
  max?: number
  /** The value in a row; null or an empty list: none. */
  get: (row: Row) => unknown
  /** The columns in which a row with this value differs; null empties it. */
  set: (row: Row, value: unknown) => Row
  /** The value of what was typed; an empty text is null. Throws UserError that names the field and says what to type. */
  read: (typed: string, where: Where) => unknown
  /** The value as people read it. */
  say: (value: unknown, saying: Saying) => string
  /** The value as one types it: what a form begins with, what an export has. Reading it again gives the same. */
  typed: (value: unknown, saying: Saying) => string
}

/** Whether a field of a record says nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
