import { slipsBetween } from '../text/distance.ts'
import { isGivenName, isOrdinary, isTrade } from '../text/words.ts'

const FEWEST_LETTERS = 5
const LONG = 10

/** Whether a word stands for something of its own: two of them one letter apart are two, Foods and Goods, Marie and Maria. */
type IsKnown = (word: string, at: number, count: number) => boolean
export const isCompanyWord: IsKnown = (word) => isOrdinary(word) || isTrade(word) || isGivenName(word)
/** A family name may be any word, and is mistyped as easily. */
export const isFirstName: IsKnown = (word, at, count) => at < count - 1 && isGivenName(word)

const isPlural = (a: string, b: string) => `${a}s` === b || `${b}s` === a

/** Whether one word is the other, mistyped: one slip in a word of five letters, two in a long one. Digits are no slip: Studio 54 is not Studio 55. */
function isMistyped(a: string, b: string): boolean {
  if (/\d/.test(a + b) || a[0] !== b[0]) return false
  const least = Math.min(a.length, b.length)
  if (least < FEWEST_LETTERS) return false
  const slips = slipsBetween(a, b, 2)
  return slips === 1 || (slips === 2 && least >= LONG)
}

/** Whether two names of as many words are the same but for slips in one of their words. */
export function isSlipApart(a: readonly string[], b: readonly string[], isKnown: IsKnown): boolean {
  if (a.length !== b.length) return false
  const [first, ...more] = a.flatMap((word, at) => (word === b[at] ? [] : [at]))
  if (first === undefined || more.length) return false
  const [one, other] = [a[first]!, b[first]!]
  const bothKnown = isKnown(one, first, a.length) && isKnown(other, first, a.length)
  return isMistyped(one, other) && (!bothKnown || isPlural(one, other))
}
