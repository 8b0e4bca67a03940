/** What a spreadsheet would run as a formula, or read as something else than the text that it is. */
const FORMULA = /^[=+\-@\t\r]/

/** A cell as RFC 4180 has it. A text that would be a formula gets an apostrophe in front, which spreadsheets do not show. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !Number.isFinite(Number(value)) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
