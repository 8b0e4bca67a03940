import type { Temporal } from 'temporal-polyfill'
import type { Sees } from '../../bot/context.ts'
import { type Database, inTransaction, type Transaction } from '../../database/index.ts'
import type { Snapshot } from '../audit/audit.ts'
import type { Writer } from '../companies/companies.ts'
import { defaultsIn } from '../fields/defaults.ts'
import { plain, type RecordField } from '../fields/fields.ts'
import { activeMembers } from '../members/members.ts'
import { ahead } from './ahead.ts'
import type { Layout, LayoutOptions } from './columns/layout.ts'
import { OWN_NOUNS, ownFields } from './columns/own.ts'
import { type ItemRow, itemRow, keysOfItem, planItems, type Taking } from './kinds/items.ts'
import type { ItemNoun } from './kinds/kind.ts'
import { ITEM_TABLES } from './kinds/tables.ts'
import { Owners } from './owners.ts'
import { AT_THE_TERMINAL, problemsIn, type Readers, sayTo } from './problems.ts'
import { batchesOf, type Fault, layoutIn, type Read } from './read.ts'
import type { Source } from './reading/source.ts'
import { type Child, owned, type Planned, plan } from './records/batch.ts'
import { keysOfCompany } from './records/companies.ts'
import { keysOfContact } from './records/contacts.ts'
import { Counted } from './records/counted.ts'
import type { Fate } from './records/draft.ts'
import { type LikelyHere, LookingAlike } from './records/likely.ts'
import { linkParents } from './records/parents.ts'
import { aliasesIn, type Joined, type Kind, type Noun, Run } from './records/run.ts'
import { type Reading, type SaidByRow, saidBy } from './records/said.ts'
import { write } from './records/write.ts'
import { Spill } from './spill.ts'
import { type Survey, surveyOf, type Written } from './survey.ts'
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
  /** Whose records are named where they look like what is imported; all of them unless said: whoever imports on the machine. */
  sees?: Sees
  /** In which language, and where, it is told what is wrong; at the terminal unless said. */
  readers?: Readers
  /** The mark of all changes of this run: undo takes them back together. */
  requestId: string
}

export interface ImportOptions extends LayoutOptions, Written {
  /** Find out and say everything, write nothing. */
  preview?: boolean
  /** Who is meant by an owner that is no member's name: `Anna Snelling=@ana`, a member's name or id; nobody behind the sign: nobody. */
  owners?: readonly string[]
  /** Of activities, deals and the like: companies and people that they name, and that are not here, are made. */
  createMissing?: boolean
  /** Called once the columns are understood, before anything else can be unclear. */
  onLayout?: (layout: Layout) => void
  /** Called after each batch. */
  onProgress?: (rows: number, of: number) => void
}

export type Counts = Record<Fate, number>

export interface Imported {
  companies: Counts
  contacts: Counts
  /** Rows that are not taken, because whom they name is not here. */
  missing: number
  /** Of what else the rows are, by its noun: only what came of them. */
  items: Partial<Record<ItemNoun, Counts>>
  /** Rows after the header, and those of them that hold nothing we take. */
  rows: number
  skipped: number
  /** Rows that spoke of a record of an earlier row. */
  joined: Joined[]
  /** How many those are: the first thousand are named. */
  joinedRows: number
  faults: Fault[]
  /** Of a preview: new records that look like one that stands. */
  likely?: LikelyHere
  /** Owners that are no members here, with the number of their rows. */
  unknownOwners: [name: string, rows: number][]
  layout: Layout
  numbers: Survey['numbers']
  days: Survey['days']
  /** What the file was read as, in words. */
  readAs: string
}

/**
 * Takes the companies and the people of a file. What stands is brought up to date, so that the same file twice changes nothing, and a run that was
 * broken off is continued by the next one; a row that is wrong is told by its line, and the others are taken.
 * @throws ImportError when the file holds no table, or something in it is unclear.
 */
