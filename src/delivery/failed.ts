import { DeliveryError } from '../bot/errors.ts'
import type { House, Log } from '../bot/house.ts'
import { giveUp, type Owed, type Parcel, takeOut, tryAgainAt, waitUntil } from './outbox.ts'
import { Resting } from './pace.ts'

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

interface Failing {
  house: House
  log: Log
  jitter: () => number
  doctor: string
}

/** What becomes of a parcel that did not go out. */
export async function failed({ house, log, jitter, doctor }: Failing, parcel: Parcel, error: unknown): Promise<void> {
  const why = reasonOf(error)
  const facts = { error, message: parcel.id, kinds: parcel.rows.map((row) => row.kind), attempts: parcel.attempts }
  const later = (milliseconds: number) => house.now().add({ milliseconds: Math.ceil(milliseconds) })
  if (error instanceof Resting) return waitUntil(house.db, parcel, later(Math.min(error.milliseconds, LONGEST_ASKED_FOR)), why)
  const atPlatform = error instanceof DeliveryError
  if (atPlatform && error.refusesBot) {
    log.error(facts, `the platform refuses the bot, and what is owed waits; “${doctor}” says what to mend`)
    return waitUntil(house.db, parcel, later(WHILE_REFUSED), why)
  }
  if ((atPlatform && error.permanent) || parcel.attempts >= (atPlatform ? MOST_TRIES : MOST_TRIES_HERE)) {
    log.error(facts, 'a message was given up')
    return giveUp(house.db, parcel, house.now(), why, true)
  }
  const wait = waitBefore(parcel.attempts, atPlatform ? error.retryAfter : undefined, jitter())
  log.warn({ ...facts, wait }, 'a message goes out later')
  return tryAgainAt(house.db, parcel, later(wait), why)
}

/** One part cannot be made: it is tried again alone, and no longer than is worth it. */
export async function partFailed(
  { house, log, jitter }: Omit<Failing, 'doctor'>,
  parcel: Parcel,
  row: Owed,
  error: unknown,
): Promise<void> {
  const one = { ...parcel, rows: [row] }
  log.error({ error, message: row.id, kind: row.kind, attempts: row.attempts }, 'a message could not be made')
  if (row.attempts >= MOST_TRIES_HERE || (error instanceof DeliveryError && error.permanent))
    return giveUp(house.db, one, house.now(), reasonOf(error), true)
  const at = house.now().add({ milliseconds: waitBefore(row.attempts, undefined, jitter()) })
  return takeOut(house.db, one, at, reasonOf(error))
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Milliseconds to wait before the next try: twice as long each time, spread out by up to a half; what the platform asks for at least. */
export function waitBefore(attempts: number, retryAfter: number | undefined, jitter: number): number {
  const backOff = Math.min(FIRST_WAIT * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT)
  return Math.round(Math.max(backOff * (1 + jitter / 2), Math.min(retryAfter ?? 0, LONGEST_ASKED_FOR)))
}
