import { englishNumber } from '../text/numbers.ts'
import { MON, MONTHS, ORDINAL_WORD, ordinal, WD, WEEKDAYS } from './en-words.ts'
import {
  everyPeriod,
  everyWorkingDay,
  onDayOfMonth,
  onDayOfYear,
  onNthWeekday,
  onWeekdays,
  onWorkingDayOfMonth,
} from './repeat.ts'
import { type AtomRule, rule } from './rules.ts'
import type { Atom } from './span.ts'

const EVERY = '(?:every|each|ea\\.?|once (?:a|every|each)|per)'
const NTH = `(last|\\d(?:st|nd|rd|th)|${ORDINAL_WORD.slice(1, -1)})`
const LIST = `${WD}(?:(?:,? and |, ?| ?& ?| ?/ ?| )(?:on )?${WD})?(?:(?:,? and |, ?| ?& ?| ?/ ?)${WD})?(?:(?:,? and |, ?| ?& ?| ?/ ?)${WD})?`
const MONTHS_N = '(?:(?:of )?(?:every|each|a) (?:(other|second|third|\\d+(?:st|nd|rd|th)?) )?month|of the month|monthly)\\b'
const UNIT = '(day|business day|working day|workday|weekday|week|wk|month|quarter|qtr|year|yr)s?\\b'

const nth = (text: string): number => (text === 'last' ? -1 : (ordinal(text) ?? 1))
const weekdays = (names: (string | undefined)[]) => names.filter((n): n is string => n !== undefined).map((n) => WEEKDAYS[n]!)
const step = (text: string | undefined): number =>
  !text ? 1 : text === 'other' ? 2 : (ordinal(text.replace(/^(\d+)$/, '$1th')) ?? 1)

function byUnit(unit: string, n: number): Atom | undefined {
  if (/^(business|working|work|weekday)/.test(unit)) return n === 1 ? everyWorkingDay() : undefined
  if (unit === 'day') return everyPeriod('day', n)
  if (/^w/.test(unit)) return everyPeriod('week', n)
  if (/^m/.test(unit)) return everyPeriod('month', n)
  return everyPeriod(/^q/.test(unit) ? 'quarter' : 'year', n)
}

const ADVERBS: Record<string, () => Atom | undefined> = {
  daily: () => everyPeriod('day', 1),
  weekly: () => everyPeriod('week', 1),
  fortnightly: () => everyPeriod('week', 2),
  biweekly: () => everyPeriod('week', 2),
  'bi-weekly': () => everyPeriod('week', 2),
  monthly: () => everyPeriod('month', 1),
  bimonthly: () => everyPeriod('month', 2),
  'bi-monthly': () => everyPeriod('month', 2),
  quarterly: () => everyPeriod('quarter', 1),
  yearly: () => everyPeriod('year', 1),
  annually: () => everyPeriod('year', 1),
  annual: () => everyPeriod('year', 1),
  'semi-annually': () => everyPeriod('month', 6),
  'semi-annual': () => everyPeriod('month', 6),
  'half-yearly': () => everyPeriod('month', 6),
  biannually: () => everyPeriod('month', 6),
  'twice a year': () => everyPeriod('month', 6),
}

