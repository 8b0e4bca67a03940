import { Temporal } from 'temporal-polyfill'
import { contextFor, type Platform } from '../bot/context.ts'
import { DeliveryError } from '../bot/errors.ts'
import type { Courier, House, Log, Receipt } from '../bot/house.ts'
import { quietUntil } from '../bot/quiet.ts'
import type { Registry } from '../bot/registry.ts'
import { type SealedCard, seal } from '../bot/sealed.ts'
import { giveUp, holdUntil, markSent, type Owed, tryAgainAt, waitUntil } from './outbox.ts'
import type { Pace } from './pace.ts'

export interface Sender {
  registry: Registry
  house: House
  couriers: ReadonlyMap<Platform, Courier>
  pace: Pace
  log: Log
  /** A number from 0 to 1 that spreads out those who try again. */
  jitter: () => number
  /** How long a platform may take over one message, in milliseconds. */
  patience: number
}

/** How long a message is a bot's own: longer than all that may come before its sending, and the sending itself. */
export const SENDING_LEASE = Temporal.Duration.from({ minutes: 3 })

/** After so many tries in vain, which takes about two days, a message is given up; it stays to be seen. */
export const MOST_TRIES = 54
/** What fails here, not at the platform, fails again tomorrow: it is given up within minutes, so that it does not hold up what comes after it. */
export const MOST_TRIES_HERE = 8
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 3_600_000
/** While a platform refuses the bot itself it is asked so often whether that was mended. */
const WHILE_REFUSED = 60_000
/** No longer than this, whatever a platform asks for: an outbox that waits for days is a lost one. */
const LONGEST_ASKED_FOR = 4 * 3_600_000

type Outcome = { receipt: Receipt } | { nothing: string } | { quietUntil: Temporal.Instant }

/**
 * Sends one message that was claimed. What it says is built now, so that it is true when it is read. A crash between sending and
 * recording leaves the claim to run out; the next try carries the same id, by which the platform tells that it has it already.
 * Throws only when the database does: then too the claim runs out.
 */
export async function send(sender: Sender, message: Owed): Promise<void> {
  const { house } = sender
  const outcome = await attempt(sender, message).catch((error: unknown) => failed(sender, message, error))
  if (!outcome) return
  if ('receipt' in outcome) await markSent(house.db, message, house.now(), outcome.receipt)
  else if ('nothing' in outcome) await giveUp(house.db, message, house.now(), outcome.nothing)
  else await holdUntil(house.db, message, outcome.quietUntil)
}

async function attempt(sender: Sender, message: Owed): Promise<Outcome> {
  const { registry, house, couriers, pace } = sender
  if (message.attempts > MOST_TRIES) throw new DeliveryError('the bot ended during each of its tries', { permanent: true })
  const notice = registry.notices.get(message.kind)
  if (!notice) throw new DeliveryError(`no notice of kind ${message.kind}`, { permanent: true })
  const to = await house.recipient(message, [...couriers.keys()])
  if (to === 'gone') return { nothing: 'the member is no longer active' }
  const courier = to && couriers.get(to.address.platform)
  if (!courier) throw new DeliveryError('none of the recipient’s platforms is connected', { permanent: false })
  const now = house.now()
  const quiet = quietUntil(to.caller.me, now)
  if (quiet) return { quietUntil: quiet }
  const place = { ...to.address, kind: 'direct' as const }
  const context = contextFor(
    house.db,
    to.caller,
    message.kind,
    { id: `message:${message.id}`, place },
    { now, reach: house.reach },
  )
  const reply = await notice.build(context, notice.input.parse(message.input))
  if (!reply) return { nothing: 'nothing was left to say' }
  const card = (await seal(reply, (action) =>
    house.park(house.db, to.caller, action, new Date(now.epochMilliseconds)),
  )) as SealedCard
  const again = message.attempts > 1
  const receipt = await pace.inTurn(to.address, () =>
    within(sender.patience, courier.deliver(to.address, card, message.id, again)),
  )
  await remember(sender, to.address, receipt)
  return { receipt }
}

// The message is out: that its channel could not be kept must not bring it out once more.
async function remember({ house, log }: Sender, address: Parameters<Courier['deliver']>[0], receipt: Receipt): Promise<void> {
  if (!receipt.channel || receipt.channel === address.channel) return
  await house
    .rememberChannel(address, receipt.channel)
    .catch((error: unknown) => log.warn({ error }, 'a direct channel was not kept'))
}

async function failed(sender: Sender, message: Owed, error: unknown): Promise<undefined> {
  const { house, log } = sender
  const why = error instanceof Error ? error.message : String(error)
  const facts = { error, message: message.id, kind: message.kind, attempts: message.attempts }
  const atPlatform = error instanceof DeliveryError
  if (atPlatform && error.refusesBot) {
    log.error(facts, 'the platform refuses the bot, and what is owed waits; “rapport doctor” says what to mend')
    await waitUntil(house.db, message, house.now().add({ milliseconds: WHILE_REFUSED }), why)
    return
  }
  if ((atPlatform && error.permanent) || message.attempts >= (atPlatform ? MOST_TRIES : MOST_TRIES_HERE)) {
    log.error(facts, 'a message was given up')
    await giveUp(house.db, message, house.now(), why)
    return
  }
  const wait = waitBefore(message.attempts, atPlatform ? error.retryAfter : undefined, sender.jitter())
  log.warn({ ...facts, wait }, 'a message goes out later')
  await tryAgainAt(house.db, message, house.now().add({ milliseconds: wait }), why)
}

/** Milliseconds to wait before the next try: twice as long each time, spread out by up to a half; what the platform asks for at least. */
export function waitBefore(attempts: number, retryAfter: number | undefined, jitter: number): number {
  const backOff = Math.min(FIRST_WAIT * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT)
  return Math.round(Math.max(backOff * (1 + jitter / 2), Math.min(retryAfter ?? 0, LONGEST_ASKED_FOR)))
}

/** What the work comes to, or a fault that passes when it comes to nothing for so long. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const fault = new DeliveryError(`the platform did not answer within ${milliseconds / 1000} s`, { permanent: false })
    timer = setTimeout(() => reject(fault), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
