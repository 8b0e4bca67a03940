import { normalizeName } from '../customers/normalize.ts'
import type { Line } from './line.ts'
import { isEnglish } from './words.ts'

/** A word of a line: where it stands in the reading, how it is compared, and how it was typed. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Compared: no accents, no apostrophes. `&` is `and`. */
  readonly word: string
  /** With its possessive s, when it has one (`McDonald's` as `mcdonalds`). */
  readonly whole: string
  readonly possessive: boolean
  readonly capital: boolean
  readonly han: boolean
}

const WORDS =
  /(?<![\p{L}\p{N}])(?:f\/u|n\/a|w\/o|w\/|c\/b)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['.](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*|[&@]|\p{Script=Han}+/gu
const MOST_TOKENS = 4_000

/** The words of a line, the first few thousand of them. `isName` knows the words of customers' names: `vikrams` is his with the apostrophe left out. */
export function tokensOf(line: Line, isName: (word: string) => boolean = () => false): Token[] {
  const tokens: Token[] = []
  for (const match of line.read.matchAll(WORDS)) {
    if (tokens.length >= MOST_TOKENS) break
    const stem = match[0].replace(isBareGenitive(match[0], isName) ? /s$/ : /'s$/, '')
    const possessive = stem !== match[0]
    const start = match.index
    const typed = line.text[line.at(start)] ?? ''
    const plain = (word: string) => (word === '&' ? 'and' : /[/@]/.test(word) ? word : normalizeName(word))
    tokens.push({
      start,
      end: start + stem.length,
      word: plain(stem),
      whole: plain(match[0]),
      possessive,
      capital: typed !== typed.toLowerCase(),
      han: /\p{Script=Han}/u.test(match[0][0]!),
    })
  }
  return tokens
}

const isBareGenitive = (word: string, isName: (word: string) => boolean): boolean =>
  /^[a-z]{2,}[^s\W\d]s$/.test(word) && !isName(word) && !isEnglish(word) && isName(word.slice(0, -1))

/** What stands between two neighbouring words. */
export const gap = (line: Line, a: Token, b: Token): string => line.read.slice(a.end, b.start)

/** Whether two neighbouring words can belong to one name. */
export const adjoins = (line: Line, a: Token | undefined, b: Token | undefined): boolean =>
  !!a && !!b && !a.possessive && /^(?:[ \t]{0,2}|[-.'’]|\. )$/.test(gap(line, a, b))
