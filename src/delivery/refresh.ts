import { Temporal } from 'temporal-polyfill'
import { bundleOf, cardsOf } from '../bot/bundle.ts'
import type { Card } from '../bot/card.ts'
import { DeliveryError } from '../bot/errors.ts'
import type { Receipt } from '../bot/house.ts'
import { sealedCard } from '../bot/sealing.ts'
import { type Database, type Sql, sql } from '../database/index.ts'
import { asDate, type Claimant } from './outbox.ts'
import { contextOf, type Sender } from './send.ts'
import { within } from './within.ts'

/** How long a bot has for one refresh before another takes it up. */
const LEASE = Temporal.Duration.from({ minutes: 2 })
/** An old message that cannot be changed is no loss: after so many tries it stays as it is. */
const MOST_TRIES = 5
const FIRST_WAIT = 30_000
/** No wait is longer: one that is comes from a clock that was set back. */
const LONGEST_WAIT = { hours: 1 }

/** A message that was sent and is not true any more. */
interface Stale {
  workspaceId: string
  id: string
  memberId: string
  bundle: string | null
  kind: string
  input: unknown
  shown: unknown
  receipt: Receipt
  refreshAt: Date
  refreshTries: number
}

const columns = sql`m."workspaceId", m.id, m."memberId", m.bundle, m.kind, m.input, m.shown, m.receipt, m."refreshAt", m."refreshTries"`

const isDue = ({ platforms }: Claimant, now: Temporal.Instant) =>
  sql`m."sentAt" IS NOT NULL AND (m."refreshAt" <= ${asDate(now)} OR m."refreshAt" > ${asDate(now.add(LONGEST_WAIT))})
    AND m.receipt->>'platform' = ANY(${[...platforms]})`

/** Makes messages true again that were sent before what they speak of was changed. Returns how many it took up; it never throws but for the database. */
export async function refreshSome(sender: Sender, who: Claimant, most: number): Promise<number> {
  const { house } = sender
  const now = house.now()
  const stale = await house.db.$queryRaw<Stale[]>`
    UPDATE messages m SET "refreshAt" = ${asDate(now.add(LEASE))}, "refreshTries" = m."refreshTries" + 1
    FROM (SELECT m."workspaceId", m.id FROM messages m WHERE ${isDue(who, now)} ORDER BY m."refreshAt" LIMIT ${most} FOR UPDATE SKIP LOCKED) due
    WHERE m."workspaceId" = due."workspaceId" AND m.id = due.id RETURNING ${columns}`
  const messages = new Map<string, Stale[]>()
  for (const one of stale) messages.set(one.bundle ?? one.id, [...(messages.get(one.bundle ?? one.id) ?? []), one])
  await Promise.all([...messages.values()].map((rows) => refresh(sender, rows)))
  return stale.length
}

/** In SQL, when the next message is to be made true again. */
export const nextRefresh = ({ platforms }: Claimant, now: Temporal.Instant): Sql => sql`(
  SELECT min(CASE WHEN m."refreshAt" > ${asDate(now.add(LONGEST_WAIT))}::timestamptz THEN ${asDate(now)}::timestamptz ELSE m."refreshAt" END) FROM messages m
  WHERE m."refreshAt" IS NOT NULL AND m."sentAt" IS NOT NULL AND m.receipt->>'platform' = ANY(${[...platforms]}::text[]))`

async function refresh(sender: Sender, rows: Stale[]): Promise<void> {
  const { house, log } = sender
  const [one] = rows as [Stale]
  try {
    await update(sender, one)
    await settle(house.db, rows, null)
  } catch (error) {
    const over = one.refreshTries >= MOST_TRIES || (error instanceof DeliveryError && error.permanent)
    log.debug(
      { error, message: one.id, tries: one.refreshTries },
      over ? 'an old message stays as it is' : 'an old message is changed later',
    )
    const wait = Math.max(FIRST_WAIT * 2 ** one.refreshTries, error instanceof DeliveryError ? (error.retryAfter ?? 0) : 0)
    const at = house.now().add({ milliseconds: Math.min(wait, Temporal.Duration.from(LONGEST_WAIT).total('milliseconds')) })
    await settle(house.db, rows, over ? null : asDate(at))
  }
}

async function update(sender: Sender, one: Stale): Promise<void> {
  const { registry, house, couriers, pace, patience } = sender
  const { receipt } = one
  const courier = couriers.get(receipt.platform)
  const to = await house.recipient(one, [receipt.platform])
  if (!courier || !to || to === 'gone' || !to.address) return
  const now = house.now()
  const cards: Card[] = await cardsOf(registry, contextOf(house, to, one, now), await partsOf(house.db, one))
  if (cards.length === 0) return
  const card = await sealedCard({ registry, house, caller: to.caller, now }, bundleOf(cards, to.caller.me.locale))
  const towards = { platform: receipt.platform, team: receipt.team, user: to.address.user }
  await pace.inTurn(towards, () => within(patience, courier.update(receipt, card)))
}

/** All that stands in the same message, in its order. */
const partsOf = async (db: Database, one: Stale): Promise<Pick<Stale, 'kind' | 'input' | 'shown'>[]> =>
  one.bundle
    ? db.$queryRaw<Stale[]>`
        SELECT ${columns} FROM messages m WHERE m."workspaceId" = ${one.workspaceId}::uuid AND m.bundle = ${one.bundle}::uuid AND m."sentAt" IS NOT NULL
        ORDER BY m."createdAt", m.id`
    : [one]

// Whoever marked it anew in the meantime is not overruled: it is made true once more.
async function settle(db: Database, rows: Stale[], at: Date | null): Promise<void> {
  const [{ workspaceId, refreshAt }] = rows as [Stale]
  const where = { workspaceId, id: { in: rows.map((row) => row.id) }, refreshAt }
  await db.message.updateMany({ where, data: { refreshAt: at, ...(at === null && { refreshTries: 0 }) } })
}
