import {
  addWorkingDays,
  dateOf,
  firstOfMonth,
  firstOfQuarter,
  lastOfMonth,
  lastOfQuarter,
  mondayOf,
  nearestYear,
  type PlainDate,
  workingDayFrom,
  workingDayUpTo,
} from './calendar.ts'
import type { Atom, DayRule } from './span.ts'

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year'

const firstDay: Record<PeriodUnit, (day: PlainDate, offset: number) => PlainDate> = {
  week: mondayOf,
  month: firstOfMonth,
  quarter: firstOfQuarter,
  year: (day, offset) => day.with({ month: 1, day: 1 }).add({ years: offset }),
}
const lastDay: Record<PeriodUnit, (day: PlainDate, offset: number) => PlainDate> = {
  week: (day, offset) => mondayOf(day, offset).add({ days: 4 }),
  month: lastOfMonth,
  quarter: lastOfQuarter,
  year: (day, offset) => firstDay.year(day, offset + 1).subtract({ days: 1 }),
}

/** A period gives its first working day; one already running gives the first working day still ahead; one gone gives none. */
export function period(unit: PeriodUnit, offset: number): Atom {
  if (offset < 0) return { vague: true, lean: 'past' }
  const week = unit === 'week' ? offset : undefined
  if (offset === 0) return { day: (today, tense) => (tense === 'past' ? undefined : workingDayFrom(today)), week }
  return { day: (today) => workingDayFrom(firstDay[unit](today, offset)), lean: 'future', week }
}

/** The last working day of a period (`end of month`, `年底`). */
export const endOf =
  (unit: PeriodUnit, offset = 0): DayRule =>
  (today) =>
    workingDayUpTo(lastDay[unit](today, offset))

/** The working day nearest the middle of a period (`mid-June`, `月中`). */
export const middleOf =
  (unit: PeriodUnit, offset = 0): DayRule =>
  (today) => {
    const first = firstDay[unit](today, offset)
    if (unit === 'week') return first.add({ days: 2 })
    if (unit === 'month') return workingDayFrom(first.with({ day: 15 }))
    return workingDayFrom(first.add({ days: unit === 'quarter' ? 45 : 181 }))
  }

/** A month by its number: first, middle or last working day of the one ahead (or running). */
export function monthRule(month: number, place: 'start' | 'middle' | 'end', year?: number): DayRule {
  return (today, tense) => {
    if (tense === 'past') return undefined
    const ahead = month < today.month ? today.year + 1 : today.year
    const first = dateOf(year ?? ahead, month, 1)
    if (!first) return undefined
    if (place === 'end') return workingDayUpTo(lastOfMonth(first))
    if (place === 'middle') return workingDayFrom(first.with({ day: 15 }))
    return month === today.month && first.year === today.year && !year
      ? workingDayFrom(firstOfMonth(today, 12))
      : workingDayFrom(first)
  }
}

/** A quarter by its number, in the year ahead unless one is named. */
export function quarterRule(quarter: number, place: 'start' | 'end', year?: number): DayRule {
  return (today) => {
    const month = quarter * 3 - 2
    const guess =
      year ?? (place === 'start' ? nearestYear(today, month, 1, false)?.year : nearestYear(today, month + 2, 28, false)?.year)
    const first = dateOf(guess ?? today.year, month, 1)
    if (!first) return undefined
    return place === 'start' ? workingDayFrom(first) : workingDayUpTo(lastOfQuarter(first))
  }
}

const clampCount = (count: number) => Math.max(-3000, Math.min(3000, count))

/** A count of days, weeks, months … from today, as a day. */
export function shift(count: number, unit: string): DayRule {
  const n = clampCount(count)
  return (today) => {
    if (/^(business|working|work|biz|weekday|工作日)/.test(unit)) return addWorkingDays(today, Math.trunc(n))
    if (/^(d|天|日)/.test(unit)) return today.add({ days: Math.trunc(n) })
    if (/^(w|周|星期|礼拜)/.test(unit)) return today.add({ days: Math.round(n * 7) })
    if (/^fortnight/.test(unit)) return today.add({ days: Math.round(n * 14) })
    if (/^(q|季)/.test(unit)) return today.add({ months: Math.trunc(n * 3) })
    if (/^(y|年)/.test(unit)) return today.add({ months: Math.trunc(n * 12) })
    return Number.isInteger(n) ? today.add({ months: n }) : today.add({ months: Math.trunc(n), days: Math.sign(n) * 15 })
  }
}
