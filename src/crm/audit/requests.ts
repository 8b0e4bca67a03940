import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import type { Kept } from './audit.ts'

/** Everything that one request changed is taken back together: what is asked here is asked of requests. */

type Asking = Pick<Context, 'db' | 'workspace' | 'me' | 'now'>

/** What moves people and teams about, is no wish of anybody's, or changed nothing that could be put back, is not taken back. */
export const NEVER_TAKEN_BACK = ['undo', 'redo', 'join', 'tour', 'settings link', 'settings calendar', 'admin undelivered']
const NEVER = sql`(${NEVER_TAKEN_BACK}::text[])`

/** For so long may be taken back what somebody did. */
export const TAKEN_BACK_FOR = { hours: 24 * 30 }
export const isTooOld = (at: Date, now: Temporal.Instant): boolean =>
  at.getTime() < now.subtract(TAKEN_BACK_FOR).epochMilliseconds

/** A request of somebody's that changed something. */
export interface Done {
  requestId: string
  at: Date
}

/** Below every id that was made at that moment or later. Ids begin with their time. */
export const idFrom = (at: Temporal.Instant): string =>
  at.epochMilliseconds
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2-0000-0000-000000000000')

/** The newest request of mine that changed something and still stands, however old. */
export async function lastRequestOf(asking: Pick<Asking, 'db' | 'workspace' | 'me'>): Promise<Done | undefined> {
  const { db, workspace, me } = asking
  const [own] = await db.$queryRaw<(Done & { id: string })[]>`
    SELECT c.id::text, "requestId", at FROM changes c
    WHERE "workspaceId" = ${workspace.id}::uuid AND "memberId" = ${me.id}::uuid AND source IS DISTINCT FROM 'import'
      AND "undoneAt" IS NULL AND noun <> 'event' AND operation <> ALL ${NEVER} ORDER BY c.id DESC LIMIT 1`
  const [file] = await db.$queryRaw<Done[]>`
    SELECT i.id AS "requestId", i."startedAt" AS at FROM imports i ${NEWEST}
    WHERE i."workspaceId" = ${workspace.id}::uuid AND i."memberId" = ${me.id}::uuid AND (${own?.id ?? null}::uuid IS NULL OR l.id > ${own?.id ?? null}::uuid)
      AND ${STANDS} ORDER BY l.id DESC LIMIT 1`
  return file ?? own
}

/** The last change of an import, and whether any of its changes still stands. */
const NEWEST = sql`JOIN LATERAL (SELECT c.id FROM changes c WHERE c."workspaceId" = i."workspaceId" AND c."requestId" = i.id ORDER BY c.id DESC LIMIT 1) l ON TRUE`
const STANDS = sql`EXISTS (SELECT FROM changes c WHERE c."workspaceId" = i."workspaceId" AND c."requestId" = i.id AND c."undoneAt" IS NULL)`

/** The newest thing that I took back and that is not done again, however old; an import is rather read again. `bySet`: it was given back as a whole. */
export async function lastUndoOf({ db, workspace, me }: Asking): Promise<(Done & { bySet: boolean }) | undefined> {
  const [found] = await db.$queryRaw<(Done & { bySet: boolean })[]>`
    SELECT "requestId", at, undoes IS NULL AS "bySet" FROM changes
    WHERE "workspaceId" = ${workspace.id}::uuid AND "memberId" = ${me.id}::uuid AND source IS DISTINCT FROM 'import'
      AND "undoneAt" IS NULL AND operation = 'undo' AND noun <> 'event' ORDER BY id DESC LIMIT 1`
  return found
}

/** What I did within the time in which it may be taken back, and that still stands; newest first, imports too. */
export function standingRequests(asking: Asking, take: number): Promise<Done[]> {
  const { db, workspace, me, now } = asking
  const since = now.subtract(TAKEN_BACK_FOR)
  return db.$queryRaw<Done[]>`
    SELECT "requestId", max(at) AS at, max(id::text) AS newest FROM changes
    WHERE "workspaceId" = ${workspace.id}::uuid AND "memberId" = ${me.id}::uuid AND source IS DISTINCT FROM 'import'
      AND id >= ${idFrom(since)}::uuid AND "undoneAt" IS NULL AND noun <> 'event' AND operation <> ALL ${NEVER} GROUP BY "requestId"
    UNION ALL SELECT i.id, i."startedAt", l.id::text FROM imports i ${NEWEST}
    WHERE i."workspaceId" = ${workspace.id}::uuid AND i."memberId" = ${me.id}::uuid AND i."startedAt" >= ${asDate(since)} AND ${STANDS}
    ORDER BY newest DESC LIMIT ${take}::int`
}

/** All that these requests changed, in the order it was done; of one operation only, where it is named. */
export async function changesOf(
  { db, workspace }: Pick<Context, 'db' | 'workspace'>,
  requestIds: readonly string[],
  operation: { notIn: string[] } | string = { notIn: NEVER_TAKEN_BACK },
): Promise<Kept[]> {
  const where = { workspaceId: workspace.id, requestId: { in: [...requestIds] }, noun: { not: 'event' }, operation }
  return (await db.change.findMany({ where, orderBy: { id: 'asc' } })) as unknown as Kept[]
}

export async function changesById({ db, workspace }: Pick<Context, 'db' | 'workspace'>, ids: readonly string[]): Promise<Kept[]> {
  const where = { workspaceId: workspace.id, id: { in: [...ids] } }
  return (await db.change.findMany({ where, orderBy: { id: 'asc' } })) as unknown as Kept[]
}

/** The first `most` changes of each request, in the order they were done. Imports are too many: none of theirs. */
export async function someChangesOf(
  { db, workspace }: Pick<Context, 'db' | 'workspace'>,
  requestIds: readonly string[],
  most: number,
): Promise<Map<string, Kept[]>> {
  const found = await rows<Kept>(
    db,
    `SELECT c.* FROM unnest($2::text[]) AS r(id), LATERAL (SELECT x.id::text, x."requestId", x."memberId"::text, x.operation, x.noun,
        x."entityId"::text, x.before, x.after, x.at, x."undoneAt", x.undoes::text
      FROM changes x WHERE x."workspaceId" = $1::uuid AND x."requestId" = r.id AND x.source IS DISTINCT FROM 'import'
        AND x.noun <> 'event' AND x.operation <> ALL ($3::text[]) ORDER BY x.id LIMIT $4::int) c`,
    [workspace.id, [...requestIds], NEVER_TAKEN_BACK, most],
  )
  return new Map(requestIds.map((id) => [id, found.filter((one) => one.requestId === id)]))
}

/** Marks changes as taken back; false when somebody else was quicker. Who comes second waits here for the first. */
export async function markUndone(
  { db, workspace, now }: Pick<Context, 'db' | 'workspace' | 'now'>,
  changes: readonly Kept[],
): Promise<boolean> {
  const { count } = await db.change.updateMany({
    where: { workspaceId: workspace.id, id: { in: changes.map((one) => one.id) }, undoneAt: null },
    data: { undoneAt: asDate(now) },
  })
  return count === changes.length
}

/** What was taken back stands again. */
export async function markStanding({ db, workspace }: Pick<Context, 'db' | 'workspace'>, ids: readonly string[]): Promise<void> {
  await db.change.updateMany({ where: { workspaceId: workspace.id, id: { in: [...ids] } }, data: { undoneAt: null } })
}