/** Rules for English rhythms. */
export const EN_REPEATS: AtomRule[] = [
  rule(`(?:on )?(?:the )?${NTH} (?:business|working|work) ?day ${MONTHS_N}`, (m) =>
    nth(m[1]!) === 1 || m[1] === 'last' ? onWorkingDayOfMonth(m[1] === 'last' ? -1 : 1, step(m[2])) : undefined,
  ),
  rule(`(?:on )?(?:the )?${NTH} weekday ${MONTHS_N}`, (m) =>
    nth(m[1]!) === 1 || m[1] === 'last' ? onWorkingDayOfMonth(m[1] === 'last' ? -1 : 1, step(m[2])) : undefined,
  ),
  rule(`(?:on )?(?:the )?${NTH} ${WD} ${MONTHS_N}`, (m) => onNthWeekday(nth(m[1]!), WEEKDAYS[m[2]!]!, step(m[3]))),
  rule(`${EVERY} ${NTH} ${WD}(?: of (?:the|every|each) month\\b)?`, (m) =>
    m[1] === 'second' && !/ of /.test(m[0]) ? onWeekdays([WEEKDAYS[m[2]!]!], 2) : onNthWeekday(nth(m[1]!), WEEKDAYS[m[2]!]!),
  ),
  rule(`(?:monthly|${EVERY} month),? (?:on )?(?:the )?${NTH} ${WD}`, (m) => onNthWeekday(nth(m[1]!), WEEKDAYS[m[2]!]!)),
  rule(`(?:on )?(?:the )?last day ${MONTHS_N}`, (m) => onDayOfMonth(-1, step(m[1]))),
  rule(`(?:at )?(?:the )?end of (?:every|each) month\\b|every month[ -]end\\b`, () => onWorkingDayOfMonth(-1)),
  rule(`(?:at )?(?:the )?(?:start|beginning) of (?:every|each) month\\b`, () => onWorkingDayOfMonth(1)),
  rule(`(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th) ${MONTHS_N}`, (m) => onDayOfMonth(Number(m[1]), step(m[2]))),
  rule(`(?:on )?(?:the )?${ORDINAL_WORD} ${MONTHS_N}`, (m) => onDayOfMonth(ordinal(m[1]!) ?? 0, step(m[2]))),
  rule(`(?:monthly|${EVERY} month),? (?:on |by )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b`, (m) => onDayOfMonth(Number(m[1]))),
  rule(`(?:monthly|${EVERY} month),? (?:on |by )?(?:the )${ORDINAL_WORD}\\b`, (m) => onDayOfMonth(ordinal(m[1]!) ?? 0)),
  rule(
    `${EVERY} (\\d{1,2})(?:st|nd|rd|th)\\b(?: (?:day )?of (?:the|each|every) month\\b)?(?! (?:day|week|month|year|mon|tue|wed|thu|fri|sat|sun))`,
    (m) => onDayOfMonth(Number(m[1])),
  ),
  rule(`(?:${EVERY} year|yearly|annually),? (?:on )?${MON} (\\d{1,2})(?:st|nd|rd|th)?\\b`, (m) =>
    onDayOfYear(MONTHS[m[1]!]!, Number(m[2])),
  ),
  rule(`(?:${EVERY} year|yearly|annually),? (?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MON}`, (m) =>
    onDayOfYear(MONTHS[m[2]!]!, Number(m[1])),
  ),
  rule(`${EVERY} (\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MON}`, (m) => onDayOfYear(MONTHS[m[2]!]!, Number(m[1]))),
  rule(`${EVERY} ${MON} (\\d{1,2})(?:st|nd|rd|th)?\\b`, (m) => onDayOfYear(MONTHS[m[1]!]!, Number(m[2]))),
  rule(`${EVERY} other ${LIST}`, (m) => onWeekdays(weekdays([m[1], m[2], m[3], m[4]]), 2)),
  rule(`(?:biweekly|bi-weekly|fortnightly|every other week|${EVERY} (?:two|2) weeks|every second week),? (?:on )?${LIST}`, (m) =>
    onWeekdays(weekdays([m[1], m[2], m[3], m[4]]), 2),
  ),
  rule(`${EVERY} (three|four|five|six|\\d) weeks,? (?:on )?${LIST}`, (m) =>
    onWeekdays(weekdays([m[2], m[3], m[4], m[5]]), englishNumber(m[1]!) ?? 1),
  ),
  rule(`(?:weekly|${EVERY} week),? (?:on |every )?${LIST}`, (m) => onWeekdays(weekdays([m[1], m[2], m[3], m[4]]))),
  rule(`${EVERY} ${LIST}`, (m) => onWeekdays(weekdays([m[1], m[2], m[3], m[4]]))),
  rule(`(?:on )?(mon|tues|wednes|thurs|fri|satur|sun)days(?: and (mon|tues|wednes|thurs|fri|satur|sun)days)?\\b`, (m) =>
    onWeekdays([m[1], m[2]].filter((x): x is string => !!x).map((x) => WEEKDAYS[x] ?? WEEKDAYS[`${x}day`]!)),
  ),
  rule(`${LIST} (?:every|each) week\\b`, (m) => onWeekdays(weekdays([m[1], m[2], m[3], m[4]]))),
  rule(`${EVERY} (other|second) ${UNIT}`, (m) => byUnit(m[2]!, 2)),
  rule(`${EVERY} third ${UNIT}`, (m) => byUnit(m[1]!, 3)),
  rule(`${EVERY} (\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of) ${UNIT}`, (m) =>
    byUnit(m[2]!, englishNumber(m[1]!) ?? 0),
  ),
  rule(`(?:every|each) half(?: a)? year\\b`, () => everyPeriod('month', 6)),
  rule(`(?:every|each) fortnight\\b`, () => everyPeriod('week', 2)),
  rule(`(?:every|each) (morning|afternoon|evening)\\b`, (m) => ({ ...everyPeriod('day', 1), part: m[1] as 'morning' })),
  rule(`(?:every|each) single (day|week|month)\\b`, (m) => byUnit(m[1]!, 1)),
  rule(`${EVERY} ${UNIT}`, (m) => byUnit(m[1]!, 1)),
  rule('mon(?:day)?(?:-|—| to | thru | through )fri(?:day)?\\b', () => everyWorkingDay()),
  rule(`(?:on )?(?:weekdays|workdays)\\b`, () => everyWorkingDay()),
  rule(
    `(${Object.keys(ADVERBS)
      .sort((a, b) => b.length - a.length)
      .join('|')})\\b`,
    (m) => ADVERBS[m[1]!]?.(),
  ),
]
