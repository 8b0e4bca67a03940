import type { Temporal } from 'temporal-polyfill'
import type { Card } from '../bot/card.ts'
import type { Platform } from '../bot/context.ts'
import type { Receipt } from '../bot/house.ts'
import { askedTogether, type Database } from '../database/index.ts'

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

const lastSent = askedTogether<{ workspaceId: string; memberId: string; since: Date }, { sentAt: Date | null }>(`
  SELECT k.at, (SELECT max(m."sentAt") FROM messages m WHERE m."workspaceId" = k."workspaceId" AND m."memberId" = k."memberId" AND m."channelId" IS NULL
    AND m."sentAt" > k.since AND NOT m.urgent) AS "sentAt"
  FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, "memberId" uuid, since timestamptz)`)

/** When a member was last sent something themselves that was not urgent, since then. */
export async function lastSentTo(
  db: Database,
  { workspaceId, memberId }: Pick<Parcel, 'workspaceId' | 'memberId'>,
  since: Temporal.Instant,
): Promise<Date | undefined> {
  const [found] = await lastSent(db, { workspaceId, memberId, since: asDate(since) })
  return found?.sentAt ?? undefined
}

type Rows = Pick<Parcel, 'workspaceId'> & { rows: readonly { id: string }[] }
type Claimed = Rows & Pick<Parcel, 'claimedBy'>

const idsOf = ({ rows }: Rows) => rows.map((row) => row.id)

interface Sent {
  workspaceId: string
  id: string
  sentAt: Date
  receipt: Receipt
  shown?: Card
}

// In turn: while one is being written, those that come gather for the next.
const recorded = (where: string) =>
  askedTogether<Sent, object>(
    `UPDATE messages m SET "sentAt" = k."sentAt", receipt = k.receipt, shown = nullif(k.shown, 'null'::jsonb),
      "claimedUntil" = NULL, "claimedBy" = NULL, "heldUntil" = NULL, fault = NULL
    FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, id uuid, "sentAt" timestamptz, receipt jsonb, shown jsonb)
    WHERE m.id = k.id AND ${where} RETURNING k.at`,
    { inTurn: true },
  )
const recordSent = recorded('m."workspaceId" = k."workspaceId"')
const recordMoved = recorded('m."sentAt" IS NULL AND m."gaveUpAt" IS NULL')

/**
 * It was sent: a fact, whoever holds the claim by now, and into whichever workspace its member was moved meanwhile (`settings link`): then it is found
 * by its id alone, among all that is owed. Each row gets the receipt, and what is to stay readable of it.
 */
export async function markSent(
  db: Database,
  { workspaceId, rows }: { workspaceId: string; rows: readonly { id: string; shown?: Card }[] },
  now: Temporal.Instant,
  receipt: Receipt,
): Promise<void> {
  const mark = async ({ id, shown }: { id: string; shown?: Card }) => {
    const sent = { workspaceId, id, sentAt: asDate(now), receipt, shown }
    const [found] = await recordSent(db, sent)
    if (!found) await recordMoved(db, sent)
  }
  await Promise.all(rows.map(mark))
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
    WHERE m."workspaceId" = ${parcel.workspaceId}::uuid AND m."memberId" = ${parcel.memberId}::uuid AND m."channelId" IS NULL AND m."sentAt" IS NULL AND m."gaveUpAt" IS NULL AND m."sendAt" <= ${asDate(now)}
      AND (m."claimedBy" = ${parcel.claimedBy} AND m.id = ANY(${ids}::uuid[]) OR m."claimedBy" IS NULL AND m."claimedUntil" IS NULL)`
}
