import { adjoins, gap } from '../text/tokens.ts'
import { isOrdinary, isTrade } from '../text/words.ts'
import { latinNameStands } from './han-standing.ts'
import type { Scene } from './mention.ts'
import { isDoing } from './standing-words.ts'
import { adjoinsName, isProperStart, type Run } from './unknown-runs.ts'
import { isDate, LABEL, LABEL_ALONE, NEW, RHYTHM, STOP, VERB } from './unknown-words.ts'

/** `new lead: sunny side diner, owner Beto Cruz`: whatever stands behind such a label, up to a mark, is a customer's name. */
export function announced({ line, tokens }: Scene, at: number): Run | undefined {
  const lead = tokens[at - 1]
  if (!lead || !/^(?:lead|prospect|client|customer|account)$/.test(lead.word) || !/^ ?: ?$/.test(gap(line, lead, tokens[at]!)))
    return undefined
  let end = at + 1
  while (end < tokens.length && end - at < 5 && !tokens[end]!.han && adjoinsName(line, tokens, end)) end++
  const words = tokens.slice(at, end).map(({ word }) => word)
  const next = tokens[end]
  const closes = !next || /^ ?[,;.()\n–—-]/.test(line.read.slice(tokens[end - 1]!.end, next.start))
  const isName = tokens
    .slice(at, end)
    .every((one) => one.capital || !(STOP.test(one.word) || VERB.test(one.word) || isDoing(one.word)))
  return closes && isName ? { end, words, announced: true } : undefined
}

/** The words before a colon or dash at the start of a line, when they can be a name. */
export function labelAt({ line, tokens }: Scene, at: number): Run | undefined {
  let end = at
  while (end < tokens.length && end - at < 6 && (end === at || (!tokens[end]!.han && adjoinsName(line, tokens, end)))) end++
  const rest = line.read.slice(tokens[end - 1]!.end, tokens[end - 1]!.end + 4)
  if (!/^(?: ?:(?!\d)| ?[–—] ?| -{1,2} |$)/.test(rest) || (/^$/.test(rest) && end - at > 3)) return undefined
  const words = tokens.slice(at, end).map(({ word }) => word)
  if (
    LABEL.test(words[0]!) ||
    (words.length === 1 && LABEL_ALONE.test(words[0]!)) ||
    NEW.test(words[0]!) ||
    RHYTHM.test(words[0]!) ||
    words.some((word, i) => (STOP.test(word) && !(i === 0 && isProperStart(tokens, at))) || isDate(word)) ||
    words.some((word) => isTrade(word))
  )
    return undefined
  if (/^$/.test(rest) && isOrdinary(words[0]!)) return undefined
  if (words.length < 2 && isOrdinary(words[0]!) && !tokens[at]!.capital) return undefined
  if (/^$/.test(rest) && tokens.slice(at + 1, end).some((token) => isDoing(token.word) || VERB.test(token.word))) return undefined
  return words.some((word) => /^\d/.test(word)) && words.length === 1 ? undefined : { end, words }
}

/** In a Chinese line: the capital words between a lead (给, 拜访) or the start and what the customer does (来电, 说). */
export function chineseRun({ line, tokens, index }: Scene, at: number): Run | undefined {
  const first = tokens[at]!
  if (!first.capital || VERB.test(first.word) || LABEL.test(first.word) || isDate(first.word)) return undefined
  let end = at + 1
  while (tokens[end]?.capital && adjoins(line, tokens[end - 1], tokens[end]) && !index.peopleByWord.has(tokens[end]!.word)) end++
  const last = tokens[end - 1]!
  if (!tokens[end]?.han && !tokens[at - 1]?.han) return undefined
  return latinNameStands(line.read, first.start, last.end)
    ? { end, words: tokens.slice(at, end).map(({ word }) => word) }
    : undefined
}
