import { gap, type Token } from '../text/tokens.ts'
import { latinStands } from './han-standing.ts'
import type { Scene } from './mention.ts'
import { LABEL, NEW, PREPOSITION, ROLE, VERB } from './unknown-words.ts'

export type Place = 'verb' | 'preposition' | 'line' | 'clause'

const SKIPPED = /^(?:the|a|an|our|my|new|old|back|mr|mrs|ms|dr|up|out|again|client|customer|lead|prospect|friend|buddy)$/
/** `the owner Said Bakari`: a role before a name in capitals, and the article before it. */
const isTitleOf = (tokens: readonly Token[], at: number, before: number): boolean =>
  tokens[at]!.capital &&
  (ROLE.test(tokens[before]!.word) || (before < at - 1 && /^(?:their|his|her|its)$/.test(tokens[before]!.word)))

/** What leads to the word at `at`: a verb or preposition, the start of the line, the start of a clause, or nothing. */
export function placeOf({ line, tokens }: Scene, at: number): Place | undefined {
  let before = at - 1
  while (
    before >= 0 &&
    (SKIPPED.test(tokens[before]!.word) || isTitleOf(tokens, at, before)) &&
    /^\.? ?$/.test(gap(line, tokens[before]!, tokens[before + 1]!))
  )
    before--
  const lead = tokens[before]
  if (!lead) return 'line'
  const between = line.read.slice(lead.end, tokens[before + 1]!.start)
  if (
    /^ ?:|^ -/.test(between) &&
    before < 3 &&
    tokens.slice(0, before + 1).every(({ word }) => LABEL.test(word) || NEW.test(word))
  )
    return 'line'
  if (/^ ?[.!?;:\n,(—–]|^ - /.test(between)) return 'clause'
  if (lead.han)
    return latinStands(line.read, tokens[at]!.start, tokens[at]!.end) ? (tokens[at]!.capital ? 'verb' : 'preposition') : undefined
  if (VERB.test(lead.word)) return 'verb'
  if (before !== at - 1 && /^(?:lead|client|customer|prospect)$/.test(tokens[at - 1]!.word)) return 'verb'
  return PREPOSITION.test(lead.word) ? 'preposition' : undefined
}
