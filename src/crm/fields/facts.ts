import { UserError } from '../../bot/errors.ts'
import { isEmpty, type RecordField, type Row, type Saying, type Where } from './field.ts'

/** Typed facts by the field's key; an empty one clears. */
export type Facts = Readonly<Record<string, string | undefined>>

/** The field that a typed name stands for: its key, another name for it, what it is called in either language. */
export function fieldNamed(fields: readonly RecordField[], typed: string): RecordField | undefined {
  const wanted = plain(typed)
  const own = fields.find((one) => one.key === typed || plain(one.key) === wanted)
  return own ?? fields.find((one) => namesOfField(one).includes(wanted))
}

/** A field's names without their spelling. */
export const namesOfField = ({ key, label, also }: RecordField): string[] => [key, label.en, label.zh, ...also].map(plain)

/** A name without its spelling: `Zip/Postal-Code` is `zip postal code`. */
export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The columns in which a row differs once these facts are told of it. Facts of a type `company` are ids by now. Throws UserError that names the field at
 * fault and says what to type.
 */
export function columnsOf(fields: readonly RecordField[], facts: Facts, where: Where, row: Row = {}): Row {
  let change: Row = {}
  for (const [key, typed] of Object.entries(facts)) {
    const field = fields.find((one) => one.key === key)
    if (!field || typed === undefined || (field.type === 'name' && !typed)) continue
    change = { ...change, ...field.set({ ...row, ...change }, field.read(typed, where)) }
  }
  return change
}

/** Facts, each read by itself: one that cannot be read is told, and the others stand. */
export function eachRead(fields: readonly RecordField[], facts: Facts, where: Where, faults: string[]): Row {
  let found: Row = {}
  for (const [key, typed] of Object.entries(facts)) {
    if (!typed) continue
    try {
      found = { ...found, ...columnsOf(fields, { [key]: typed }, where, found) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push(error.message)
    }
  }
  return found
}

/** The columns of these fields in a row of which nothing is said. */
export const emptyColumns = (fields: readonly RecordField[]): Row =>
  Object.assign({}, ...fields.filter(({ type }) => type !== 'name').map((field) => field.set({}, null)))

/** A row's facts as one would type them, by key: what a form begins with. */
export const typedFacts = (fields: readonly RecordField[], row: Row, saying: Saying): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.get(row)
      const typed = isEmpty(value) ? '' : field.typed(value, saying)
      return typed ? [[field.key, typed]] : []
    }),
  )

/** A row's facts as people read them: label and value, those it has, but for its name. */
export const saidFacts = (
  fields: readonly RecordField[],
  row: Row,
  saying: Saying,
): { field: RecordField; label: string; value: string }[] =>
  fields.flatMap((field) => {
    const value = field.get(row)
    const said = field.type === 'name' || isEmpty(value) ? '' : field.say(value, saying)
    return said ? [{ field, label: field.label[saying.locale], value: said }] : []
  })
