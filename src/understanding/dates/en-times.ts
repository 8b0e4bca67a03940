import { type AtomRule, rule } from './rules.ts'
import type { Atom } from './span.ts'

const HOURS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}
const MINUTES: Record<string, number> = {
  five: 5,
  ten: 10,
  fifteen: 15,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  'forty five': 45,
  fifty: 50,
}
const HOUR_WORD = `(${Object.keys(HOURS).join('|')})\\b`
const MINUTE_WORD = '(fifteen|thirty|forty[ -]five|forty|twenty|ten|fifty)\\b'
const AMPM = '(a\\.?m\\b\\.?|p\\.?m\\b\\.?)'
/** `9:30 until 31 January` is an hour and a day, no range of hours. */
const NO_DATE = '(?!\\d|(?:st|nd|rd|th)\\b| (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\b)'
const RANGE = `(?: ?(?:-|to|until|till|and) ?(?:\\d{1,2}(?:[:.]\\d\\d)?|noon)${NO_DATE} ?(?:am|pm)?)?`

function clock(hour: number, minute: number, ampm?: string, zeroed = false): Atom | undefined {
  if (minute > 59 || hour > 24) return undefined
  if (ampm) {
    if (hour > 12) return { clock: { hour, minute, exact: true } }
    return { clock: { hour: (hour % 12) + (ampm.startsWith('p') ? 12 : 0), minute, exact: true } }
  }
  if (hour === 24) return minute === 0 ? { day: undefined, clock: { hour: 0, minute, exact: true } } : undefined
  return { clock: { hour, minute, exact: zeroed || hour > 12 || hour === 0 } }
}

/** The beginning of a range; the am or pm at its end counts for both when that runs forward (`10-11am`, but `11-1pm` begins before noon). */
function rangeStart(hour: number, minute: number, end: number, own?: string, last?: string): Atom | undefined {
  const turns = !own && !!last?.startsWith('p') && hour % 12 > end % 12
  return clock(hour, minute, own ?? (turns ? 'am' : last))
}

const hourOf = (text: string): number => HOURS[text] ?? Number(text)
const HOUR = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'

const zero = (hour: string) => hour.startsWith('0') && hour.length === 2

/** After `at 3` no counted thing follows: `at 3 sites`, `at 3%`. */
const NO_COUNT =
  '(?!(?: [a-z]+){1,2} (?:street|st|avenue|ave|road|rd|lane|ln|drive|boulevard|blvd|court|square|terrace|crescent|row)\\b)(?! ?(?:%|percent|per\\b|k\\b|m\\b|x\\b|/|[$€£¥]|people|staff|[a-z]{2,}s\\b(?<!yes|this|his|was|has|tues|thurs|weds|is|as|us)|of\\b|or so|more|other|new|different|big|main))(?![\\d.,:]\\d|\\d|[a-z])'

/** What may follow a bare `at 3` for it to be a time of day rather than a count. */
const AFTER_BARE =
  "(?=$|[,.;!?)\\n]|['’]?ish| ?(?:-|\u2014) | (?:o'?clock|sharp|on|to|tomorrow|tmrw|today|tonight|yesterday|this|next|last|and|but|with|for|re|about|in the|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|their|his|her|our|my|local|then|she|he|they|it|no|left|vm|wants?|see|via|over|if|or|when|because|so|as|will|went|was|by phone|instead|again|latest|the|call|send|follow))"

