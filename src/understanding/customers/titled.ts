import { isCurrencyCode } from '../text/currency-codes.ts'
import { slipsBetween } from '../text/distance.ts'
import { adjoins, type Token } from '../text/tokens.ts'
import { isEnglish, isOrdinary, isSurnameWord, isTrade } from '../text/words.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { isDateWord } from './standing-words.ts'
import { nearestGuesses } from './typos.ts'

const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|capt|captain|mister|herr|frau|sir|madam|mme|mlle)$/

/** A title with a word right behind it: `mr kim`, `Dr. Holt`. */
export function isTitled({ line, tokens }: Scene, at: number): boolean {
  const [title, name] = [tokens[at]!, tokens[at + 1]]
  return TITLES.test(title.word) && !!name && /^\.? ?$/.test(line.read.slice(title.end, name.start))
}

const isFamilyName = ({ word, capital, han }: Token): boolean =>
  !han &&
  word.length > 1 &&
  !/^\d/.test(word) &&
  !isTrade(word) &&
  !isCurrencyCode(word) &&
  (isSurnameWord(word) || !isOrdinary(word) || (capital && !isDateWord(word)))

/** Somebody with a title whom nobody knows by that name, or whose name has a slip (`ms siddiqi`). */
export function titledAt(scene: Scene, at: number): (Mention & { tokens: number }) | undefined {
  const { line, tokens, index } = scene
  if (!isTitled(scene, at) || !isFamilyName(tokens[at + 1]!)) return undefined
  const first = tokens[at + 1]!
  const second = tokens[at + 2]
  const two = adjoins(line, first, second) && !second!.han && (first.capital ? second!.capital : !isEnglish(second!.word))
  const last = two && isFamilyName(second!) ? second! : first
  const near = nearestGuesses(index, [last.word]).filter(
    ({ kind, id }) => kind === 'person' && slipsBetween(last.word, index.people[id]!.words.at(-1)!, 2) <= 2,
  )
  return {
    kind: 'person',
    start: tokens[at]!.start,
    end: last.end,
    ids: near.map(({ id }) => id),
    typed: typedAt(line, tokens[at]!.start, last.end),
    whole: false,
    owner: last.possessive,
    tokens: last === first ? 2 : 3,
  }
}
