import { type Sql, sql, verbatim } from '../../database/index.ts'
import type { FilterField, Stands } from './fields.ts'
import type { FoundNoun } from './filter.ts'
import { namesOfCountry } from './places.ts'
import { amongWords, isWorded } from './worded.ts'

/** Ways to ask one column, in SQL. `of` is the row's name there: `x`, or `c` for a person's company. */
export type Row = 'x' | 'c'

/** Whose record a field is asked of: the noun, the row's name, and the workspace, which every list of ids is of. */
export interface Asked {
  noun: FoundNoun
  of: Row
  workspaceId: string
}

const HAN = /\p{Script=Han}/u
const escapedLike = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')
// In PostgreSQL's patterns a backslash before what is no letter makes it itself.
const escapedPattern = (text: string) => text.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&').replaceAll(/\s+/g, '\\s+')

/**
 * Words that stand in a text, from the beginning of a word to the end of one; Chinese knows no such. The plain comparison stands first: it leaves few rows to
 * the pattern, which is dear.
 */
export function holds(text: Sql, value: string): Sql {
  const anywhere = sql`${text} ILIKE ${`%${escapedLike(value)}%`}`
  if (HAN.test(value)) return anywhere
  return sql`(${anywhere} AND ${text} ~* ${`(^|[^[:alnum:]])${escapedPattern(value)}($|[^[:alnum:]])`})`
}

export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length ? sql`(${conditions.reduce((one, other) => sql`${one} OR ${other}`)})` : sql`FALSE`
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length ? conditions.reduce((one, other) => sql`${one} AND ${other}`) : sql`TRUE`

export const unionAll = (parts: readonly Sql[]): Sql => parts.reduce((one, other) => sql`${one} UNION ALL ${other}`)

const column = (of: Row, name: string): Sql => verbatim(`${of}."${name.replaceAll('"', '')}"`)

/** Its values as typed: what it is called for a choice, digits for a phone number. */
const given = ({ options }: FilterField, value: string): string =>
  options?.find((one) =>
    [one.value, one.label.en, one.label.zh, ...(one.also ?? [])].some((name) => name.toLowerCase() === value.toLowerCase()),
  )?.value ?? value

/** In SQL, the ways in which the text of a field is one of the values: `is`, they stand in it; `equals`, it is just that. */
export function textIs(field: FilterField, stands: Stands, asked: Asked, how: 'is' | 'equals', typed: readonly string[]): Sql[] {
  const values = typed.map((one) => given(field, one))
  const exact = how === 'equals' || field.type === 'choice'
  const one = (text: Sql, value: string) => (exact ? sql`lower(${text}) = ${value.toLowerCase()}` : holds(text, value))
  if (stands.customId) return [customValue(stands.customId, asked, anyOf(values.map((value) => one(sql`v.text`, value))))]
  const name = stands.column ?? ''
  const text = column(asked.of, name)
  if (field.type === 'texts')
    return [sql`EXISTS (SELECT FROM unnest(${text}) value WHERE ${anyOf(values.map((value) => inList(field, value, exact)))})`]
  if (!isWorded(asked.noun, name)) return values.map((value) => one(text, value))
  return values.map((value) => sql`(${amongWords(asked.of, asked.noun, value)} AND ${one(text, value)})`)
}

function inList({ isPhones }: FilterField, value: string, exact: boolean): Sql {
  if (isPhones) return sql`regexp_replace(value, '\\D', '', 'g') LIKE ${`%${value.replaceAll(/\D/g, '') || '-'}%`}`
  return exact ? sql`lower(value) = ${value.toLowerCase()}` : sql`value ILIKE ${`%${escapedLike(value)}%`}`
}

/** In SQL, whether a field's number, day or other value fulfils what `asked` says of it. */
export function valueIs(stands: Stands, where: Asked, kind: 'number' | 'date' | 'text', asked: (value: Sql) => Sql): Sql {
  if (stands.customId)
    return customValue(
      stands.customId,
      where,
      asked(kind === 'number' ? sql`v.number` : kind === 'date' ? sql`v.date` : sql`v.text`),
    )
  return asked(column(where.of, stands.column ?? ''))
}

/** In SQL, whether a field says anything. */
export function isGiven({ type }: FilterField, stands: Stands, asked: Asked): Sql {
  if (stands.customId) return customValue(stands.customId, asked, sql`TRUE`)
  const at = column(asked.of, stands.column ?? '')
  return type === 'texts' ? sql`${at} <> '{}'` : type === 'text' || type === 'choice' ? sql`${at} <> ''` : sql`${at} IS NOT NULL`
}

const customValue = (fieldId: string, { noun, of, workspaceId }: Asked, is: Sql): Sql =>
  sql`${verbatim(of)}.id IN (SELECT v."recordId" FROM custom_values v
  WHERE v."workspaceId" = ${workspaceId}::uuid AND v.noun = ${noun} AND v."fieldId" = ${fieldId}::uuid AND ${is})`

/** In SQL, the ways in which a row is in one of these cities or countries, whatever language a country is named in; each has the index to itself. */
export function isIn(of: Row, noun: FoundNoun, values: readonly string[]): Sql[] {
  const [city, country] = [column(of, 'city'), column(of, 'country')]
  return values.flatMap((value) => {
    const names = namesOfCountry(value)
    const among = (name: string, is: Sql) => sql`(${amongWords(of, noun, name)} AND ${is})`
    if (!names.length) return [among(value, anyOf([holds(city, value), holds(country, value)]))]
    return [among(value, holds(city, value)), ...names.map((name) => among(name, sql`lower(${country}) = ${name.toLowerCase()}`))]
  })
}

/** In SQL, whether an instant lies there. */
export const within = (at: Sql, { from, until }: { from?: Date; until?: Date }): Sql =>
  allOf([
    ...(from ? [sql`${at} >= ${from}`] : []),
    ...(until ? [sql`${at} < ${until}`] : []),
    ...(!from && !until ? [sql`${at} IS NOT NULL`] : []),
  ])
