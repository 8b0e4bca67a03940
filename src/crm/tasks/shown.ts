import type { Context } from '../../bot/context.ts'
import { asDate } from '../ids.ts'

/** A member's open tasks by the numbers under which they are shown to them. */
export interface Shown {
  /** In the order of their numbers. */
  ids: readonly string[]
  numberOf: (id: string) => number | undefined
}

/**
 * Numbers the member's open tasks anew, and keeps that for what they type next. The daily message is made true again after it was sent: then, as
 * `digestDay` tells, what has a number keeps it, and what is new comes after.
 */
export async function numberAnew({ db, workspace, me, now }: Context, digestDay: string | null = null): Promise<Shown> {
  const [kept] = await db.$queryRaw<{ taskIds: string[] }[]>`
    INSERT INTO shown_lists AS s ("workspaceId", "memberId", "taskIds", "digestDay", "shownAt")
    SELECT ${workspace.id}::uuid, ${me.id}::uuid, ARRAY(
      SELECT t.id FROM tasks t WHERE t."workspaceId" = ${workspace.id}::uuid AND t."ownerId" = ${me.id}::uuid AND t."doneAt" IS NULL
        AND t."archivedAt" IS NULL ORDER BY t."remindAt" NULLS LAST, t.id), ${digestDay}::text, ${asDate(now)}
    ON CONFLICT ("workspaceId", "memberId") DO UPDATE SET "shownAt" = excluded."shownAt",
      "digestDay" = coalesce(excluded."digestDay", s."digestDay"),
      "taskIds" = CASE WHEN excluded."digestDay" = s."digestDay" THEN s."taskIds" || ARRAY(
        SELECT n.id FROM unnest(excluded."taskIds") WITH ORDINALITY AS n(id, at) WHERE n.id <> ALL(s."taskIds") ORDER BY n.at)
        ELSE excluded."taskIds" END
    RETURNING "taskIds"`
  const ids = kept?.taskIds ?? []
  const numbers = new Map(ids.map((id, at) => [id, at + 1]))
  return { ids, numberOf: (id) => numbers.get(id) }
}

/** The ids of the list that the member was shown last; undefined when they never were shown one. */
export async function lastShown({ db, workspace, me }: Context): Promise<readonly string[] | undefined> {
  const where = { workspaceId_memberId: { workspaceId: workspace.id, memberId: me.id } }
  return (await db.shownList.findUnique({ where, select: { taskIds: true } }))?.taskIds
}
