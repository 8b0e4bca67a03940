import { adjoins } from '../text/tokens.ts'
import type { CompanyName } from './customer-index.ts'
import { type Mention, matches, type Scene, typedAt } from './mention.ts'
import { endsAsCompany, goesOn } from './name-goes-on.ts'
import { isSuffix, wordsOf } from './normalize.ts'
import { mayBeName } from './standing.ts'

interface Fit {
  company: number
  /** How many tokens of the line the name takes. */
  tokens: number
  whole: boolean
  suffix: boolean
  /** All words of the name but its suffix, and more than one. */
  complete: boolean
}

/** How far a company's name goes along the words of a line, from the word at `at`. */
function fitOf(scene: Scene, at: number, { company, words, alias }: CompanyName): Fit | undefined {
  const { line, tokens } = scene
  let used = 0
  while (
    used < words.length &&
    matches(tokens[at + used], words[used]!) &&
    (used === 0 || adjoins(line, tokens[at + used - 1], tokens[at + used]) || tokens[at + used]!.word === 'and')
  )
    used++
  if (used === 0 || words[used - 1] === 'and') return undefined
  const core = used === words.length
  if (alias && !core) return undefined
  let suffix = 0
  while (
    core &&
    suffix < 3 &&
    adjoins(line, tokens[at + used + suffix - 1], tokens[at + used + suffix]) &&
    isSuffix(tokens[at + used + suffix]!.word)
  )
    suffix++
  if (suffix && !isWholeSuffix(scene, at + used, suffix)) suffix = 0
  return {
    company,
    tokens: used + suffix,
    whole: alias || (core && isWhole(scene, at, used + suffix, company)),
    suffix: suffix > 0,
    complete: core && used > 1,
  }
}

function isWhole({ tokens, index }: Scene, at: number, count: number, company: number): boolean {
  const typed = tokens.slice(at, at + count).map((token) => token.word)
  return typed.join(' ') === wordsOf(index.companies[company]!.name).join(' ').replace(/^the /, '')
}

/** `co`, `as`, `se` end a name only where the name ends: before punctuation, or in capitals. */
function isWholeSuffix({ tokens, line }: Scene, at: number, count: number): boolean {
  const last = tokens[at + count - 1]!
  if (last.word.length > 2 || last.capital) return true
  return !tokens[at + count] || !/^ $/.test(line.read.slice(last.end, tokens[at + count]!.start))
}

/** The company names that go along the most words of the line from the word at `at`. */
function bestFits(scene: Scene, at: number): Fit[] {
  const { tokens, index } = scene
  const token = tokens[at]!
  if (token.han) return []
  const names = [
    ...(index.companiesByWord.get(token.word) ?? []),
    ...(token.whole !== token.word ? (index.companiesByWord.get(token.whole) ?? []) : []),
  ]
  const fits = names.map((name) => fitOf(scene, at, name)).filter((one) => one !== undefined)
  const longest = fits.reduce((most, one) => Math.max(most, one.tokens), 0)
  const best = fits.filter((one) => one.tokens === longest)
  if (best.some((one) => one.whole)) return best.filter((one) => one.whole)
  return best.some((one) => one.suffix) ? best.filter((one) => one.suffix) : best
}

const isSettled = (fits: readonly Fit[]): boolean => fits.some((one) => (one.whole && one.tokens > 1) || one.suffix)

const isComplete = (fits: readonly Fit[]): boolean => fits.some(({ complete }) => complete)

/** Where a name ends that begins as a known company's does and goes on otherwise: another company's. */
export function anotherEnd(scene: Scene, at: number): number | undefined {
  const best = bestFits(scene, at)
  const end = at + (best[0]?.tokens ?? 0)
  return best.length && !isSettled(best) && goesOn(scene, end, 'company', isComplete(best)) ? end + 1 : undefined
}

/** The companies whose names begin at a word of the line. */
export function companyAt(scene: Scene, at: number): (Mention & { tokens: number }) | undefined {
  const { line, tokens } = scene
  const token = tokens[at]!
  const best = bestFits(scene, at)
  if (!best.length) return undefined
  const longest = best[0]!.tokens
  const last = tokens[at + longest - 1]!
  if (!isSettled(best) && goesOn(scene, at + longest, 'company', isComplete(best))) return undefined
  if (!isSettled(best) && !isComplete(best) && endsAsCompany(scene, at + longest)) return undefined
  const ids = [...new Set(best.map((one) => one.company))]
  const mention: Mention = {
    kind: 'company',
    start: token.start,
    end: last.end,
    ids,
    typed: typedAt(line, token.start, last.end),
    whole: best[0]!.whole,
    owner: last.possessive,
  }
  if (longest === 1 && !mayBeName(scene, at, 1)) return undefined
  return { ...mention, tokens: longest }
}
