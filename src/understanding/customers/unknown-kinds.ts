import { gap, type Token } from '../text/tokens.ts'
import { isEnglish, isGivenName, isIndustry, isOrdinary } from '../text/words.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { isSuffix } from './normalize.ts'
import { isDoing } from './standing-words.ts'
import type { Run } from './unknown-runs.ts'
import { PERSON_VERB, ROLE } from './unknown-words.ts'

const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|capt|captain|mister|herr|frau)$/

/** One or two words before the name of a company: `Bruno from Marigold`, `pavel novak @ quill`. */
export function isFromSomewhere({ line, tokens, index }: Scene, { end, words }: Run): boolean {
  const [joint, company] = tokens.slice(end, end + 2)
  if (!joint || !company || words.length > 2 || words.some((word) => isSuffix(word) || isIndustry(word) || /^\d/.test(word)))
    return false
  if (!/^(?:from|at|@|of)$/.test(joint.word) || gap(line, joint, company).trim()) return false
  return index.companiesByWord.has(company.word) || (company.capital && !isEnglish(company.word))
}

/** `Pavel Novak, Cobalt Foods`: the company of somebody new. */
export const isAfterUnknown = (line: Scene['line'], token: Token, previous: Mention | undefined): boolean =>
  previous?.kind === 'person' && !previous.ids.length && line.read.slice(previous.end, token.start) === ', '
export const isFirm = ({ words }: Run): boolean =>
  words.length > 1 && words.some((word) => isSuffix(word) || isIndustry(word) || !isEnglish(word))

/** Words in lower case that are no name where they stand: `the datasheet`, `cutover with …`. */
export function isLoose({ line, tokens }: Scene, at: number, run: Run, place: string, joined: boolean): boolean {
  const lead = tokens[at - 1]
  if (lead && /^(?:the|a|an|our|my|new|old)$/.test(lead.word) && !run.words.some((word) => isIndustry(word) || isSuffix(word)))
    return true
  if (joined || place !== 'line' || tokens[run.end - 1]!.possessive) return false
  const next = tokens[run.end]
  if (!next) return false
  return (
    /^ ?$/.test(line.read.slice(tokens[run.end - 1]!.end, next.start)) &&
    (!isDoing(next.word) || /^(?:w\/|with|and|&)$/.test(next.word))
  )
}

/** To a place: `flew to Osaka`. */
const MOTION =
  /^(?:flew|fly|flying|travell?ed|travell?ing|travel|trip|moved|moving|move|relocat\w+|drove|drive|driving|expand\w*|ship\w*|export\w*|going|goes|went)$/

/** In lower case, an abbreviation, after an article or a thing that is for it: no customer when the line names another. */
export function isWeak({ line, tokens }: Scene, at: number, run: Run, before: readonly Mention[]): boolean {
  const typed = typedAt(line, tokens[at]!.start, tokens[run.end - 1]!.end)
  const lead = tokens[at - 1]?.word ?? ''
  const firm = run.words.some((word) => isSuffix(word) || isIndustry(word))
  return (
    typed === typed.toLowerCase() ||
    /^[A-Z]{2,4}$/.test(typed) ||
    (!firm && /^(?:the|a|an|their|his|her)$/.test(lead)) ||
    (/^(?:for|of|via|by)$/.test(lead) && before.some(({ ids }) => ids.length)) ||
    (lead === 'to' && MOTION.test(tokens[at - 2]?.word ?? ''))
  )
}

export function kindOf(
  { words, announced: isNew }: Run,
  lead: Token | undefined,
  joined: boolean,
  previous: Mention | undefined,
  place: string,
): Mention['kind'] {
  if (lead && (TITLES.test(lead.word) || (ROLE.test(lead.word) && place === 'clause'))) return 'person'
  if (isNew && (words.length > 2 || !isGivenName(words[0]!))) return 'company'
  if (words.some((word) => isSuffix(word) || isIndustry(word)) && words.length > 1) return 'company'
  if (joined && previous?.kind === 'person') return 'company'
  const named = isGivenName(words[0]!) && words.length <= 3
  if (named) return 'person'
  if (previous?.kind === 'company' && words.length <= 3 && place !== 'line') return 'person'
  return words.length === 2 && lead && PERSON_VERB.test(lead.word) && !words.some((word) => isOrdinary(word))
    ? 'person'
    : 'company'
}
