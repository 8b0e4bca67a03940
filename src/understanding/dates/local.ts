import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../types.ts'
import { wallClock } from './offsets.ts'

const clocks = new WeakMap<Temporal.Instant, Map<string, Temporal.PlainDateTime>>()

/** A wall clock in a zone at an instant, worked out once: one line asks for the rep's now again and again. */
export function localNow({ now, zone }: Moment): Temporal.PlainDateTime {
  const known = clocks.get(now) ?? new Map<string, Temporal.PlainDateTime>()
  clocks.set(now, known)
  const local = known.get(zone) ?? wallClock(now, zone)
  known.set(zone, local)
  return local
}

/** The day that it is for somebody there. */
export const localToday = (moment: Moment): Temporal.PlainDate => localNow(moment).toPlainDate()

const MOST_REMEMBERED = 1000
const instants = new Map<string, Temporal.Instant>()

/** The instant of a local date-time, or of a local date at the given morning hour (`HH:mm`): one in a gap moves forward by the gap, of two the first. */
export function localToInstant(at: string, zone: string, morningAt = '09:00'): Temporal.Instant {
  const local = at.includes('T') ? at : `${at}T${morningAt}`
  const key = `${local} ${zone}`
  const known = instants.get(key)
  if (known) return known
  const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
  if (instants.size >= MOST_REMEMBERED) instants.clear()
  instants.set(key, instant)
  return instant
}

const gapless = new Map<string, boolean>()

/** A wall clock as it can be read in a zone: moved forward by the gap when the clocks skip it. `YYYY-MM-DDTHH:mm`. */
export function outOfGap(wall: Temporal.PlainDateTime, zone: string): string {
  const day = `${wall.year}-${wall.month}-${wall.day} ${zone}`
  let isGapless = gapless.get(day)
  if (isGapless === undefined) {
    if (gapless.size >= MOST_REMEMBERED) gapless.clear()
    const begins = wall.toPlainDate().toZonedDateTime(zone)
    // A whole day can be missing, where a zone moved over the date line.
    isGapless = begins.hoursInDay >= 24 && begins.day === wall.day
    gapless.set(day, isGapless)
  }
  const read = isGapless ? wall : wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toPlainDateTime()
  return read.toString({ smallestUnit: 'minute' })
}
