import type { Context } from '../../bot/context.ts'
import { sql } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { joinedTask } from '../tasks/tasks.ts'
import { activitySeen, taskSeen } from '../visibility.ts'

/** A task that somebody of the team is to do today. */
export interface DueToday {
  what: string
  ownerName: string
  companyName: string | null
  contactName: string | null
  /** When, where a time of day was asked for. */
  at: Date | null
  /** What is at stake: named in the line that asked for the task, else last with its company. */
  amount: number | null
  currency: string | null
}

const open = (context: Context) =>
  sql`t."workspaceId" = ${context.workspace.id}::uuid AND t."doneAt" IS NULL AND t."archivedAt" IS NULL${taskSeen(context, 't')}`
const timed = sql`t."dueLocal" LIKE '%T%'`
const todayIn = ({ now, zone }: Context) => now.toZonedDateTimeISO(zone).toPlainDate()

/** The tasks due today, the largest amounts first, then by the hour; and how many there are in all. */
export async function tasksDueToday(context: Context, take: number): Promise<{ tasks: DueToday[]; count: number }> {
  const { db, zone, now } = context
  const today = todayIn(context)
  const end = asDate(today.add({ days: 1 }).toZonedDateTime(zone).toInstant())
  const found = await db.$queryRaw<(DueToday & { total: number })[]>`
    SELECT t.what, m.name AS "ownerName", co.name AS "companyName", p.name AS "contactName", CASE WHEN ${timed} THEN t."remindAt" END AS at,
      coalesce(own.amount, last.amount)::float8 AS amount, CASE WHEN own.amount IS NULL THEN last.currency ELSE own.currency END AS currency,
      (count(*) OVER ())::int AS total
    FROM tasks t ${joinedTask(context)}
    LEFT JOIN activities own ON own."workspaceId" = t."workspaceId" AND own.id = t."activityId" AND own."archivedAt" IS NULL AND NOT own.private
    LEFT JOIN LATERAL (SELECT x.amount, x.currency FROM activities x WHERE x."workspaceId" = t."workspaceId" AND x."companyId" = t."companyId"
      AND x.amount IS NOT NULL AND x."archivedAt" IS NULL${activitySeen(context, 'x')} ORDER BY x."occurredAt" DESC, x.id DESC LIMIT 1) last ON own.amount IS NULL
    WHERE ${open(context)} AND CASE WHEN ${timed} THEN t."remindAt" >= ${asDate(now)} AND t."remindAt" < ${end} ELSE t."dueLocal" = ${today.toString()} END
    ORDER BY coalesce(own.amount, last.amount) DESC NULLS LAST, at NULLS LAST, t.id LIMIT ${take}`
  return { tasks: found, count: found[0]?.total ?? 0 }
}

/** How many of the team's open tasks are overdue: a time that is over, a day that is over. */
export async function overdueCount(context: Context): Promise<number> {
  const [found] = await context.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM tasks t
    WHERE ${open(context)} AND CASE WHEN ${timed} THEN t."remindAt" < ${asDate(context.now)} ELSE t."dueLocal" < ${todayIn(context).toString()} END`
  return found?.count ?? 0
}
