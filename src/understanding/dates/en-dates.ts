import { dateOf, firstOfMonth, nearestMonth, nearestYear, type PlainDate, workingDayFrom } from './calendar.ts'
import { MON, MONTHS, ORDINAL_WORD, ordinal } from './en-words.ts'
import { monthRule } from './periods.ts'
import { type AtomRule, rule } from './rules.ts'
import type { Atom, DayRule, Tense } from './span.ts'

const yearOf = (text: string | undefined): number | undefined => {
  if (!text) return undefined
  const year = Number(text.replace("'", ''))
  return year < 100 ? 2000 + year : year
}

/** A month and day, with or without a year; undefined when no year has such a day. */
export function monthDay(month: number, day: number, year?: number): Atom | undefined {
  if (!dateOf(year ?? 2024, month, day)) return undefined
  return { day: (today, tense) => (year ? dateOf(year, month, day) : nearestYear(today, month, day, tense === 'past')) }
}

/** A month by its name and a day; `31 February` is meant as a date, and is none: not the time beside it alone. */
function namedDay(month: number, day: number, year?: number): Atom | undefined {
  return monthDay(month, day, year) ?? (day > 28 && day < 32 ? { day: () => undefined } : undefined)
}

/** `3/25`, `25.3.`: read the one way that is a date; `monthFirst` settles the rest. */
export function numericDate(first: number, second: number, year: number | undefined, monthFirst: boolean): Atom | undefined {
  const [month, day] = monthFirst ? [first, second] : [second, first]
  return monthDay(month, day, year) ?? monthDay(day, month, year)
}

function dayOfMonth(day: number, months?: number): Atom | undefined {
  if (day < 1 || day > 31) return undefined
  const inMonth = (today: PlainDate, tense: Tense): PlainDate | undefined => {
    if (months === undefined) return nearestMonth(today, day, tense === 'past')
    const first = firstOfMonth(today, months)
    return dateOf(first.year, first.month, day)
  }
  return { day: inMonth, settles: { monthday: day }, lean: months ? (months > 0 ? 'future' : 'past') : undefined }
}

const MONTH_OFFSET: Record<string, number> = { this: 0, next: 1, last: -1, 'the following': 1 }
const weekOf = (inner: Atom | undefined): Atom | undefined => {
  const day = inner?.day
  const monday: DayRule = (today, tense) => {
    const date = day?.(today, tense)
    return date && workingDayFrom(date.subtract({ days: date.dayOfWeek - 1 }))
  }
  return day ? { day: monday } : undefined
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?\\b'
const YEAR = "(?:,? (20\\d\\d|'\\d\\d)\\b(?!:))?"

/** Words that follow a day of the month; any other makes an ordinal count things: `the 2nd crusher`. */
const AFTER_DAY =
  '(?:at|or|and|for|with|to|by|in|if|when|of|re|about|from|until|till|as|morning|noon|afternoon|evening|eod|cob|then|but|so|because|she|he|they|we|it|call|send|e-?mail|text|visit|meet|check|latest|instead|again|via|over|works|is|was|around|before|after|no|not|now|please|pls|the|his|her|their|our|my|i)\\b'

/** Rules for English dates. Slashed dates of two possible readings follow `monthFirst`. */
export function enDates(monthFirst: boolean): AtomRule[] {
  return [
    rule(`(?:the )?week of (?:the )?${MON} ${DAY}`, (m) => weekOf(monthDay(MONTHS[m[1]!]!, Number(m[2])))),
    rule('(?:the )?week of the (\\d{1,2})(?:st|nd|rd|th)\\b', (m) => weekOf(dayOfMonth(Number(m[1])))),
    rule(`${MON} (?:the )?${DAY}(?![:/.]\\d| ?(?:am|pm|a\\.m|p\\.m|seats?|people|users?|%))${YEAR}`, (m) =>
      namedDay(MONTHS[m[1]!]!, Number(m[2]), yearOf(m[3])),
    ),
    rule(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MON}${YEAR}(?![a-z])`, (m) =>
      namedDay(MONTHS[m[2]!]!, Number(m[1]), yearOf(m[3])),
    ),
    rule('(20\\d\\d)-(\\d\\d)-(\\d\\d)\\b', (m) => namedDay(Number(m[2]), Number(m[3]), Number(m[1]))),
    rule('(\\d{1,2})/(\\d{1,2})(?:/(20\\d\\d|\\d\\d))?(?![\\d/%])', (m) =>
      m[0] === '24/7' ? undefined : numericDate(Number(m[1]), Number(m[2]), yearOf(m[3]), monthFirst),
    ),
    rule('(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d|\\d\\d)\\b', (m) => numericDate(Number(m[1]), Number(m[2]), yearOf(m[3]), false)),
    rule('(\\d{1,2})\\. ?(\\d{1,2})\\.(?!\\d)', (m) => numericDate(Number(m[1]), Number(m[2]), undefined, false)),
    rule(`(\\d{1,2})\\. ${MON}${YEAR}`, (m) => namedDay(MONTHS[m[2]!]!, Number(m[1]), yearOf(m[3]))),
    rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th) of (this|next|last|the following) month\\b', (m) =>
      dayOfMonth(Number(m[1]), MONTH_OFFSET[m[2]!]),
    ),
    rule('(next|this|last) month (?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b', (m) =>
      dayOfMonth(Number(m[2]), MONTH_OFFSET[m[1]!]),
    ),
    rule(
      '(?<=\\b(?:on|by|until|till|before|after|from|since|around) )(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:floor|street|avenue))',
      (m) => dayOfMonth(Number(m[1])),
    ),
    rule(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b(?! (?!${AFTER_DAY})[a-z]{2,})`, (m) => dayOfMonth(Number(m[1]))),
    rule(`the ${ORDINAL_WORD}(?= at| or| in| by|[,.;]|$)`, (m) => dayOfMonth(ordinal(m[1]!) ?? 0)),
    rule(
      `(?:in|by|before|until|till|from|since|after|for|around|during) (early |late |mid[ -]?|the start of |the beginning of |start of |next |this )?${MON}(?: (20\\d\\d)\\b)?(?! ?\\d)`,
      (m) => ({ day: monthRule(MONTHS[m[2]!]!, /mid/.test(m[1] ?? '') ? 'middle' : 'start', yearOf(m[3])) }),
    ),
    rule(`(?:early|next|(?:the )?(?:start|beginning) of|sometime in|later in) ${MON}(?! ?\\d)`, (m) => ({
      day: monthRule(MONTHS[m[1]!]!, 'start'),
    })),
  ]
}
