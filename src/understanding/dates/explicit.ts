import { Chrono, en } from 'chrono-node'
import { monthDay } from './en-dates.ts'
import type { Atom } from './span.ts'

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
/** A date in full begins here: ISO, or a day and a month by name in any order. Names and bare numbers never get further. */
const OPENS = new RegExp(
  `^(?:(?:19|20)\\d\\d(?:[-/.]\\d{1,2}[-/.]\\d| ?${MONTH})|\\d{1,2}-\\d{1,2}-(?:19|20)\\d\\d|(?:\\d{1,2}(?:st|nd|rd|th)?|[a-z]{3,7}(?:[ -][a-z]{5,7})?)[ ./-]{1,3}(?:(?:to|and|of|-|–) ?)*(?:\\d{1,2}(?:st|nd|rd|th)? ?)?(?:of )?${MONTH}|${MONTH}[a-z]*\\.? (?:the )?(?:\\d{1,2}(?!\\d)|[a-z]{4,7}(?:[ -][a-z]{5,7})?))`,
)
const COUNTED = /^ ?(?:%|k\b|seats?|people|users?|units?|am\b|pm\b|[:.]\d)/
const REFERENCE = new Date(0)
const LONGEST = 48

const readers = new Map(
  [true, false].map((monthFirst) => [monthFirst, new Chrono(en.configuration.createConfiguration(true, !monthFirst))]),
)

/**
 * A date written out in full, by chrono, at a place where our own rules find nothing. Only what it is certain of is taken, as the
 * wall clock reads it: no offset, no guessed year, no weekday moved to.
 */
export function explicitDate(text: string, at: number, monthFirst: boolean): (Atom & { end: number }) | undefined {
  const rest = text.slice(at, at + LONGEST)
  if (!OPENS.test(rest)) return undefined
  const found = readers.get(monthFirst)!.parse(rest, REFERENCE)[0]
  const start = found?.start
  if (found?.index !== 0 || !start?.isCertain('day') || !start.isCertain('month')) return undefined
  const end = at + found.text.length
  if (COUNTED.test(text.slice(end, end + 10))) return undefined
  const year = start.isCertain('year') ? start.get('year')! : undefined
  const date = monthDay(start.get('month')!, start.get('day')!, year)
  if (!date || !start.isCertain('hour')) return date && { ...date, end }
  const hour = start.get('hour')!
  return {
    ...date,
    clock: { hour, minute: start.get('minute') ?? 0, exact: start.isCertain('meridiem') || hour < 1 || /t0?\d/.test(found.text) },
    end,
  }
}
