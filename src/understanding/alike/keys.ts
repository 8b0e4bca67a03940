import { coreChinese, coreWords, isChinese } from '../customers/normalize.ts'
import { readingsOf } from '../customers/pinyin.ts'
import { isTrade } from '../text/words.ts'
import { CITIES } from './cities.ts'

/** By what the names that are like a company's are found, without holding it against all. */
export interface NameKeys {
  /** Words of which a name like it has one among its `nameTokens`. */
  words: string[]
  /** As it is spelled without its legal form, for slips of the keyboard; left out where it is too short for that. */
  spelled?: string
}

const MOST_WORDS = 4
const FEWEST_LETTERS = 5

/** The keys of a company's name. */
export function companyKeys(name: string): NameKeys {
  if (isChinese(name)) return { words: chineseWords(coreChinese(name)) }
  const words = coreWords(name)
  const own = words.filter((word) => word.length > 2 && !isTrade(word))
  const joined = words.join('')
  // A Chinese name is found by how it is read, written as one word.
  const keys = new Set([...(own.length ? own : words).slice(0, MOST_WORDS), joined])
  return { words: [...keys], ...(joined.length >= FEWEST_LETTERS && { spelled: words.join(' ') }) }
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