export async function importFile(importer: Importer, source: Source, options: ImportOptions = {}): Promise<Imported> {
  const own = await ownFields(importer)
  const layout = await layoutIn(source, { ...options, own })
  options.onLayout?.(layout)
  const survey = await surveyOf(source, layout, options, own)
  const { db, workspace, readers = AT_THE_TERMINAL } = importer
  const run = new Run({
    source: layout.source,
    preview: options.preview ?? false,
    sees: importer.sees ?? 'all',
    aliases: await aliasesIn(db, workspace.id),
    defaults: Object.fromEntries(
      OWN_NOUNS.map((noun) => [
        noun,
        defaultsFor(
          importer,
          own.flatMap((one) => (one.noun === noun ? [one.field] : [])),
        ),
      ]),
    ),
  })
  const kind = layout.what === 'contacts' && layout.hasPeople ? 'contact' : 'company'
  const members = await activeMembers({ db, workspace })
  const owners = new Owners(members, options.owners)
  const told = new Told()
  const reading = { rowsAre: kind, own, inFile: true, member: (name: string) => owners.known(name)?.id } as const
  const taking = layout.kind && {
    ...{ kind: layout.kind, owners, readers, createMissing: options.createMissing ?? false },
    by: owners.byId(importer.by.id) ?? { morningAt: '09:00', name: '', ...importer.by },
  }
  const children = new Spill<Child>()
  const alike = new LookingAlike({ db, workspace, me: importer.by, sees: importer.sees ?? 'all' }, readers.locale)
  const counted = new Counted()
  let done = 0
  let missing = 0
  try {
    for await (const reads of ahead(batchesOf(source, layout, survey, BATCH), (some) =>
      understood(importer, some, reading, layout),
    )) {
      const batch = await inBatch(importer, (writer) =>
        taking ? itemsTaken(writer, run, reads.items, taking) : taken(writer, run, kind, reads.said, owners),
      )
      if (run.preview) await alike.look(batch, run)
      for (const [noun, drafts] of batch.drafts) run.keep(noun, drafts.all.values(), KEYS[noun] ?? keysOfItem)
      if (!run.preview) await counted.after(db, run)
      told.join(batch.joined)
      missing += batch.missing ?? 0
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
    ...(run.preview && { likely: alike.found }),
    ...{ joined: told.joined, joinedRows: told.joinedRows, faults: told.faults, missing },
    companies: run.touched.company.counts,
    contacts: run.touched.contact.counts,
    items: Object.fromEntries(
      (Object.keys(ITEM_TABLES) as ItemNoun[]).flatMap((noun) => {
        const { counts } = run.touched[noun]
        return counts.added + counts.updated + counts.unchanged ? [[noun, counts]] : []
      }),
    ),
    rows: survey.rows,
    skipped: survey.rows - done,
    unknownOwners: owners.unknown(),
    layout,
    ...{ numbers: survey.numbers, days: survey.days },
    readAs: sayTo(readers, source.readAs),
  }
}

const defaultsFor = ({ by, now }: Importer, fields: readonly RecordField[]) =>
  defaultsIn(fields, { me: by, now, zone: by.timeZone, locale: 'en' }, {}).custom ?? {}

/** A batch of rows, understood without the database. */
interface Understood {
  rows: number
  said: SaidByRow[]
  items: ItemRow[]
  faults: Fault[]
}

const KEYS: Readonly<Partial<Record<Noun, (row: Snapshot) => string[]>>> = { company: keysOfCompany, contact: keysOfContact }

function understood(
  { by, now, readers = AT_THE_TERMINAL }: Importer,
  reads: readonly Read[],
  reading: Omit<Reading, 'zone' | 'locale' | 'now'>,
  { kind, headers }: Layout,
): Understood {
  const where = { ...reading, zone: by.timeZone, locale: readers.locale, now }
  const entries = reads.flatMap((one) => ('entry' in one ? [one.entry] : []))
  const among = { ...where, headers: headers.map(plain), problems: problemsIn(readers.locale) }
  return {
    rows: reads.length,
    said: kind ? [] : entries.map((one) => saidBy(one, where)),
    items: kind ? entries.map((one) => itemRow(kind, one, among)) : [],
    faults: reads.flatMap((one) => ('fault' in one ? [{ line: one.line, what: sayTo(readers, one.fault) }] : [])),
  }
}

async function itemsTaken(writer: Writer, run: Run, items: readonly ItemRow[], taking: Taking): Promise<Planned> {
  const batch = await planItems(writer, run, items, taking)
  if (!run.preview)
    for (const [noun, drafts] of batch.drafts) if (noun in ITEM_TABLES) await write(writer, noun, drafts.all.values())
  return batch
}

async function taken(writer: Writer, run: Run, kind: Kind, said: SaidByRow[], owners: Owners): Promise<Planned> {
  owned(said, kind, (name) => owners.named(name)?.id)
  const batch = await plan(writer, run, kind, said)
  if (!run.preview) for (const [noun, drafts] of batch.drafts) await write(writer, noun, drafts.all.values())
  return batch
}

function inBatch<T>(
  { db, workspace, by, now, requestId, readers = AT_THE_TERMINAL }: Importer,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  // All that stands is looked at, or it would be entered twice; what the importer does not see is left alone (`Run.sees`).
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

export type { Layout, LayoutOptions } from './columns/layout.ts'
export { DATE_ORDERS } from './dates.ts'
export { writeFaults } from './faults.ts'
export { beginImport, finishImport, latestImports } from './imports.ts'
export { WHATS } from './kinds/kinds.ts'
export { openSource } from './reading/open.ts'
export { ImportError, type ReadOptions, type Source } from './reading/source.ts'
export type { Joined } from './records/run.ts'
export { NUMBER_FORMATS } from './survey.ts'
