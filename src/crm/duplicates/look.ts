import type { Job, JobHouse } from '../../bot/operation.ts'
import { inTransaction, rows, sql, type Transaction } from '../../database/index.ts'
import { factsMark, type Like, likesOf } from './compare.ts'
import { type Kind, type Scope, standing } from './records.ts'

/** Marks worked off in one transaction: less than a second, though many companies be called alike. */
const SOME = 200
/** Milliseconds that it may take on a machine that has much else to do. */
const LONGEST = 60_000
/** Of one record so many are shown as perhaps the same. */
const MOST_LIKES = 20

interface Mark {
  workspaceId: string
  id: string
  kind: Kind
  recordId: string
}

/** Holds what is new or changed against all others, some at a time; what stands of it in the meantime is said with the list. */
export const lookForDuplicates: Job = {
  name: 'look for duplicates',
  inTurns: true,
  // A time long past: at once, as long as anything is marked.
  next: { value: sql`(SELECT 'epoch'::timestamptz FROM duplicate_marks LIMIT 1)` },
  run: ({ db }: JobHouse) => inTransaction(db, lookSome, { timeout: LONGEST }),
}

async function lookSome(tx: Transaction): Promise<number> {
  const marks = await tx.$queryRaw<Mark[]>`
    SELECT "workspaceId"::text, id::text, kind, "recordId"::text FROM duplicate_marks LIMIT ${SOME} FOR UPDATE SKIP LOCKED`
  const places = new Map<string, Mark[]>()
  for (const mark of marks) {
    const place = `${mark.workspaceId} ${mark.kind}`
    places.set(place, [...(places.get(place) ?? []), mark])
  }
  for (const here of places.values()) {
    const { workspaceId, kind } = here[0]!
    await lookAt({ db: tx, workspace: { id: workspaceId } }, kind, [...new Set(here.map(({ recordId }) => recordId))])
    await tx.$executeRaw`DELETE FROM duplicate_marks WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${here.map(({ id }) => id)}::uuid[])`
  }
  return marks.length
}

/** Finds anew what these records perhaps are one with. */
async function lookAt(scope: Scope, kind: Kind, ids: string[]): Promise<void> {
  const { db, workspace } = scope
  const records = [...(await standing(scope, kind, ids)).values()]
  const likes = await likesOf(scope, kind, records)
  await db.$executeRaw`DELETE FROM duplicate_pairs WHERE "workspaceId" = ${workspace.id}::uuid AND kind = ${kind}
    AND ("oneId" = ANY(${ids}::uuid[]) OR "otherId" = ANY(${ids}::uuid[]))`
  const pairs = new Map<string, object>()
  for (const [at, record] of records.entries())
    for (const like of likes[at]!.slice(0, MOST_LIKES)) pairs.set(...pairOf(workspace.id, kind, record, like))
  await rows(
    db,
    `INSERT INTO duplicate_pairs ("workspaceId", kind, "oneId", "otherId", score, facts)
      SELECT "workspaceId", kind, "oneId", "otherId", score, facts FROM jsonb_populate_recordset(NULL::duplicate_pairs, $1::jsonb)
      ORDER BY "oneId", "otherId" ON CONFLICT ("workspaceId", kind, "oneId", "otherId") DO UPDATE SET score = EXCLUDED.score, facts = EXCLUDED.facts`,
    [JSON.stringify([...pairs.values()])],
  )
}

function pairOf(
  workspaceId: string,
  kind: Kind,
  record: { id: string } & Parameters<typeof factsMark>[0],
  like: Like,
): [string, object] {
  const [oneId, otherId] = inOrder(record.id, like.record.id)
  const facts = factsMark(record, like.record)
  return [`${oneId} ${otherId}`, { workspaceId, kind, oneId, otherId, score: like.score, facts }]
}

/** Two ids in the one order in which a pair is kept. */
export const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])
