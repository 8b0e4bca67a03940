import { Temporal } from 'temporal-polyfill'
import { chineseNumber, localToday, MONTHS, understandWhen } from '../../../understanding/index.ts'
import { dayOf } from '../days.ts'
import type { Span } from '../filter.ts'
import { type Days, length, lengthAgo, unitOf, whole } from './lengths.ts'
import type { Text } from './scan.ts'

/** Whether a bare `March` or `Monday` is the one before or the one to come. */
export type Lean = 'past' | 'future'

const THIS = /(?:in |during )?(this|current|last|previous|next) (days?|weeks?|wks?|months?|quarters?|years?|yrs?)/y
const NAMED = /(?:on )?(today|yesterday|tomorrow)/y
const HAN_THIS = /(本|这个?|当|上个?|下个?|今|去|明)(周|星期|礼拜|月|季度|年)/y
const HAN_NAMED = /今天|昨天|前天|明天/y

const MONTH_NAMES = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const DATE = new RegExp(
  `(?:the )?(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.?|\\d{1,2}/\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH_NAMES})\\.?(?:,? \\d{4})?|(?:${MONTH_NAMES})\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?|(?:last |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]?|\\d{4}年\\d{1,2}月\\d{1,2}[日号]?)`,
  'y',
)
const MONTH = new RegExp(
  `(?:the )?(?:month of )?(${MONTH_NAMES})\\.?(?:,? (\\d{4}))?|(?:(\\d{4})年)?(\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\\d)`,
  'y',
)
const QUARTER = /q([1-4])(?:,? (\d{4}))?|(?:(\d{4})年)?第?([1-4一二三四])季度/y
const YEAR = /(20\d\d|19\d\d)年?(?![-\d./])/y

const BEFORE = /(?:before|earlier than|prior to|older than|until|till|up to|by|早于|先于|before于|<) ?/y
const AFTER = /(?:after|later than|晚于|迟于|>) ?/y
const SINCE = /(?:since|from|as of|starting|on or after|>=|自从?|从) ?/y
const BETWEEN = /(?:between|from) /y
const ON = /(?:on|in|during|at|=|是|为|在|于) ?/y
const THEN = / ?(?:and|to|until|till|-|–|到|至) ?/y
const HAN_AFTERWARDS: readonly [RegExp, (span: Span) => Span][] = [
  [/(?:之前|以前|前)/y, (span) => ({ until: span.from })],
  [/(?:之后|以后|后)/y, (span) => ({ from: span.until })],
  [/(?:以来|至今|起|开始)/y, (span) => ({ from: span.from })],
]

/** A time, as a filter says it: `before 1 March`, `in the last 30 days`, `this month`, 最近30天, 三月以来. */
export function daysAt(text: Text, from: number, lean: Lean = 'past'): Days | undefined {
  const at = text.skip(from)
  return lengthAgo(text, at) ?? between(text, at, lean) ?? led(text, at, lean) ?? followed(text, at, lean) ?? length(text, at)
}

function between(text: Text, at: number, lean: Lean): Days | undefined {
  const lead = text.match(BETWEEN, at)?.[0].length ?? text.match(/[从自]/y, at)?.[0].length ?? 0
  const first = periodAt(text, at + lead, lean)
  const then = first && text.match(THEN, first.end)
  const second = then && periodAt(text, first.end + then[0].length, lean)
  if (!second) return undefined
  const span: Span = { from: first.span.from, until: second.span.until }
  if (!isBackwards(span, text)) return { span, end: second.end }
  // Each by itself is the nearest on its side of today, in two years perhaps: “1 Nov and 30 Nov”, said on the 24th, are one November.
  const other =
    lean === 'past'
      ? { ...span, until: periodAt(text, first.end + then[0].length, 'future')?.span.until }
      : { ...span, from: periodAt(text, at + lead, 'past')?.span.from }
  return { span: isBackwards(other, text) ? span : other, end: second.end }
}

const isBackwards = ({ from, until }: Span, { scene }: Text): boolean =>
  Boolean(from && until && Temporal.PlainDate.compare(dayOf(from, scene.moment), dayOf(until, scene.moment)) >= 0)

