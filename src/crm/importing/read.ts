import { visible } from '../../bot/visible.ts'
import { uncell } from '../csv.ts'
import { type Column, MANY } from './columns/fields.ts'
import { type Layout, type LayoutOptions, layoutOf } from './columns/layout.ts'
import { longId } from './columns/salesforce-id.ts'
import { plainDate } from './dates.ts'
import type { Told } from './problems.ts'
import { ImportError, type Row, type Source } from './reading/source.ts'
import { plainNumber, type Survey } from './survey.ts'

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

/** What a row came to. */
export type Read = { entry: Entry } | { line: number; fault: Told }

/** How the columns of a file are understood. Throws ImportError when it holds no table. */
export const layoutIn = async (source: Source, options: LayoutOptions): Promise<Layout> =>
  layoutOf(await headersOf(source), options)

async function headersOf(source: Source): Promise<string[]> {
  for await (const { values } of source.rows()) return values
  throw new ImportError((say) => say.empty)
}

/** The rows after the header, in batches; empty ones are passed over. */
export async function* batchesOf(
  source: Source,
  layout: Layout,
  written: Pick<Survey, 'numbers' | 'days'>,
  size: number,
): AsyncGenerator<Read[]> {
  let batch: Read[] = []
  let header = true
  for await (const row of source.rows()) {
    const read = header ? undefined : readRow(row, layout, written)
    header = false
    if (!read) continue
    batch.push(read)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}

type Written = Pick<Survey, 'numbers' | 'days'>

function readRow({ line, values, fault }: Row, layout: Layout, written: Written): Read | undefined {
  const { columns } = layout
  if (fault) return { line, fault }
  if (values.every((one) => one === '')) return undefined
  if (!values.slice(columns.length).some((one) => one !== '')) return { entry: { line, values: named(layout, values, written) } }
  return { line, fault: (say) => say.tooWide(values.length, columns.length) }
}

const IDS = new Set(['id', 'company id', 'contact id', 'parent id'])

function named({ columns, source }: Layout, values: string[], { numbers, days }: Written): Entry['values'] {
  const found: Entry['values'] = {}
  for (const [at, column] of columns.entries()) {
    const typed = column && values[at] ? clean(values[at]) : ''
    const plain = days.has(at) ? plainDate(typed, days.get(at)) : plainNumber(typed, numbers.get(at))
    const value = source === 'salesforce' && column && IDS.has(column) ? longId(plain) : plain
    if (!column || !value) continue
    const before = found[column]
    if (!before) found[column] = value
    else if (MANY.has(column)) found[column] = `${before}, ${value}`
  }
  return found
}

// Of a file of ours the apostrophe before what would be a formula goes again.
const clean = (value: string) => uncell(visible(value).trim())
