import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context, Transaction } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { inPlaceOf } from '../members/stand-in.ts'
import { wakeSenders } from '../messages/messages.ts'
import { sayLastContact, whatBecameOf } from './reminder.ts'
import { type NamedTask, sayAbout, taskById, taskWhen } from './tasks.ts'
import { say } from './words.ts'

/** Tells a manager of a task that its owner has left undone for days; nothing when it was dealt with, put off or handed over meanwhile. */
export const escalated = notice({
  kind: 'escalated',
  together: true,
  input: z.object({ task: field.id(), owner: field.id(), due: z.string() }),
  build: async (context, { task: id, owner, due }) => {
    const task = await taskById(context, id)
    if (!task?.remindAt || task.doneAt || task.ownerId !== owner || task.dueLocal !== due) return undefined
    const words = say(context.locale)
    return card({
      title: words.overdueFor(daysSince(context, task.remindAt), task.what),
      fields: [
        { label: words.owner, value: task.ownerName },
        ...(sayAbout(task) ? [{ label: words.customer, value: sayAbout(task)! }] : []),
        { label: words.dueAt, value: taskWhen(task, context, context.locale) },
        ...(await sayLastContact(context, task)),
      ],
      buttons: escalatedButtons(context, task),
    })
  },
  settled: async (context, { task, owner }) => whatBecameOf(context, await taskById(context, task), owner),
})

const daysSince = ({ now }: Context, at: Date): number =>
  Math.floor(now.since(Temporal.Instant.fromEpochMilliseconds(at.getTime())).total('hours') / 24)

const escalatedButtons = ({ locale }: Context, task: NamedTask) => [
  button(say(locale).handOver, 'handover', { task: task.id }, { form: true, style: 'primary' }),
  button(say(locale).isItDone, 'done', { task: task.id }),
]

/** Owes managers the news of tasks that are overdue for as long as their workspace has agreed on. */
export const escalations: Job = {
  name: 'escalations',
  every: 60_000,
  when: sql`EXISTS (SELECT 1 FROM workspaces WHERE "escalateDays" IS NOT NULL)`,
  run: oweEscalations,
}

const AT_ONCE = 500

interface Late {
  workspaceId: string
  id: string
  ownerId: string
  dueLocal: string
}

/** Marked and owed in one transaction, so that neither two bots nor a crash tell of one twice, or not at all. Returns how many tasks were told of. */
async function oweEscalations({ transaction, now }: JobHouse): Promise<number> {
  return transaction(async (tx) => {
    const late = await markLate(tx, now)
    if (late.length === 0) return 0
    const at = asDate(now)
    await tx.message.createMany({
      data: (await managersOf(tx, late, at)).map(({ workspaceId, id, ownerId, dueLocal, memberId }) => ({
        ...{ workspaceId, id: newId(now), memberId, kind: 'escalated', input: { task: id, owner: ownerId, due: dueLocal } },
        ...{ about: id, sendAt: at, createdAt: at },
      })),
    })
    await wakeSenders({ db: tx })
    return late.length
  })
}

// Only where somebody can hear of it: whoever becomes a manager later hears of it then.
function markLate(tx: Transaction, now: Temporal.Instant): Promise<Late[]> {
  return tx.$queryRaw<Late[]>`
    WITH late AS (
      SELECT t."workspaceId", t.id FROM workspaces w
      JOIN members o ON o."workspaceId" = w.id
      JOIN tasks t ON t."workspaceId" = w.id AND t."ownerId" = o.id
      WHERE w."escalateDays" IS NOT NULL AND t."doneAt" IS NULL AND t."archivedAt" IS NULL AND NOT t.private AND t."dueLocal" IS NOT NULL
        AND t."remindAt" <= ${asDate(now)}::timestamptz - make_interval(hours => 24 * w."escalateDays")
        AND t."escalatedFor" IS DISTINCT FROM t."dueLocal"
        AND EXISTS (SELECT 1 FROM members p WHERE p."workspaceId" = w.id AND p.active AND p.id <> o.id
          AND (p.id = o."managerId" OR p.role IN ('manager', 'admin')))
      ORDER BY t."remindAt", t.id LIMIT ${AT_ONCE} FOR UPDATE OF t SKIP LOCKED
    )
    UPDATE tasks t SET "escalatedFor" = t."dueLocal" FROM late l WHERE t."workspaceId" = l."workspaceId" AND t.id = l.id
    RETURNING t."workspaceId", t.id, t."ownerId", t."dueLocal"`
}

/** In SQL, the managers of the teams that member `o` is in. */
const leaders = sql`SELECT b.id FROM teams tm JOIN members b ON b."workspaceId" = tm."workspaceId" AND b.id = ANY(tm."managerIds") AND b.active AND b.id <> o.id
  WHERE tm."workspaceId" = o."workspaceId" AND tm."archivedAt" IS NULL AND o.id = ANY(tm."memberIds")`

/**
 * Who hears of each: the owner's manager; where none is named, those of their teams; where there is none, every manager, if all see all; else every admin. Whoever is
 * away has it said in their place.
 */
function managersOf(tx: Transaction, late: Late[], at: Date): Promise<(Late & { memberId: string })[]> {
  return tx.$queryRaw<(Late & { memberId: string })[]>`
    SELECT DISTINCT l."workspaceId", l.id, l."ownerId", l."dueLocal", coalesce(nullif(${inPlaceOf(sql`p`, at)}, o.id), p.id) AS "memberId"
    FROM jsonb_to_recordset(${JSON.stringify(late)}::jsonb) AS l("workspaceId" uuid, id uuid, "ownerId" uuid, "dueLocal" text)
    JOIN workspaces w ON w.id = l."workspaceId"
    JOIN members o ON o."workspaceId" = l."workspaceId" AND o.id = l."ownerId"
    LEFT JOIN members g ON g."workspaceId" = o."workspaceId" AND g.id = o."managerId" AND g.active AND g.id <> o.id
    JOIN members p ON p."workspaceId" = o."workspaceId" AND p.active AND p.id <> o.id AND CASE
      WHEN g.id IS NOT NULL THEN p.id = g.id
      WHEN EXISTS (${leaders}) THEN p.id IN (${leaders})
      WHEN w.visibility = 'all' AND EXISTS (SELECT 1 FROM members b WHERE b."workspaceId" = o."workspaceId" AND b.active AND b.id <> o.id AND b.role = 'manager') THEN p.role = 'manager'
      ELSE p.role = 'admin' END
    ORDER BY l.id`
}
