import type { Temporal } from 'temporal-polyfill'
import type { Platform } from '../bot/context.ts'
import type { Receipt } from '../bot/house.ts'
import { type Database, sql } from '../database/index.ts'

const asDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

/** A message that a member is owed, as the sender claimed it. */
export interface Owed {
  workspaceId: string
  id: string
  memberId: string
  kind: string
  input: Record<string, unknown>
  /** Which try this is, from 1. */
  attempts: number
  sendAt: Date
  claimedBy: string
}

/** Who claims: this bot, and the platforms it is connected to. */
export interface Claimant {
  by: string
  platforms: readonly Platform[]
}

/** No claim and no wait before another try is longer, so that one which ends later comes from a clock that was set back. */
const LONGEST_CLAIM = { hours: 6 }

const owed = sql`m."sentAt" IS NULL AND m."gaveUpAt" IS NULL`

const isFree = (now: Temporal.Instant) =>
  sql`(m."claimedUntil" IS NULL OR m."claimedUntil" <= ${asDate(now)} OR m."claimedUntil" > ${asDate(now.add(LONGEST_CLAIM))})`

/** Of what is due to a member, what was owed first: the rest waits for it, so that order is kept. */
const isFirst = (now: Temporal.Instant) => sql`NOT EXISTS (
  SELECT 1 FROM messages o WHERE o."workspaceId" = m."workspaceId" AND o."memberId" = m."memberId" AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL
    AND o."sendAt" <= ${asDate(now)} AND (o."createdAt", o.id) < (m."createdAt", m.id))`

/** Its member is on a platform that this bot is connected to; else it is left to another bot, or to a later day. */
const isReachable = ({ platforms }: Claimant) => sql`EXISTS (
  SELECT 1 FROM identities i WHERE i."workspaceId" = m."workspaceId" AND i."memberId" = m."memberId" AND i.platform = ANY(${[...platforms]}))`

/**
 * Takes messages that are due for sending, for as long as the lease lasts, of each member one. A lease that ran out (a bot that died)
 * is free again; two bots never hold the same.
 */
export async function claimDue(
  db: Database,
  who: Claimant,
  now: Temporal.Instant,
  lease: Temporal.Duration,
  most: number,
): Promise<Owed[]> {
  return db.$queryRaw<Owed[]>`
    WITH due AS (
      SELECT m."workspaceId", m.id FROM messages m
      WHERE m."sendAt" <= ${asDate(now)} AND ${owed} AND ${isFree(now)} AND ${isReachable(who)} AND ${isFirst(now)}
      ORDER BY m."sendAt", m.id LIMIT ${most} FOR UPDATE OF m SKIP LOCKED)
    UPDATE messages m SET "claimedBy" = ${who.by}, "claimedUntil" = ${asDate(now.add(lease))}, attempts = m.attempts + 1
    FROM due WHERE m."workspaceId" = due."workspaceId" AND m.id = due.id
    RETURNING m."workspaceId", m.id, m."memberId", m.kind, m.input, m.attempts, m."sendAt", m."claimedBy"`
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
): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(CASE WHEN ${isFree(now)} THEN m."sendAt" ELSE greatest(m."sendAt", m."claimedUntil") END) AS at FROM messages m
    WHERE m."sendAt" <= ${asDate(now.add(ahead))} AND ${owed} AND ${isReachable(who)} AND ${isFirst(now)}`
  return row?.at ?? undefined
}

/** It was sent: a fact, whoever holds the claim by now. */
export async function markSent(
  db: Database,
  { workspaceId, id }: Pick<Owed, 'workspaceId' | 'id'>,
  now: Temporal.Instant,
  receipt: Receipt,
): Promise<void> {
  await db.message.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { sentAt: asDate(now), receipt, claimedUntil: null, claimedBy: null, fault: null },
  })
}

type Claimed = Pick<Owed, 'workspaceId' | 'id' | 'claimedBy'>

// Whoever was so slow that another bot took over has no say any more.
const mine = ({ workspaceId, id, claimedBy }: Claimed) => ({ workspaceId, id, claimedBy, sentAt: null })

/** Nobody needs it any more, or nothing more can be tried; the reason stays readable. */
export async function giveUp(db: Database, message: Claimed, now: Temporal.Instant, why: string): Promise<void> {
  await db.message.updateMany({
    where: mine(message),
    data: { gaveUpAt: asDate(now), fault: why, claimedUntil: null, claimedBy: null },
  })
}

/** Not now: again at the given instant. The message keeps its place among its member's. */
export async function tryAgainAt(db: Database, message: Claimed, at: Temporal.Instant, why: string): Promise<void> {
  await db.message.updateMany({ where: mine(message), data: { claimedUntil: asDate(at), claimedBy: null, fault: why } })
}

/** Nothing goes through before an admin has mended something: again at the given instant, and no try of it was made. */
export async function waitUntil(db: Database, message: Claimed, at: Temporal.Instant, why: string): Promise<void> {
  await db.message.updateMany({
    where: mine(message),
    data: { claimedUntil: asDate(at), claimedBy: null, fault: why, attempts: { decrement: 1 } },
  })
}

/** Not before the given instant, because its member wants quiet: no try of it was made. */
export async function holdUntil(db: Database, message: Claimed, at: Temporal.Instant): Promise<void> {
  await db.message.updateMany({
    where: mine(message),
    data: { sendAt: asDate(at), attempts: { decrement: 1 }, claimedUntil: null, claimedBy: null },
  })
}
