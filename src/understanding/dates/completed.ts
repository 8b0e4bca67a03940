import { onDayOfMonth, onWeekdays } from './repeat.ts'
import type { Repeat, TimeSpan } from './span.ts'

const isDated = (time: TimeSpan): boolean => !!(time.day || time.repeat)
const isTimed = (time: TimeSpan): boolean => !!(time.clock || time.part)
/** A rhythm that names no day: `weekly`, `quarterly`. */
const isLoose = (repeat: Repeat): boolean => !/BY/.test(repeat.rule)

/** A time with what another of the same clause adds to it: `every Tuesday review with Lena 3pm`, `quarterly review next Wednesday`. */
export function completed(time: TimeSpan, others: readonly TimeSpan[]): TimeSpan {
  if (time.minutes !== undefined || time.vague) return time
  const other = others.find((one) => one !== time && adds(time, one))
  if (!other) return time
  const settled = time.repeat && isLoose(time.repeat) ? settledBy(time.repeat, other) : undefined
  return {
    ...time,
    day: settled ? undefined : (time.day ?? other.day),
    clock: time.clock ?? other.clock,
    part: time.part ?? other.part,
    repeat: settled ?? time.repeat ?? other.repeat,
    lean: time.lean ?? other.lean,
  }
}

function adds(time: TimeSpan, other: TimeSpan): boolean {
  if (
    (time.repeat && other.until) ||
    other.minutes !== undefined ||
    other.vague ||
    (time.lean && other.lean && time.lean !== other.lean)
  )
    return false
  if (time.repeat && isLoose(time.repeat) && !time.day && isDated(other)) return true
  return (!isTimed(time) && isTimed(other) && !isDated(other)) || (!isDated(time) && isDated(other) && !isTimed(other))
}

/** `monthly … on the 1st`, `biweekly … Fridays`: the rhythm with its day. */
function settledBy({ rule }: Repeat, { settles, repeat }: TimeSpan): Repeat | undefined {
  const interval = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1)
  if (/WEEKLY/.test(rule) && settles?.weekday) return onWeekdays([settles.weekday], interval).repeat
  if (/MONTHLY/.test(rule) && settles?.monthday) return onDayOfMonth(settles.monthday, interval)?.repeat
  if (!repeat || isLoose(repeat)) return undefined
  return interval > 1
    ? { ...repeat, rule: repeat.rule.replace(/^(FREQ=\w+)(?:;INTERVAL=\d+)?/, `$1;INTERVAL=${interval}`) }
    : repeat
}
