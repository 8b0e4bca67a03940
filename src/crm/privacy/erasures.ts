import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import type { Job } from '../../bot/operation.ts'
import { type Database, insert, inTransaction, rows, sql, verbatim } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { owe } from '../messages/messages.ts'
import { eraseContact, eraseMember, type Forget } from './erasing.ts'
import { type Erased, noteErased } from './list.ts'

/** Every text of a workspace is looked through: of millions that takes minutes, in milliseconds. */
const LONGEST = 15 * 60_000

interface Due extends Erased {
  id: string
  memberId: string | null
}

/** Writes down that somebody is to be erased; done in the background, from every table at once. */
export async function askErasure({ db, workspace, me, now }: Context, noun: Erased['noun'], recordId: string): Promise<void> {
  await insert(db, 'erasures', {
    workspaceId: workspace.id,
    id: newId(now),
    noun,
    recordId,
    memberId: me.id,
    askedAt: asDate(now),
  })
}

/** A file that is being imported, or taken back, might write them anew: they are erased when it is done. */
const IS_DUE = `"doneAt" IS NULL AND NOT EXISTS (SELECT FROM imports i
  WHERE i."workspaceId" = e."workspaceId" AND i.state IN ('reading', 'importing', 'undoing'))`

export interface ErasingOptions {
  /** The file that remembers who was erased, by ids. */
  list?: string
  /** What the platforms keep by themselves, as they are by then. */
  elsewhere?: () => readonly Forget[]
  /** Copies that file to where the backups are, when that is elsewhere. */
  share?: () => Promise<void>
}

/** Erases who is to be erased, one after the other. The ids are noted outside the database first: a backup that is put back holds them again. */
export const erasing = ({ list, elsewhere, share }: ErasingOptions = {}): Job => ({
  name: 'erase',
  next: { value: sql`(SELECT min("askedAt") FROM erasures e WHERE ${verbatim(IS_DUE)})` },
  run: async ({ db, now }) => {
    const erased = await eraseDue(db, now, list, elsewhere?.())
    // A store that is away keeps nobody from being erased: the list goes there with the next backup.
    if (erased) await share?.().catch(() => undefined)
    return erased
  },
})

export async function eraseDue(
  db: Database,
  now: Temporal.Instant,
  list?: string,
  elsewhere?: readonly Forget[],
): Promise<number> {
  const due = await rows<Due>(
    db,
    `SELECT "workspaceId"::text, id::text, noun, "recordId"::text, "memberId"::text FROM erasures e WHERE ${IS_DUE} ORDER BY "askedAt", id LIMIT 100`,
  )
  const faults: unknown[] = []
  // One that fails stands in nobody's way, and is tried again.
  for (const one of due) await erase(db, one, { now, list, elsewhere }).catch((error: unknown) => faults.push(error))
  if (faults.length) throw faults[0]
  return due.length
}

interface Ways {
  now: Temporal.Instant
  list: string | undefined
  elsewhere: readonly Forget[] | undefined
}

async function erase(db: Database, one: Due, { now, list, elsewhere }: Ways): Promise<void> {
  if (list) await noteErased(list, one)
  await inTransaction(db, (tx) => eraseOne(tx, one, now, elsewhere), { timeout: LONGEST, maxWait: LONGEST })
}

async function eraseOne(
  db: Context['db'],
  { workspaceId, id, noun, recordId, memberId }: Due,
  now: Temporal.Instant,
  elsewhere: readonly Forget[] | undefined,
): Promise<void> {
  await db.$executeRaw`SET LOCAL statement_timeout = 0`
  // Of several bots one does it, and the others find it done.
  const [mine] = await db.$queryRaw<object[]>`
    SELECT id FROM erasures WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid AND "doneAt" IS NULL FOR UPDATE SKIP LOCKED`
  if (!mine) return
  await (noun === 'member' ? eraseMember : eraseContact)({ db, workspaceId, now, elsewhere }, recordId)
  await db.$executeRaw`UPDATE erasures SET "doneAt" = ${asDate(now)} WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid`
  if (memberId)
    await owe({ db, now, workspace: { id: workspaceId } }, { memberId, kind: 'erased', input: { erasure: id }, urgent: true })
}

/** Owes again what a list says was erased and the database has not heard of: after a backup from before was put back. How many that are. */
export async function oweErasures(db: Database, erased: readonly Erased[], now: Temporal.Instant): Promise<number> {
  let count = 0
  for (const { workspaceId, noun, recordId } of erased)
    count += await db.$executeRaw`
      INSERT INTO erasures ("workspaceId", id, noun, "recordId", "askedAt")
      SELECT ${workspaceId}::uuid, ${newId(now)}::uuid, ${noun}, ${recordId}::uuid, ${asDate(now)}
      WHERE EXISTS (SELECT FROM contacts WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${recordId}::uuid
        UNION ALL SELECT FROM members WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${recordId}::uuid)
      ON CONFLICT ("workspaceId", noun, "recordId") DO NOTHING`
  return count
}
