import type { Temporal } from 'temporal-polyfill'
import { type Database, inTransaction, type Transaction } from '../../database/index.ts'
import type { Writer } from '../companies/companies.ts'
import type { Layout, LayoutOptions } from './columns/layout.ts'
import { linkParents } from './parents.ts'
import { batchesOf, type Entry, type Fault, layoutIn } from './read.ts'
import { ImportError, type Source } from './reading/source.ts'
import { takeEntry } from './take.ts'

/** One transaction holds so many rows: long enough to be quick, short enough to be in nobody's way. */
const BATCH = 200
/** Milliseconds that a batch may take. */
const LONGEST_BATCH = 60_000

export interface Importer {
  db: Database
  workspace: { id: string }
  /** In whose name; they can take it back. */
  by: { id: string; timeZone: string }
  now: Temporal.Instant
  /** The mark of all changes of this run: undo takes them back together. */
  requestId: string
}

export interface Counts {
  added: number
  updated: number
  unchanged: number
}

export interface Imported {
  companies: Counts
  contacts: Counts
  faults: Fault[]
  layout: Layout
  /** What the file was read as, in words. */
  readAs: string
}

/** A run as it goes: what each name stands for, and what became of it. */
export interface Run {
  companies: Map<string, { id: string; fate: keyof Counts }>
  contacts: Map<string, keyof Counts>
  faults: Fault[]
}

/**
 * Takes the companies of a file, and the people on its rows. What stands under the same name is brought up to date, so that the same file
 * twice changes nothing; a row that is wrong is told by its line, and the others are taken.
 * @throws ImportError when the file holds no table.
 */
export async function importCompanies(importer: Importer, source: Source, options: LayoutOptions = {}): Promise<Imported> {
  const layout = await layoutIn(source, options)
  // A quotation mark that is never closed is found before anything is written.
  let rows = 0
  for await (const batch of batchesOf(source, layout, BATCH)) rows += batch.length
  if (rows === 0) throw new ImportError('Nothing was in the file: it names its columns, and no row follows. Nothing was changed.')
  const run: Run = { companies: new Map(), contacts: new Map(), faults: [] }
  const children: Entry[] = []
  for await (const batch of batchesOf(source, layout, BATCH)) {
    const entries = batch.flatMap((one) => ('entry' in one ? [one.entry] : []))
    run.faults.push(...batch.flatMap((one) => ('fault' in one ? [one.fault] : [])))
    children.push(...entries.filter((entry) => entry.values.parent))
    await inBatch(importer, async (writer) => {
      // Tried again after a conflict, a batch begins from what stood before it.
      const tried: Run = { companies: new Map(run.companies), contacts: new Map(run.contacts), faults: [...run.faults] }
      for (const entry of entries) await takeEntry(writer, entry, tried)
      return tried
    }).then((done) => Object.assign(run, done))
  }
  for (const batch of batches(children)) await inBatch(importer, (writer) => linkParents(writer, batch, run))
  run.faults.sort((a, b) => a.line - b.line)
  const fates = [...run.companies.values()].map(({ fate }) => fate)
  return {
    companies: counted(fates),
    contacts: counted([...run.contacts.values()]),
    faults: run.faults,
    layout,
    readAs: source.readAs,
  }
}

function inBatch<T>({ db, workspace, by, now, requestId }: Importer, work: (writer: Writer) => Promise<T>): Promise<T> {
  const writer = { workspace, me: by, requestId, operation: 'import', now, zone: by.timeZone, locale: 'en' as const }
  return inTransaction(db, (tx: Transaction) => work({ ...writer, db: tx }), { timeout: LONGEST_BATCH })
}

const batches = (entries: Entry[]): Entry[][] =>
  Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, at) => entries.slice(at * BATCH, (at + 1) * BATCH))

const counted = (fates: (keyof Counts)[]): Counts => ({
  added: fates.filter((one) => one === 'added').length,
  updated: fates.filter((one) => one === 'updated').length,
  unchanged: fates.filter((one) => one === 'unchanged').length,
})

export type { Layout, LayoutOptions } from './columns/layout.ts'
export { openSource } from './reading/open.ts'
export { ImportError, type ReadOptions, type Source } from './reading/source.ts'
