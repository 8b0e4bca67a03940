import type { Context } from '../../bot/context.ts'
import { type Sql, sql } from '../../database/index.ts'
import { takingPart, whoOf } from '../activities/activities.ts'
import type { Customer } from '../customers/customers.ts'
import { instantsOf } from '../finding/days.ts'
import { activitySeen, attachmentSeen, dealSeen, taskSeen } from '../visibility.ts'
import { KINDS, type TimelineKind, type Wanted } from './asked.ts'

export type Source = 'activity' | 'task' | 'deal' | 'change' | 'file'

/** Something that happened: where it stands, and when it was. */
export interface Happened {
  source: Source
  id: string
  at: Date
  /** A task's words, a file's name. */
  what: string | null
  url: string | null
  memberId: string | null
}

/** A place in a timeline: what lies behind it is older, or, the other way, newer. */
export interface Cursor {
  at: Date
  id: string
  newer?: boolean
}

/** One page of what happened with a customer, newest first; from a place on, by its key, however far back it lies. */
export async function happened(
  context: Context,
  customer: Customer,
  wanted: Wanted,
  cursor: Cursor | undefined,
  take: number,
): Promise<Happened[]> {
  const way = cursor?.newer ? sql`ASC` : sql`DESC`
  const parts = sourcesOf(context, customer, wanted, cursor).map(
    (one) => sql`(${one} ORDER BY at ${way}, id ${way} LIMIT ${take})`,
  )
  if (!parts.length) return []
  const found = await context.db.$queryRaw<Happened[]>`
    SELECT source, id::text, at, what, url, "memberId"::text FROM (${parts.reduce((one, other) => sql`${one} UNION ${other}`)}) f
    ORDER BY at ${way}, id ${way} LIMIT ${take}`
  return cursor?.newer ? found.toReversed() : found
}

const ACTIVITIES = KINDS.filter((kind) => !['task', 'deal', 'change', 'file'].includes(kind))

function sourcesOf(context: Context, customer: Customer, { kinds, by, span }: Wanted, cursor: Cursor | undefined): Sql[] {
  const { workspace, me } = context
  const wants = (kind: TimelineKind) => !kinds?.length || kinds.includes(kind)
  const members = by?.map((one) => (one === 'me' ? me.id : one))
  const { from, until } = instantsOf(span ?? {}, context)
  /** The time, the person and the place that are asked for. */
  const asked = (at: Sql, member: Sql) =>
    sql`${members ? sql` AND ${member} = ANY(${members}::uuid[])` : NONE}${from ? sql` AND ${at} >= ${from}` : NONE}${until ? sql` AND ${at} < ${until}` : NONE}${
      cursor
        ? cursor.newer
          ? sql` AND (${at}, x.id) > (${cursor.at}, ${cursor.id}::uuid)`
          : sql` AND (${at}, x.id) < (${cursor.at}, ${cursor.id}::uuid)`
        : NONE
    }`
  const here = sql`x."workspaceId" = ${workspace.id}::uuid`
  const id = customer.contactId ?? customer.companyId
  const { own, others } = takingPart(...whoOf(customer))
  const sorts = ACTIVITIES.filter(wants)
  const ofKind = sorts.length < ACTIVITIES.length ? sql` AND x.kind = ANY(${sorts}::text[])` : NONE
  const activities = (
    whose: Sql,
  ) => sql`SELECT 'activity' AS source, x.id, x."occurredAt" AS at, NULL AS what, NULL AS url, x."memberId" FROM activities x
    WHERE ${here} AND ${whose} AND x."archivedAt" IS NULL${ofKind}${activitySeen(context, 'x')}${asked(sql`x."occurredAt"`, sql`x."memberId"`)}`
  const theirs = customer.contactId ? sql`x."contactId" = ${id}::uuid` : sql`x."companyId" = ${id}::uuid`
  const tasks = sql`SELECT 'task' AS source, x.id, x."doneAt" AS at, x.what, NULL AS url, x."doneById" AS "memberId" FROM tasks x
    WHERE ${here} AND ${theirs} AND x."archivedAt" IS NULL AND x."doneAt" IS NOT NULL${taskSeen(context, 'x')}${asked(sql`x."doneAt"`, sql`x."doneById"`)}`
  const changes = sql`SELECT 'change' AS source, x.id, x.at, NULL AS what, NULL AS url, x."memberId" FROM changes x
    WHERE ${here} AND x."entityId" = ${id}::uuid AND x.noun IN ('company', 'contact') AND x."undoneAt" IS NULL AND x.operation NOT IN ('undo', 'redo')${asked(sql`x.at`, sql`x."memberId"`)}`
  // Opened, or at another stage: won and lost among them.
  const deals = sql`SELECT 'deal' AS source, x.id, x.at, NULL AS what, NULL AS url, x."memberId" FROM deals d JOIN changes x ON x."workspaceId" = d."workspaceId" AND x."entityId" = d.id
    WHERE ${here} AND ${customer.contactId ? sql`d."contactId" = ${id}::uuid` : sql`d."companyId" = ${id}::uuid`} AND d."archivedAt" IS NULL${dealSeen(context, 'd')} AND x.noun = 'deal' AND x."undoneAt" IS NULL AND x.operation NOT IN ('undo', 'redo')
      AND (x.before IS NULL OR x.before->>'stage' IS DISTINCT FROM x.after->>'stage')${asked(sql`x.at`, sql`x."memberId"`)}`
  const files = sql`SELECT 'file' AS source, x.id, x."createdAt" AS at, x.name AS what, x.url, x."createdById" AS "memberId" FROM attachments x
    WHERE ${here} AND x."recordId" = ${id}::uuid AND x."archivedAt" IS NULL${attachmentSeen(context, 'x')}${asked(sql`x."createdAt"`, sql`x."createdById"`)}`
  return [
    ...(sorts.length ? [activities(own), activities(others)] : []),
    ...(wants('task') ? [tasks] : []),
    ...(wants('deal') ? [deals] : []),
    ...(wants('change') ? [changes] : []),
    ...(wants('file') ? [files] : []),
  ]
}

const NONE = sql``
