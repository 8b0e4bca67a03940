import type { Context, Member } from '../../bot/context.ts'
import { type Sql, sql } from '../../database/index.ts'
import { sourceOf } from '../audit/source.ts'
import { isOpenDeal } from '../deals/named.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { instantOf } from '../tasks/tasks.ts'

/** What belongs to somebody, or to them with one customer: how much of each. */
export interface Belongings {
  companies: number
  contacts: number
  tasks: number
  /** Open ones: a closed one stays with who won or lost it. */
  deals: number
  cadences: number
}

/** Whose, and of which customer; left out: everything. */
export interface Whose {
  from: string | null
  of?: { companyId: string | null; contactId: string | null }
}

const is = (column: Sql, id: string | null) => sql`${column} IS NOT DISTINCT FROM ${id}::uuid`

/** In SQL, which rows of each table are moved. All of them, whoever moves them sees: who may is asked before. */
function rowsOf({ workspace }: Pick<Context, 'workspace'>, { from, of }: Whose) {
  const here = (row: Sql) => sql`${row}."workspaceId" = ${workspace.id}::uuid AND ${row}."archivedAt" IS NULL`
  const person = of?.contactId ? sql` AND x.id = ${of.contactId}::uuid` : undefined
  const company = of && !of.contactId ? sql` AND x.id = ${of.companyId}::uuid` : undefined
  const about =
    of && (of.contactId ? sql` AND x."contactId" = ${of.contactId}::uuid` : sql` AND x."companyId" = ${of.companyId}::uuid`)
  return {
    companies: sql`${here(sql`x`)} AND ${is(sql`x."ownerId"`, from)}${of ? (company ?? sql` AND FALSE`) : sql``}`,
    // Who belongs to nobody goes with their company anyway.
    contacts: sql`${here(sql`x`)} AND ${is(sql`x."ownerId"`, from)}${of ? (person ?? (from ? sql` AND x."companyId" = ${of.companyId}::uuid` : sql` AND FALSE`)) : sql``}`,
    // What is private stays where it is.
    tasks: sql`${here(sql`x`)} AND x."ownerId" = ${from}::uuid AND x."doneAt" IS NULL AND NOT x.private${about ?? sql``}`,
    deals: sql`${here(sql`x`)} AND x."ownerId" = ${from}::uuid AND ${isOpenDeal}${about ?? sql``}`,
    cadences: sql`${here(sql`x`)} AND x.field = 'owner' AND x.value = ${from ?? ''} AND x."keepDays" IS NOT NULL${of ? sql` AND FALSE` : sql``}`,
  }
}

/** How much would be moved. */
export async function belongings(context: Pick<Context, 'db' | 'workspace'>, whose: Whose): Promise<Belongings> {
  const where = rowsOf(context, whose)
  const [found] = await context.db.$queryRaw<Belongings[]>`SELECT
    (SELECT count(*)::int FROM companies x WHERE ${where.companies}) AS companies,
    (SELECT count(*)::int FROM contacts x WHERE ${where.contacts}) AS contacts,
    (SELECT count(*)::int FROM tasks x WHERE ${where.tasks}) AS tasks,
    (SELECT count(*)::int FROM deals x WHERE ${where.deals}) AS deals,
    (SELECT count(*)::int FROM cadences x WHERE ${where.cadences}) AS cadences`
  return found ?? { companies: 0, contacts: 0, tasks: 0, deals: 0, cadences: 0 }
}

export const isNothing = (all: Belongings): boolean => Object.values(all).every((count) => count === 0)

/**
 * Gives what is somebody's to somebody else (`to` null: to nobody, then tasks stay): a statement for each table, its audit rows in the same one, however
 * many there are. Tasks keep their wall clock, now the new owner's; what was said already is not said again.
 */
export async function move(context: Context, whose: Whose, to: Member | null): Promise<Belongings> {
  const where = rowsOf(context, whose)
  const { db } = context
  const now = asDate(context.now)
  const ids = { before: sql`${whose.from}::text`, after: sql`${to?.id ?? null}::text` }
  const owned = (noun: 'company' | 'contact' | 'deal', table: Sql, condition: Sql, companyId: Sql) => {
    // A deal is called by its customer as well.
    const around =
      noun === 'deal' ? sql`jsonb_build_object('companyId', x."companyId", 'contactId', x."contactId")` : sql`'{}'::jsonb`
    return db.$queryRaw<{ count: number }[]>`
    WITH moved AS (UPDATE ${table} x SET "ownerId" = ${to?.id ?? null}::uuid, "updatedAt" = ${now} WHERE ${condition} RETURNING x.*),
    written AS (${audited(context, sql`moved`, {
      noun,
      before: sql`jsonb_build_object('id', x.id, 'name', x.name, 'ownerId', ${ids.before}) || ${around}`,
      after: sql`jsonb_build_object('id', x.id, 'name', x.name, 'ownerId', ${ids.after}) || ${around}`,
      companyId,
      contactId: noun === 'contact' ? sql`x.id` : noun === 'deal' ? sql`x."contactId"` : sql`NULL::uuid`,
    })} RETURNING 1)
    SELECT count(*)::int AS count FROM written`
  }
  const [companies] = await owned('company', sql`companies`, where.companies, sql`x.id`)
  const [contacts] = await owned('contact', sql`contacts`, where.contacts, sql`x."companyId"`)
  const [deals] = to && whose.from ? await owned('deal', sql`deals`, where.deals, sql`x."companyId"`) : []
  const tasks = to && whose.from ? await moveTasks(context, where.tasks, to) : 0
  const [cadences] = to
    ? await db.$queryRaw<{ count: number }[]>`
        WITH moved AS (UPDATE cadences x SET value = ${to.id}, "updatedAt" = ${now} WHERE ${where.cadences} AND NOT EXISTS
          (SELECT FROM cadences y WHERE y."workspaceId" = x."workspaceId" AND y.field = x.field AND y.value = ${to.id}) RETURNING x.*),
        written AS (${audited(context, sql`moved`, {
          noun: 'cadence',
          before: sql`jsonb_build_object('id', x.id, 'field', x.field, 'value', ${ids.before})`,
          after: sql`jsonb_build_object('id', x.id, 'field', x.field, 'value', ${ids.after})`,
          companyId: sql`NULL::uuid`,
          contactId: sql`NULL::uuid`,
        })} RETURNING 1)
        SELECT count(*)::int AS count FROM written`
    : []
  for (const noun of ['company', 'contact', 'deal', 'task']) context.changed.add(noun)
  if (tasks) await tellAnew(context)
  return {
    companies: companies?.count ?? 0,
    contacts: contacts?.count ?? 0,
    tasks,
    deals: deals?.count ?? 0,
    cadences: cadences?.count ?? 0,
  }
}

