import type { Temporal } from 'temporal-polyfill'
import { type Database, inTransaction, type Transaction } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import type { Writer } from '../companies/companies.ts'
import { customFieldsOf } from '../fields/custom.ts'
import { defaultsIn } from '../fields/defaults.ts'
import type { RecordField } from '../fields/fields.ts'
import { activeMembers } from '../members/members.ts'
import { ownColumns } from './columns/fields.ts'
import type { Layout, LayoutOptions } from './columns/layout.ts'
import { AT_THE_TERMINAL, type Readers, sayTo } from './problems.ts'
import { batchesOf, type Fault, layoutIn, type Read } from './read.ts'
import type { Source } from './reading/source.ts'
import { type Batch, type Child, owned, plan } from './records/batch.ts'
import { keysOfCompany } from './records/companies.ts'
import { keysOfContact } from './records/contacts.ts'
import type { Fate } from './records/draft.ts'
import { linkParents } from './records/parents.ts'
import { aliasesIn, type Joined, type Kind, Run } from './records/run.ts'
import { type Reading, type SaidByRow, saidBy } from './records/said.ts'
import { write } from './records/write.ts'
import { Spill } from './spill.ts'
import { type NumberFormat, type Survey, surveyOf } from './survey.ts'
import { Told } from './told.ts'

/** One transaction holds so many rows: long enough to be quick, short enough to be in nobody's way. */
const BATCH = 1000
/** Milliseconds that a batch may take. */
const LONGEST_BATCH = 60_000

export interface Importer {
  db: Database
  workspace: { id: string }
  /** In whose name; they can take it back. */
  by: { id: string; timeZone: string }
  now: Temporal.Instant
  /** In which language, and where, it is told what is wrong; at the terminal unless said. */
  readers?: Readers
  /** The mark of all changes of this run: undo takes them back together. */
  requestId: string
}

export interface ImportOptions extends LayoutOptions {
  /** Find out and say everything, write nothing. */
  preview?: boolean
  /** How numbers are written, where the file does not tell. */
  numbers?: NumberFormat
  /** Called after each batch. */
  onProgress?: (rows: number, of: number) => void
}

export type Counts = Record<Fate, number>

export interface Imported {
  companies: Counts
  contacts: Counts
  /** Rows after the header, and those of them that hold nothing we take. */
  rows: number
  skipped: number
  /** Rows that spoke of a record of an earlier row. */
  joined: Joined[]
  /** How many those are: the first thousand are named. */
  joinedRows: number
  faults: Fault[]
  /** Owners that are no members here, with the number of their rows. */
  unknownOwners: [name: string, rows: number][]
  layout: Layout
  numbers: Survey['numbers']
  /** What the file was read as, in words. */
  readAs: string
}

/**
 * Takes the companies and the people of a file. What stands is brought up to date, so that the same file twice changes nothing, and a run that was
 * broken off is continued by the next one; a row that is wrong is told by its line, and the others are taken.
 * @throws ImportError when the file holds no table, or something in it is unclear.
 */
export async function importFile(importer: Importer, source: Source, options: ImportOptions = {}): Promise<Imported> {
  const fields = { company: await customFieldsOf(importer, 'company'), contact: await customFieldsOf(importer, 'contact') }
  const own = ownColumns(fields)
  const layout = await layoutIn(source, { ...options, own })
  const survey = await surveyOf(source, layout, options.numbers)
  const { db, workspace } = importer
  const run = new Run({
    source: layout.source,
    preview: options.preview ?? false,
    aliases: await aliasesIn(db, workspace.id),
    defaults: { company: defaultsFor(importer, fields.company), contact: defaultsFor(importer, fields.contact) },
  })
  const kind = layout.what === 'contacts' && layout.hasPeople ? 'contact' : 'company'
  const owners = new Owners(await activeMembers({ db, workspace }))
  const told = new Told()
  const reading = { rowsAre: kind, own, inFile: true, member: (name: string) => owners.known(name) } as const
  const children = new Spill<Child>()
  let done = 0
  try {
    for await (const reads of ahead(batchesOf(source, layout, survey.numbers, BATCH), (some) =>
      understood(importer, some, reading),
    )) {
      const batch = await inBatch(importer, (writer) => taken(writer, run, kind, reads.said, owners))
      run.keep('company', batch.companies.all.values(), keysOfCompany)
      run.keep('contact', batch.contacts.all.values(), keysOfContact)
      told.join(batch.joined)
      told.fault([...batch.faults.map(([line, what]) => ({ line, what })), ...reads.faults])
      await children.add(batch.children)
      done += reads.rows
      options.onProgress?.(done, survey.rows)
    }
    for await (const some of children.batches(BATCH)) {
      const faults = await inBatch(importer, (writer) => linkParents(writer, run, some))
      told.fault(faults.map(([line, what]) => ({ line, what })))
    }
  } finally {
    await children.close()
  }
  told.faults.sort((a, b) => a.line - b.line)
  return {
    ...{ joined: told.joined, joinedRows: told.joinedRows, faults: told.faults },
    companies: run.touched.company.counts,
    contacts: run.touched.contact.counts,
    rows: survey.rows,
    skipped: survey.rows - done,
    unknownOwners: owners.unknown(),
    layout,
    numbers: survey.numbers,
    readAs: sayTo(importer.readers ?? AT_THE_TERMINAL, source.readAs),
  }
}

