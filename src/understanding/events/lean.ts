import { localNow, localToday } from '../dates/local.ts'
import { resolveTime } from '../dates/resolve.ts'
import type { TimeSpan } from '../dates/span.ts'
import type { Moment } from '../types.ts'

/** Whether a time is one to come, gone, or neither (today, a bare weekday). */
export function leanOf(time: TimeSpan, at: Moment): 'past' | 'future' | undefined {
  if (time.repeat) return 'future'
  if (time.vague && !time.lean) return undefined
  const ahead = resolveTime(time, at, 'future')
  const gone = resolveTime(time, at, 'past')
  const now = localNow(at).toString({ smallestUnit: 'minute' })
  if (ahead && ahead === gone) {
    const cut = now.slice(0, ahead.length)
    return ahead > cut ? 'future' : ahead < cut ? 'past' : undefined
  }
  return time.lean
}

/** A date without a year that may have been or be to come, beside something that happened or will: the nearer one. */
export function nearerOf(time: TimeSpan, at: Moment): 'past' | 'future' | undefined {
  if (!time.day || time.lean || time.weekdayOnly !== undefined) return undefined
  const [ahead, gone] = [resolveTime(time, at, 'future'), resolveTime(time, at, 'past')]
  if (!ahead || !gone || ahead === gone) return undefined
  const today = localToday(at)
  const days = (date: string): number => Math.abs(today.until(date.slice(0, 10)).days)
  return days(gone) < days(ahead) ? 'past' : 'future'
}
