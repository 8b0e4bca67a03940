import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../bot/text.ts'
import { localToday, type Moment } from '../../understanding/index.ts'
import { sayDay } from '../fields/days.ts'
import type { Day, Span } from './filter.ts'
import { say } from './words.ts'

/** The day that is meant, today. */
export function dayOf(day: Day, moment: Moment): Temporal.PlainDate {
  if ('on' in day) return Temporal.PlainDate.from(day.on)
  const today = localToday(moment)
  const from = day.start ? startOf(today, day.unit) : today
  return day.unit === 'quarter' ? from.add({ months: day.by * 3 }) : from.add({ [`${day.unit}s`]: day.by })
}

function startOf(day: Temporal.PlainDate, unit: Exclude<Day, { on: string }>['unit']): Temporal.PlainDate {
  if (unit === 'week') return day.subtract({ days: day.dayOfWeek - 1 })
  if (unit === 'month') return day.with({ day: 1 })
  if (unit === 'quarter') return day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 })
  return unit === 'year' ? day.with({ month: 1, day: 1 }) : day
}

/** A span as instants of the asker's days: from, and up to but without. */
export function instantsOf({ from, until }: Span, moment: Moment): { from?: Date; until?: Date } {
  const at = (day: Day) => new Date(dayOf(day, moment).toZonedDateTime(moment.zone).epochMilliseconds)
  return { ...(from && { from: at(from) }), ...(until && { until: at(until) }) }
}

/** `since 25 Sep 2026`, `between 1 Nov 2026 and 30 Nov 2026`; nothing for ever. */
export function saySpan({ from, until }: Span, moment: Moment, locale: Locale): string {
  const words = say(locale)
  const first = from && dayOf(from, moment)
  const end = until && dayOf(until, moment)
  const last = end?.subtract({ days: 1 })
  if (first && last)
    return first.equals(last) ? words.on(sayDate(first, locale)) : words.between(sayDate(first, locale), sayDate(last, locale))
  if (first) return words.since(sayDate(first, locale))
  return end ? words.before(sayDate(end, locale)) : ''
}

const sayDate = (day: Temporal.PlainDate, locale: Locale) => sayDay(day.toString(), locale)
