import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../types.ts'

const clocks = new WeakMap<Moment, Temporal.PlainDateTime>()

/** The rep's wall clock now, worked out once for a moment. */
export function localNow(moment: Moment): Temporal.PlainDateTime {
  const known = clocks.get(moment) ?? moment.now.toZonedDateTimeISO(moment.zone).toPlainDateTime()
  clocks.set(moment, known)
  return known
}

/** The instant of a local date-time, or of a local date at the given morning hour (`HH:mm`). */
export function localToInstant(at: string, zone: string, morningAt = '09:00'): Temporal.Instant {
  const local = at.includes('T') ? at : `${at}T${morningAt}`
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}