interface Written {
  noun: 'company' | 'contact' | 'deal' | 'task' | 'cadence'
  before: Sql
  after: Sql
  companyId: Sql
  contactId: Sql
}

/** In SQL, an id that sorts by time: UUIDv7 (RFC 9562). */
const idAt = (now: Date): Sql =>
  sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send(${now.getTime()}::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`

/** In SQL, the audit rows of the rows `x` that a statement has changed. */
function audited(context: Context, from: Sql, { noun, before, after, companyId, contactId }: Written): Sql {
  const { workspace, me, requestId, operation } = context
  const now = asDate(context.now)
  const { source, teamId, channel } = sourceOf(context)
  return sql`INSERT INTO changes ("workspaceId", id, "requestId", "memberId", operation, noun, "entityId", before, after, at, "companyId", "contactId", source, "teamId", channel)
    SELECT ${workspace.id}::uuid, ${idAt(now)}, ${requestId}, ${me.id}::uuid, ${operation}, ${noun}, x.id, ${before}, ${after}, ${now}, ${companyId}, ${contactId},
      ${source}, ${teamId}, ${channel} FROM ${from} x`
}

interface Open {
  id: string
  dueLocal: string | null
  remindAt: Date | null
  remindedAt: Date | null
}

async function moveTasks(context: Context, condition: Sql, to: Member): Promise<number> {
  const { db } = context
  const now = asDate(context.now)
  const open = await db.$queryRaw<
    Open[]
  >`SELECT x.id, x."dueLocal", x."remindAt", x."remindedAt" FROM tasks x WHERE ${condition} FOR UPDATE`
  if (!open.length) return 0
  const wanted = open.map(({ id, dueLocal, remindAt, remindedAt }) => ({
    id,
    at: remindedAt ? remindAt : instantOf(dueLocal, to, context.now),
  }))
  const iso = (column: Sql) => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const row = (owner: Sql, zone: Sql, at: Sql) =>
    sql`jsonb_build_object('id', x.id, 'what', x.what, 'companyId', x."companyId", 'contactId', x."contactId", 'ownerId', ${owner}, 'zone', ${zone}, 'remindAt', ${iso(at)})`
  const [moved] = await db.$queryRaw<{ count: number }[]>`
    WITH wanted AS MATERIALIZED (SELECT w.id, w.at FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w(id uuid, at timestamptz)),
    old AS MATERIALIZED (SELECT x.*, w.at AS "newAt" FROM tasks x JOIN wanted w ON w.id = x.id WHERE ${condition}),
    moved AS (UPDATE tasks t SET "ownerId" = ${to.id}::uuid, zone = ${to.timeZone}, "remindAt" = o."newAt", "updatedAt" = ${now}
      FROM old o WHERE t."workspaceId" = o."workspaceId" AND t.id = o.id RETURNING o.*),
    written AS (${audited(context, sql`moved`, {
      noun: 'task',
      before: row(sql`x."ownerId"::text`, sql`x.zone`, sql`x."remindAt"`),
      after: row(sql`${to.id}::text`, sql`${to.timeZone}::text`, sql`x."newAt"`),
      companyId: sql`x."companyId"`,
      contactId: sql`x."contactId"`,
    })} RETURNING 1)
    SELECT count(*)::int AS count FROM written`
  return moved?.count ?? 0
}

/** What was sent about the tasks that this request moved is made true again. */
async function tellAnew({ db, workspace, now, requestId }: Context): Promise<void> {
  await db.$executeRaw`UPDATE messages m SET "refreshAt" = ${asDate(now)}, "refreshTries" = 0 FROM changes c
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c."requestId" = ${requestId} AND c.noun = 'task' AND m."workspaceId" = c."workspaceId" AND m.about = c."entityId"
      AND m."gaveUpAt" IS NULL AND (m."sentAt" > ${asDate(now.subtract({ hours: 24 * 30 }))} OR m."sentAt" IS NULL AND m.attempts > 0)`
  await wakeSenders({ db })
}
