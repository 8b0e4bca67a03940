import { Temporal } from 'temporal-polyfill'

export type PlainDate = Temporal.PlainDate

/** Monday of the week in which a day lies, `weeks` weeks on. */
export const mondayOf = (day: PlainDate, weeks = 0): PlainDate => day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks })

/** The day itself, or the Monday after it when it falls on a weekend. */
export const workingDayFrom = (day: PlainDate): PlainDate => (day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day)

/** The day itself, or the Friday before it when it falls on a weekend. */
export const workingDayUpTo = (day: PlainDate): PlainDate => (day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day)

export const firstOfMonth = (day: PlainDate, months = 0): PlainDate => day.with({ day: 1 }).add({ months })
export const lastOfMonth = (day: PlainDate, months = 0): PlainDate => firstOfMonth(day, months + 1).subtract({ days: 1 })

/** First day of the quarter in which a day lies, `quarters` quarters on. */
export function firstOfQuarter(day: PlainDate, quarters = 0): PlainDate {
  return day.with({ day: 1, month: Math.floor((day.month - 1) / 3) * 3 + 1 }).add({ months: 3 * quarters })
}

export const lastOfQuarter = (day: PlainDate, quarters = 0): PlainDate => firstOfQuarter(day, quarters + 1).subtract({ days: 1 })

/** `count` working days (Monday to Friday) on, or back when it is negative. */
export function addWorkingDays(day: PlainDate, count: number): PlainDate {
  const step = Math.sign(count)
  let left = Math.min(Math.abs(count), 2000)
  let at = day
  while (left > 0) {
    at = at.add({ days: step })
    if (at.dayOfWeek <= 5) left--
  }
  return at
}

/** A weekday (1 Monday … 7 Sunday) strictly after or strictly before a day. */
export function weekdayAfter(day: PlainDate, weekday: number): PlainDate {
  return day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 })
}
export function weekdayBefore(day: PlainDate, weekday: number): PlainDate {
  return day.subtract({ days: ((day.dayOfWeek - weekday + 6) % 7) + 1 })
}

/** The `nth` weekday of the month in which a day lies; -1 is the last one. */
export function nthWeekday(day: PlainDate, nth: number, weekday: number): PlainDate | undefined {
  const found =
    nth > 0
      ? weekdayAfter(firstOfMonth(day).subtract({ days: 1 }), weekday).add({ weeks: nth - 1 })
      : weekdayBefore(firstOfMonth(day, 1), weekday)
  return found.month === day.month ? found : undefined
}

/** A calendar date, or undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1 || year > 9000 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A month and day with no year: the first such day not before today, or the last one not after it. */
export function nearestYear(today: PlainDate, month: number, day: number, past: boolean): PlainDate | undefined {
  for (let i = 0; i <= 8; i++) {
    const date = dateOf(today.year + (past ? -i : i), month, day)
    const order = date ? today.since(date).sign : undefined
    if (date && (past ? order! >= 0 : order! <= 0)) return date
  }
  return undefined
}

/** A day of the month with no month: the first one not before today, or the last one not after it. */
export function nearestMonth(today: PlainDate, day: number, past: boolean): PlainDate | undefined {
  for (let i = 0; i <= 12; i++) {
    const month = firstOfMonth(today, past ? -i : i)
    const date = dateOf(month.year, month.month, day)
    const order = date ? today.since(date).sign : undefined
    if (date && (past ? order! >= 0 : order! <= 0)) return date
  }
  return undefined
}