/** Rules for English times of day. */
export const EN_TIMES: AtomRule[] = [
  rule(`(\\d{1,2})[:.h](\\d\\d) ?${AMPM}`, (m) => clock(Number(m[1]), Number(m[2]), m[3])),
  rule(`(\\d{1,2}) ?${AMPM}`, (m) => clock(Number(m[1]), 0, m[2])),
  rule(`(\\d{1,2})(?:[:.](\\d\\d))? ?(?:-|to|until|till|and) ?(\\d{1,2})(?:[:.]\\d\\d)? ?${AMPM}`, (m) =>
    rangeStart(Number(m[1]), Number(m[2] ?? 0), Number(m[3]), undefined, m[4]),
  ),
  rule(
    `(?:between|from) ${HOUR}(?:[:.](\\d\\d))? ?${AMPM}? ?(?:-|to|until|till|and) ?${HOUR}(?:[:.]\\d\\d)?(?![\\d.,:]| ?(?:%|k\\b|m\\b|percent|[a-z]{3,}s\\b(?<!yes|this|his|tues|thurs|weds)|people)) ?${AMPM}?`,
    (m) => rangeStart(hourOf(m[1]!), Number(m[2] ?? 0), hourOf(m[4]!), m[3], m[5]),
  ),
  rule(`(\\d{1,2}):(\\d\\d)(?::\\d\\d)?(?!:?\\d)${RANGE}(?:ish\\b)?(?: ?h(?:rs?)?\\b)?`, (m) =>
    clock(Number(m[1]), Number(m[2]), undefined, zero(m[1]!)),
  ),
  rule('(\\d{1,2})h(\\d\\d)?\\b(?! ago)', (m) =>
    Number(m[1]) >= 7 ? clock(Number(m[1]), Number(m[2] ?? 0), undefined, true) : undefined,
  ),
  rule('([01]\\d|2[0-3])([0-5]\\d) ?(?:h|hrs|hours)\\b', (m) => clock(Number(m[1]), Number(m[2]), undefined, true)),
  rule(`(?<=(?:at|@|by|before|after|until) )([01]\\d|2[0-3])([0-5]\\d)${AFTER_BARE}`, (m) =>
    clock(Number(m[1]), Number(m[2]), undefined, true),
  ),
  rule(`(\\d{1,2}) o'?clock\\b`, (m) => clock(Number(m[1]), 0)),
  rule(`(?:half past|half) (\\d{1,2})\\b`, (m) => clock(Number(m[1]), 30)),
  rule(`half past ${HOUR_WORD}`, (m) => clock(HOURS[m[1]!]!, 30)),
  rule(`(a quarter|quarter|ten|twenty|five) (past|to|after|till) (?:(\\d{1,2})\\b|${HOUR_WORD})`, (m) => {
    const hour = m[3] ? Number(m[3]) : HOURS[m[4]!]!
    const minutes = MINUTES[m[1]!]!
    if (m[2] === 'past' || m[2] === 'after') return clock(hour, minutes)
    return clock(hour === 1 ? 12 : hour - 1, 60 - minutes)
  }),
  rule(`${HOUR_WORD}(?: ${MINUTE_WORD})? ?(?:${AMPM}|(o'?clock)\\b)`, (m) =>
    clock(HOURS[m[1]!]!, MINUTES[(m[2] ?? '').replace('-', ' ')] ?? 0, m[3]),
  ),
  rule(
    `(?<=(?:at|by|before|around|until|till|after) )${HOUR_WORD}(?: ${MINUTE_WORD})?(?! (?:people|seats|users|days?|weeks?|hours?|of|more|other|months?))`,
    (m) => clock(HOURS[m[1]!]!, MINUTES[(m[2] ?? '').replace('-', ' ')] ?? 0),
  ),
  rule('(\\d{1,2})(?= (?:tonight|this (?:evening|afternoon|morning))\\b)', (m) =>
    Number(m[1]) <= 12 ? clock(Number(m[1]), 0) : undefined,
  ),
  rule('(?:noon|midday|lunch ?time)\\b', () => ({ part: 'noon' })),
  rule('midnight\\b', () => ({ clock: { hour: 0, minute: 0, exact: true } })),
  rule('(?:first thing(?: in the morning)?|(?:in the |early |mid[ -]?|late )?morning|a\\.m\\.)(?! person)\\b', () => ({
    part: 'morning',
  })),
  rule('(?:in the |early |mid[ -]?|late )?(?:afternoon|arvo)\\b', () => ({ part: 'afternoon' })),
  rule('(?:in the |early |late )?(?:evening|night)\\b', () => ({ part: 'evening' })),
  rule('after lunch\\b', () => ({ part: 'afternoon' })),
  rule(
    '(?<=(?:^|[\\s(,])(?:at|by|before|around|until|till|after|@|~|at around|at about|circa) ?~?)(\\d{1,2})(?:[:.](\\d\\d))?' +
      AFTER_BARE,
    (m) => (Number(m[1]) >= 1 && Number(m[1]) <= 24 ? clock(Number(m[1]), Number(m[2] ?? 0), undefined, zero(m[1]!)) : undefined),
  ),
  rule(`(?<=(?:^|[\\s(,])(?:at|@) ?)(\\d{1,2})(?:[.](\\d\\d))?${NO_COUNT}`, (m) =>
    Number(m[1]) >= 1 && Number(m[1]) <= 12 ? clock(Number(m[1]), Number(m[2] ?? 0), undefined, zero(m[1]!)) : undefined,
  ),
  rule("(\\d{1,2})['’]?ish\\b", (m) => clock(Number(m[1]), 0)),
  rule('~(\\d{1,2})\\b(?![%\\d.,k])', (m) => clock(Number(m[1]), 0)),
]

/** `tomorrow am`, `Monday pm`: a part of the day right after it. */
export const HALF_AFTER_DAY = rule('(am|pm)\\b', (m) => ({ part: m[1] === 'am' ? 'morning' : 'afternoon' }))

/** A bare number right after a day (`Monday 9`, `tmrw 10`). */
export const HOUR_AFTER_DAY = rule(`(\\d{1,2})(?:[.](\\d\\d))?(?:-\\d{1,2})?${AFTER_BARE}`, (m) =>
  Number(m[1]) >= 1 && Number(m[1]) <= 23 ? clock(Number(m[1]), Number(m[2] ?? 0), undefined, zero(m[1]!)) : undefined,
)
