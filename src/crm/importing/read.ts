import { parse } from 'csv-parse/sync'
import { visible } from '../../bot/visible.ts'
import { type Column, layoutOf } from './columns.ts'

/** One row of a file: what it says, and the line it begins on. */
export interface Entry {
  line: number
  values: Partial<Record<Column, string>>
}

/** Something wrong in the file: where, and what to mend there. */
export interface Fault {
  line: number
  what: string
}

export interface ReadFile {
  entries: Entry[]
  faults: Fault[]
  notTaken: string[]
}

/** The file as a whole cannot be read; the message says what to mend. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ImportError'
  }
}

/** The bytes of a file as text: UTF-8, or UTF-16 with its mark. Throws ImportError for another encoding. */
export function textOf(bytes: Uint8Array): string {
  if (isSpreadsheet(bytes))
    throw new ImportError(
      'The file is a spreadsheet, not CSV. Open it, choose “Save as” (or “Download”), the format “CSV UTF-8 (comma delimited)”, and import that file.',
    )
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ImportError('The file is not in UTF-8. Save it again as “CSV UTF-8” and import that.', { cause })
  }
}

/** How files begin that spreadsheets are kept in: a ZIP archive (.xlsx, .ods, .numbers), and the old .xls. */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
const isSpreadsheet = (bytes: Uint8Array) => SPREADSHEETS.some((begin) => begin.every((byte, at) => bytes[at] === byte))

/** Reads CSV with a header row; values are parted by comma, semicolon or tab. Throws ImportError when there is no table in it. */
export function readCsv(text: string): ReadFile {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''))
  const [header, ...body] = rows
  if (!header)
    throw new ImportError('The file is empty. The first line must name the columns, for example: company,website,phone')
  const { columns, notTaken } = layoutOf(header.values)
  if (!columns.includes('company') && !columns.includes('contact') && !columns.includes('lastName'))
    throw new ImportError(
      `No column names a company. The first line must, for example as “company” or “account”; it has: ${header.values.join(', ').slice(0, 300)}`,
    )
  const read: ReadFile = { entries: [], faults: [], notTaken }
  for (const { line, values } of body) {
    if (values.every((one) => one === '')) continue
    if (values.slice(columns.length).some((one) => one !== ''))
      read.faults.push({
        line,
        what: `has ${values.length} values where the first line names ${columns.length} columns; put quotes around a value that holds a comma`,
      })
    else read.entries.push({ line, values: named(columns, values) })
  }
  if (read.entries.length + read.faults.length === 0)
    throw new ImportError('Nothing was in the file: it names its columns, and no row follows. Nothing was changed.')
  return read
}

const clean = (value: string) => visible(value).trim()

function named(columns: (Column | undefined)[], values: string[]): Entry['values'] {
  const found = columns.flatMap((column, at) => (column && values[at] ? [[column, clean(values[at])] as const] : []))
  return Object.fromEntries(found.filter(([, value]) => value !== ''))
}

interface Row {
  line: number
  values: string[]
}

function rowsOf(text: string): Row[] {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[]
    return parsed.map(({ record, raw, info }) => ({ line: info.lines - linesIn(raw), values: record }))
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ImportError(`The file cannot be read as CSV: ${message}`, { cause })
  }
}

const linesIn = (raw: string) => raw.trim().split(/\r\n|\r|\n/).length - 1

/** The sign that the first line uses most. */
function delimiterOf(text: string): string {
  const first = text.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
