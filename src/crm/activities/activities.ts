import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import type { Locale } from '../../bot/text.ts'
import { askedTogether, insert, type Sql, sql, type Transaction } from '../../database/index.ts'
import { localNow, localToInstant, type Moment, sayAgo, sayAt } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import { filedUnder } from '../filed.ts'
import { asDate, newId } from '../ids.ts'
import { activitySeen, companySeen, contactSeen, type Eyes, type Viewer } from '../visibility.ts'
import { lineOf } from './private.ts'
import { IN_VAIN, type Kind, type Outcome, say, sayKind, sayOutcome } from './vocabulary.ts'

/** One contact with a customer, or a note on one. */
export interface Activity {
  id: string
  companyId: string | null
  contactId: string | null
  memberId: string
  kind: string
  direction: string | null
  outcome: string | null
  occurredAt: Date
  dayOnly: boolean
  zone: string
  note: string
  amount: number | null
  currency: string | null
  sourceUrl: string | null
  /** Only who logged it sees it. */
  private: boolean
}

/** An activity with the names to show it by. */
export interface NamedActivity extends Activity {
  memberName: string
  companyName: string | null
  contactName: string | null
  /** The known people who took part besides the contact. */
  otherNames: string[]
}

/** Whom an activity was with. */
export interface With {
  companyId: string | null
  contactId: string | null
}

export interface NewActivity extends With {
  kind: Kind
  direction?: 'inbound' | null
  outcome?: Outcome | null
  /** Local time in the member's zone: YYYY-MM-DDTHH:mm, or YYYY-MM-DD when only the day is known. Absent: now. */
  at?: string
  note: string
  amount?: { value: number; currency?: string } | null
  otherContactIds?: string[]
  sourceUrl?: string | null
  private?: boolean
}

/** Where a stated time stands: an instant, or a whole day kept as its noon. */
export function placed(at: string | undefined, { now, zone }: Moment): { occurredAt: Temporal.Instant; dayOnly: boolean } {
  if (!at) return { occurredAt: now, dayOnly: false }
  return at.includes('T')
    ? { occurredAt: localToInstant(at, zone), dayOnly: false }
    : {
        occurredAt: Temporal.PlainDate.from(at).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant(),
        dayOnly: true,
      }
}

/** Whether a contact reached somebody: a note is none, and a call that nobody answered reached nobody. */
export const reached = ({ kind, outcome }: { kind: string; outcome?: string | null }): boolean =>
  kind !== 'note' && !IN_VAIN.some((one) => one === outcome)

/** Writes an activity and its audit row. */
export async function logActivity(context: Context, activity: NewActivity): Promise<Activity> {
  const { db, workspace, me, now, zone } = context
  const { occurredAt, dayOnly } = placed(activity.at, context)
  const row = {
    workspaceId: workspace.id,
    id: newId(now),
    ...(await filedUnder(context, activity)),
    otherContactIds: activity.otherContactIds ?? [],
    memberId: me.id,
    kind: activity.kind,
    direction: activity.direction ?? null,
    outcome: activity.outcome ?? null,
    occurredAt: asDate(occurredAt),
    dayOnly,
    zone,
    note: activity.note,
    amount: asDecimal(activity.amount?.value),
    currency: activity.amount?.currency ?? null,
    sourceUrl: activity.sourceUrl ?? null,
    private: activity.private ?? false,
    createdAt: asDate(now),
    updatedAt: asDate(now),
  }
  await insert(db, 'activities', row)
  await record(context, { noun: 'activity', id: row.id, before: null, after: row })
  return { ...row, amount: row.amount === null ? null : Number(row.amount) }
}

/** An amount as an activity has it. */
export interface Amount {
  amount: number | null
  currency: string | null
}

/** An amount of money as its column keeps it and the audit has it: at most two decimals, as text. */
export const asDecimal = (value: number | undefined): string | null =>
  value === undefined ? null : String(Math.round(value * 100) / 100)

/** Which activities are looked at: all; those that are no notes; of these, those that reached somebody. */
export type Sort = 'all' | 'contacts' | 'reached'

const SORTS: Record<Sort, Sql> = {
  all: sql`TRUE`,
  contacts: sql`x.kind <> 'note'`,
  reached: sql`x.kind <> 'note' AND (x.outcome IS NULL OR NOT x.outcome = ANY(${[...IN_VAIN]}))`,
}

