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
  /** What of a rhythm the day settles. */
  settles?: { weekday?: number; monthday?: number }
  /** Names no day (last week, asap). */
  vague?: boolean
  /** Said when it is over, the next one is meant: the end of the week on a Friday evening. */
  rolls?: boolean
  /** A period such as next week, which a weekday beside it makes exact. */
  week?: number
}

export interface TimeSpan extends Atom {
  start: number
  end: number
  /** From then until now: no moment. */
  since?: boolean
  /** Up to then: where a rhythm ends, not where it begins. */
  until?: boolean
}