function led(text: Text, at: number, lean: Lean): Days | undefined {
  const roads: readonly [RegExp, (span: Span) => Span][] = [
    [SINCE, ({ from }) => ({ from })],
    [BEFORE, ({ from, until }) => ({ until: /^(?:until|till|up to|by)/.test(text.low.slice(at)) ? until : from })],
    [AFTER, ({ until }) => ({ from: until })],
    [ON, (span) => span],
  ]
  for (const [pattern, make] of roads) {
    const lead = text.match(pattern, at)
    const period = lead && periodAt(text, at + lead[0].length, lean)
    if (!period) continue
    const tail = text.match(HAN_AFTERWARDS[2]![0], period.end)?.[0].length ?? 0
    return { span: make(period.span), end: period.end + tail }
  }
  return undefined
}

function followed(text: Text, at: number, lean: Lean): Days | undefined {
  const period = periodAt(text, at, lean)
  if (!period) return undefined
  for (const [pattern, make] of HAN_AFTERWARDS) {
    const tail = text.match(pattern, period.end)
    if (tail) return { span: make(period.span), end: period.end + tail[0].length }
  }
  return period
}

/** A day, week, month, quarter or year. */
function periodAt(text: Text, from: number, lean: Lean): Days | undefined {
  const at = text.skip(from)
  const found = (pattern: RegExp) => text.match(pattern, at)
  const days = (match: RegExpExecArray, span: Span): Days => ({ span, end: at + match[0].length })
  const named = found(NAMED) ?? found(HAN_NAMED)
  if (named) return days(named, whole(dayNamed(named[0]), 'day'))
  const current = found(THIS)
  if (current) return days(current, whole(offset(current[1]!), unitOf(current[2]!)))
  const han = found(HAN_THIS)
  if (han) return days(han, whole(offset(han[1]!), unitOf(han[2]!)))
  const date = found(DATE)
  const day = date && dateOf(text, date[0], lean)
  if (day) return days(date, { from: { on: day.toString() }, until: { on: day.add({ days: 1 }).toString() } })
  return monthly(text, at, lean, days)
}

function monthly(text: Text, at: number, lean: Lean, days: (match: RegExpExecArray, span: Span) => Days): Days | undefined {
  const today = localToday(text.scene.moment)
  const month = text.match(MONTH, at)
  if (month) return days(month, spanFrom(yearly(monthNumber(month), month[2] ?? month[3], 1, lean, today), { months: 1 }))
  const quarter = text.match(QUARTER, at)
  if (quarter) {
    const number = chineseNumber((quarter[1] ?? quarter[4])!) ?? 1
    return days(quarter, spanFrom(yearly(number * 3 - 2, quarter[2] ?? quarter[3], 3, lean, today), { months: 3 }))
  }
  const year = text.match(YEAR, at)
  return year
    ? days(year, spanFrom(Temporal.PlainDate.from({ year: Number(year[1]), month: 1, day: 1 }), { years: 1 }))
    : undefined
}

const dayNamed = (word: string) =>
  /yesterday|昨天/.test(word) ? -1 : /前天/.test(word) ? -2 : /tomorrow|明天/.test(word) ? 1 : 0
const offset = (word: string) => (/^(?:last|previous|上|去)/.test(word) ? -1 : /^(?:next|下|明)/.test(word) ? 1 : 0)

const monthNumber = (found: RegExpExecArray) => (found[4] ? chineseNumber(found[4]) : MONTHS[found[1]!]) ?? 1

/** The first day of a month of the year that was said, else of the last or next such month. */
function yearly(
  month: number,
  year: string | undefined,
  months: number,
  lean: Lean,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const at = (of: number) => Temporal.PlainDate.from({ year: of, month: Math.min(12, Math.max(1, month)), day: 1 })
  if (year) return at(Number(year))
  const here = at(today.year)
  if (lean === 'past') return Temporal.PlainDate.compare(here, today) > 0 ? at(today.year - 1) : here
  return Temporal.PlainDate.compare(here.add({ months }), today) <= 0 ? at(today.year + 1) : here
}

const spanFrom = (from: Temporal.PlainDate, length: Temporal.DurationLike): Span => ({
  from: { on: from.toString() },
  until: { on: from.add(length).toString() },
})

function dateOf(text: Text, words: string, lean: Lean): Temporal.PlainDate | undefined {
  const when = understandWhen(words, text.scene.moment, lean)
  return when?.at && !when.recurrence ? Temporal.PlainDate.from(when.at.slice(0, 10)) : undefined
}
