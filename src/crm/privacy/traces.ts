import parsePhone from 'libphonenumber-js'
import { normalizeName } from '../../understanding/index.ts'

/** What tells of a person wherever it stands in a text. */
export interface Traces {
  names: string[]
  emails: string[]
  /** E.164 where it could be read. */
  phones: string[]
}

/** What stands in the place of what was erased. */
export const ERASED = '(erased)'

/** Between the parts of a name, or of a number: also what JSON and a button's token write there. */
const GAP = '(?:%[0-9A-F]{2}|\\\\[nrt]|[^0-9A-Za-z]){0,4}'
const GAP_HERE = '(?:%[0-9A-F]{2}|[^\\p{L}\\p{N}]){0,4}'
const HAN = /^[\p{Script=Han}·]+$/u
/** A shorter number stands in too much that is none. */
const SHORTEST_NUMBER = 6

/**
 * A pattern that PostgreSQL reads as JavaScript does, and that finds every text in which a trace may stand (and some others). Letters are given in both
 * cases, as what a server takes for a letter depends on its locale. Undefined: nothing can be looked for.
 */
export function wideFor(traces: Traces): string | undefined {
  const parts = [
    ...namesIn(traces.names).flatMap((words) => [words.map(eitherCase).join(GAP), ...encoded(words.join(' ')).map(eitherCase)]),
    ...traces.emails.flatMap((email) => [email, ...encoded(email)].map(eitherCase)),
    ...traces.phones.flatMap((phone) => {
      const digits = digitsOf(phone)
      return digits.length < SHORTEST_NUMBER ? [] : [[...digits].join(GAP)]
    }),
  ]
  return parts.length ? parts.join('|') : undefined
}

/**
 * Strikes a person's traces out of a text, and where one stood, each of their names alone as well. With `close` those in any text: where it is clear who is
 * spoken of.
 */
export function strikerFor(traces: Traces, { close = false } = {}): (text: string) => string {
  const whole = [
    ...traces.emails.flatMap((email) => [email, ...encoded(email)].map((one) => alone(escaped(one)))),
    ...traces.phones.flatMap((phone) => {
      const digits = digitsOf(phone)
      return digits.length < SHORTEST_NUMBER ? [] : [`${BEFORE_A_NUMBER}${[...digits].join(GAP_HERE)}(?![\\p{L}\\p{N}])`]
    }),
    ...namesIn(traces.names).flatMap((words) => [
      alone(words.map(escaped).join(GAP_HERE), words.join('')),
      ...encoded(words.join(' ')).map(escaped),
    ]),
  ]
  const words = [...new Set(traces.names.flatMap(partsOf))].filter((word) => word.length > 1)
  const wide = whole.length ? new RegExp(whole.join('|'), 'giu') : undefined
  // Alone, a name is told from a word by how it is written: `Will`, not `will`.
  const near = words.length ? new RegExp(words.map((word) => alone(escaped(word), word)).join('|'), 'gu') : undefined
  return (text) => {
    const struck = wide ? text.replaceAll(wide, ERASED) : text
    return near && (close || struck !== text) ? struck.replaceAll(near, ERASED) : struck
  }
}

/** Whether cells of one line name somebody, in whatever order their names stand there. */
export function namedIn(traces: Traces): (cells: readonly string[]) => boolean {
  const strike = strikerFor(traces)
  const names = namesIn(traces.names).map((words) => words.map((word) => word.toLowerCase()))
  return (cells) => {
    // A Chinese name may be parted in two cells.
    if ([cells.join(' '), cells.join('')].some((text) => strike(text) !== text)) return true
    const words = new Set(cells.flatMap((cell) => partsOf(cell.toLowerCase())))
    return names.some((name) => name.every((word) => words.has(word)))
  }
}

/** A country's code, whichever it was taken for, an opening bracket, a zero. */
const BEFORE_A_NUMBER =
  '(?<![\\p{L}\\p{N}])(?:(?:\\+|00|%2B)[^\\p{L}\\p{N}]{0,2}\\d{1,3}[^\\p{L}\\p{N}]{0,3})?(?:\\(0\\)[^\\p{L}\\p{N}]?)?\\(?0?'

/** As a button's token writes it, where that is something else. */
const encoded = (text: string): string[] => (encodeURIComponent(text) === text ? [] : [encodeURIComponent(text)])

/** Each name as its words, in both orders (`Zhang, Wei`), as it is written and without its accents. One word alone is too little, but for a Chinese name. */
function namesIn(names: readonly string[]): string[][] {
  const found = new Map<string, string[]>()
  for (const name of names.flatMap((one) => [one, normalizeName(one)])) {
    const words = partsOf(name)
    if (words.length < 2 && !(HAN.test(name.trim()) && name.trim().length > 1)) continue
    for (const order of [words, words.toReversed()]) found.set(order.join(' '), order)
  }
  return [...found.values()]
}

const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** The number within its country. */
const digitsOf = (phone: string): string => parsePhone(phone)?.nationalNumber ?? phone.replaceAll(/\D/g, '')

// Chinese is written without spaces: a name may stand in the middle of other signs.
const alone = (pattern: string, text = '') => (HAN.test(text) ? pattern : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`)
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const eitherCase = (text: string): string =>
  [...text]
    .map((sign) => {
      const [lower, upper] = [sign.toLowerCase(), sign.toUpperCase()]
      if (lower !== upper && lower.length === 1 && upper.length === 1) return `[${lower}${upper}]`
      return /[\p{L}\p{N}]/u.test(sign) ? sign : `[${sign === '^' || sign === ']' || sign === '\\' ? `\\${sign}` : sign}]`
    })
    .join('')
