import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed } from '../../bot/errors.ts'
import { type Sql, sql } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { sourceOf } from './source.ts'
import { say } from './words.ts'

/** What moves thousands of records at once is taken back as it was done: a statement for each table. */
const BY_SET = 'hand over'

/** Whether a request handed over everything of somebody. */
export async function isHandover({ db, workspace }: Pick<Context, 'db' | 'workspace'>, request: string): Promise<boolean> {
  const where = { workspaceId: workspace.id, requestId: request }
  return (await db.change.findFirst({ where, orderBy: { id: 'asc' }, select: { operation: true } }))?.operation === BY_SET
}

/** Gives back what a request handed over, as far as it is still with whom it went to; what went on since stays. */
export async function undoHandover(context: Context, request: string): Promise<Card> {
  const { db, workspace, me, locale } = context
  const words = say(locale)
  const where = { workspaceId: workspace.id, requestId: request }
  const one = await db.change.findFirst({ where, select: { memberId: true } })
  if (me.role === 'reader') throw new NotAllowed(words.readsOnly)
  if (me.role !== 'admin' && one?.memberId !== me.id) throw new NotAllowed(words.notYours)
  const standing = await db.change.count({ where: { ...where, undoneAt: null } })
  if (!standing) return card({ lines: [words.already] })
  let given = 0
  for (const step of STEPS) given += await giveBack(context, request, step)
  // What stays was handed on since: it is looked at no more.
  await db.change.updateMany({ where: { ...where, undoneAt: null }, data: { undoneAt: asDate(context.now) } })
  for (const noun of ['company', 'contact', 'deal', 'task']) context.changed.add(noun)
  const stayed = standing - given
  return card({ tone: 'good', lines: [words.givenBack(given), ...(stayed ? [words.handedOn(stayed)] : [])] })
}

interface Step {
  noun: string
  table: Sql
  /** The row `x` is as the change `c` left it. */
  isSo: Sql
  set: Sql
}

const owner = (of: 'before' | 'after') => sql`(c.${of === 'before' ? sql`before` : sql`after`}->>'ownerId')::uuid`
const owned = { isSo: sql`x."ownerId" IS NOT DISTINCT FROM ${owner('after')}`, set: sql`"ownerId" = ${owner('before')}` }

const STEPS: readonly Step[] = [
  { noun: 'company', table: sql`companies`, ...owned },
  { noun: 'contact', table: sql`contacts`, ...owned },
  { noun: 'deal', table: sql`deals`, ...owned },
  {
    noun: 'task',
    table: sql`tasks`,
    isSo: sql`${owned.isSo} AND x."doneAt" IS NULL AND x."archivedAt" IS NULL`,
    set: sql`${owned.set}, zone = c.before->>'zone', "remindAt" = CASE WHEN x."remindAt" IS NOT DISTINCT FROM (c.after->>'remindAt')::timestamptz THEN (c.before->>'remindAt')::timestamptz ELSE x."remindAt" END`,
  },
  { noun: 'cadence', table: sql`cadences`, isSo: sql`x.value = c.after->>'value'`, set: sql`value = c.before->>'value'` },
]

async function giveBack(context: Context, request: string, { noun, table, isSo, set }: Step): Promise<number> {
  const { db, workspace, me, requestId } = context
  const now = asDate(context.now)
  const { source, teamId, channel } = sourceOf(context)
  const [done] = await db.$queryRaw<{ count: number }[]>`
    WITH given AS (UPDATE ${table} x SET ${set}, "updatedAt" = ${now} FROM changes c
      WHERE c."workspaceId" = ${workspace.id}::uuid AND c."requestId" = ${request} AND c.noun = ${noun} AND c."undoneAt" IS NULL
        AND x."workspaceId" = c."workspaceId" AND x.id = c."entityId" AND ${isSo}
      RETURNING c.id AS "changeId", c."entityId", c.before, c.after, c."companyId", c."contactId"),
    marked AS (UPDATE changes c SET "undoneAt" = ${now} FROM given g WHERE c."workspaceId" = ${workspace.id}::uuid AND c.id = g."changeId"),
    written AS (INSERT INTO changes ("workspaceId", id, "requestId", "memberId", operation, noun, "entityId", before, after, at, "companyId", "contactId", source, "teamId", channel)
      SELECT ${workspace.id}::uuid, encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send(${now.getTime()}::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid,
        ${requestId}, ${me.id}::uuid, 'undo', ${noun}, g."entityId", g.after, g.before, ${now}, g."companyId", g."contactId", ${source}, ${teamId}, ${channel} FROM given g RETURNING 1)
    SELECT count(*)::int AS count FROM written`
  return done?.count ?? 0
}
