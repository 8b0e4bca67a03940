import { isCurrencyCode } from '../text/currency-codes.ts'
import { adjoins, gap, type Token } from '../text/tokens.ts'
import { isEnglish, isGivenName, isIndustry, isOrdinary, isTrade } from '../text/words.ts'
import { anotherEnd } from './company-names.ts'
import type { Scene } from './mention.ts'
import { isSuffix } from './normalize.ts'
import { isDate, STOP, VERB } from './unknown-words.ts'

/** The words of the line that an unknown name takes. */
export interface Run {
  end: number
  words: string[]
  /** Begins with an English word in lower case: a name only when it is nearly a known one. */
  english?: boolean
  /** Stands behind `new lead:`. */
  announced?: boolean
}

/** `Great Lakes Cheese`, `Two Rivers`: a small word in capitals before another that is no word of the trade. */
export function isProperStart(tokens: readonly Token[], at: number): boolean {
  const [first, next] = [tokens[at]!, tokens[at + 1]]
  if (!/^(?:good|great|nice|bad|all|one|two|three|any|there|up|back|out|the|so|it|how|we|you)$/.test(first.word)) return false
  if (!next || !first.capital || !next.capital || isTrade(next.word) || isShout(tokens)) return false
  return (
    !isEnglish(next.word) ||
    isIndustry(tokens[at + 2]?.word ?? '') ||
    isSuffix(tokens[at + 2]?.word ?? '') ||
    /s$/.test(next.word)
  )
}

const isShout = (tokens: readonly Token[]): boolean =>
  tokens.length > 2 && tokens.every((token) => !token.han && (token.capital || /^[\d&@]/.test(token.word)))

/** `INR 250k`: a currency before its sum. */
const isCurrency = ({ line, tokens }: Scene, at: number): boolean =>
  isCurrencyCode(tokens[at]!.word) && /^ ?\d/.test(line.read.slice(tokens[at]!.end, tokens[at]!.end + 2))

/** How far an unknown name goes from a word of the line; undefined when none begins there. */
export function runFrom(scene: Scene, at: number, open: boolean): Run | undefined {
  const { line, tokens, index } = scene
  const first = tokens[at]!
  if (
    /^[&@\d]|\//.test(first.word) ||
    first.word.length < 2 ||
    (STOP.test(first.word) && !isProperStart(tokens, at)) ||
    VERB.test(first.whole) ||
    isCurrency(scene, at) ||
    isSuffix(first.word)
  )
    return undefined
  const shout = isShout(tokens)
  const another = anotherEnd(scene, at) ?? 0
  let end = at + 1
  while (end < tokens.length && end - at < 6 && adjoinsName(line, tokens, end)) {
    const next = tokens[end]!
    if (next.han) break
    const joiner =
      /^(?:and|of|de|van|der|von|la|el|del|da|di|bin|al)$/.test(next.word) && line.read.slice(next.start, next.end) !== 'and'
    if (next.word === 'of' && isSomebody(scene, at, end)) break
    if (joiner && tokens[end + 1]?.capital && !isTrade(tokens[end + 1]!.word) && adjoinsName(line, tokens, end + 1)) end += 2
    else if (
      isSuffix(next.word) ||
      (!isDate(next.word) &&
        !isTrade(next.word) &&
        (end < another || (first.capital && !shout ? next.capital : isIndustry(next.word) || !isEnglish(next.word))))
    )
      end++
    else break
  }
  const words = tokens.slice(at, end).map((token) => token.word)
  if (isDate(first.word) && (end - at < 2 || !first.capital)) return undefined
  if (isTrade(first.word)) return undefined
  if (/^(?:won|lost)$/.test(tokens[at - 1]?.word ?? '') && !first.capital) return undefined
  if (first.capital && !shout) return isEnglish(first.word) && end - at < 2 && !open ? undefined : { end, words }
  if (!open && !another && /(?:ed|ing)$/.test(first.word)) return undefined
  const english = open && !/(?:ed|ing)$/.test(first.word) ? isOrdinary(first.word) : isEnglish(first.word)
  if (english && !(open && isGivenName(first.word)))
    return index.companiesByWord.has(first.word) || (words.length > 1 && index.peopleByWord.has(first.word))
      ? { end, words, english }
      : undefined
  return { end, words }
}

/** `Fred Nash of Redwood Logistics`: somebody of a company, and no `Bank of Lisbon`. */
function isSomebody({ tokens, index }: Scene, at: number, of: number): boolean {
  const [first, company] = [tokens[at]!.word, tokens[of + 1]?.word ?? '']
  if (of - at > 3 || tokens.slice(at, of).some(({ word }) => isIndustry(word) || isSuffix(word))) return false
  return isGivenName(first) || (index.companiesByWord.has(company) && !isEnglish(first))
}

export function adjoinsName(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const [a, b] = [tokens[at - 1], tokens[at]]
  return adjoins(line, a, b) || (!!a && !!b && /^ ?$/.test(gap(line, a, b)) && (a.word === 'and' || b.word === 'and'))
}
