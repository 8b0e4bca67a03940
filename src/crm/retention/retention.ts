import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { type Database, rows, type Transaction } from '../../database/index.ts'
import { idFrom } from '../audit/requests.ts'

/** What a workspace keeps for a time of its choosing. */
export const KINDS = ['audit', 'answers', 'buttons', 'messages'] as const
export type Kind = (typeof KINDS)[number]

/** In days. `usual` is what holds where nobody chose; null: for ever. Never is less kept than `least`: the last 30 days can be taken back. */
export const LIMITS: Readonly<Record<Kind, { usual: number | null; least: number }>> = {
  audit: { usual: null, least: 30 },
  answers: { usual: 7, least: 2 },
  buttons: { usual: 90, least: 1 },
  messages: { usual: null, least: 30 },
}

/** Under which name a workspace's settings hold it. */
export const nameOf = (kind: Kind): string => `keep.${kind}`

/** Days by kind; null: for ever. What a workspace's settings do not hold, or hold wrongly, is as usual. */
export type Kept = Readonly<Record<Kind, number | null>>

export function keptBy(settings: unknown): Kept {
  const held = (settings ?? {}) as Record<string, unknown>
  const of = (kind: Kind) => {
    const { usual, least } = LIMITS[kind]
    const days = held[nameOf(kind)]
    return days === 'forever' ? null : typeof days === 'number' ? Math.max(days, least) : usual
  }
  return { audit: of('audit'), answers: of('answers'), buttons: of('buttons'), messages: of('messages') }
}

/** The changes that go; those of people, roles, teams, settings and what was handed out stay: who was allowed what is asked years later. */
const GOING = ['company', 'contact', 'activity', 'task', 'message', 'cadence']

/** The rows that are too old, by kind: their table, and what is true of them. `$1` is the workspace, `$2` the moment, `$3` its first id. */
const OLD: Readonly<Record<Kind, { table: string; is: string }>> = {
  audit: {
    table: 'changes',
    is: `id < $3::uuid AND at < $2::timestamptz AND noun IN (${GOING.map((one) => `'${one}'`).join(', ')})`,
  },
  answers: { table: 'answered_requests', is: 'at < $2::timestamptz AND $3::uuid IS NOT NULL' },
  buttons: { table: 'parked_inputs', is: 'id < $3::uuid AND "createdAt" < $2::timestamptz' },
  messages: {
    table: 'messages',
    is: 'id < $3::uuid AND "createdAt" < $2::timestamptz AND NOT undelivered AND "refreshAt" IS NULL AND coalesce("sentAt", "gaveUpAt") < $2::timestamptz',
  },
}

const valuesOf = (workspaceId: string, days: number, now: Temporal.Instant) => {
  const before = now.subtract({ hours: 24 * days })
  return [workspaceId, before.toString(), idFrom(before)]
}

/** No more is counted of what would go. */
export const MOST_COUNTED = 100_000

/** How much would go, now, if it were kept for so many days; at the most one more than is counted. */
export async function countOlder(
  { db, workspace, now }: Pick<Context, 'db' | 'workspace' | 'now'>,
  kind: Kind,
  days: number,
): Promise<number> {
  const { table, is } = OLD[kind]
  const [found] = await rows<{ count: number }>(
    db,
    `SELECT count(*)::int AS count FROM (SELECT FROM ${table} WHERE "workspaceId" = $1::uuid AND ${is} LIMIT ${MOST_COUNTED + 1}) x`,
    valuesOf(workspace.id, days, now),
  )
  return found?.count ?? 0
}

/** Rows in one statement: none of them locks or logs much at once. */
const BATCH = 1000

/** Deletes one batch of what a workspace chose to keep no longer; how many rows went. */
export async function cleanWorkspace(
  db: Transaction,
  workspaceId: string,
  settings: unknown,
  now: Temporal.Instant,
): Promise<number> {
  const kept = keptBy(settings)
  let gone = 0
  for (const kind of KINDS) {
    const days = kept[kind]
    // What is as usual is cleaned for all workspaces together (crm/requests).
    if (days === null || !isChosen(settings, kind)) continue
    const { table, is } = OLD[kind]
    const text = `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE "workspaceId" = $1::uuid AND ${is} LIMIT ${BATCH}))`
    gone += await db.$executeRawUnsafe(text, ...valuesOf(workspaceId, days, now))
  }
  return gone
}

const isChosen = (settings: unknown, kind: Kind): boolean => nameOf(kind) in ((settings ?? {}) as object)

/** One batch of every workspace that chose; how many rows went. */
export async function cleanChosen(db: Database, now: Temporal.Instant): Promise<number> {
  const chosen = await db.$queryRaw<{ id: string; settings: unknown }[]>`
    SELECT id::text, settings FROM workspaces WHERE settings <> '{}' ORDER BY id`
  let gone = 0
  for (const { id, settings } of chosen) gone += await cleanWorkspace(db, id, settings, now)
  return gone
}
