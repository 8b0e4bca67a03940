/** Weekday words (1 Monday … 7 Sunday). */
export const WEEKDAYS: Record<string, number> = {
  mon: 1,
  monday: 1,
  tue: 2,
  tues: 2,
  tuesday: 2,
  wed: 3,
  weds: 3,
  wednesday: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
}
export const MONTHS: Record<string, number> = {
  jan: 1,
  january: 1,
  feb: 2,
  february: 2,
  mar: 3,
  march: 3,
  apr: 4,
  april: 4,
  may: 5,
  jun: 6,
  june: 6,
  jul: 7,
  july: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  oct: 10,
  october: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
}

const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length).join('|')

/** A weekday, captured without plural or full stop. */
export const WD = `(${longestFirst(Object.keys(WEEKDAYS))})(?:'?s)?\\b(?:\\.(?=,? ?(?:\\d|at |am\\b|morning|afternoon|noon|eod)))?`
/** A month, captured without full stop. */
export const MON = `(${longestFirst(Object.keys(MONTHS))})\\b(?:\\.(?=,? ?(?:\\d|at |am\\b|morning|afternoon|noon|eod)))?`
/** A small count: digits or words. */
export const COUNT =
  '(\\d{1,4}(?:\\.\\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|forty[ -]five|sixty|ninety|(?:a )?couple(?: of)?|(?:a )?few)'

export const UNIT =
  '(business days?|working days?|work days?|workdays?|weekdays?|biz days?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mths?|mos?|quarters?|qtrs?|years?|yrs?|fortnights?)\\b'

/** A day-of-month number written in words (`fifteenth`). */
const ORDINAL_UNITS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty[ -]first',
  'twenty[ -]second',
  'twenty[ -]third',
  'twenty[ -]fourth',
  'twenty[ -]fifth',
  'twenty[ -]sixth',
  'twenty[ -]seventh',
  'twenty[ -]eighth',
  'twenty[ -]ninth',
  'thirtieth',
  'thirty[ -]first',
]
export const ORDINAL_WORD = `(${[...ORDINAL_UNITS].reverse().join('|')})`

/** The number of an ordinal (`15th`, `third`), or undefined. */
export function ordinal(text: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  if (digits) return Number(digits[1])
  const at = ORDINAL_UNITS.findIndex((pattern) => new RegExp(`^${pattern}$`).test(text))
  return at < 0 ? undefined : at + 1
}
