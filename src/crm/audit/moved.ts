import type { Context, Transaction } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'

type Noun = 'company' | 'contact'
type Place = Pick<Context, 'db'> & { workspace: { id: string } }

/** Where a customer's id stands in other rows. */
const REFERENCES: Record<Noun, readonly [table: string, column: string][]> = {
  company: [
    ['activities', 'companyId'],
    ['tasks', 'companyId'],
    ['deals', 'companyId'],
    ['contacts', 'companyId'],
    ['companies', 'parentId'],
    ['relations', 'fromId'],
    ['relations', 'toId'],
    ['attachments', 'recordId'],
  ],
  contact: [
    ['activities', 'contactId'],
    ['tasks', 'contactId'],
    ['deals', 'contactId'],
    ['relations', 'fromId'],
    ['relations', 'toId'],
    ['attachments', 'recordId'],
  ],
}

/** Rows of one table that were given another customer; of a list of people, what stood in it and what stands there now. */
export interface Moved {
  table: string
  column: string
  ids: string[]
  /** By the row, in the order of `ids`. */
  before?: string[][]
  after?: string[][]
}

/** What a merge did, as its change keeps it. */
export interface Merge {
  kind: Noun
  winnerId: string
  loserId: string
  /** The names at that time. */
  winner: string
  loser: string
  moved: Moved[]
}

/** Gives all that hangs on one customer to another, archived rows too: a statement for each table, however many rows. */
export async function moveAll(
  place: Place,
  { kind, loserId, winnerId }: Pick<Merge, 'kind' | 'loserId' | 'winnerId'>,
): Promise<Moved[]> {
  const moved: Moved[] = []
  await merging(place.db)
  for (const [table, column] of REFERENCES[kind]) {
    const spare =
      table === 'companies' ? 'AND id <> $3::uuid' : table === 'relations' ? `AND "${otherEnd(column)}" <> $3::uuid` : ''
    const found = await place.db.$queryRawUnsafe<{ id: string }[]>(
      `UPDATE ${table} SET "${column}" = $3::uuid WHERE "workspaceId" = $1::uuid AND "${column}" = $2::uuid ${spare} RETURNING id::text`,
      place.workspace.id,
      loserId,
      winnerId,
    )
    if (found.length) moved.push({ table, column, ids: found.map(({ id }) => id) })
  }
  if (kind === 'contact') moved.push(...(await moveInLists(place, loserId, winnerId)))
  return moved
}

// What related the two to each other relates nobody any more: it stays with the one who is gone.
const otherEnd = (column: string) => (column === 'fromId' ? 'toId' : 'fromId')

/** Who took part besides the one whom it was with stands there once, and not beside themselves. */
async function moveInLists({ db, workspace }: Place, loserId: string, winnerId: string): Promise<Moved[]> {
  const found = await db.$queryRawUnsafe<{ id: string; before: string[]; after: string[] }[]>(
    `WITH there AS (SELECT id, "otherContactIds" AS before FROM activities
        WHERE "workspaceId" = $1::uuid AND "otherContactIds" <> '{}' AND "otherContactIds" @> ARRAY[$2::uuid] FOR UPDATE)
      UPDATE activities a SET "otherContactIds" = CASE WHEN a."contactId" = $3::uuid OR $3::uuid = ANY(t.before)
        THEN array_remove(t.before, $2::uuid) ELSE array_replace(t.before, $2::uuid, $3::uuid) END
      FROM there t WHERE a."workspaceId" = $1::uuid AND a.id = t.id RETURNING a.id::text, t.before::text[] AS before, a."otherContactIds"::text[] AS after`,
    workspace.id,
    loserId,
    winnerId,
  )
  if (!found.length) return []
  const ids = found.map(({ id }) => id)
  return [
    {
      table: 'activities',
      column: 'otherContactIds',
      ids,
      before: found.map((one) => one.before),
      after: found.map((one) => one.after),
    },
  ]
}

/** The database leads no row on that a merge itself moves, there or back. */
const merging = (db: Transaction) =>
  db.$executeRaw`SELECT set_config('rapport.merging', 'on', true), set_config('statement_timeout', ${String(LONGEST_MERGE)}, true)`

/** How long all that hangs on one customer may take to move, in milliseconds: some twenty thousand rows take a few seconds on a quiet machine. */
export const LONGEST_MERGE = 120_000

/** Moves again what a merge moved before it was taken back; false when something hangs on the loser that was not there then, or is not there any more. */
export async function moveAgain(place: Place, { moved, ...merge }: Merge): Promise<boolean> {
  const again = await moveAll(place, merge)
  const all = (list: readonly Moved[]) =>
    list.map(({ table, column, ids }) => `${table} ${column} ${ids.toSorted().join(' ')}`).toSorted()
  return JSON.stringify(all(again)) === JSON.stringify(all(moved))
}

/** Gives back what was moved; false when some of it was given to another since, and so nothing may be. */
export async function moveBack({ db, workspace }: Place, { moved, winnerId, loserId }: Merge): Promise<boolean> {
  await merging(db)
  for (const { table, column, ids, before, after } of moved.toReversed()) {
    const count = before
      ? await db.$executeRawUnsafe(
          `UPDATE ${table} t SET "${column}" = r.before FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, before uuid[], after uuid[])
            WHERE t."workspaceId" = $1::uuid AND t.id = r.id AND t."${column}" = r.after`,
          workspace.id,
          JSON.stringify(ids.map((id, at) => ({ id, before: before[at], after: after?.[at] }))),
        )
      : await db.$executeRawUnsafe(
          `UPDATE ${table} SET "${column}" = $4::uuid WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) AND "${column}" = $3::uuid`,
          workspace.id,
          ids,
          winnerId,
          loserId,
        )
    if (count !== ids.length) return false
  }
  return true
}

/** Where each of these ids leads that was merged, through any number of merges; those that were not are not in it. */
export async function ledTo({ db, workspace }: Place, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const found = await rows<{ id: string; end: string }>(
    db,
    `WITH RECURSIVE way AS (
        SELECT id AS start, "mergedIntoId" AS at, 1 AS depth FROM companies WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) AND "mergedIntoId" IS NOT NULL
        UNION ALL SELECT id, "mergedIntoId", 1 FROM contacts WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) AND "mergedIntoId" IS NOT NULL
        UNION ALL SELECT way.start, coalesce(c."mergedIntoId", p."mergedIntoId"), way.depth + 1 FROM way
          LEFT JOIN companies c ON c."workspaceId" = $1::uuid AND c.id = way.at LEFT JOIN contacts p ON p."workspaceId" = $1::uuid AND p.id = way.at
          WHERE way.depth < 50 AND coalesce(c."mergedIntoId", p."mergedIntoId") IS NOT NULL)
      SELECT DISTINCT ON (start) start::text AS id, at::text AS "end" FROM way ORDER BY start, depth DESC`,
    [workspace.id, [...ids]],
  )
  return new Map(found.map(({ id, end }) => [id, end]))
}
