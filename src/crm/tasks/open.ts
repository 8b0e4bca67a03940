import { askedTogether, prepared, type Sql, sql, type Transaction } from '../../database/index.ts'
import { localToday, type Moment } from '../../understanding/index.ts'
import type { Customer } from '../customers/customers.ts'
import { refusalOf } from '../customers/may-contact.ts'
import { companySeen, contactSeen, type Eyes, taskSeen, type Viewer } from '../visibility.ts'
import { dueDay, type NamedTask } from './task.ts'

export const namedTask = sql`t.id, t."companyId", t."contactId", t."activityId", t."ownerId", t."createdById", t.what, t."dueLocal", t.zone, t."remindAt",
  t."remindedAt", t.recurrence, t."doneAt", t."doneById", t.private, t."createdAt", t."updatedAt", co.name AS "companyName", p.name AS "contactName",
  m.name AS "ownerName", ${refusalOf} AS refusal`

/** The names around a task `t`: of those whom somebody sees. */
export const joinedTask = (who: Viewer | Eyes): Sql => sql`
  JOIN members m ON m."workspaceId" = t."workspaceId" AND m.id = t."ownerId"
  LEFT JOIN companies co ON co."workspaceId" = t."workspaceId" AND co.id = t."companyId"${companySeen(who, 'co')}
  LEFT JOIN contacts p ON p."workspaceId" = t."workspaceId" AND p.id = t."contactId"${contactSeen(who, 'p')}`

type Reader = Viewer & { db: Transaction; workspace: { id: string } }

interface Asked {
  workspaceId: string
  id: string
  me: string | null
  sees?: readonly string[]
}

const byId = (who: Eyes) =>
  askedTogether<Asked, NamedTask>(
    sql`SELECT k.at, ${namedTask} FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, id uuid, me uuid, sees uuid[])
    JOIN tasks t ON t."workspaceId" = k."workspaceId" AND t.id = k.id ${joinedTask(who)} WHERE t."archivedAt" IS NULL${taskSeen(who, 't')}`
      .text,
  )
const EVERYTHING: Eyes = { me: sql`k.me` }
const byIdFor = { all: byId(EVERYTHING), some: byId({ ...EVERYTHING, sees: sql`k.sees` }) }

/** A task that stands; undefined when it is gone, or not seen. */
export async function taskById({ db, workspace, me, sees, openly }: Reader, id: string): Promise<NamedTask | undefined> {
  const asked = { workspaceId: workspace.id, id, me: openly ? null : me.id }
  const [found] = await (sees === 'all' ? byIdFor.all(db, asked) : byIdFor.some(db, { ...asked, sees }))
  return found
}

/** The open follow-up that a logged line asked for. */
export async function taskOfActivity(reader: Reader, activityId: string): Promise<NamedTask | undefined> {
  const found = await reader.db.$queryRaw<
    NamedTask[]
  >`SELECT ${namedTask} FROM tasks t ${joinedTask(reader)} WHERE t."workspaceId" = ${reader.workspace.id}::uuid AND t."activityId" = ${activityId}::uuid
    AND t."archivedAt" IS NULL AND t."doneAt" IS NULL${taskSeen(reader, 't')} ORDER BY t.id LIMIT 1`
  return found[0]
}

/** Open tasks of a member or about a customer (a company: about anybody there), the earliest first, those without a date last. */
export async function openTasks(
  reader: Reader,
  by: { customer?: Pick<Customer, 'companyId' | 'contactId'>; ownerId?: string },
  take: number,
  skip = 0,
): Promise<NamedTask[]> {
  const { db, workspace } = reader
  const whose = by.ownerId ? sql`t."ownerId" = ${by.ownerId}::uuid` : sql`TRUE`
  const isOpen = sql`t."workspaceId" = ${workspace.id}::uuid AND t."doneAt" IS NULL AND t."archivedAt" IS NULL`
  const { text, values } =
    sql`SELECT ${namedTask} FROM ${by.customer ? sql`(SELECT * FROM tasks t WHERE ${isOpen} AND ${aboutOf(by.customer)} OFFSET 0)` : sql`tasks`} t ${joinedTask(reader)}
    WHERE ${isOpen} AND ${whose}${taskSeen(reader, 't')} ORDER BY t."remindAt" NULLS LAST, t.id LIMIT ${take} OFFSET ${skip}`
  return prepared<NamedTask>(db, text, values)
}

// Its rows are fetched first (OFFSET 0): PostgreSQL would rather go through all of a member's tasks in order of their time, and they may be thousands.
const aboutOf = ({ companyId, contactId }: Pick<Customer, 'companyId' | 'contactId'>) =>
  contactId ? sql`t."contactId" = ${contactId}::uuid` : sql`t."companyId" = ${companyId}::uuid`

const MOST_LOOKED_AT = 50

/** My open tasks that are due today or overdue and that a contact with a customer may have dealt with: those about the person, or about nobody else there. */
export async function perhapsDealtWith(
  context: Reader & Moment,
  { companyId, contactId }: Pick<Customer, 'companyId' | 'contactId'>,
): Promise<NamedTask[]> {
  const customer = companyId ? { companyId, contactId: null } : { companyId, contactId }
  const open = await openTasks(context, { customer, ownerId: context.me.id }, MOST_LOOKED_AT)
  const today = localToday(context).toString()
  return open.filter((task) => {
    const due = dueDay(task, context.zone)
    return due !== null && due <= today && (!contactId || !task.contactId || task.contactId === contactId)
  })
}
