import { readFile } from 'node:fs/promises'
import type { Temporal } from 'temporal-polyfill'
import type { Role } from '../../../bot/context.ts'
import type { Job } from '../../../bot/operation.ts'
import { localeOf } from '../../../bot/text.ts'
import { type Database, inTransaction, sql } from '../../../database/index.ts'
import { takeBackSome } from '../../audit/many.ts'
import { asDate } from '../../ids.ts'
import { whomTheySee } from '../../members/sees.ts'
import { owe, refreshAbout } from '../../messages/messages.ts'
import { writeFaults } from '../faults.ts'
import { type Imported, importFile, type Layout } from '../importing.ts'
import { type Readers, sayTo, type Told } from '../problems.ts'
import type { Fault } from '../read.ts'
import { openSource } from '../reading/open.ts'
import { ImportError, type Source } from '../reading/source.ts'
import { asKept, type Found, type Kept, type State, storable, withFile } from './kept.ts'

/** A bot that does not say for so long that it still works on a file has died over it, in seconds: another goes on. */
const LEASE = { seconds: 120 }
/** So often it says so, and how far it is, in milliseconds. */
const SAY_EVERY = 4000
/** The other jobs wait for so long, in milliseconds: a short file is done by then, a long one goes on beside them. */
const PATIENCE = 1500
const LONGEST = 60_000
const MOST_FAULTS = 200
const SAMPLES = 3
const WAITING: readonly State[] = ['reading', 'importing', 'undoing']

/** The file that this process works on: one at a time. */
let working: Promise<void> | undefined

/** Looks through what was dropped, imports it, takes it back: whatever its state asks for. What another bot has begun and let lie is begun again, and continued. */
export const imports: Job = {
  name: 'imports',
  next: { value: sql`(SELECT min("claimedUntil") FROM imports WHERE state IN ('reading', 'importing', 'undoing'))` },
  run: async ({ db, now }) => {
    if (working) return 0
    const kept = await claim(db, now)
    if (!kept) return 0
    const work = worked(db, kept, now).finally(() => {
      working = undefined
    })
    working = work
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE)
    })
    work.catch(() => undefined)
    await Promise.race([work, enough]).finally(() => clearTimeout(timer))
    return 1
  },
}

async function claim(db: Database, now: Temporal.Instant): Promise<Kept | undefined> {
  const [row] = await db.$queryRaw<object[]>`
    UPDATE imports i SET "claimedUntil" = ${asDate(now.add(LEASE))} FROM (
      SELECT "workspaceId", id FROM imports WHERE state IN ('reading', 'importing', 'undoing') AND "claimedUntil" <= ${asDate(now)}
      ORDER BY "claimedUntil" LIMIT 1 FOR UPDATE SKIP LOCKED) due
    WHERE i."workspaceId" = due."workspaceId" AND i.id = due.id RETURNING i.*`
  return row && asKept(row)
}

async function worked(db: Database, kept: Kept, began: Temporal.Instant): Promise<void> {
  try {
    if (kept.state === 'undoing') return await takenBack(db, kept, began)
    await withFile(db, kept, async (path) => {
      const source = await openSource(path, {})
      await taken(db, kept, source, began, `${path}.faults`)
    })
  } catch (error) {
    const isTheirs = error instanceof ImportError
    const told: Told = isTheirs ? error.told : (say) => say.fault
    const found = { ...kept.found, problem: sayTo(readersFor(await dropperOf(db, kept)), told) }
    if (isTheirs)
      return ended(db, kept, kept.state === 'reading' ? 'unclear' : 'failed', { ...found, choose: error.choose }, began)
    // A database that is away does not take this either: then the claim runs out, and it is begun again.
    await ended(db, kept, 'failed', found, began)
    throw error
  }
}

/** Looks through a file, or imports it. */
async function taken(db: Database, kept: Kept, source: Source, now: Temporal.Instant, faultsAt: string): Promise<void> {
  const preview = kept.state === 'reading'
  const [headers = [], ...samples] = await samplesOf(source)
  const from = await importer(db, kept, now)
  kept.found = { ...(preview ? {} : kept.found), headers, samples, readAs: sayTo(from.readers, source.readAs) }
  const onLayout = (layout: Layout) => void Object.assign(kept.found, layoutFound(layout))
  const options = { ...kept.options, preview, onLayout, onProgress: saying(db, kept, now) }
  const found = await importFile(from, source, options)
  await keepFaults(db, kept, source, found.faults, faultsAt)
  await ended(db, kept, preview ? 'ready' : 'done', { ...foundIn(found), headers, samples }, now)
}

/** The lines to mend are kept beside the file, under a number of their own. */
async function keepFaults(db: Database, kept: Kept, source: Source, faults: readonly Fault[], at: string): Promise<void> {
  const key = { workspaceId: kept.workspaceId, importId: kept.id, number: -1 }
  if (!faults.length) return void (await db.importPiece.deleteMany({ where: key }))
  await writeFaults(at, source, faults, readersFor(await dropperOf(db, kept)).locale)
  const bytes = new Uint8Array(await readFile(at))
  await db.importPiece.upsert({ where: { workspaceId_importId_number: key }, create: { ...key, bytes }, update: { bytes } })
}

