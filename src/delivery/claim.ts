import type { Temporal } from 'temporal-polyfill'
import { type Database, rows, type Sql, sql } from '../database/index.ts'
import { asDate, type Claimant, type Owed, type Parcel } from './outbox.ts'

/** No claim and no wait before another try is longer, so that one which ends later comes from a clock that was set back. */
const LONGEST_CLAIM = { hours: 6 }
/** Quiet hours may be nearly a day. */
const LONGEST_HOLD = { hours: 25 }
/** So much later than it was due, a message goes together with others. */
const LATE_AFTER = { minutes: 5 }
/** One message has room for so many. */
const MOST_TOGETHER = 10

/** Of `m`: neither sent nor given up. */
const owed = sql`m."sentAt" IS NULL AND m."gaveUpAt" IS NULL`
/** The same, by the index over what is due to everybody. Where one member's messages are asked for, it must not be used: a rush has not been counted yet. */
const owedToAnybody = sql`${owed} AND m.attempts >= 0`

const isUnclaimed = (now: Temporal.Instant) =>
  sql`(m."claimedUntil" IS NULL OR m."claimedUntil" <= ${asDate(now)}::timestamptz OR m."claimedUntil" > ${asDate(now.add(LONGEST_CLAIM))}::timestamptz)`

/** Goes to the same: a member, or the channel in which they want it. These have nothing to do with each other. */
const sameGoal = (a: Sql, b: Sql) =>
  sql`${a}."workspaceId" = ${b}."workspaceId" AND ${a}."memberId" = ${b}."memberId" AND ${a}."channelId" IS NOT DISTINCT FROM ${b}."channelId"`
const [f, m, o, u] = [sql`f`, sql`m`, sql`o`, sql`u`]

/** Something came for the member that is not held back, and takes along what is. */
const isPressing = (now: Temporal.Instant) => sql`EXISTS (
  SELECT 1 FROM messages u WHERE ${sameGoal(u, m)} AND u."sentAt" IS NULL AND u."gaveUpAt" IS NULL
    AND u.urgent AND u."heldUntil" IS NULL AND u."sendAt" <= ${asDate(now)}::timestamptz)`

const isNotHeld = (now: Temporal.Instant) =>
  sql`(m."heldUntil" IS NULL OR m."heldUntil" <= ${asDate(now)}::timestamptz OR m."heldUntil" > ${asDate(now.add(LONGEST_HOLD))}::timestamptz OR ${isPressing(now)})`

/**
 * Of what is due to a member, what was owed first: the rest waits for it, so that order is kept. Asked so, each costs one look into `messages_owed`:
 * a rush comes before PostgreSQL has counted it, and a join planned for few rows takes minutes over many.
 */
const isFirst = (now: Temporal.Instant) => sql`coalesce((
  SELECT (m."createdAt", m.id) <= (o."createdAt", o.id) FROM messages o WHERE ${sameGoal(o, m)} AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL
    AND o."sendAt" <= ${asDate(now)}::timestamptz ORDER BY o."createdAt", o.id LIMIT 1), TRUE)`

/** The bot is in this team: nobody put it out of it since. */
const isThere = (of: Sql) =>
  sql`NOT EXISTS (SELECT 1 FROM installations n WHERE n.platform = ${of}.platform AND n."teamId" = ${of}."teamId" AND n."leftAt" IS NOT NULL)`

/** Its member, or its channel, is on a platform that this bot is connected to, in a team that it is in; else it is left to another bot, or to a later day. */
const isReachable = ({ platforms }: Claimant) => sql`CASE WHEN m."channelId" IS NULL THEN EXISTS (
  SELECT 1 FROM identities i WHERE i."workspaceId" = m."workspaceId" AND i."memberId" = m."memberId" AND i.platform = ANY(${[...platforms]}::text[]) AND ${isThere(sql`i`)})
  ELSE EXISTS (SELECT 1 FROM channels c WHERE c."workspaceId" = m."workspaceId" AND c.id = m."channelId" AND c.platform = ANY(${[...platforms]}::text[]) AND ${isThere(sql`c`)}) END`

interface ClaimedRow extends Owed {
  workspaceId: string
  memberId: string
  channelId: string | null
  claimedBy: string
  bundle: string | null
  urgent: boolean
}

/** How much is claimed at once. */
export interface Room {
  /** Parcels at most. */
  most: number
  /** Of one workspace at most, those that wait already included. */
  ofOne: number
  /** How many of a workspace wait already. */
  waiting: ReadonlyMap<string, number>
  /** Nothing is taken of these workspaces. */
  except: readonly string[]
}

/**
 * Takes what is due for sending, for as long as the lease lasts, of each member and each channel one parcel. A lease that ran out (a bot that died) is free
 * again; two bots never hold the same, for whoever holds a member's first message holds what goes with it. What once was put together stays
 * so, under an id made from its first row's.
 */
