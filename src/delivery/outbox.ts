import type { Temporal } from 'temporal-polyfill'
import type { Card } from '../bot/card.ts'
import type { Platform } from '../bot/context.ts'
import type { Receipt } from '../bot/house.ts'
import { type Database, type Sql, sql } from '../database/index.ts'

export const asDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

/** A message that a member is owed. */
export interface Owed {
  id: string
  kind: string
  input: Record<string, unknown>
  attempts: number
}

/** What goes to a member, or into a channel, as one message, as the sender claimed it: a row, or several that go together. */
export interface Parcel {
  /** Under which the platform knows it: the same in every try, and then it holds the same rows. */
  id: string
  workspaceId: string
  memberId: string
  /** Into which it goes; null when to the member. */
  channelId: string | null
  claimedBy: string
  /** Which try this is, from 1. */
  attempts: number
  /** Something in it, or behind it, does not wait for ten minutes to be over. */
  urgent: boolean
  rows: Owed[]
}

/** Who claims: this bot, and the platforms it is connected to. */
export interface Claimant {
  by: string
  platforms: readonly Platform[]
}

/** No claim and no wait before another try is longer, so that one which ends later comes from a clock that was set back. */
const LONGEST_CLAIM = { hours: 6 }
/** Quiet hours may be nearly a day. */
const LONGEST_HOLD = { hours: 25 }
/** So much later than it was due, a message goes together with others. */
const LATE_AFTER = { minutes: 5 }
/** One message has room for so many. */
const MOST_TOGETHER = 10

const owed = sql`m."sentAt" IS NULL AND m."gaveUpAt" IS NULL`

const isUnclaimed = (now: Temporal.Instant) =>
  sql`(m."claimedUntil" IS NULL OR m."claimedUntil" <= ${asDate(now)} OR m."claimedUntil" > ${asDate(now.add(LONGEST_CLAIM))})`

/** Goes to the same: a member, or the channel in which they want it. These have nothing to do with each other. */
const sameGoal = (a: Sql, b: Sql) =>
  sql`${a}."workspaceId" = ${b}."workspaceId" AND ${a}."memberId" = ${b}."memberId" AND ${a}."channelId" IS NOT DISTINCT FROM ${b}."channelId"`
const [f, m, o, u] = [sql`f`, sql`m`, sql`o`, sql`u`]

/** Something came for the member that is not held back, and takes along what is. */
const isPressing = (now: Temporal.Instant) => sql`EXISTS (
  SELECT 1 FROM messages u WHERE ${sameGoal(u, m)} AND u."sentAt" IS NULL AND u."gaveUpAt" IS NULL
    AND u.urgent AND u."heldUntil" IS NULL AND u."sendAt" <= ${asDate(now)})`

const isNotHeld = (now: Temporal.Instant) =>
  sql`(m."heldUntil" IS NULL OR m."heldUntil" <= ${asDate(now)} OR m."heldUntil" > ${asDate(now.add(LONGEST_HOLD))} OR ${isPressing(now)})`

/** Of what is due to a member, what was owed first: the rest waits for it, so that order is kept. */
const isFirst = (now: Temporal.Instant) => sql`NOT EXISTS (
  SELECT 1 FROM messages o WHERE ${sameGoal(o, m)} AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL
    AND o."sendAt" <= ${asDate(now)} AND (o."createdAt", o.id) < (m."createdAt", m.id))`

/** Its member, or its channel, is on a platform that this bot is connected to; else it is left to another bot, or to a later day. */
const isReachable = ({ platforms }: Claimant) => sql`CASE WHEN m."channelId" IS NULL THEN EXISTS (
  SELECT 1 FROM identities i WHERE i."workspaceId" = m."workspaceId" AND i."memberId" = m."memberId" AND i.platform = ANY(${[...platforms]}))
  ELSE EXISTS (SELECT 1 FROM channels c WHERE c."workspaceId" = m."workspaceId" AND c.id = m."channelId" AND c.platform = ANY(${[...platforms]})) END`

interface ClaimedRow extends Owed {
  workspaceId: string
  memberId: string
  channelId: string | null
  claimedBy: string
  bundle: string | null
  urgent: boolean
}

/**
 * Takes what is due for sending, for as long as the lease lasts, of each member and each channel one parcel. A lease that ran out (a bot that died) is free
 * again; two bots never hold the same, for whoever holds a member's first message holds what goes with it. What once was put together stays
 * so, under an id made from its first row's. Nothing is taken of the workspaces `except`.
 */
