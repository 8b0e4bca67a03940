import { chineseNumber } from '../text/numbers.ts'
import { dateOf } from './calendar.ts'
import { MONTHS } from './en-words.ts'
import type { TimeSpan } from './span.ts'

/** A place in a text that is read. */
interface Place {
  start: number
  end: number
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}'
/** Longer than any month, and too short for a count of things. */
const NO_LONGER_THAN = 39
const LEAP_YEAR = 2024

const isDay = (year: string | undefined, month: number, day: number) =>
  dateOf(year ? Number(year.length === 2 ? `20${year}` : year) : LEAP_YEAR, month, day) !== undefined

/** Of two numbers with a mark between them: no date either way round, though the one may be a month and the other nearly a day. */
function noDate(a: number, b: number, year?: string): boolean {
  const [month, day] = a <= 12 ? [a, b] : [b, a]
  return month >= 1 && month <= 12 && day > 28 && day <= NO_LONGER_THAN && !isDay(year, a, b) && !isDay(year, b, a)
}

const named = Object.keys(MONTHS)
  .filter((name) => name !== 'may')
  .sort((a, b) => b.length - a.length)
  .join('|')

/** What is written as a date or a time of day and is none; each tells by its groups whether it is. */
const WRITTEN: readonly [RegExp, (match: RegExpExecArray) => boolean][] = [
  [/(?<![\d/.$€£¥])(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?(?![\d/%])/g, ([, a, b, year]) => noDate(Number(a), Number(b), year)],
  [/(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(20\d\d)?(?!\d)/g, ([, a, b, year]) => noDate(Number(a), Number(b), year)],
  [/(?<![\d-])(20\d\d)-(\d{1,2})-(\d{1,2})(?![\d-])/g, ([, year, month, day]) => !isDay(year, Number(month), Number(day))],
  [
    new RegExp(`(?:(\\d{4})年)?(?<!\\d)(\\d{1,2}|${HAN_NUMBER})月(\\d{1,2}|${HAN_NUMBER})(?:[号日]|(?![\\d点个万千元块]))`, 'g'),
    ([, year, month, day]) => !isDay(year, chineseNumber(month!) ?? 0, chineseNumber(day!) ?? 0),
  ],
  [
    new RegExp(`(?<!\\d)(\\d\\d)(?:st|nd|rd|th)? (?:of )?(${named})\\b(?:,? (20\\d\\d))?`, 'g'),
    ([, day, month, year]) => Number(day) > 28 && Number(day) <= NO_LONGER_THAN && !isDay(year, MONTHS[month!]!, Number(day)),
  ],
  [
    new RegExp(`\\b(${named}) (?:the )?(\\d\\d)(?:st|nd|rd|th)?\\b(?![:/.]\\d)(?:,? (20\\d\\d))?`, 'g'),
    ([, month, day, year]) => Number(day) > 28 && Number(day) <= NO_LONGER_THAN && !isDay(year, MONTHS[month!]!, Number(day)),
  ],
  // `50:50` and `20:80` are shares; 25:00 and 9:75 are times that somebody mistyped.
  [
    /(?<![\d:.])(\d{1,2}):(\d\d)(?![\d:])/g,
    ([, hour, minute]) =>
      Number(hour) > 24 ? Number(hour) < 30 && Number(minute) < 60 : Number(minute) > 59 && Number(minute) < 80,
  ],
  [/(?<![\d:.])(\d{2})(?::\d\d)? ?[ap]\.?m\b/g, ([, hour]) => Number(hour) > 24],
  [/(?<!\d)(2[5-9])点(?![儿些个击评])/g, () => true],
]

/** The first date or time of day in a text as it is read that no calendar and no clock has: `2/30`, `31 june`, 2月30日, `25:00`. */
export function impossibleIn(read: string, blocked: readonly Place[] = []): Place | undefined {
  const found = WRITTEN.flatMap(([pattern, isWrong]) =>
    [...read.matchAll(pattern)]
      .filter(isWrong)
      .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length })),
  )
  return found
    .filter((one) => !blocked.some(({ start, end }) => one.start < end && one.end > start))
    .sort((a, b) => a.start - b.start)[0]
}

/** The times of a line; one beside a date that there is not names no moment: `2/30 9am` is no nine o'clock of another day. */
export function asWritten(read: string, times: readonly TimeSpan[], blocked: readonly Place[]): TimeSpan[] {
  const wrong = impossibleIn(read, blocked)
  if (!wrong) return [...times]
  const belongs = ({ start, end }: TimeSpan): boolean =>
    start >= wrong.end
      ? /^[\s,]*(?:at |around |by |的)?$/.test(read.slice(wrong.end, start))
      : end > wrong.start || /^[\s,]*(?:on )?$/.test(read.slice(end, wrong.start))
  return times.map((time) => (belongs(time) ? { ...time, minutes: undefined, repeat: undefined, day: () => undefined } : time))
}