/** All of an activity (`x`) but what its note is found by, which the two halves would be compared by as well. */
const COLUMNS = sql`x.id, x."workspaceId", x."companyId", x."contactId", x."otherContactIds", x."memberId", x.kind, x.direction, x.outcome, x."occurredAt",
  x."dayOnly", x.zone, x.note, x.amount, x.currency, x."sourceUrl", x.private, x."createdAt"`

/** In SQL, the newest activities of a person, or of anybody at a company. Each half walks its own index; an OR of the two would read all of them. */
export function newest(
  { workspace, ...who }: (Viewer | Eyes) & { workspace: { id: string | Sql } },
  kind: 'company' | 'contact',
  id: Sql,
  most: number | Sql,
  sort: Sort = 'contacts',
): Sql {
  const { own, others } = takingPart(kind, id)
  const half = (whose: Sql) => sql`(SELECT ${COLUMNS} FROM activities x WHERE x."workspaceId" = ${workspace.id}::uuid AND ${whose}
    AND ${SORTS[sort]} AND x."archivedAt" IS NULL${activitySeen(who, 'x')} ORDER BY x."occurredAt" DESC, x.id DESC LIMIT ${most})`
  return sql`${half(own)} UNION ${half(others)}`
}

/** In SQL, the columns of an activity `a` with the names of all that stand in it, of those whom somebody sees. */
export const named = (
  who: Viewer | Eyes,
): Sql => sql`a.id, a."companyId", a."contactId", a."memberId", a.kind, a.direction, a.outcome, a."occurredAt", a."dayOnly", a.zone,
  a.note, a.amount::float8 AS amount, a.currency, a."sourceUrl", a.private, m.name AS "memberName", co.name AS "companyName", p.name AS "contactName",
  ARRAY(SELECT o.name FROM contacts o WHERE o."workspaceId" = a."workspaceId" AND o.id = ANY(a."otherContactIds")${contactSeen(who, 'o')} ORDER BY o.name, o.id) AS "otherNames"`

export const joined = (who: Viewer | Eyes): Sql => sql`JOIN members m ON m."workspaceId" = a."workspaceId" AND m.id = a."memberId"
  LEFT JOIN companies co ON co."workspaceId" = a."workspaceId" AND co.id = a."companyId"${companySeen(who, 'co')}
  LEFT JOIN contacts p ON p."workspaceId" = a."workspaceId" AND p.id = a."contactId"${contactSeen(who, 'p')}`

interface LastAsked {
  workspaceId: string
  id: string
  me: string | null
  sees?: readonly string[]
}

const EVERYTHING: Eyes = { me: sql`k.me` }
const SOME: Eyes = { ...EVERYTHING, sees: sql`k.sees` }

function lastOf(kind: 'company' | 'contact', who: Eyes) {
  const last = newest({ ...who, workspace: { id: sql`k."workspaceId"` } }, kind, sql`k.id`, sql`1`)
  return askedTogether<LastAsked, NamedActivity>(
    sql`SELECT k.at, ${named(who)} FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, id uuid, me uuid, sees uuid[]) CROSS JOIN LATERAL (
      SELECT * FROM (${last}) n ORDER BY n."occurredAt" DESC, n.id DESC LIMIT 1) a ${joined(who)}`.text,
  )
}
const lastFor = {
  company: { all: lastOf('company', EVERYTHING), some: lastOf('company', SOME) },
  contact: { all: lastOf('contact', EVERYTHING), some: lastOf('contact', SOME) },
}

/** The last contact with a customer: for a person theirs, for a company that with anybody there. A note is no contact. */
export async function lastContact(
  { db, workspace, me, sees, openly }: Reader,
  { companyId, contactId }: With,
): Promise<NamedActivity | undefined> {
  const id = contactId ?? companyId
  if (!id) return undefined
  const asked = { workspaceId: workspace.id, id, me: openly ? null : me.id }
  const { all, some } = lastFor[contactId ? 'contact' : 'company']
  const [last] = await (sees === 'all' ? all(db, asked) : some(db, { ...asked, sees }))
  return last
}

/** A customer as SQL is asked for one: its kind, and its id. */
export const whoOf = ({ companyId, contactId }: With): ['company' | 'contact', Sql] =>
  contactId ? ['contact', sql`${contactId}::uuid`] : ['company', sql`${companyId}::uuid`]

/**
 * In SQL, which activities (`x`) a customer took part in: as the one the line is about, or as one of the others there;
 * a company by any of its people.
 */