export async function claimDue(
  db: Database,
  who: Claimant,
  now: Temporal.Instant,
  lease: Temporal.Duration,
  most: number,
  except: readonly string[] = [],
): Promise<Parcel[]> {
  const rows = await db.$queryRaw<ClaimedRow[]>`
    WITH first AS (
      SELECT m."workspaceId", m.id, m."memberId", m."channelId", m.bundle, m.attempts, ${isPressing(now)} AS pressing FROM messages m
      WHERE m."sendAt" <= ${asDate(now)} AND ${owed} AND m."workspaceId" <> ALL(${[...except]}::uuid[])
        AND ${isUnclaimed(now)} AND ${isNotHeld(now)} AND ${isReachable(who)} AND ${isFirst(now)}
      ORDER BY m.urgent DESC, m."sendAt", m.id LIMIT ${most} FOR UPDATE OF m SKIP LOCKED
    ), due AS (
      SELECT f."workspaceId", f.id AS head, f.bundle AS formed, f.pressing, o.id, count(*) OVER parcel AS together, 
        bool_or(o.waited) OVER parcel OR count(*) FILTER (WHERE NOT o.urgent) OVER parcel > 1 AS calm
      FROM first f CROSS JOIN LATERAL (
        SELECT o.id, o.urgent, o."heldUntil" IS NOT NULL OR o."sendAt" < ${asDate(now.subtract(LATE_AFTER))} AS waited FROM messages o
        WHERE ${sameGoal(o, f)} AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL AND o."sendAt" <= ${asDate(now)}
          AND CASE WHEN f.bundle IS NOT NULL THEN o.bundle = f.bundle WHEN f.attempts > 0 THEN o.id = f.id ELSE o.bundle IS NULL AND o.attempts = 0 END
        ORDER BY o."createdAt", o.id LIMIT ${MOST_TOGETHER}) o
      WINDOW parcel AS (PARTITION BY f."workspaceId", f.id)
    )
    UPDATE messages m SET "claimedBy" = ${who.by}, "claimedUntil" = ${asDate(now.add(lease))}, attempts = m.attempts + 1,
      bundle = CASE WHEN due.formed IS NOT NULL THEN due.formed WHEN due.calm AND due.together > 1 THEN md5(due.head::text || ' and more')::uuid END
    FROM due WHERE m."workspaceId" = due."workspaceId" AND m.id = due.id AND ${owed} AND (due.id = due.head OR due.formed IS NOT NULL OR due.calm)
    RETURNING m."workspaceId", m.id, m."memberId", m."channelId", m.kind, m.input, m.attempts, m."claimedBy", m.bundle, m."createdAt", due.pressing AS urgent`
  return parcelsOf(rows)
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
 * When the next message that this bot can send is due, of those due within `ahead`; undefined when there is none. What waits behind another
 * message, or for a platform that is not connected, is not counted: nothing can be done about it, so that nobody is to be woken for it.
 */
export async function nextDue(
  db: Database,
  who: Claimant,
  now: Temporal.Instant,
  ahead: Temporal.Duration,
  except: readonly string[] = [],
): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest(m."sendAt", CASE WHEN NOT ${isUnclaimed(now)} THEN m."claimedUntil" END, CASE WHEN NOT ${isNotHeld(now)} THEN m."heldUntil" END)) AS at
    FROM messages m
    WHERE m."sendAt" <= ${asDate(now.add(ahead))} AND ${owed} AND m."workspaceId" <> ALL(${[...except]}::uuid[]) AND ${isReachable(who)} AND ${isFirst(now)}`
  return row?.at ?? undefined
}

/** When a member was last sent something themselves that was not urgent, since then. */
export async function lastSentTo(
  db: Database,
  { workspaceId, memberId }: Pick<Parcel, 'workspaceId' | 'memberId'>,
  since: Temporal.Instant,
): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max("sentAt") AS at FROM messages WHERE "workspaceId" = ${workspaceId}::uuid AND "memberId" = ${memberId}::uuid AND "channelId" IS NULL
      AND "sentAt" > ${asDate(since)} AND NOT urgent`
  return row?.at ?? undefined
}

