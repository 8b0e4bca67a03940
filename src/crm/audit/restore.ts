import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { rows, type Transaction } from '../../database/index.ts'
import { sayAgo } from '../../understanding/index.ts'
import { asDate } from '../ids.ts'
import { type Kept, type Noun, snapshotOf } from './audit.ts'
import { columnsOf, foundBy, isOvertaken, only } from './overtaken.ts'
import { type Names, sayChange } from './said.ts'
import { say } from './words.ts'

/** The part of a Prisma delegate that taking back needs; the same for every table. */
interface Rows {
  findUnique: (args: { where: object }) => Promise<object | null>
  update: (args: { where: object; data: object }) => Promise<unknown>
  create: (args: { data: object }) => Promise<unknown>
}

const tables: Record<Noun, (db: Transaction) => unknown> = {
  company: (db) => db.company,
  contact: (db) => db.contact,
  activity: (db) => db.activity,
  task: (db) => db.task,
  member: (db) => db.member,
  workspace: (db) => db.workspace,
  installation: (db) => db.installation,
  message: (db) => db.message,
  channel: (db) => db.channel,
  cadence: (db) => db.cadence,
}

function keyOf(workspaceId: string, change: Kept): object {
  const row = change.after ?? change.before ?? {}
  if (change.noun === 'installation') return { workspaceId, platform_teamId: { platform: row.platform, teamId: row.teamId } }
  if (change.noun === 'workspace') return { id: workspaceId }
  return { workspaceId_id: { workspaceId, id: change.entityId } }
}

/** Puts one row back to how it was. Throws UserError, saying what stands in the way, when it was changed again or is in use. */
export async function takeBack(context: Context, change: Kept, names: Names): Promise<void> {
  const rows = tables[change.noun](context.db) as Rows
  const where = keyOf(context.workspace.id, change)
  context.changed.add(change.noun)
  const found = await rows.findUnique({ where })
  const now = found && snapshotOf(found)
  if (!change.after) {
    if (now) throw await overtaken(context, change, names)
    await rows.create({ data: change.before ?? {} })
    return
  }
  if (!now || isOvertaken(change, now)) throw await overtaken(context, change, names)
  if (change.before) {
    await rows.update({ where, data: { ...only(change.before, columnsOf(change)), ...foundBy(change.noun, change.before) } })
    return
  }
  if (await inUse(context, change)) throw new UserError(say(context.locale).inUse(nameOf(change)), { mend: false })
  await rows.update({ where, data: archived(change.noun, context) })
}

const nameOf = (change: Kept) => String(change.after?.name ?? '')
const archived = (noun: Noun, { now }: Context) => (noun === 'member' ? { active: false } : { archivedAt: asDate(now) })

/** A company or a contact that others have entered something for since. */
async function inUse({ db, workspace }: Context, { noun, entityId }: Kept): Promise<boolean> {
  if (noun !== 'company' && noun !== 'contact') return false
  const where = { workspaceId: workspace.id, archivedAt: null, [noun === 'company' ? 'companyId' : 'contactId']: entityId }
  if (await db.activity.findFirst({ where, select: { id: true } })) return true
  if (await db.task.findFirst({ where, select: { id: true } })) return true
  if (noun === 'contact') return wasThere({ db, workspace }, entityId)
  return (
    (await db.contact.findFirst({
      where: { workspaceId: workspace.id, archivedAt: null, companyId: entityId },
      select: { id: true },
    })) !== null
  )
}

/** Whether a person took part in something that is logged with another. */
const wasThere = async ({ db, workspace }: Pick<Context, 'db' | 'workspace'>, id: string): Promise<boolean> =>
  (
    await rows(
      db,
      `SELECT FROM activities WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND "otherContactIds" <> '{}'
        AND "otherContactIds" @> ARRAY[$2::uuid] LIMIT 1`,
      [workspace.id, id],
    )
  ).length > 0

/** Who changed the row after that, and when, as far as it is written down. */
async function overtaken(context: Context, change: Kept, names: Names): Promise<UserError> {
  const { db, workspace, locale } = context
  const words = say(locale)
  const what = sayChange(change, names, locale)
  const later = await db.change.findFirst({
    where: { workspaceId: workspace.id, entityId: change.entityId, id: { gt: change.id }, undoneAt: null },
    orderBy: { id: 'desc' },
    select: { memberId: true, at: true },
  })
  const when = sayAgo(Temporal.Instant.fromEpochMilliseconds((later?.at ?? asDate(context.now)).getTime()), context, locale)
  const by = later?.memberId && (await db.member.findFirst({ where: { workspaceId: workspace.id, id: later.memberId } }))
  const quoted = locale === 'en' ? `“${what}”` : what
  return new UserError(by ? words.overtakenBy(quoted, by.name, when) : words.overtaken(quoted, when), {
    mend: false,
    cause: `overtaken: ${change.noun} ${change.entityId}`,
  })
}
