import type { Job, JobHouse } from '../../bot/operation.ts'
import { rows, sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { inPlaceOf } from '../members/stand-in.ts'

const isOpen = sql`"remindedAt" IS NULL AND "doneAt" IS NULL AND "archivedAt" IS NULL`

/** Owes a reminder for every task that is due. */
export const dueReminders: Job = {
  name: 'due reminders',
  next: { value: sql`(SELECT min("remindAt") FROM tasks WHERE ${isOpen})` },
  run: oweDueReminders,
}

const AT_ONCE = 1_000

/**
 * Owes a reminder for tasks that are due, over all workspaces: found, marked and owed in one statement, so that neither two bots nor a crash ever
 * owe it twice, or not at all. Who is away and named a colleague is not reminded, but the colleague is, or who stands in for them. Returns for how
 * many.
 */
async function oweDueReminders({ db, now }: JobHouse): Promise<number> {
  const at = asDate(now)
  const ids = Array.from({ length: AT_ONCE }, () => newId(now))
  const { text, values } = sql`
    WITH due AS (
      SELECT "workspaceId", id FROM tasks WHERE "remindAt" <= ${at}::timestamptz AND ${isOpen} ORDER BY "remindAt", id LIMIT ${AT_ONCE}::int
      FOR UPDATE SKIP LOCKED
    ), marked AS (
      UPDATE tasks t SET "remindedAt" = ${at}::timestamptz FROM due WHERE t."workspaceId" = due."workspaceId" AND t.id = due.id
      RETURNING t."workspaceId", t.id, t."ownerId", t."remindAt", t."dueLocal"
    ), numbered AS (
      SELECT *, row_number() OVER (ORDER BY "remindAt", id) AS n FROM marked
    ), owed AS (
      INSERT INTO messages ("workspaceId", id, "memberId", kind, input, urgent, about, "sendAt", "createdAt")
      SELECT m."workspaceId", (${ids}::uuid[])[m.n], coalesce(h.id, m."ownerId"), 'reminder', jsonb_strip_nulls(jsonb_build_object(
        'task', m.id, 'at', m."remindAt", 'for', CASE WHEN h.id IS NOT NULL THEN m."ownerId" END)), coalesce(m."dueLocal" LIKE '%T%', false), m.id, m."remindAt", ${at}::timestamptz
      FROM numbered m
      LEFT JOIN members o ON o."workspaceId" = m."workspaceId" AND o.id = m."ownerId"
      LEFT JOIN LATERAL (SELECT ${inPlaceOf(sql`o`, at)} AS id) h ON TRUE
      ORDER BY m.n RETURNING 1)
    SELECT count(*)::int AS count FROM owed`
  const [owed] = await rows<{ count: number }>(db, text, values)
  return owed?.count ?? 0
}
