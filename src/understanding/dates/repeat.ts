import { dateOf, firstOfMonth, lastOfMonth, type PlainDate, weekdayAfter } from './calendar.ts'
import type { Atom, Repeat } from './span.ts'

export const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKING = 'MO,TU,WE,TH,FR'

/** The first day from today on (today itself only while its time of day is ahead) that a test accepts. */
function firstThat(accepts: (day: PlainDate) => boolean): Repeat['first'] {
  return (today, todayIsAhead) => {
    let day = todayIsAhead ? today : today.add({ days: 1 })
    for (let i = 0; i < 1500; i++, day = day.add({ days: 1 })) if (accepts(day)) return day
    return undefined
  }
}

const interval = (n: number) => (n > 1 ? `;INTERVAL=${n}` : '')
const repeat = (rule: string, first: Repeat['first']): Atom => ({ repeat: { rule, first }, lean: 'future' })

/** Every `n` days, weeks, months or years with no day named: the first one period from today. */
export function everyPeriod(unit: 'day' | 'week' | 'month' | 'quarter' | 'year', n: number): Atom | undefined {
  if (!Number.isInteger(n) || n < 1 || n > 400) return undefined
  if (unit === 'day') return repeat(`FREQ=DAILY${interval(n)}`, (today) => today.add({ days: n }))
  if (unit === 'week') return repeat(`FREQ=WEEKLY${interval(n)}`, (today) => today.add({ weeks: n }))
  if (unit === 'year') return repeat(`FREQ=YEARLY${interval(n)}`, (today) => today.add({ years: n }))
  const months = unit === 'quarter' ? n * 3 : n
  return repeat(`FREQ=MONTHLY${interval(months)}`, (today) => today.add({ months }))
}

/** On given weekdays (1 Monday … 7 Sunday) of every `n`th week. */
export function onWeekdays(weekdays: number[], n = 1): Atom {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  return repeat(
    `FREQ=WEEKLY${interval(n)};BYDAY=${days.map((d) => CODES[d - 1]).join(',')}`,
    firstThat((day) => days.includes(day.dayOfWeek)),
  )
}

export const everyWorkingDay = (): Atom =>
  repeat(
    `FREQ=WEEKLY;BYDAY=${WORKING}`,
    firstThat((day) => day.dayOfWeek <= 5),
  )

/** On a day of every `n`th month; -1 is its last day. */
export function onDayOfMonth(day: number, n = 1): Atom | undefined {
  if (day === 0 || day < -1 || day > 31) return undefined
  const accepts = (d: PlainDate) => d.day === (day === -1 ? d.daysInMonth : Math.min(day, d.daysInMonth))
  return repeat(`FREQ=MONTHLY${interval(n)};BYMONTHDAY=${day}`, firstThat(accepts))
}

/** On the `nth` weekday (negative: from the end) of every `n`th month. */
export function onNthWeekday(nth: number, weekday: number, n = 1): Atom {
  const accepts = (d: PlainDate) => d.dayOfWeek === weekday && nthOf(d, nth)
  return repeat(`FREQ=MONTHLY${interval(n)};BYDAY=${nth}${CODES[weekday - 1]}`, firstThat(accepts))
}

function nthOf(day: PlainDate, nth: number): boolean {
  return nth > 0 ? Math.ceil(day.day / 7) === nth : Math.ceil((day.daysInMonth - day.day + 1) / 7) === -nth
}

/** On the first or last working day of every month. */
export function onWorkingDayOfMonth(place: 1 | -1, n = 1): Atom {
  const accepts = (d: PlainDate) => {
    if (d.dayOfWeek > 5) return false
    const edge = place === 1 ? firstWeekday(firstOfMonth(d)) : lastWeekday(lastOfMonth(d))
    return edge.equals(d)
  }
  return repeat(`FREQ=MONTHLY${interval(n)};BYDAY=${WORKING};BYSETPOS=${place}`, firstThat(accepts))
}

const firstWeekday = (d: PlainDate) => (d.dayOfWeek > 5 ? weekdayAfter(d, 1) : d)
const lastWeekday = (d: PlainDate) => (d.dayOfWeek > 5 ? d.subtract({ days: d.dayOfWeek - 5 }) : d)

/** On a day of a month of every year. */
export function onDayOfYear(month: number, day: number): Atom | undefined {
  if (!dateOf(2024, month, day)) return undefined
  return repeat(
    `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
    firstThat((d) => d.month === month && d.day === Math.min(day, d.daysInMonth)),
  )
}
