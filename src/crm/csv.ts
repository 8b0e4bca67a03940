/** What a spreadsheet would run as a formula (OWASP, CSV injection), in its usual and its wide signs. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
/** A number, and phone numbers in groups with what they are for: nothing that could call anything, and better left as people read them. */
const NUMBER = /^-?\d+(?:\.\d+)?$/
const PHONES = /^\+\d+ [\d ]+(?: \([\p{L} -]{1,30}\))?(?:, \+?\d[\d ]*(?: \([\p{L} -]{1,30}\))?)*$/u

/** A value as CSV has it (RFC 4180). Before what would be run as a formula stands an apostrophe, which an import takes off again. */
export function cell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) && !PHONES.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

/** What stood in a cell before an apostrophe was put in front of it. */
export const uncell = (value: string): string => (value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value)

/** Excel takes a text for UTF-8 by its mark. */
export const BOM = '\uFEFF'
