import { Temporal } from 'temporal-polyfill'
import { englishNumber } from '../text/numbers.ts'
import {
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  nthWeekday,
  type PlainDate,
  weekdayAfter,
  weekdayBefore,
  workingDayFrom,
} from './calendar.ts'
import { COUNT, MON, MONTHS, ORDINAL_WORD, ordinal, UNIT, WD, WEEKDAYS } from './en-words.ts'
import { endOf, middleOf, monthRule, type PeriodUnit, period, quarterRule, shift } from './periods.ts'
import { type AtomRule, rule } from './rules.ts'
import type { Atom, Tense } from './span.ts'

const UNIT_OF: Record<string, PeriodUnit> = {
  week: 'week',
  wk: 'week',
  month: 'month',
  mo: 'month',
  quarter: 'quarter',
  qtr: 'quarter',
  year: 'year',
  yr: 'year',
}
const PERIOD = '(week|wk|month|quarter|qtr|year|yr)\\b'
const OFFSETS: Record<string, number> = {
  this: 0,
  the: 0,
  current: 0,
  next: 1,
  following: 1,
  coming: 1,
  upcoming: 1,
  last: -1,
  past: -1,
  previous: -1,
  prior: -1,
}

const days = (n: number, lean?: 'past' | 'future'): Atom => ({ day: (today) => today.add({ days: n }), lean })
const weekday = (name: string, week: number): Atom => ({
  day: (today) => mondayOf(today, week).add({ days: WEEKDAYS[name]! - 1 }),
  lean: week > 0 ? 'future' : week < 0 ? 'past' : undefined,
})

function bareWeekday(name: string): Atom {
  const number = WEEKDAYS[name]!
  return {
    day: (today, tense) => (tense === 'past' ? weekdayBefore(today, number) : weekdayAfter(today, number)),
    weekdayOnly: true,
    settles: { weekday: number },
  }
}

function modifiedWeekday(modifier: string, name: string): Atom {
  const number = WEEKDAYS[name]!
  if (/^(last|past|previous|this past|this last)$/.test(modifier))
    return { day: (today) => weekdayBefore(today, number), lean: 'past' }
  if (/coming|upcoming/.test(modifier)) return { day: (today) => weekdayAfter(today, number), lean: 'future' }
  return weekday(name, modifier === 'next' ? 1 : 0)
}

function counted(count: number | undefined, unit: string, sign: 1 | -1): Atom | undefined {
  if (count === undefined) return undefined
  const lean = sign > 0 ? 'future' : 'past'
  if (/^min/.test(unit)) return { minutes: sign * count, lean }
  if (/^(hour|hr)/.test(unit)) return { minutes: Math.round(sign * count * 60), lean }
  return { day: shift(sign * count, unit), lean }
}

/** `first Monday of April`, `last Friday of next month`. */
function nthWeekdayOf(nth: string, weekday: string, month: string): Atom | undefined {
  const place = nth === 'last' ? -1 : ordinal(nth)
  if (!place || place > 5) return undefined
  const months = /next/.test(month) ? 1 : 0
  return {
    day: (today, tense) => {
      const number = MONTHS[month]
      const first = number === undefined ? firstOfMonth(today, months) : monthNear(today, number, tense)
      const found = nthWeekday(first, place, WEEKDAYS[weekday]!)
      const missed = month === 'month' && tense === 'future' && found && Temporal.PlainDate.compare(found, today) < 0
      return missed ? nthWeekday(firstOfMonth(today, 1), place, WEEKDAYS[weekday]!) : found
    },
    lean: months ? 'future' : undefined,
  }
}

function monthNear(today: PlainDate, month: number, tense: Tense): PlainDate {
  const here = today.with({ month, day: 1 })
  if (tense === 'past') return month > today.month ? here.subtract({ years: 1 }) : here
  return month < today.month ? here.add({ years: 1 }) : here
}

const num = (text: string) => englishNumber(text.replace(/^a (?=couple|few)/, '').replace(/ of$/, ''))

