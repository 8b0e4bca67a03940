import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { type Delimiter, delimiterOf, delimiterSaidIn } from './delimiter.ts'
import { type Encoding, encodingCalled, encodingOf } from './encoding.ts'
import { ImportError, type ReadOptions, type Row, type Source } from './source.ts'

/** So many bytes show how values are parted. */
const SAMPLE = 64 * 1024
/** A row longer than this is a quotation mark that was never closed. */
const LONGEST_ROW = 1024 * 1024

/** A text file whose first line names the columns: CSV, with commas, semicolons, tabs or bars. It is read as a stream. */
export async function textTable(file: string, options: ReadOptions): Promise<Source> {
  const encoding = options.encoding ? encodingCalled(options.encoding) : await encodingOf(file)
  const beginning = await beginningOf(file, encoding)
  const said = delimiterSaidIn(beginning)
  const delimiter = said ?? delimiterOf(beginning)
  return {
    readAs: (say) =>
      say.table(delimiter === '\t' ? 'TSV' : 'CSV', encoding.name, delimiter === '\t' ? say.tabs : `“${delimiter}”`),
    rows: () => rowsIn(file, encoding, { delimiter, from: said ? 2 : 1 }),
  }
}

async function beginningOf(file: string, { label }: Encoding): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    return new TextDecoder(label).decode(buffer.subarray(0, bytesRead), { stream: bytesRead === SAMPLE })
  } finally {
    await handle.close()
  }
}

/** The text of a file, piece by piece, without its mark; every line ends with a line feed alone. */
export async function* textOf(file: string, { label }: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(label)
  let held = ''
  for await (const chunk of createReadStream(file, { highWaterMark: SAMPLE }) as AsyncIterable<Buffer>) {
    const text = held + decoder.decode(chunk, { stream: true })
    // A carriage return at the end of a piece may have its line feed in the next one.
    held = text.endsWith('\r') ? '\r' : ''
    yield withLineFeeds(held ? text.slice(0, -1) : text)
  }
  yield withLineFeeds(held + decoder.decode())
}

const withLineFeeds = (text: string) => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)

interface Parsed {
  record: string[]
  raw: string
  info: { lines: number }
}

async function* rowsIn(
  file: string,
  encoding: Encoding,
  { delimiter, from }: { delimiter: Delimiter; from: number },
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    recordDelimiter: '\n',
    info: true,
    raw: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: LONGEST_ROW,
    trim: true,
  })
  const text = Readable.from(textOf(file, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>)
      if (info.lines >= from) yield { line: info.lines - linesIn(raw), values: record }
  } catch (cause) {
    throw asImportError(cause)
  } finally {
    text.destroy()
  }
}

function asImportError(cause: unknown): unknown {
  const { code, lines, message } = cause as { code?: string; lines?: number; message?: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new ImportError((say) => say.openQuote(lines ?? '?'), { cause })
  if (code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
    return new ImportError((say) => say.quoteInside(lines ?? '?'), { cause })
  return code?.startsWith('CSV_') ? new ImportError((say) => say.badTable(message ?? code), { cause }) : cause
}

const linesIn = (raw: string) => {
  const text = raw.trim()
  return text.includes('\n') ? text.split('\n').length - 1 : 0
}
