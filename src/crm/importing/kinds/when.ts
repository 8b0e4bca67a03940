import { Temporal } from 'temporal-polyfill'
import { localToInstant } from '../../../understanding/index.ts'
import { plainDate } from '../dates.ts'

/** When something was: an instant, or a day kept as its noon. */
export interface Placed {
  at: Temporal.Instant
  dayOnly: boolean
}

/** Of `2026-02-01`, `2026-02-01T14:05`, `2026-02-01T14:05:00Z`, a time of day beside it; undefined when it is none of these. */
export function placed(typed: string, time: string | undefined, zone: string): Placed | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(.*))?$/.exec(typed)
  if (!day) return undefined
  const [, date = '', clock = timeOf(date, time), rest = ''] = day
  try {
    if (rest) return { at: Temporal.Instant.from(typed), dayOnly: false }
    return { at: localToInstant(`${date}T${clock ?? '12:00'}`, zone), dayOnly: clock === undefined }
  } catch (error) {
    // Written as one, and none all the same: 2026-02-30.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const timeOf = (date: string, time: string | undefined) =>
  time ? /T(\d{2}:\d{2})$/.exec(plainDate(`${date} ${time}`, 'ymd'))?.[1] : undefined

/** As a wall clock has it: `2026-02-01`, or `2026-02-01T14:05`. */
export function dayOf({ at, dayOnly }: Placed, zone: string): string {
  const local = at.toZonedDateTimeISO(zone)
  return dayOnly ? local.toPlainDate().toString() : local.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