/** Rules for English days, periods and distances, the longer phrases first. */
export const EN_DAYS: AtomRule[] = [
  rule('(?:the )?day after (?:tomorrow|tmrw)\\b', () => days(2, 'future')),
  rule('(?:the )?day before yesterday\\b', () => days(-2, 'past')),
  rule('(?:the other day|recently|earlier this (?:week|month|quarter|year)|a while (?:ago|back)|some time ago)\\b', () => ({
    vague: true,
    lean: 'past',
  })),
  rule(
    '(?:asap|a\\.s\\.a\\.p\\.?|as soon as possible|soon|right away|immediately|at some point|some ?time|when possible)\\b',
    () => ({ vague: true }),
  ),
  rule('(?:just now|right now|now)\\b', () => ({ vague: true })),
  rule('later this (?:week|month|quarter|year)\\b', () => ({ vague: true })),
  rule('(?:later )?today\\b', () => days(0)),
  rule("(?:tomorrow|tmrw)(?:'s)?\\b", () => days(1, 'future')),
  rule("yesterday(?:'s)?\\b", () => days(-1, 'past')),
  rule('last (?:night|evening)\\b', () => ({ ...days(-1, 'past'), part: 'evening' })),
  rule('(?:tonight|this evening)\\b', () => ({ ...days(0), part: 'evening' })),
  rule('this (?:morning|am)\\b', () => ({ ...days(0), part: 'morning' })),
  rule('(?:this|later this) (?:afternoon|arvo|pm)\\b', () => ({ ...days(0), part: 'afternoon' })),
  rule('this (?:noon|lunchtime)\\b', () => ({ ...days(0), part: 'noon' })),
  rule(`(?:the )?${WD} after next\\b`, (m) => weekday(m[1]!, 2)),
  rule(`(?:the )?${WD},? (?:of |the )*(next|last|this|the following|the coming|following|previous) week\\b`, (m) =>
    weekday(m[1]!, OFFSETS[m[2]!.replace('the ', '')] ?? 0),
  ),
  rule(`(next|last|this|following) (?:week|wk)(?:'s)?,? (?:on )?${WD}`, (m) => weekday(m[2]!, OFFSETS[m[1]!] ?? 0)),
  rule(`(?:the )?week after next,? (?:on )?${WD}`, (m) => weekday(m[1]!, 2)),
  rule(`${WD},? (?:of )?the week after(?: next)?\\b`, (m) => weekday(m[1]!, 2)),
  rule(
    `(?:the )?(last|\\d(?:st|nd|rd|th)|${ORDINAL_WORD.slice(1, -1)}) ${WD} (?:of|in) (?:the )?(?:${MON}|(next month|this month|month\\b))`,
    (m) => nthWeekdayOf(m[1]!, m[2]!, m[3] ?? m[4]!),
  ),
  rule('(?:the )?week after next\\b', () => period('week', 2)),
  rule('(?:the )?month after next\\b', () => period('month', 2)),
  rule(`(?:a|1|one) week (?:from|on|after) (?:this |next )?${WD}`, (m) => ({
    day: (t) => weekdayAfter(t, WEEKDAYS[m[1]!]!).add({ days: 7 }),
    lean: 'future',
  })),
  rule(`(?:two|2) weeks (?:from|on) ${WD}`, (m) => ({
    day: (t) => weekdayAfter(t, WEEKDAYS[m[1]!]!).add({ days: 14 }),
    lean: 'future',
  })),
  rule(`${WD} week\\b`, (m) => ({ day: (t) => weekdayAfter(t, WEEKDAYS[m[1]!]!).add({ days: 7 }), lean: 'future' })),
  rule(`(this past|this last|this coming|next|last|past|previous|this|the coming|coming|the upcoming|upcoming) ${WD}`, (m) =>
    modifiedWeekday(m[1]!, m[2]!),
  ),
  rule(
    '(?:eod|cob|eob|e\\.o\\.d\\.?|end of (?:the )?(?:business )?day|close of (?:business|play)|end of (?:business|play))(?! on| of)\\b',
    () => ({ part: 'close' }),
  ),
  rule("(?:eow|end of (?:the |this )?(?:work ?)?week|week'?s end)\\b", () => ({
    day: endOf('week'),
    part: 'close',
    rolls: true,
  })),
  rule('(?:end of next week|eo next week)\\b', () => ({ day: endOf('week', 1), part: 'close', lean: 'future' })),
  rule("(?:eom|end of (?:the |this )?month|month[ -]?end|month'?s end)\\b", () => ({ day: endOf('month') })),
  rule('(?:eoq|end of (?:the |this )?(?:quarter|qtr)|quarter[ -]end)\\b', () => ({ day: endOf('quarter') })),
  rule("(?:eoy|end of (?:the |this )?year|year[ -]?end|year'?s end)\\b", () => ({ day: endOf('year') })),
  rule(`end of (?:the )?(?:next|following|coming) ${PERIOD}`, (m) => ({ day: endOf(UNIT_OF[m[1]!]!, 1), lean: 'future' })),
  rule(`end of last ${PERIOD}`, () => ({ vague: true, lean: 'past' })),
  rule(`(?:the )?end of ${MON}(?: (\\d{4})\\b)?`, (m) => ({
    day: monthRule(MONTHS[m[1]!]!, 'end', m[2] ? Number(m[2]) : undefined),
  })),
  rule(`(?:the )?(?:middle of|mid)[ -](?:the )?(next|this) ${PERIOD}`, (m) => ({
    day: middleOf(UNIT_OF[m[2]!]!, OFFSETS[m[1]!]),
    lean: 'future',
  })),
  rule(`(?:the )?(?:middle of|mid)[ -]${MON}`, (m) => ({ day: monthRule(MONTHS[m[1]!]!, 'middle') })),
  rule(
    `(?:early |late |later |sometime |the start of |the beginning of |start of |beginning of |first thing )?(next|this|last|the following|the coming|coming|following|past|previous) ${PERIOD}`,
    (m) => period(UNIT_OF[m[2]!]!, OFFSETS[m[1]!.replace('the ', '')] ?? 0),
  ),
  rule('(?:in |after )?the new year\\b', () => period('year', 1)),
  rule('(?:this|the|next) weekend\\b|over the weekend\\b', (m) => ({
    day: (today, tense) =>
      tense === 'past' ? weekdayBefore(today, 6) : mondayOf(today, m[0].startsWith('next') ? 1 : 0).add({ days: 5 }),
  })),
  rule('last weekend\\b', () => ({ vague: true, lean: 'past' })),
  rule(`(?:in )?(?:early |late )?q([1-4])(?:,? (20\\d\\d))?\\b`, (m) => ({
    day: quarterRule(Number(m[1]), 'start', m[2] ? Number(m[2]) : undefined),
    lean: 'future',
  })),
  rule(`end of q([1-4])(?:,? (20\\d\\d))?\\b`, (m) => ({
    day: quarterRule(Number(m[1]), 'end', m[2] ? Number(m[2]) : undefined),
  })),
  rule(`half an hour ago\\b|30 min(?:ute)?s? ago\\b`, () => ({ minutes: -30, lean: 'past' })),
  rule(`an hour and a half ago\\b`, () => ({ minutes: -90, lean: 'past' })),
  rule(`(?:in )?(?:an|one|1) hour and a half\\b|in (?:a|one) and a half hours\\b`, () => ({ minutes: 90, lean: 'future' })),
  rule(`in (?:about |around )?(?:half an hour|a half hour|a half-hour)\\b`, () => ({ minutes: 30, lean: 'future' })),
  rule(`(?:about |around |some |like )?${COUNT} ?(?:more )?${UNIT} (?:ago|back|earlier|prior)\\b`, (m) =>
    counted(num(m[1]!), m[2]!, -1),
  ),
  rule(
    `(?:in|within|in about|in around|in the next|after|give (?:it|them|him|her)) (?:about |another )?${COUNT} ?(?:more )?${UNIT}(?:'? time\\b)?`,
    (m) => counted(num(m[1]!), m[2]!, 1),
  ),
  rule(`${COUNT} ?${UNIT} (?:from (?:now|today)|later|hence|out|time)\\b`, (m) => counted(num(m[1]!), m[2]!, 1)),
  rule(`${COUNT} ?(days?|weeks?) from tomorrow\\b`, (m) => ({
    day: (t) => shift(num(m[1]!) ?? 1, m[2]!)(t.add({ days: 1 }), 'future'),
    lean: 'future',
  })),
  rule('(?:the )?next (?:business|working|work) ?day\\b', () => ({ day: shift(1, 'business'), lean: 'future' })),
  rule('(?:the )?next day\\b', () => days(1, 'future')),
  rule('(?:the )?last day of (?:the|this) month\\b', () => ({ day: (t) => lastOfMonth(t) })),
  rule(`(?:the )?(first|last) (?:business|working|work) ?day of (next|this|the) month\\b`, (m) => {
    const months = m[2] === 'next' ? 1 : 0
    return m[1] === 'last'
      ? { day: endOf('month', months), lean: 'future' }
      : { day: (t) => workingDayFrom(t.with({ day: 1 }).add({ months })), lean: 'future' }
  }),
  rule(WD, (m) => bareWeekday(m[1]!)),
]
