import type { Temporal } from 'temporal-polyfill'
import type { Workspace } from '../../bot/context.ts'
import { localeOf } from '../../bot/text.ts'
import type { Transaction } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'

/** A Slack team, a Discord server or the playground, in the platform's own ids. */
export interface Team {
  platform: string
  team: string
}

export const asWorkspace = (row: { id: string; name: string; timeZone: string; locale: string }): Workspace => ({
  id: row.id,
  name: row.name,
  timeZone: row.timeZone,
  locale: localeOf(row.locale),
})

const key = ({ platform, team }: Team) => ({ platform_teamId: { platform, teamId: team } })

export const installationOf = (db: Transaction, team: Team) => db.installation.findUnique({ where: key(team) })

/** Makes the workspace of a team that nobody has asked anything from before. */
export async function foundWorkspace(
  db: Transaction,
  team: Team,
  { name, timeZone, locale }: Pick<Workspace, 'name' | 'timeZone' | 'locale'>,
  now: Temporal.Instant,
): Promise<Workspace> {
  const createdAt = asDate(now)
  const row = await db.workspace.create({ data: { id: newId(now), name, timeZone, locale, createdAt } })
  await db.installation.create({
    data: { platform: team.platform, teamId: team.team, workspaceId: row.id, name, createdAt },
  })
  return asWorkspace(row)
}

/** Whether nobody has entered a customer yet: then its teams may move into another workspace. */
export async function isEmpty(db: Transaction, workspaceId: string): Promise<boolean> {
  const where = { workspaceId }
  const select = { id: true }
  if (await db.company.findFirst({ where, select })) return false
  return (await db.contact.findFirst({ where, select })) === null
}

/**
 * Moves the teams of a workspace without customers, and everything its people did there, into another. The members follow with their
 * accounts; the row that is left names no team, so that nobody gets there any more.
 */
export async function moveInto(db: Transaction, from: string, to: string): Promise<void> {
  await db.installation.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  // Accounts follow their members, and tasks their activities, by the foreign keys.
  await db.$executeRaw`UPDATE members SET "workspaceId" = ${to}::uuid WHERE "workspaceId" = ${from}::uuid`
  await db.activity.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.task.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.change.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.import.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.message.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.shownList.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.shownChanges.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.channel.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.$executeRaw`UPDATE cadences s SET "workspaceId" = ${to}::uuid WHERE s."workspaceId" = ${from}::uuid AND NOT EXISTS
    (SELECT FROM cadences t WHERE t."workspaceId" = ${to}::uuid AND t.field = s.field AND t.value = s.value)`
  await db.team.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
  await db.$executeRaw`UPDATE custom_fields s SET "workspaceId" = ${to}::uuid WHERE s."workspaceId" = ${from}::uuid AND NOT EXISTS
    (SELECT FROM custom_fields t WHERE t."workspaceId" = ${to}::uuid AND t.noun = s.noun AND t.key = s.key AND t."archivedAt" IS NULL)`
  await db.parkedInput.updateMany({ where: { workspaceId: from }, data: { workspaceId: to } })
}

/** Sets which roles of a Discord server may use the bot; none: only those who manage it. Gives the row before and after. */
export async function setAccess(db: Transaction, team: Team, accessRoles: string[]) {
  const before = await db.installation.findUniqueOrThrow({ where: key(team) })
  const after = await db.installation.update({ where: key(team), data: { accessRoles } })
  return { before, after }
}
