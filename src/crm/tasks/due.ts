import type { Job, JobHouse } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { inPlaceOf } from '../members/stand-in.ts'

/** Owes a reminder for every task that is due. */
export const dueReminders: Job = { name: 'due reminders', every: 30_000, run: oweDueReminders, nextAt: nextReminderAt }

const AT_ONCE = 500

/**
 * Owes a reminder for tasks that are due, over all workspaces: marked and owed in one statement, so that neither two bots nor a crash ever
 * owe it twice, or not at all. Who is away and named a colleague is not reminded, but the colleague is, or who stands in for them. Returns for how
 * many.
 */
async function oweDueReminders({ db, now }: JobHouse): Promise<number> {
  const at = asDate(now)
  const due = await db.$queryRaw<{ workspaceId: string; id: string }[]>`
    SELECT "workspaceId", id FROM tasks
    WHERE "remindAt" <= ${at} AND "remindedAt" IS NULL AND "doneAt" IS NULL AND "archivedAt" IS NULL
    ORDER BY "remindAt", id LIMIT ${AT_ONCE}`
  if (due.length === 0) return 0
  const messages = JSON.stringify(due.map((task) => ({ ...task, message: newId(now) })))
  return db.$executeRaw`
    WITH due AS (
      SELECT * FROM jsonb_to_recordset(${messages}::jsonb) AS d("workspaceId" uuid, id uuid, message uuid)
    ), claimed AS (
      SELECT t."workspaceId", t.id FROM tasks t JOIN due USING ("workspaceId", id)
      WHERE t."remindedAt" IS NULL AND t."doneAt" IS NULL AND t."archivedAt" IS NULL AND t."remindAt" <= ${at} FOR UPDATE OF t SKIP LOCKED
    ), marked AS (
      UPDATE tasks t SET "remindedAt" = ${at} FROM claimed c WHERE t."workspaceId" = c."workspaceId" AND t.id = c.id
      RETURNING t."workspaceId", t.id, t."ownerId", t."remindAt", t."dueLocal"
    )
    INSERT INTO messages ("workspaceId", id, "memberId", kind, input, urgent, about, "sendAt", "createdAt")
    SELECT m."workspaceId", d.message, coalesce(h.id, m."ownerId"), 'reminder', jsonb_strip_nulls(jsonb_build_object(
      'task', m.id, 'at', m."remindAt", 'for', CASE WHEN h.id IS NOT NULL THEN m."ownerId" END)), coalesce(m."dueLocal" LIKE '%T%', false), m.id, m."remindAt", ${at}
    FROM marked m JOIN due d USING ("workspaceId", id)
    LEFT JOIN members o ON o."workspaceId" = m."workspaceId" AND o.id = m."ownerId"
    LEFT JOIN LATERAL (SELECT ${inPlaceOf(sql`o`, at)} AS id) h ON TRUE`
}

async function nextReminderAt({ db }: JobHouse): Promise<Date | undefined> {
  const [next] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min("remindAt") AS at FROM tasks WHERE "remindedAt" IS NULL AND "doneAt" IS NULL AND "archivedAt" IS NULL`
  return next?.at ?? undefined
}