type Rows = Pick<Parcel, 'workspaceId'> & { rows: readonly { id: string }[] }
type Claimed = Rows & Pick<Parcel, 'claimedBy'>

const idsOf = ({ rows }: Rows) => rows.map((row) => row.id)

/**
 * It was sent: a fact, whoever holds the claim by now, and into whichever workspace its member was moved meanwhile (`settings link`): then it is found
 * by its id alone, among all that is owed. Each row gets the receipt, and what is to stay readable of it.
 */
export async function markSent(
  db: Database,
  parcel: { workspaceId: string; rows: readonly { id: string; shown?: Card }[] },
  now: Temporal.Instant,
  receipt: Receipt,
): Promise<void> {
  const sent = JSON.stringify(parcel.rows.map(({ id, shown }) => ({ id, shown: shown ?? null })))
  const mark = sql`
    UPDATE messages m SET "sentAt" = ${asDate(now)}, receipt = ${JSON.stringify(receipt)}::jsonb, shown = nullif(s.shown, 'null'::jsonb),
      "claimedUntil" = NULL, "claimedBy" = NULL, "heldUntil" = NULL, fault = NULL
    FROM jsonb_to_recordset(${sent}::jsonb) AS s(id uuid, shown jsonb) WHERE m.id = s.id`
  const marked = await db.$executeRaw`${mark} AND m."workspaceId" = ${parcel.workspaceId}::uuid`
  if (marked < parcel.rows.length) await db.$executeRaw`${mark} AND ${owed}`
}

// Whoever was so slow that another bot took over has no say any more.
const mine = (parcel: Claimed) => ({
  workspaceId: parcel.workspaceId,
  id: { in: idsOf(parcel) },
  claimedBy: parcel.claimedBy,
  sentAt: null,
})

/** Nobody needs it any more, or (`undelivered`) nothing more can be tried; the reason stays readable. */
export async function giveUp(
  db: Database,
  parcel: Claimed,
  now: Temporal.Instant,
  fault: string,
  undelivered = false,
): Promise<void> {
  const data = { gaveUpAt: asDate(now), fault, undelivered, claimedUntil: null, claimedBy: null }
  await db.message.updateMany({ where: mine(parcel), data })
}

/** Not now: again at the given instant. The message keeps its place among its member's. */
export async function tryAgainAt(db: Database, parcel: Claimed, at: Temporal.Instant, fault: string): Promise<void> {
  await db.message.updateMany({ where: mine(parcel), data: { claimedUntil: asDate(at), claimedBy: null, fault } })
}

/** What cannot be made now is taken out of its bundle, so that the rest need not wait: it goes out alone. */
export async function takeOut(db: Database, parcel: Claimed, at: Temporal.Instant, fault: string): Promise<void> {
  const data = { claimedUntil: asDate(at), claimedBy: null, fault, bundle: null }
  await db.message.updateMany({ where: mine(parcel), data })
}

/** Nothing goes through before that instant, whatever it is: then again, and no try of it was made. */
export async function waitUntil(db: Database, parcel: Claimed, at: Temporal.Instant, fault: string): Promise<void> {
  const data = { claimedUntil: asDate(at), claimedBy: null, fault, attempts: { decrement: 1 } }
  await db.message.updateMany({ where: mine(parcel), data })
}

/**
 * Nothing that is due to this member is sent before the given instant: no try was made. What never was tried is put together anew then,
 * with what has come in the meantime.
 */
export async function holdUntil(db: Database, parcel: Parcel, at: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const ids = idsOf(parcel)
  await db.$executeRaw`
    UPDATE messages m SET "heldUntil" = ${asDate(at)}, "claimedUntil" = NULL, "claimedBy" = NULL,
      attempts = CASE WHEN m.id = ANY(${ids}::uuid[]) THEN m.attempts - 1 ELSE m.attempts END,
      bundle = CASE WHEN m.id = ANY(${ids}::uuid[]) AND m.attempts <= 1 THEN NULL ELSE m.bundle END
    WHERE m."workspaceId" = ${parcel.workspaceId}::uuid AND m."memberId" = ${parcel.memberId}::uuid AND m."channelId" IS NULL AND ${owed} AND m."sendAt" <= ${asDate(now)}
      AND (m."claimedBy" = ${parcel.claimedBy} AND m.id = ANY(${ids}::uuid[]) OR m."claimedBy" IS NULL AND m."claimedUntil" IS NULL)`
}