async function takenBack(db: Database, kept: Kept, now: Temporal.Instant): Promise<void> {
  const { workspace, by } = await importer(db, kept, now)
  const taking = { workspace, me: by, now, requestId: `undo:${kept.id}`, operation: 'undo' }
  const found: Found = { ...kept.found, taken: kept.done, stayed: 0, stayedNames: [] }
  const progress = saying(db, kept, now)
  let next: string | undefined
  do {
    const some = await inTransaction(db, (tx) => takeBackSome({ ...taking, db: tx }, kept.id, next), { timeout: LONGEST })
    found.taken = (found.taken ?? 0) + some.taken
    found.stayed = (found.stayed ?? 0) + some.stayed.length
    found.stayedNames?.push(...some.stayed.slice(0, 10 - found.stayedNames.length).map(({ name }) => name))
    next = some.next
    progress(found.taken)
  } while (next)
  await ended(db, kept, 'undone', found, now)
}

async function importer(db: Database, kept: Kept, now: Temporal.Instant) {
  const by = await dropperOf(db, kept)
  const workspace = { id: kept.workspaceId }
  const sees = await whomTheySee({ db, workspace, now }, { id: by.id, role: by.role as Role })
  return { db, workspace, by, sees, now, requestId: kept.id, readers: readersFor(by) }
}

const dropperOf = (db: Database, { workspaceId, memberId }: Kept) =>
  db.member.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: memberId } } })
const readersFor = ({ locale }: { locale: string }): Readers => ({ locale: localeOf(locale), by: 'chat' })

const layoutFound = ({ program, what, headers, columns }: Layout): Found => ({
  ...{ program, what, headers: [...headers], columns: columns.map((one) => one ?? null) },
})

const foundIn = (found: Imported): Found => ({
  readAs: found.readAs,
  ...layoutFound(found.layout),
  rows: found.rows,
  skipped: found.skipped,
  wrong: new Set(found.faults.map(({ line }) => line)).size,
  joined: found.joinedRows,
  companies: { ...found.companies },
  contacts: { ...found.contacts },
  items: found.items,
  missing: found.missing,
  ...(found.likely?.count && { likely: found.likely }),
  faults: found.faults.slice(0, MOST_FAULTS),
  unknownOwners: found.unknownOwners.slice(0, 20),
})

async function samplesOf(source: Source): Promise<string[][]> {
  const found: string[][] = []
  for await (const { values } of source.rows()) {
    found.push(values.map((one) => one.slice(0, 60)))
    if (found.length > SAMPLES) break
  }
  return found
}

/** Keeps the claim, and makes what stands in the chat true again, while the work goes on. */
function saying(db: Database, kept: Kept, began: Temporal.Instant): (rows: number) => void {
  const since = performance.now()
  let saidAt = since
  return (done) => {
    if (performance.now() - saidAt < SAY_EVERY) return
    saidAt = performance.now()
    const now = began.add({ milliseconds: Math.round(saidAt - since) })
    void inTransaction(db, async (tx) => {
      const where = { workspaceId: kept.workspaceId, id: kept.id, state: kept.state }
      await tx.import.updateMany({ where, data: { done, claimedUntil: asDate(now.add(LEASE)) } })
      if (kept.state !== 'reading') await refreshAbout({ db: tx, workspace: { id: kept.workspaceId }, now }, uuidOf(kept.id))
    }).catch(() => undefined)
  }
}

/** Writes what came of it, and owes who asked the news; what they were shown before is made true. */
async function ended(db: Database, kept: Kept, state: State, found: Found, now: Temporal.Instant): Promise<void> {
  const workspace = { id: kept.workspaceId }
  await inTransaction(db, async (tx) => {
    const done = state === 'done' ? found.rows : state === 'undone' ? found.taken : undefined
    const { count } = await tx.import.updateMany({
      where: { workspaceId: kept.workspaceId, id: kept.id, state: { in: [...WAITING] } },
      data: {
        ...{
          state,
          found: JSON.parse(JSON.stringify(found), (_, one: unknown) => (typeof one === 'string' ? storable(one) : one)),
          claimedUntil: null,
        },
        ...(done !== undefined && { done }),
        ...(state === 'done' && { rows: found.rows, finishedAt: asDate(now) }),
      },
    })
    if (!count) return
    const about = uuidOf(kept.id)
    await refreshAbout({ db: tx, workspace, now }, about)
    await owe(
      { db: tx, workspace, now },
      { memberId: kept.memberId, kind: 'import', input: { import: kept.id, state }, about, urgent: true },
    )
  })
}

export const uuidOf = (id: string): string => id.replace(/^import:/, '')

/** A file is kept so long after it was dropped, in days: it can be looked at, and its faulty lines fetched. */
const KEPT_DAYS = 7

/** Files that nobody needs any more go, and with them what was shown of their lines. */
export const forgetting: Job = {
  name: 'forget imported files',
  every: 60 * 60 * 1000,
  run: async ({ db, now }) => {
    const before = asDate(now.subtract({ hours: 24 * KEPT_DAYS }))
    await db.$executeRaw`UPDATE imports SET found = found - 'samples' - 'faults' - 'likely'
      WHERE "startedAt" < ${before} AND state <> 'importing' AND found ?| ARRAY['samples', 'faults', 'likely']`
    return db.$executeRaw`
      DELETE FROM import_pieces WHERE ctid = ANY (ARRAY(
        SELECT p.ctid FROM import_pieces p JOIN imports i ON i."workspaceId" = p."workspaceId" AND i.id = p."importId"
        WHERE i."startedAt" < ${before} AND i.state NOT IN ('importing') LIMIT 100))`
  },
}
