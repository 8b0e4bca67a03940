import type { Context } from '../../bot/context.ts'
import { prepared, type Sql, sql, verbatim } from '../../database/index.ts'
import { type CustomerIndex, normalizeName } from '../../understanding/index.ts'
import { asKept, type Kept, type KeptJson, keptOne } from '../customers/cold.ts'
import { type Customer, lookupBeside } from '../customers/customers.ts'
import { type Refusal, refusalOf } from '../customers/may-contact.ts'
import { isOpenDeal, joinedDeal, type NamedDeal, namedDeal } from '../deals/named.ts'
import { joinedTask, type NamedTask, namedTask } from '../tasks/tasks.ts'
import { companySeen, contactSeen, dealSeen, taskSeen } from '../visibility.ts'
import { joined, type NamedActivity, named, newest, whoOf } from './activities.ts'

/** How things stand with a customer: the newest contacts, newest first, and the open tasks, the earliest first, those without a date last. */
export interface Standing {
  contacts: NamedActivity[]
  tasks: NamedTask[]
  /** Open ones, the next to close first. */
  deals: NamedDeal[]
  kept?: Kept
  /** Why they must not be contacted. */
  refusal?: Refusal
}

type Reader = Pick<Context, 'db' | 'me' | 'sees' | 'openly'> & { workspace: { id: string } }

const CONTACTS = 4
const TASKS = 3
const DEALS = 3
/** So many of one name are looked at: more of them are asked about anyway. */
const MOST_OF_A_NAME = 3

/** How things stand with one customer, in one trip: for a person theirs, for a company those with anybody there. */
export async function standingOf(reader: Reader, customer: Customer): Promise<Standing> {
  const [kind, id] = whoOf(customer)
  const { text, values } = standings(reader, kind, sql`SELECT ${id} AS id`)
  const [row] = await prepared<Row>(reader.db, text, values)
  return row ? asStanding(row) : { contacts: [], tasks: [], deals: [] }
}

/**
 * The customers that a name can mean, and how things stand with everybody of just this name, by their references, in one trip: for most names the
 * answer is there when it is known whose it is.
 */
export async function standingsNamed(
  reader: Reader,
  name: string,
): Promise<{ known: CustomerIndex; standings: Map<string, Standing> }> {
  const who = (table: Sql, seen: Sql) => sql`SELECT x.id FROM ${table} x WHERE x."workspaceId" = ${reader.workspace.id}::uuid
    AND x."searchName" = ${normalizeName(name)} AND x."archivedAt" IS NULL${seen} LIMIT ${MOST_OF_A_NAME}`
  const asked = sql`${standings(reader, 'company', who(sql`companies`, companySeen(reader, 'x')))} UNION ALL ${standings(reader, 'contact', who(sql`contacts`, contactSeen(reader, 'x')))}`
  // Putting the text together is work, and it is always the same.
  const kind = `${reader.sees === 'all'} ${reader.openly}`
  const text = textsNamed.get(kind) ?? asked.text
  textsNamed.set(kind, text)
  const [known, found] = await lookupBeside<Row>(reader, name, { text, values: asked.values })
  return { known, standings: new Map(found.map((row) => [row.ref, asStanding(row)])) }
}

const textsNamed = new Map<string, string>()

interface Row {
  ref: string
  contacts: NamedActivity[]
  tasks: NamedTask[]
  deals: NamedDeal[]
  kept: KeptJson
  refusal: Refusal | null
}

function standings(reader: Reader, kind: 'company' | 'contact', who: Sql): Sql {
  const { workspace } = reader
  const theirs = kind === 'company' ? sql`t."companyId"` : sql`t."contactId"`
  return sql`SELECT ${kind} || ':' || who.id AS ref,
    (SELECT coalesce(jsonb_agg(one), '[]') FROM (
      SELECT ${named(reader)} FROM (SELECT * FROM (${newest(reader, kind, sql`who.id`, CONTACTS)}) n ORDER BY n."occurredAt" DESC, n.id DESC LIMIT ${CONTACTS}) a ${joined(reader)}
      ORDER BY a."occurredAt" DESC, a.id DESC) one) AS contacts,
    (SELECT coalesce(jsonb_agg(one), '[]') FROM (
      SELECT ${namedTask} FROM (SELECT * FROM tasks t WHERE t."workspaceId" = ${workspace.id}::uuid AND ${theirs} = who.id AND t."doneAt" IS NULL
        AND t."archivedAt" IS NULL${taskSeen(reader, 't')} ORDER BY t."remindAt" NULLS LAST, t.id LIMIT ${TASKS}) t ${joinedTask(reader)}
      ORDER BY t."remindAt" NULLS LAST, t.id) one) AS tasks,
    (SELECT coalesce(jsonb_agg(one), '[]') FROM (
      SELECT ${namedDeal} FROM (SELECT * FROM deals x WHERE x."workspaceId" = ${workspace.id}::uuid AND ${kind === 'company' ? sql`x."companyId"` : sql`x."contactId"`} = who.id
        AND x."archivedAt" IS NULL AND ${isOpenDeal}${dealSeen(reader, 'x')} ORDER BY x."expectedCloseDate" NULLS LAST, x.id LIMIT ${DEALS}) x ${joinedDeal(reader)}
      ORDER BY x."expectedCloseDate" NULLS LAST, x.id) one) AS deals,
    ${keptOne(reader, kind, sql`who.id`)} AS kept,
    (SELECT ${refusalOf} FROM ${kind === 'company' ? COMPANY_ALONE : PERSON_THERE}."workspaceId" = ${workspace.id}::uuid AND ${verbatim(kind === 'company' ? 'co' : 'p')}.id = who.id) AS refusal
    FROM (${who}) who`
}

const COMPANY_ALONE = sql`companies co LEFT JOIN contacts p ON FALSE WHERE co`
const PERSON_THERE = sql`contacts p LEFT JOIN companies co ON co."workspaceId" = p."workspaceId" AND co.id = p."companyId" WHERE p`

const asStanding = ({ contacts, tasks, deals, kept, refusal }: Row): Standing => ({
  deals,
  contacts: contacts.map((one) => ({ ...one, occurredAt: new Date(one.occurredAt) })),
  tasks: tasks.map((one) => ({
    ...one,
    createdAt: new Date(one.createdAt),
    remindAt: one.remindAt && new Date(one.remindAt),
    remindedAt: one.remindedAt && new Date(one.remindedAt),
  })),
  kept: asKept(kept),
  ...(refusal && { refusal }),
})
