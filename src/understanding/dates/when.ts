import { Temporal } from 'temporal-polyfill'
import type { Line } from '../text/line.ts'
import { lineOf } from '../text/line.ts'
import type { Moment, When } from '../types.ts'
import { endOf, type RepeatEnd } from './ends.ts'
import { type Blocked, findTimes } from './find.ts'
import { impossibleIn } from './impossible.ts'
import { localNow } from './local.ts'
import { resolveTime } from './resolve.ts'
import type { TimeSpan } from './span.ts'

/** Whether `3/4` is March 4th where the rep is. */
export const monthFirst = (zone: string, text: string): boolean =>
  /\p{Script=Han}/u.test(text) || /^(?:America|US|Pacific\/Honolulu|Asia\/(?:Shanghai|Taipei|Tokyo|Seoul|Manila))/.test(zone)

/** The phrases about time of a line that has been read. */
export const timesIn = (line: Line, zone: string, blocked: Blocked = []): TimeSpan[] =>
  findTimes(line.read, { monthFirst: monthFirst(zone, line.read), blocked })

/** What a phrase means, with its place in the typed text. */
export function whenOf(line: Line, span: TimeSpan, at: Moment, prefer: 'future' | 'past' = 'future', ends?: RepeatEnd): When {
  const local = resolveTime(span, at, span.lean ?? prefer)
  return {
    ...(local && { at: local }),
    ...(span.repeat && { recurrence: ruleOf(span.repeat.rule, ends, local, at) }),
    start: line.at(span.start),
    end: line.at(span.end - 1) + 1,
    ...(span.lean === 'past' && { past: true }),
  }
}

/** Where a line says how its repeat ends, if it does. */
export const repeatEnd = (line: Line, span: TimeSpan, zone: string): RepeatEnd | undefined =>
  span.repeat && endOf(line.read, span, monthFirst(zone, line.read))

/** A rhythm's rule with its end: the last day as a day, whatever the hour and the zone. */
function ruleOf(rule: string, ends: RepeatEnd | undefined, first: string | undefined, at: Moment): string {
  if (ends?.count) return `${rule};COUNT=${ends.count}`
  const until = first && ends?.until?.(localNow(at).toPlainDate(), Temporal.PlainDate.from(first.slice(0, 10)))
  return until ? `${rule};UNTIL=${until.toString().replaceAll('-', '')}` : rule
}

const BARE = /^\s*(?:in |for )?(\d{1,3})\s?(m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|months?)\s*$/i
const UNITS: Record<string, string> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' }

/** The moment that a text names, such as `1h`, `until Monday 9am`, `next week`, 两点半; undefined when it names none, or one that there is not (`2/30 9am`). */
export function understandWhen(text: string, at: Moment, prefer: 'future' | 'past' = 'future'): When | undefined {
  const bare = BARE.exec(text)
  if (bare) {
    const unit = bare[2]!.toLowerCase().startsWith('mo') ? 'months' : UNITS[bare[2]![0]!.toLowerCase()]!
    const line = lineOf(`in ${bare[1]} ${unit}`, () => false)
    const [span] = timesIn(line, at.zone)
    return span && { ...whenOf(line, span, at), start: 0, end: text.length }
  }
  const line = lineOf(text, () => false)
  if (impossibleIn(line.read)) return undefined
  for (const span of timesIn(line, at.zone)) {
    const when = whenOf(line, span, at, prefer, repeatEnd(line, span, at.zone))
    if (when.at) return when
  }
  return undefined
}