const defaultsFor = ({ by, now }: Importer, fields: readonly RecordField[]) =>
  defaultsIn(fields, { me: by, now, zone: by.timeZone, locale: 'en' }, {}).custom ?? {}

/** A batch of rows, understood without the database. */
interface Understood {
  rows: number
  said: SaidByRow[]
  faults: Fault[]
}

function understood(
  { by, now, readers = AT_THE_TERMINAL }: Importer,
  reads: readonly Read[],
  reading: Omit<Reading, 'zone' | 'locale' | 'now'>,
): Understood {
  const where = { ...reading, zone: by.timeZone, locale: readers.locale, now }
  return {
    rows: reads.length,
    said: reads.flatMap((one) => ('entry' in one ? [saidBy(one.entry, where)] : [])),
    faults: reads.flatMap((one) => ('fault' in one ? [{ line: one.line, what: sayTo(readers, one.fault) }] : [])),
  }
}

/** The next batch is read and understood while the database has this one. */
async function* ahead<A, B>(batches: AsyncGenerator<A>, understand: (batch: A) => B): AsyncGenerator<B> {
  const read = async () => {
    const { value, done } = await batches.next()
    return done ? undefined : understand(value)
  }
  try {
    let next = read()
    for (let batch = await next; batch !== undefined; batch = await next) {
      next = read()
      // Its fault is heard when its turn comes.
      next.catch(() => undefined)
      yield batch
    }
  } finally {
    await batches.return(undefined)
  }
}

async function taken(writer: Writer, run: Run, kind: Kind, said: SaidByRow[], owners: Owners): Promise<Batch> {
  owned(said, kind, (name) => owners.named(name))
  const batch = await plan(writer, run, kind, said)
  if (!run.preview) {
    await write(writer, 'company', batch.companies.all.values())
    await write(writer, 'contact', batch.contacts.all.values())
  }
  return batch
}

function inBatch<T>(
  { db, workspace, by, now, requestId, readers = AT_THE_TERMINAL }: Importer,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  // Whoever imports on the machine sees what stands, or would enter it twice.
  const writer = {
    workspace,
    me: by,
    sees: 'all' as const,
    requestId,
    operation: 'import',
    now,
    zone: by.timeZone,
    locale: readers.locale,
  }
  return inTransaction(db, (tx: Transaction) => work({ ...writer, db: tx }), { timeout: LONGEST_BATCH })
}

/** Members by name, or by an e-mail address that spells it. */
class Owners {
  readonly #byName: Map<string, string>
  readonly #unknown = new Map<string, number>()

  constructor(members: readonly { id: string; name: string }[]) {
    this.#byName = new Map(members.map(({ id, name }) => [normalizeName(name), id]))
  }

  named(typed: string): string | undefined {
    const id = this.known(typed)
    if (!id) this.#unknown.set(typed, (this.#unknown.get(typed) ?? 0) + 1)
    return id
  }

  known(typed: string): string | undefined {
    const name = typed.includes('@') ? typed.split('@')[0]!.replaceAll(/[._-]+/g, ' ') : typed
    return this.#byName.get(normalizeName(name))
  }

  unknown = (): [string, number][] => [...this.#unknown].sort((a, b) => b[1] - a[1])
}

export type { Layout, LayoutOptions } from './columns/layout.ts'
export { writeFaults } from './faults.ts'
export { beginImport, finishImport, latestImports } from './imports.ts'
export { openSource } from './reading/open.ts'
export { ImportError, type ReadOptions, type Source } from './reading/source.ts'
export type { Joined } from './records/run.ts'
export type { NumberFormat } from './survey.ts'
