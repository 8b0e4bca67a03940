import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { type Kept, record, type Snapshot, snapshotOf } from './audit.ts'
import { columnsOf, foundBy, isOvertaken, only, together } from './overtaken.ts'
import { tableOf } from './tables.ts'

/** So many changes are taken back in one transaction. */
export const SOME = 1000

type Taking = Pick<Context, 'db' | 'now' | 'requestId' | 'operation'> & { workspace: { id: string }; me: { id: string } }
/** What an import writes: what hangs on people and companies first, so that those in whose name nothing stands any more can go. */
const TABLES = { deal: 'deals', task: 'tasks', activity: 'activities', contact: 'contacts', company: 'companies' } as const
type Noun = keyof typeof TABLES

export interface TakenBack {
  taken: number
  /** What was changed since, or is in use, and so stays as it is. */
  stayed: { name: string; why: 'changed' | 'used' }[]
  /** Where to go on; undefined when all were looked at. */
  next?: string
}

/** How many changes of a request still stand. */
export async function standingOf({ db, workspace }: Pick<Taking, 'db' | 'workspace'>, request: string): Promise<number> {
  return db.change.count({ where: { workspaceId: workspace.id, requestId: request, undoneAt: null } })
}

/** Takes back the newest changes that an import made, those before `from`; what was changed since stays. */
export async function takeBackSome(taking: Taking, request: string, from?: string): Promise<TakenBack> {
  const { db, workspace } = taking
  const changes = (await db.change.findMany({
    where: { workspaceId: workspace.id, requestId: request, undoneAt: null, ...(from && { id: { lt: from } }) },
    orderBy: { id: 'desc' },
    take: SOME,
  })) as unknown as Kept[]
  const done: TakenBack = { taken: 0, stayed: [], next: changes.length === SOME ? changes.at(-1)?.id : undefined }
  for (const noun of Object.keys(TABLES) as Noun[])
    await takeBackOf(
      taking,
      noun,
      changes.filter((one) => one.noun === noun),
      done,
    )
  return done
}

async function takeBackOf(taking: Taking, noun: Noun, changes: Kept[], done: TakenBack): Promise<void> {
  if (!changes.length) return
  const standing = await locked(taking, noun, [...new Set(changes.map(({ entityId }) => entityId))])
  const used = await inUse(
    taking,
    noun,
    changes.filter(({ before }) => !before).map(({ entityId }) => entityId),
  )
  const taken: Kept[] = []
  const altered = new Map<string, Snapshot>()
  for (const change of changes) {
    const now = altered.get(change.entityId) ?? standing.get(change.entityId)
    const why = !now || isOvertaken(change, now) ? 'changed' : !change.before && used.has(change.entityId) ? 'used' : undefined
    if (why) done.stayed.push({ name: nameIn(change), why })
    if (why || !now) continue
    altered.set(change.entityId, restored(taking, noun, change, now))
    taken.push(change)
  }
  await written(taking, noun, [...altered.values()])
  await marked(taking, taken)
  done.taken += taken.length
}

const nameIn = ({ after }: Kept) =>
  String(after?.name ?? after?.what ?? after?.note ?? '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 80)
    .toWellFormed()

function restored({ now: at }: Taking, noun: Noun, change: Kept, now: Snapshot): Snapshot {
  if (!change.before) return { ...now, archivedAt: asDate(at).toISOString() }
  const row = { ...now, ...together(now, only(change.before, columnsOf(change))) }
  return { ...row, ...foundBy(noun, row) }
}

async function locked({ db, workspace }: Taking, noun: Noun, ids: string[]): Promise<Map<string, Snapshot>> {
  await db.$executeRawUnsafe(
    `SELECT 1 FROM ${TABLES[noun]} WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    workspace.id,
    ids,
  )
  const where = { workspaceId: workspace.id, id: { in: ids } }
  const found = (await tableOf(db, noun).findMany({ where })) as { id: string }[]
  return new Map(found.map((row) => [row.id, snapshotOf(row)]))
}

/** Those for which somebody has entered something since. */
async function inUse({ db, workspace }: Taking, noun: Noun, ids: string[]): Promise<Set<string>> {
  if (noun !== 'company' && noun !== 'contact') return new Set()
  const of = (table: string, column: string) =>
    `SELECT ${column}::text AS id FROM ${table} WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND ${column} = ANY($2::uuid[])`
  const column = noun === 'company' ? '"companyId"' : '"contactId"'
  const others = `SELECT o::text FROM activities, unnest("otherContactIds") AS o
    WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND "otherContactIds" <> '{}' AND "otherContactIds" && $2::uuid[]`
  const last = noun === 'company' ? of('contacts', column) : others
  const found = await rows<{ id: string }>(
    db,
    `${of('activities', column)} UNION ${of('tasks', column)} UNION ${of('deals', column)} UNION ${last}`,
    [workspace.id, ids],
  )
  return new Set(found.map(({ id }) => id))
}

/** What time and the database keep is not written. */
const KEPT = new Set(['workspaceId', 'id', 'createdAt', 'createdById', 'words'])

async function written({ db, workspace }: Taking, noun: Noun, all: Snapshot[]): Promise<void> {
  if (!all.length) return
  const set = Object.keys(all[0]!)
    .filter((name) => !KEPT.has(name))
    .map((name) => `"${name}" = r."${name}"`)
  await db.$executeRawUnsafe(
    `UPDATE ${TABLES[noun]} t SET ${set.join(', ')} FROM jsonb_populate_recordset(NULL::${TABLES[noun]}, $2::jsonb) r
      WHERE t."workspaceId" = $1::uuid AND t.id = r.id`,
    workspace.id,
    JSON.stringify(all),
  )
}

/** Taking back is a change like any other, and written down as one. */
async function marked(taking: Taking, changes: Kept[]): Promise<void> {
  const { db, workspace, now } = taking
  await db.change.updateMany({
    where: { workspaceId: workspace.id, id: { in: changes.map(({ id }) => id) } },
    data: { undoneAt: asDate(now) },
  })
  for (const one of changes) {
    const after = one.before ?? { ...one.after, archivedAt: asDate(now).toISOString() }
    await record({ ...taking, operation: 'undo' }, { noun: one.noun, id: one.entityId, before: one.after, after })
  }
}