export function takingPart(kind: 'company' | 'contact', id: Sql): { own: Sql; others: Sql } {
  const there = sql`x."otherContactIds" <> '{}' AND x."otherContactIds"`
  if (kind === 'contact') return { own: sql`x."contactId" = ${id}`, others: sql`${there} @> ARRAY[${id}]` }
  const people = sql`ARRAY(SELECT p.id FROM contacts p WHERE p."workspaceId" = x."workspaceId" AND p."companyId" = ${id})`
  return { own: sql`x."companyId" = ${id}`, others: sql`${there} && ${people}` }
}

type Reader = Viewer & { db: Transaction; workspace: { id: string } }

/** One activity with its names; undefined when it is gone, or not seen. */
export const activityById = async (reader: Reader, id: string): Promise<NamedActivity | undefined> =>
  (await activitiesById(reader, [id])).get(id)

/** Activities with their names, by their ids; those that are gone are not among them. */
export async function activitiesById(reader: Reader, ids: readonly string[]): Promise<Map<string, NamedActivity>> {
  const { db, workspace } = reader
  if (!ids.length) return new Map()
  const found = await db.$queryRaw<NamedActivity[]>`
    SELECT ${named(reader)} FROM activities a ${joined(reader)}
    WHERE a."workspaceId" = ${workspace.id}::uuid AND a.id = ANY(${ids}::uuid[]) AND a."archivedAt" IS NULL${activitySeen(reader, 'a')}`
  return new Map(found.map((one) => [one.id, one]))
}

/** `Call, left voicemail`, `🔒 Call`; with a customer who reached out: `Call, connected (they reached out)`. */
export function sayWhat(
  activity: Pick<Activity, 'kind' | 'outcome' | 'direction'> & { private?: boolean },
  locale: Locale,
): string {
  const comma = locale === 'en' ? ', ' : '，'
  const words = [sayKind(activity.kind, locale), activity.outcome && sayOutcome(activity.outcome, locale)]
    .filter(Boolean)
    .join(comma)
  const said = activity.direction === 'inbound' ? `${words} (${say(locale).inbound})` : words
  return lineOf(said, activity.private ?? false)
}

/** `3 days ago, Sat 21 Nov, 15:00`; a day alone when no time of day is known. */
export function sayOccurred(activity: Pick<Activity, 'occurredAt' | 'dayOnly' | 'zone'>, moment: Moment, locale: Locale): string {
  const at = Temporal.Instant.fromEpochMilliseconds(activity.occurredAt.getTime())
  // A day without a time is a day where it was said, whoever reads it and wherever.
  const local = localNow({ now: at, zone: activity.dayOnly ? activity.zone : moment.zone })
  const absolute = sayAt(
    activity.dayOnly ? local.toPlainDate().toString() : local.toString({ smallestUnit: 'minute' }),
    moment,
    locale,
  )
  return `${sayAgo(at, moment, locale)}${locale === 'en' ? ', ' : '，'}${absolute}`
}

/** One line: when, what, with whom, by whom, and how the note begins. */
export function sayActivity(activity: NamedActivity, moment: Moment, locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '，'
  const who = [sayPeople(activity, locale), activity.memberName && say(locale).by(activity.memberName)]
    .filter(Boolean)
    .join(comma)
  return `${sayOccurred(activity, moment, locale)} · ${sayWhat(activity, locale)} · ${who} · ${shortened(activity.note, 140)}`
}

/** Who was there, the contact first: `Wei Zhang, Laura Bennett`. */
export const sayPeople = ({ contactName, otherNames }: NamedActivity, locale: Locale): string =>
  [contactName, ...otherNames].filter(Boolean).join(locale === 'en' ? ', ' : '、')

/** The first so many characters, cut between graphemes, with … when something is left out. */
export function shortened(text: string, most: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(flat.slice(0, most * 2))) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** `$12,000`, `€4,500`, `30万` without a currency as a plain number. */
export function sayAmount(amount: { value: number; currency?: string | null }, locale: Locale): string {
  const tag = locale === 'en' ? 'en-US' : 'zh-CN'
  if (!amount.currency) return new Intl.NumberFormat(tag).format(amount.value)
  return new Intl.NumberFormat(tag, { style: 'currency', currency: amount.currency, minimumFractionDigits: 0 }).format(
    amount.value,
  )
}
