import { Temporal } from 'temporal-polyfill'
import type { Member } from './context.ts'

/**
 * When a member's quiet hours end that hold at this moment, by the wall clock of their zone; undefined when they want to hear.
 * Hours that go over midnight (20:00–07:00) end on the next morning; their first minute is quiet, their last is not.
 */
export function quietUntil(
  { quietFrom, quietUntil: until, timeZone }: Pick<Member, 'quietFrom' | 'quietUntil' | 'timeZone'>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (!quietFrom || !until || quietFrom === until) return undefined
  const local = now.toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const overMidnight = quietFrom > until
  const isQuiet = overMidnight ? time >= quietFrom || time < until : time >= quietFrom && time < until
  if (!isQuiet) return undefined
  const day = local.toPlainDate().add({ days: overMidnight && time >= quietFrom ? 1 : 0 })
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(until) }).toInstant()
}