export async function claimDue(
  db: Database,
  who: Claimant,
  now: Temporal.Instant,
  lease: Temporal.Duration,
  { most, ofOne, waiting, except }: Room,
): Promise<Parcel[]> {
  const { text, values } = sql`
    WITH due AS (
      SELECT m."workspaceId", m.id, m."memberId", m."channelId", m.bundle, m.attempts, m.urgent, m."sendAt", ${isPressing(now)} AS pressing FROM messages m
      WHERE m."sendAt" <= ${asDate(now)}::timestamptz AND ${owedToAnybody} AND m."workspaceId" <> ALL(${[...except]}::uuid[])
        AND ${isUnclaimed(now)} AND ${isNotHeld(now)} AND ${isReachable(who)} AND ${isFirst(now)}
      ORDER BY m.urgent DESC, m."sendAt", m.id LIMIT ${most}::int FOR UPDATE OF m SKIP LOCKED
    ), placed AS (
      SELECT d.*, row_number() OVER (PARTITION BY d."workspaceId" ORDER BY d.urgent DESC, d."sendAt", d.id)
        + coalesce((${JSON.stringify(Object.fromEntries(waiting))}::jsonb->>d."workspaceId"::text)::int, 0) AS place FROM due d
    ), parcels AS (
      SELECT f."workspaceId", f.id AS head, f.bundle AS formed, f.pressing, o.id, count(*) OVER parcel AS together,
        bool_or(o.waited) OVER parcel OR count(*) FILTER (WHERE NOT o.urgent) OVER parcel > 1 AS calm
      FROM placed f CROSS JOIN LATERAL (
        SELECT o.id, o.urgent, o."heldUntil" IS NOT NULL OR o."sendAt" < ${asDate(now.subtract(LATE_AFTER))}::timestamptz AS waited FROM messages o
        WHERE ${sameGoal(o, f)} AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL AND o."sendAt" <= ${asDate(now)}::timestamptz
          AND CASE WHEN f.bundle IS NOT NULL THEN o.bundle = f.bundle WHEN f.attempts > 0 THEN o.id = f.id ELSE o.bundle IS NULL AND o.attempts = 0 END
        ORDER BY o."createdAt", o.id LIMIT ${MOST_TOGETHER}::int) o
      WHERE f.place <= ${ofOne}::int
      WINDOW parcel AS (PARTITION BY f."workspaceId", f.id)
    )
    UPDATE messages m SET "claimedBy" = ${who.by}, "claimedUntil" = ${asDate(now.add(lease))}::timestamptz, attempts = m.attempts + 1,
      bundle = CASE WHEN p.formed IS NOT NULL THEN p.formed WHEN p.calm AND p.together > 1 THEN md5(p.head::text || ' and more')::uuid END
    FROM parcels p WHERE m."workspaceId" = p."workspaceId" AND m.id = p.id AND coalesce(m."sentAt", m."gaveUpAt") IS NULL AND (p.id = p.head OR p.formed IS NOT NULL OR p.calm)
    RETURNING m."workspaceId", m.id, m."memberId", m."channelId", m.kind, m.input, m.attempts, m."claimedBy", m.bundle, m."createdAt", p.pressing AS urgent`
  return parcelsOf(await rows<ClaimedRow>(db, text, values))
}

function parcelsOf(rows: (ClaimedRow & { createdAt?: Date })[]): Parcel[] {
  const parcels = new Map<string, Parcel>()
  const inOrder = rows.toSorted((a, b) => Number(a.createdAt) - Number(b.createdAt) || (a.id < b.id ? -1 : 1))
  for (const { bundle, id, kind, input, attempts, ...row } of inOrder) {
    const { workspaceId, memberId, channelId, claimedBy, urgent } = row
    const goal = { workspaceId, memberId, channelId }
    const parcel = parcels.get(bundle ?? id) ?? { id: bundle ?? id, ...goal, claimedBy, attempts, urgent, rows: [] }
    parcel.rows.push({ id, kind, input, attempts })
    parcels.set(parcel.id, parcel)
  }
  return [...parcels.values()]
}

/**
 * In SQL, when the next message that this bot can send is due, of those due within `ahead`; NULL when there is none. What waits behind another
 * message, or for a platform that is not connected, is not counted: nothing can be done about it, so that nobody is to be woken for it.
 */
export const nextDue = (
  who: Claimant,
  now: Temporal.Instant,
  ahead: Temporal.Duration,
  except: readonly string[] = [],
): Sql => sql`(
  SELECT min(greatest(m."sendAt", CASE WHEN NOT ${isUnclaimed(now)} THEN m."claimedUntil" END, CASE WHEN NOT ${isNotHeld(now)} THEN m."heldUntil" END))
  FROM messages m
  WHERE m."sendAt" <= ${asDate(now.add(ahead))}::timestamptz AND ${owedToAnybody} AND m."workspaceId" <> ALL(${[...except]}::uuid[]) AND ${isReachable(who)} AND ${isFirst(now)})`
