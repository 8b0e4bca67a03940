import { Temporal } from 'temporal-polyfill'
import { bundleOf } from '../bot/bundle.ts'
import { type Card, readOnly } from '../bot/card.ts'
import { type Context, contextFor, type Place, type Platform } from '../bot/context.ts'
import { DeliveryError } from '../bot/errors.ts'
import type { Address, Courier, House, Log, Receipt, Recipient } from '../bot/house.ts'
import { quietUntil } from '../bot/quiet.ts'
import type { Registry } from '../bot/registry.ts'
import type { SealedCard } from '../bot/sealed.ts'
import { sealedCard } from '../bot/sealing.ts'
import { words } from '../bot/words.ts'
import { failed, MOST_TRIES, partFailed } from './failed.ts'
import type { Few } from './few.ts'
import type { Lines } from './lines.ts'
import { giveUp, holdUntil, lastSentTo, markSent, type Owed, type Parcel } from './outbox.ts'
import { type Pace, Resting, type Towards } from './pace.ts'
import { within } from './within.ts'

export interface Sender {
  registry: Registry
  house: House
  couriers: ReadonlyMap<Platform, Courier>
  pace: Pace
  lines: Lines
  /** For what is asked and written of one message alone. */
  few: Few
  log: Log
  /** A number from 0 to 1 that spreads out those who try again. */
  jitter: () => number
  /** How long a platform may take over one message, in milliseconds. */
  patience: number
  doctor: string
}

/** How long a message is a bot's own: longer than all that may come before its sending, and the sending itself. */
export const SENDING_LEASE = Temporal.Duration.from({ minutes: 3 })
/** Nobody gets two messages unasked within this time, unless one is urgent. */
const PEACE = Temporal.Duration.from({ minutes: 10 })

type Outcome = { receipt: Receipt; rows: Made[] } | { nothing: string } | { heldUntil: Temporal.Instant }
type Made = Owed & { card: Card; shown?: Card }

/**
 * Sends one parcel that was claimed. What it says is built now, so that it is true when it is read. A crash between sending and
 * recording leaves the claim to run out; the next try carries the same id, by which the platform tells that it has it already.
 * Throws only when the database does: then too the claim runs out.
 */
export async function send(sender: Sender, parcel: Parcel): Promise<void> {
  const { house, lines, few } = sender
  let inLine = true
  const leaveLine = () => {
    if (inLine) lines.leave(parcel.workspaceId)
    inLine = false
  }
  lines.enter(parcel.workspaceId)
  const outcome = await attempt(sender, parcel, leaveLine)
    .catch((error: unknown) => few.run(() => lost(sender, parcel, error)))
    .finally(leaveLine)
  if (!outcome) return
  if ('receipt' in outcome) await markSent(house.db, { ...parcel, rows: outcome.rows }, house.now(), outcome.receipt)
  else if ('nothing' in outcome) await few.run(() => giveUp(house.db, parcel, house.now(), outcome.nothing))
  else await few.run(() => holdUntil(house.db, parcel, outcome.heldUntil, house.now()))
}

async function lost(sender: Sender, parcel: Parcel, error: unknown): Promise<undefined> {
  if (error instanceof Resting) sender.lines.rest(parcel.workspaceId, sender.house.now().epochMilliseconds + error.milliseconds)
  await failed(sender, parcel, error)
}

async function attempt(sender: Sender, parcel: Parcel, hasTurn: () => void): Promise<Outcome | undefined> {
  const { registry, house, couriers } = sender
  if (parcel.attempts > MOST_TRIES) throw new DeliveryError('the bot ended during each of its tries', { permanent: true })
  const to = await house.recipient(parcel, [...couriers.keys()])
  if (to === 'gone') return { nothing: 'the member is no longer active' }
  const courier = to && couriers.get((to.into ?? to.address).platform)
  if (!courier) throw new DeliveryError('none of the recipient’s platforms is connected', { permanent: false })
  const now = house.now()
  // A channel sleeps as little as it is disturbed: quiet hours and the ten minutes are a person's.
  const heldUntil = to.into ? undefined : (quietUntil(to.caller.me, now) ?? (await peaceUntil(house, parcel, now)))
  if (heldUntil) return { heldUntil }
  const made = await build(sender, parcel, contextOf(house, to, parcel, now))
  if (made.length === 0) return undefined
  const bundle = bundleOf(
    made.map((one) => one.card),
    to.caller.me.locale,
  )
  const card = await sealedCard({ registry, house, caller: to.caller, now }, bundle)
  const receipt = await deliver(sender, courier, to, parcel, card, hasTurn)
  if (to.address) await remember(sender, to.address, receipt)
  return { receipt, rows: made }
}

