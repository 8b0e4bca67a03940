import type { Context } from '../../bot/context.ts'
import { sql } from '../../database/index.ts'
import { joined, type NamedActivity, named } from '../activities/activities.ts'
import { IN_VAIN, KINDS } from '../activities/vocabulary.ts'
import { asDate } from '../ids.ts'
import { activitySeen, taskSeen } from '../visibility.ts'
import type { Span } from './working-days.ts'

/** Something that went well: a contact that took place or got through, or one with an amount named. */
export type Win = NamedActivity

const WELL = ['connected', 'completed']

const within = (
  context: Context,
  { from, until }: Span,
) => sql`a."workspaceId" = ${context.workspace.id}::uuid AND a."archivedAt" IS NULL
  AND a."occurredAt" >= ${asDate(from)} AND a."occurredAt" < ${asDate(until)}${activitySeen(context, 'a')}`

/** What went well in a span, the largest amounts first, and how much it was in all. */
export async function winsIn(context: Context, span: Span, take: number): Promise<{ wins: Win[]; count: number }> {
  const found = await context.db.$queryRaw<(Win & { total: number })[]>`
    SELECT ${named(context)}, (count(*) OVER ())::int AS total FROM activities a ${joined(context)}
    WHERE ${within(context, span)} AND (a.outcome = ANY(${WELL}) OR a.amount IS NOT NULL AND (a.outcome IS NULL OR a.outcome <> ALL(${[...IN_VAIN]})))
    ORDER BY a.amount DESC NULLS LAST, a."occurredAt" DESC, a.id DESC LIMIT ${take}`
  return { wins: found, count: found[0]?.total ?? 0 }
}

interface Closed {
  what: string
  memberName: string
}

/** The tasks that were closed in a span, the newest first, and how many in all. */
export async function closedIn(
  context: Context,
  { from, until }: Span,
  take: number,
): Promise<{ tasks: Closed[]; count: number }> {
  const { db, workspace } = context
  const found = await db.$queryRaw<(Closed & { total: number })[]>`
    SELECT t.what, m.name AS "memberName", (count(*) OVER ())::int AS total
    FROM tasks t JOIN members m ON m."workspaceId" = t."workspaceId" AND m.id = t."doneById"
    WHERE t."workspaceId" = ${workspace.id}::uuid AND t."archivedAt" IS NULL AND t."doneAt" >= ${asDate(from)} AND t."doneAt" < ${asDate(until)}${taskSeen(context, 't')}
    ORDER BY t."doneAt" DESC, t.id DESC LIMIT ${take}`
  return { tasks: found, count: found[0]?.total ?? 0 }
}

/** What one member did: so many of each kind, `done` being the tasks they closed. */
export interface DoneBy {
  name: string
  counts: { kind: string; count: number }[]
}

const ORDER: readonly string[] = [...KINDS, 'done']

/** Who did what in a span, the busiest first. */
export async function doneBy(context: Context, span: Span): Promise<DoneBy[]> {
  const { db, workspace } = context
  const found = await db.$queryRaw<{ memberId: string; name: string; kind: string; count: number }[]>`
    SELECT d."memberId", m.name, d.kind, count(*)::int AS count FROM (
      SELECT a."memberId", a.kind FROM activities a WHERE ${within(context, span)}
      UNION ALL
      SELECT t."doneById", 'done' FROM tasks t WHERE t."workspaceId" = ${workspace.id}::uuid AND t."archivedAt" IS NULL
        AND t."doneAt" >= ${asDate(span.from)} AND t."doneAt" < ${asDate(span.until)}${taskSeen(context, 't')}
    ) d JOIN members m ON m."workspaceId" = ${workspace.id}::uuid AND m.id = d."memberId"
    GROUP BY d."memberId", m.name, d.kind`
  const members = new Map<string, DoneBy>()
  for (const { memberId, name, ...count } of found) {
    const one = members.get(memberId) ?? { name, counts: [] }
    one.counts.push(count)
    members.set(memberId, one)
  }
  for (const one of members.values()) one.counts.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return [...members.values()].sort((a, b) => sum(b) - sum(a) || a.name.localeCompare(b.name))
}

const sum = ({ counts }: DoneBy) => counts.reduce((all, one) => all + one.count, 0)
