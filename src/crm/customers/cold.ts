import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { nothing, type Sql, sql } from '../../database/index.ts'
import { type Moment, sayAgo } from '../../understanding/index.ts'
import { newest } from '../activities/activities.ts'
import { asDate } from '../ids.ts'
import { companySeen, contactSeen, type Viewer } from '../visibility.ts'
import { sayCadence } from './cadence.ts'
import { type Customer, type CustomerRow, customerOfRow } from './customer.ts'
import { companyContactable, contactable } from './may-contact.ts'
import { daysOfKinds, keptByKind } from './segments.ts'
import { say } from './words.ts'

type Reader = Viewer & { workspace: { id: string } }

const DAY = Temporal.Duration.from({ hours: 24 }).total('milliseconds')

/** A customer that somebody keeps in touch with. */
export interface Kept {
  /** So often, in days. */
  keepDays: number
  /** The last contact that reached them, or, if there was none, when they were entered. */
  since: Date
  everReached: boolean
}

/** A customer whose days are over when somebody's day ends is to be called on that day, not on the next. */
const endOfToday = ({ now, zone }: Moment) =>
  now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).toInstant()

/** Whether nobody has reached a customer for as long as somebody wanted to be in touch, counted to the end of the asker's day. */
export const isCold = ({ keepDays, since }: Pick<Kept, 'keepDays' | 'since'>, moment: Moment): boolean =>
  since.getTime() + keepDays * DAY < endOfToday(moment).epochMilliseconds

export interface Cold extends Kept {
  customer: Customer
}

/**
 * My customers that are going cold by `isCold`, the longest overdue first: those that I own, and those that nobody owns and I was the last to reach.
 * Only what has a cadence is looked at; each one's last contact is the first row of an index.
 */
export async function goingCold(context: Context, take: number, skip = 0): Promise<Cold[]> {
  const until = asDate(endOfToday(context))
  const found = await context.db.$queryRaw<(Kept & CustomerRow)[]>`
    SELECT * FROM (${mine(context, 'company')} UNION ALL ${mine(context, 'contact')} UNION ALL ${ofAKind(context, 'company')} UNION ALL ${ofAKind(context, 'contact')}) k
    WHERE ("ownerId" IS NOT NULL OR "memberId" = ${context.me.id}::uuid) AND since + "keepDays" * interval '24 hours' < ${until}
    ORDER BY since + "keepDays" * interval '24 hours', "contactId", "companyId" LIMIT ${take} OFFSET ${skip}`
  return found.map((row) => ({
    customer: customerOfRow(row),
    keepDays: row.keepDays,
    since: row.since,
    everReached: row.everReached,
  }))
}

/** In SQL, the companies or people with a cadence that are mine or nobody's, when they were reached last, and by whom. */
function mine(context: Context, kind: 'company' | 'contact'): Sql {
  const { workspace, me } = context
  const from =
    kind === 'company'
      ? sql`c.id AS "companyId", c.name AS "companyName", NULL::uuid AS "contactId", NULL::text AS "contactName" FROM companies c`
      : sql`o.id AS "companyId", o.name AS "companyName", c.id AS "contactId", c.name AS "contactName" FROM contacts c
          LEFT JOIN companies o ON o."workspaceId" = c."workspaceId" AND o.id = c."companyId" AND o."archivedAt" IS NULL${companySeen(context, 'o')}`
  return sql`SELECT c."ownerId", c."keepDays", ${reachedLast}, ${from}
    LEFT JOIN LATERAL (${lastReached(context, kind, sql`c.id`)}) l ON TRUE
    WHERE c."workspaceId" = ${workspace.id}::uuid AND (c."ownerId" = ${me.id}::uuid OR c."ownerId" IS NULL)
      AND c."keepDays" IS NOT NULL AND c."keepDays" > 0 AND c."archivedAt" IS NULL${kind === 'company' ? companySeen(context, 'c') : contactSeen(context, 'c')}${mayBe(kind)}`
}

/** Who must not be contacted is left out, and so is a person whose company must not. */
const mayBe = (kind: 'company' | 'contact'): Sql =>
  sql`${contactable('c')}${kind === 'contact' ? companyContactable('c') : nothing}`

const reachedLast = sql`l."memberId", coalesce(l."occurredAt", c."createdAt") AS since, l."occurredAt" IS NOT NULL AS "everReached"`

/** The same of my customers that are of a kind which is to be kept in touch with. */
function ofAKind(context: Context, kind: 'company' | 'contact'): Sql {
  const { workspace, me } = context
  const from =
    kind === 'company'
      ? sql`c.id, c.name, NULL::uuid, NULL::text FROM (${keptByKind(workspace.id, me.id, kind)}) k JOIN companies c ON c."workspaceId" = ${workspace.id}::uuid AND c.id = k.id`
      : sql`o.id, o.name, c.id, c.name FROM (${keptByKind(workspace.id, me.id, kind)}) k JOIN contacts c ON c."workspaceId" = ${workspace.id}::uuid AND c.id = k.id
          LEFT JOIN companies o ON o."workspaceId" = c."workspaceId" AND o.id = c."companyId" AND o."archivedAt" IS NULL${companySeen(context, 'o')}`
  return sql`SELECT c."ownerId", k.days, ${reachedLast}, ${from} LEFT JOIN LATERAL (${lastReached(context, kind, sql`c.id`)}) l ON TRUE
    WHERE TRUE${mayBe(kind)}`
}

const lastReached = (reader: Reader, kind: 'company' | 'contact', id: Sql) =>
  sql`SELECT * FROM (${newest(reader, kind, id, 1, 'reached')}) n ORDER BY n."occurredAt" DESC, n.id DESC LIMIT 1`

/** In SQL, as JSON, how often somebody is to be in touch with a customer and when they were reached last; NULL when nobody asked for it. */
export function keptOne(reader: Reader, kind: 'company' | 'contact', id: Sql): Sql {
  const table = kind === 'company' ? sql`companies` : sql`contacts`
  const days = sql`coalesce(c."keepDays", ${daysOfKinds(kind)})`
  return sql`(SELECT jsonb_build_object('keepDays', d.days, 'since', coalesce(l."occurredAt", c."createdAt"), 'everReached', l."occurredAt" IS NOT NULL)
    FROM ${table} c CROSS JOIN LATERAL (SELECT ${days} AS days) d LEFT JOIN LATERAL (${lastReached(reader, kind, sql`c.id`)}) l ON TRUE
    WHERE c."workspaceId" = ${reader.workspace.id}::uuid AND c.id = ${id} AND d.days > 0${mayBe(kind)})`
}

/** What `keptOne` gives, as its column comes. */
export type KeptJson = (Omit<Kept, 'since'> & { since: string }) | null
export const asKept = (found: KeptJson): Kept | undefined => (found ? { ...found, since: new Date(found.since) } : undefined)

/** As a field of a card: how often, and whether it is time again. */
export function keptField(kept: Kept | undefined, context: Context): { label: string; value: string }[] {
  if (!kept) return []
  const words = say(context.locale)
  const every = sayCadence(kept.keepDays, context.locale)
  return [{ label: words.keepInTouch, value: isCold(kept, context) ? words.coldNow(every) : every }]
}

/** `last contact 3 months ago · every 90 days`. */
export function sayCold({ keepDays, since, everReached }: Kept, context: Context): string {
  const words = say(context.locale)
  const ago = sayAgo(Temporal.Instant.fromEpochMilliseconds(since.getTime()), context, context.locale)
  return `${everReached ? words.coldSince(ago) : words.neverReached} · ${sayCadence(keepDays, context.locale)}`
}
