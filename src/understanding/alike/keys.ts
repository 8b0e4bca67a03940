import { coreChinese, coreWords, isChinese } from '../customers/normalize.ts'
import { readingsOf } from '../customers/pinyin.ts'
import { isTrade } from '../text/words.ts'
import { CITIES } from './cities.ts'

/** By what the names that are like a company's are found, without holding it against all. */
export interface NameKeys {
  /** Words of which a name like it has one among its `nameTokens`. */
  words: string[]
  /** Words of which it may have one mistyped. */
  mistyped: string[]
}

const MOST_WORDS = 4
const FEWEST_LETTERS = 5
/** A beginning of a name that is a word by itself. */
const SHORTEST_PART = 3

/** The keys of a company's name. */
export function companyKeys(name: string): NameKeys {
  if (isChinese(name)) return { words: chineseWords(coreChinese(name)), mistyped: [] }
  const words = coreWords(name)
  const own = words.filter((word) => word.length > 2 && !isTrade(word))
  const joined = words.join('')
  // A Chinese name is found by how it is read, written as one word.
  const some = (own.length ? own : words).slice(0, MOST_WORDS)
  const keys = new Set([...some, joined, ...pairsOf(words), ...beginningsOf(words[0] ?? '')])
  return { words: [...keys], mistyped: some.filter((word) => word.length >= FEWEST_LETTERS && !/\d/.test(word)) }
}

/** Blue Fern Labs may stand as Bluefern Labs, */
const pairsOf = (words: readonly string[]) =>
  words.slice(0, MOST_WORDS).flatMap((word, at) => (words[at + 1] ? [word + words[at + 1]] : []))

/** and the other way round. */
function beginningsOf(word: string): string[] {
  const most = word.length - SHORTEST_PART
  return Array.from({ length: Math.max(0, most - SHORTEST_PART + 1) }, (_, at) => word.slice(0, SHORTEST_PART + at))
}

function chineseWords(core: string): string[] {
  const city = CITIES.find((one) => core.includes(one))
  const own = city ? core.replace(new RegExp(`${city}[市省]?`), '') : core
  const read = readingsOf(own)
  return [
    ...new Set([
      ...[core, own].filter((one) => one.length > 1),
      ...(city || own.length < 2 ? [] : CITIES.flatMap((one) => [`${one}${own}`, `${one}市${own}`])),
      ...read.flatMap((syllables) => [syllables.join(''), syllables.slice(0, 2).join('')]),
    ]),
  ]
}
