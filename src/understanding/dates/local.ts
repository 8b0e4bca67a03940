import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../types.ts'

/** The rep's wall clock now. */
export const wallClock = (moment: Moment): Temporal.PlainDateTime =>
  moment.now.toZonedDateTimeISO(moment.zone).toPlainDateTime().round({ smallestUnit: 'minute', roundingMode: 'floor' })

/** The instant of a local date-time, or of a local date at the given morning hour (`HH:mm`). */
export function localToInstant(at: string, zone: string, morningAt = '09:00'): Temporal.Instant {
  const local = at.includes('T') ? at : `${at}T${morningAt}`
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}
