import type { PlainDate } from './calendar.ts'

export type Tense = 'past' | 'future'

/** The day a phrase names, given today and whether it speaks of something gone or to come. */
export type DayRule = (today: PlainDate, tense: Tense) => PlainDate | undefined

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'close'

/** A clock time as typed: `exact` needs no am or pm (15:00, 02:30, 3pm). */
export interface Clock {
  hour: number
  minute: number
  exact: boolean
}

/** A rhythm: its rule, and its first day after a given moment. */
export interface Repeat {
  rule: string
  /** First day, `isPast` telling whether a day's time of day (when known) has gone by. */
  first: (today: PlainDate, todayIsAhead: boolean) => PlainDate | undefined
}

/** One piece of a phrase about time, before neighbouring pieces are put together. */
export interface Atom {
  day?: DayRule
  /** A weekday beside a date says nothing more than the date. */
  weekdayOnly?: boolean
  clock?: Clock
  part?: DayPart
  /** Minutes from now. */
  minutes?: number
  repeat?: Repeat
  /** What the words alone say about past or future. */
  lean?: Tense
  /** Names no day (last week, asap). */
  vague?: boolean
  /** A period such as next week, which a weekday beside it makes exact. */
  week?: number
}

export interface TimeSpan extends Atom {
  start: number
  end: number
}

const dated = (time: TimeSpan): boolean => !!(time.day || time.repeat)
const timed = (time: TimeSpan): boolean => !!(time.clock || time.part)

/** A time with what another of the same clause adds to it: `every Tuesday review with Lena 3pm`, `quarterly review next Wednesday`. */
export function completed(time: TimeSpan, others: readonly TimeSpan[]): TimeSpan {
  if (time.minutes !== undefined || time.vague) return time
  const fits = (other: TimeSpan): boolean =>
    other !== time &&
    other.minutes === undefined &&
    !other.vague &&
    !(time.lean && other.lean && time.lean !== other.lean) &&
    ((!timed(time) && timed(other) && !dated(other)) ||
      (!dated(time) && dated(other) && !timed(other)) ||
      (!!time.repeat && !time.day && !/BY/.test(time.repeat.rule) && !!other.day))
  const other = others.find(fits)
  if (!other) return time
  return {
    ...time,
    day: time.day ?? other.day,
    clock: time.clock ?? other.clock,
    part: time.part ?? other.part,
    repeat: time.repeat ?? other.repeat,
    lean: time.lean ?? other.lean,
  }
}
