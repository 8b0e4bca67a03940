import type { Facts } from './facts.ts'
import { isEmpty, type RecordField, type Row } from './field.ts'

/** A form has room for so many of them beside what it asks anyway; further ones stand in its lines. */
const MOST_ASKED = 3

/** The fields that a new record must have and that were not given; a dash is given. */
export const missingIn = (fields: readonly RecordField[], facts: Facts): RecordField[] =>
  fields.filter(({ required, byDefault, key }) => required && !byDefault && facts[key] === undefined)

/** The fields that a record must have and does not. */
export const missingOn = (fields: readonly RecordField[], row: Row): RecordField[] =>
  fields.filter((one) => one.required && isEmpty(one.get(row)))

export const asked = (missing: readonly RecordField[]): RecordField[] => missing.slice(0, MOST_ASKED)
/** Those for which the form has no field of their own: as lines to be filled in. */
export const inLines = (missing: readonly RecordField[]): string =>
  missing
    .slice(MOST_ASKED)
    .map(({ key }) => `${key}=`)
    .join('\n')
