import { type Context, ROLES } from '../../bot/context.ts'
import { record } from '../audit/audit.ts'

/**
 * Makes two members of a workspace one person: accounts, tasks, activities, customers, changes and messages of `from` become those of
 * `into`; `from` stays, inactive, as whom old records name. With `keepRole` the one keeps the higher role of the two.
 */
export async function mergeMembers(
  context: Context,
  { from, into }: { from: string; into: string },
  keepRole: boolean,
): Promise<void> {
  const { db, workspace } = context
  const of = (id: string) => ({ workspaceId_id: { workspaceId: workspace.id, id } })
  const gone = await db.member.findUniqueOrThrow({ where: of(from) })
  const stays = await db.member.findUniqueOrThrow({ where: of(into) })
  await moveWork(context, from, into)

  const higher = ROLES.findLast((role) => role === gone.role || role === stays.role)
  const role = keepRole && higher ? higher : stays.role
  const auditing = { ...context, me: { id: into }, operation: 'settings link' }
  const after = await db.member.update({ where: of(from), data: { active: false } })
  await record(auditing, { noun: 'member', id: from, before: gone, after })
  if (role === stays.role) return
  const raised = await db.member.update({ where: of(into), data: { role } })
  await record(auditing, { noun: 'member', id: into, before: stays, after: raised })
}

async function moveWork({ db, workspace }: Context, from: string, into: string): Promise<void> {
  const workspaceId = workspace.id
  const mine = { workspaceId, memberId: from }
  const data = { memberId: into }
  await db.identity.updateMany({ where: mine, data })
  // Its address showed the tasks of an account that is no more.
  await db.calendar.deleteMany({ where: mine })
  await db.door.deleteMany({ where: mine })
  await db.shownList.deleteMany({ where: mine })
  await db.shownChanges.deleteMany({ where: mine })
  await db.activity.updateMany({ where: mine, data })
  await db.change.updateMany({ where: mine, data })
  // The two accounts are one person: who was welcomed on one side is not welcomed again on the other.
  await db.message.deleteMany({ where: { ...mine, kind: 'welcome', sentAt: null } })
  await db.message.updateMany({ where: mine, data })
  await db.channel.updateMany({ where: { workspaceId, digestById: from }, data: { digestById: into } })
  await db.$executeRaw`UPDATE cadences s SET value = ${into} WHERE s."workspaceId" = ${workspaceId}::uuid AND s.field = 'owner' AND s.value = ${from}
    AND NOT EXISTS (SELECT FROM cadences t WHERE t."workspaceId" = s."workspaceId" AND t.field = s.field AND t.value = ${into})`
  await db.member.updateMany({ where: { workspaceId, managerId: from, id: { not: into } }, data: { managerId: into } })
  await db.$executeRaw`UPDATE teams SET "memberIds" = array_replace("memberIds", ${from}::uuid, ${into}::uuid), "managerIds" = array_replace("managerIds", ${from}::uuid, ${into}::uuid)
    WHERE "workspaceId" = ${workspaceId}::uuid AND ${from}::uuid = ANY("memberIds" || "managerIds")`
  await db.task.updateMany({ where: { workspaceId, ownerId: from }, data: { ownerId: into } })
  await db.task.updateMany({ where: { workspaceId, createdById: from }, data: { createdById: into } })
  await db.task.updateMany({ where: { workspaceId, doneById: from }, data: { doneById: into } })
  await db.company.updateMany({ where: { workspaceId, ownerId: from }, data: { ownerId: into } })
  await db.contact.updateMany({ where: { workspaceId, ownerId: from }, data: { ownerId: into } })
}