export const contextOf = (house: House, to: Recipient, { id }: Pick<Parcel, 'id'>, now: Temporal.Instant): Context => {
  const place: Place = to.into ? { ...to.into, user: '', kind: 'channel' } : { ...to.address, kind: 'direct' }
  return contextFor(
    house.db,
    to.caller,
    'delivery',
    { id: `message:${id}`, place },
    { now, reach: house.reach, openly: Boolean(to.into) },
  )
}

// One that may have gone out already is not held back: that it is recorded matters more.
async function peaceUntil(house: House, parcel: Parcel, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  if (parcel.urgent || parcel.attempts > 1) return undefined
  const last = await lastSentTo(house.db, parcel, now.subtract(PEACE))
  // A clock that was set back knows of messages to come: they hold nothing up.
  if (!last || last.getTime() > now.epochMilliseconds) return undefined
  return Temporal.Instant.fromEpochMilliseconds(last.getTime()).add(PEACE)
}

/** The parts that still have something to say. The others are dealt with at once, so that nothing waits for them. */
async function build(sender: Sender, parcel: Parcel, context: Context): Promise<Made[]> {
  const made = await Promise.all(parcel.rows.map((row) => buildPart(sender, parcel, row, context)))
  return made.filter((one) => one !== undefined)
}

async function buildPart(sender: Sender, parcel: Parcel, row: Owed, context: Context): Promise<Made | undefined> {
  const { registry, house, few } = sender
  try {
    const notice = registry.notices.get(row.kind)
    if (!notice) throw new DeliveryError(`no notice of kind ${row.kind}`, { permanent: true })
    const input = notice.input.parse(row.input)
    const reply = await (notice.together ? notice.build(context, input) : few.run(() => notice.build(context, input)))
    if (reply?.kind === 'card') return { ...row, card: reply, ...(notice.staysReadable && { shown: readOnly(reply) }) }
    await few.run(() => giveUp(house.db, { ...parcel, rows: [row] }, house.now(), 'nothing was left to say'))
  } catch (error) {
    await few.run(() => partFailed(sender, parcel, row, error))
  }
  return undefined
}

/** Brings it to the channel, or to the person; where their direct message is closed, calls them in the channel in which they used the bot. */
async function deliver(
  { pace, lines, patience }: Sender,
  courier: Courier,
  to: Recipient,
  parcel: Parcel,
  card: SealedCard,
  hasTurn: () => void,
): Promise<Receipt> {
  const { address, into, caller } = to
  const again = parcel.attempts > 1
  const inTurn = (work: () => Promise<Receipt>) =>
    lines.out(() =>
      pace.inTurn(towards(to), () => {
        hasTurn()
        return within(patience, work())
      }),
    )
  if (into) return inTurn(() => courier.announce(into, card, parcel.id, again))
  try {
    return await inTurn(() => courier.deliver(address, card, parcel.id, again))
  } catch (error) {
    if (!(error instanceof DeliveryError && error.closed && address.usedIn)) throw error
    // Others may read it there: it says nothing of what the message was about.
    const call = words(caller.me.locale).unreachable(caller.me.name)
    return inTurn(() => courier.mention(address, call, parcel.id)).catch((fault: unknown) => {
      throw fault instanceof DeliveryError && fault.permanent ? error : fault
    })
  }
}

const towards = ({ address, into }: Recipient): Towards =>
  into ? { platform: into.platform, team: into.team, user: into.channel } : address

// The message is out: that its channel could not be kept must not bring it out once more.
async function remember({ house, log }: Sender, address: Address, receipt: Receipt): Promise<void> {
  if (!receipt.channel || receipt.channel === address.channel || receipt.channel === address.usedIn) return
  await house
    .rememberChannel(address, receipt.channel)
    .catch((error: unknown) => log.warn({ error }, 'a direct channel was not kept'))
}
