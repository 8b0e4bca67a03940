import { Temporal } from 'temporal-polyfill'
import { contextFor, type Platform } from '../bot/context.ts'
import { DeliveryError } from '../bot/errors.ts'
import type { Courier, House, Log, Receipt } from '../bot/house.ts'
import type { Registry } from '../bot/registry.ts'
import { type SealedCard, seal } from '../bot/sealed.ts'
import { giveUp, markSent, type Owed, tryAgainAt } from './outbox.ts'
import type { Pace } from './pace.ts'

export interface Sender {
  registry: Registry
  house: House
  couriers: ReadonlyMap<Platform, Courier>
  pace: Pace
  log: Log
  /** A number from 0 to 1 that spreads out those who try again. */
  jitter: () => number
}

/** After so many tries in vain (about a day of them) a message is given up, and stays to be seen. */
export const MOST_TRIES = 12
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 3 * 3_600_000

/**
 * Sends one message that was claimed. What it says is built now, so that it is true when it is read. A crash between sending and
 * recording leaves the claim to run out; the next try carries the same id, by which the platform tells that it has it already.
 */
export async function send(sender: Sender, message: Owed): Promise<void> {
  const { house, log } = sender
  const db = house.db
  try {
    const outcome = await attempt(sender, message)
    if ('receipt' in outcome) await markSent(db, message, house.now(), outcome.receipt)
    else await giveUp(db, message, house.now(), outcome.nothing)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const permanent = error instanceof DeliveryError && error.permanent
    if (permanent || message.attempts >= MOST_TRIES) {
      log.error({ error, message: message.id, kind: message.kind, attempts: message.attempts }, 'a message was given up')
      await giveUp(db, message, house.now(), why)
      return
    }
    const wait = waitBefore(message.attempts, error instanceof DeliveryError ? error.retryAfter : undefined, sender.jitter())
    log.warn({ error, message: message.id, kind: message.kind, attempts: message.attempts, wait }, 'a message goes out later')
    await tryAgainAt(db, message, house.now().add({ milliseconds: wait }), why)
  }
}

/** Milliseconds to wait before the next try: twice as long each time, spread out by up to a half; what the platform asks for at least. */
export function waitBefore(attempts: number, retryAfter: number | undefined, jitter: number): number {
  const backOff = Math.min(FIRST_WAIT * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT)
  return Math.round(Math.max(backOff * (1 + jitter / 2), retryAfter ?? 0))
}

type Outcome = { receipt: Receipt } | { nothing: string }

async function attempt({ registry, house, couriers, pace }: Sender, message: Owed): Promise<Outcome> {
  const notice = registry.notices.get(message.kind)
  if (!notice) throw new DeliveryError(`no notice of kind ${message.kind}`, { permanent: true })
  const to = await house.recipient(message, [...couriers.keys()])
  if (to === 'gone') return { nothing: 'the member is no longer active' }
  if (!to) throw new DeliveryError('none of the recipient’s platforms is connected', { permanent: false })
  const courier = couriers.get(to.address.platform)!
  const now = house.now()
  const place = { ...to.address, kind: 'direct' as const }
  const context = contextFor(house.db, to.caller, message.kind, { id: `message:${message.id}`, place }, now)
  const reply = await notice.build(context, notice.input.parse(message.input))
  if (!reply) return { nothing: 'nothing was left to say' }
  const card = (await seal(reply, (action) =>
    house.park(house.db, to.caller, action, new Date(now.epochMilliseconds)),
  )) as SealedCard
  const { platform, team, user } = to.address
  const receipt = await pace.inTurn(platform, `${team}/${user}`, () => courier.deliver(to.address, card, message.id, message.attempts > 1))
  if (receipt.channel && receipt.channel !== to.address.channel) await house.rememberChannel(to.address, receipt.channel)
  return { receipt }
}

export const SENDING_LEASE = Temporal.Duration.from({ minutes: 2 })
