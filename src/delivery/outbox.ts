import type { Temporal } from 'temporal-polyfill'
import type { Receipt } from '../bot/house.ts'
import type { Database } from '../database/index.ts'

const asDate = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

/** A message that a member is owed, as the sender claims it. */
export interface Owed {
  workspaceId: string
  id: string
  memberId: string
  kind: string
  input: Record<string, unknown>
  attempts: number
  sendAt: Date
}

/**
 * Takes messages that are due for sending, for as long as the lease lasts: of each member only the oldest that is still owed, so that
 * order is kept. A lease that ran out (a bot that died) is free again; two bots never hold the same.
 */
export async function claimDue(
  db: Database,
  by: string,
  now: Temporal.Instant,
  lease: Temporal.Duration,
  most: number,
): Promise<Owed[]> {
  const at = asDate(now)
  return db.$queryRaw<Owed[]>`
    WITH due AS (
      SELECT m."workspaceId", m.id FROM messages m
      WHERE m."sendAt" <= ${at} AND m."sentAt" IS NULL AND m."gaveUpAt" IS NULL AND (m."claimedUntil" IS NULL OR m."claimedUntil" <= ${at})
        AND NOT EXISTS (
          SELECT 1 FROM messages o WHERE o."workspaceId" = m."workspaceId" AND o."memberId" = m."memberId" AND o."sentAt" IS NULL AND o."gaveUpAt" IS NULL
            AND (o."createdAt", o.id) < (m."createdAt", m.id) AND o."sendAt" <= ${at})
      ORDER BY m."sendAt" LIMIT ${most} FOR UPDATE OF m SKIP LOCKED)
    UPDATE messages m SET "claimedBy" = ${by}, "claimedUntil" = ${asDate(now.add(lease))}, attempts = m.attempts + 1
    FROM due WHERE m."workspaceId" = due."workspaceId" AND m.id = due.id
    RETURNING m."workspaceId", m.id, m."memberId", m.kind, m.input, m.attempts, m."sendAt"`
}

type Key = Pick<Owed, 'workspaceId' | 'id'>
const where = ({ workspaceId, id }: Key) => ({ workspaceId_id: { workspaceId, id } })

export async function markSent(db: Database, message: Key, now: Temporal.Instant, receipt: Receipt): Promise<void> {
  await db.message.update({
    where: where(message),
    data: { sentAt: asDate(now), receipt, claimedUntil: null, claimedBy: null, fault: null },
  })
}

/** Nobody needs it any more, or nothing more can be tried; the reason stays readable. */
export async function giveUp(db: Database, message: Key, now: Temporal.Instant, why: string): Promise<void> {
  await db.message.update({
    where: where(message),
    data: { gaveUpAt: asDate(now), fault: why, claimedUntil: null, claimedBy: null },
  })
}

/** Not now: again at the given instant. The message keeps its place among its member's. */
export async function tryAgainAt(db: Database, message: Key, at: Temporal.Instant, why: string): Promise<void> {
  await db.message.update({ where: where(message), data: { claimedUntil: asDate(at), claimedBy: null, fault: why } })
}

/** When the next message or reminder is due, over all workspaces; undefined when nothing is. */
export async function nextDue(db: Database, now: Temporal.Instant): Promise<Date | undefined> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min(greatest("sendAt", coalesce("claimedUntil", "sendAt"))) FROM messages WHERE "sentAt" IS NULL AND "gaveUpAt" IS NULL),
      (SELECT min("remindAt") FROM tasks WHERE "remindedAt" IS NULL AND "doneAt" IS NULL AND "archivedAt" IS NULL AND "remindAt" > ${asDate(now)})) AS at`
  return rows[0]?.at ?? undefined
}
