import { adjoins, type Token } from '../text/tokens.ts'
import { isEnglish, isGivenName, isIndustry, isOrdinary, isSurnameWord, isTrade } from '../text/words.ts'
import type { CompanyName, CustomerIndex } from './customer-index.ts'
import type { Mention, Scene } from './mention.ts'
import { typedAt } from './mention.ts'
import { isSuffix, wordsOf } from './normalize.ts'
import { AFTER_NAME, isDateWord, isDoing, mayBeName } from './standing.ts'
import { isTitled } from './titled.ts'
import { nearestGuesses } from './typos.ts'

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

const matches = (token: Token | undefined, word: string): boolean => !!token && (token.word === word || token.whole === word)

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

/** Whether the word at `at` would be one more word of the name that ends before it; an everyday word is none of a `complete` one. */
export function goesOn({ line, tokens, index }: Scene, at: number, kind: Mention['kind'], complete = false): boolean {
  const next = tokens[at]
  const before = tokens[at - 1]
  if (!next || next.han || !adjoins(line, before, next) || /^\d/.test(next.word) || isSuffix(next.word)) return false
  if (isMended(line, next)) return false
  // 和Lisa sync了一下: in lower case between a name and Chinese words it is what was done.
  if (before!.capital && !next.capital && tokens[at + 1]?.han) return false
  if (/^(?:[&@]|and|w\/|w\/o|n\/a|f\/u)$/.test(next.word) || next.word.length < 2) return false
  if (isDateWord(next.word) && !(next.capital && before!.capital && !isShouted(tokens) && endsName(line, tokens, at)))
    return false
  if (kind === 'company') {
    if (isDepartment(tokens, at)) return false
    if (isIndustry(next.word) && !isOrdinary(next.word)) return true
    if (index.peopleByWord.has(next.word)) return false
    if (isIndustry(next.word)) return next.capital ? !isTrade(next.word) : endsName(line, tokens, at)
    if (isGivenName(next.word) && !isOrdinary(next.word)) return false
  }
  if (next.capital && before!.capital && !isTrade(next.word) && !isDateWord(next.word) && !isShouted(tokens)) return true
  if (index.companiesByWord.has(next.word) && kind === 'person' && !next.capital) return false
  if (kind === 'person') return isSurnameWord(next.word) ? endsName(line, tokens, at) : !isEnglish(next.word)
  if (!isEnglish(next.word)) return true
  if (THEIRS.test(next.word) || FUNCTION.test(next.word)) return false
  return isOrdinary(next.word) ? !complete && isHeadOfName(line, tokens, at) : endsName(line, tokens, at)
}

/** A slip or a short form that is read as another word: no part of a name, even in capitals (`Harriet OK'd it`). */
const isMended = (line: Scene['line'], { start, end }: Token): boolean =>
  line.read.slice(start, end) !== typedAt(line, start, end).toLowerCase().replaceAll('’', "'")

/** What a customer has, or who they are: `acme order: shipped`, `acme engineers want a trial`. */
const THEIRS =
  /^(?:team|staff|people|person|folks?|guys?|board|boss|owner|founder|president|director|manager|engineer|lawyer|counsel|buyer|accountant|controller|purchasing|procurement|marketing|sales|support|reception|office|site|plant|factory|floor|shop|branch|account|project|deal|pilot|program|plan|budget|shipment|install|rollout|launch|move|audit|review|renewal|status|side|end|news|summary|problem|issue|request|complaint|event|party|response|reply|number|line|phone|website|server|data|machine|unit|part|lot|batch|stock|product|need|want|test|result|decision|committee|department|rep|menu|kitchen|chef|idea|driver|truck|crew|migration|upgrade|code|system|schedule|fee|rate|premise|headquarter|assistant|secretary|wife|husband|son|daughter)(?:s|es)?$/
/** `quill legal still reviewing`: a department, by what it does. */
const isDepartment = (tokens: readonly Token[], at: number): boolean =>
  /^(?:legal|finance|accounting|accounts|engineering|security|hr|it|ops|research|logistics)$/.test(tokens[at]!.word) &&
  !tokens[at]!.capital &&
  !!tokens[at + 1] &&
  (FINITE.test(tokens[at + 1]!.word) ||
    /^(?:still|now|not|\w{3,}ing|ok|okay|approved|signed|reviewed|rejected|will|to)$/.test(tokens[at + 1]!.word))

/** Words that tell how or which, and so are neither a name's nor a thing. */
const FUNCTION =
  /^(?:\w+ly|\w+(?:ed|ing)|also|now|then|still|just|again|twice|once|already|even|both|all|each|who|which|that|this|these|those|there|here|not|never|always|often|soon|maybe|perhaps|and|or|but|so|as|than|for|to|of|in|on|at|by|from|with|about|re|after|before|since|until|till|via|per|over|under|up|down|out|off|back|away|the|a|an|my|our|his|her|their|its|your|some|any|no|yes|he|she|it|they|we|i|you|me|us|him|them|if|when|while|because|what|how|why|where|very|too|quite|rather|almost|today|yesterday|tomorrow|tonight|later|first|last|next|good|great|bad|fine|happy|keen|ready|sure|new|old|big|small|long|short|more|less|much|many|same|other|another|one|two|three)$/
const FINITE = /^(?:is|are|was|were|has|have|had|wants?|wanted|needs?|needed|says|said|asks|asked|likes?|liked|loves?|loved)$/

/** Whether an everyday word ends a name nonetheless: a label (`KAROO LAMB: VM`), or the subject of what follows (`tasman ferries are keen`). */
function isHeadOfName(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const { word, end, possessive } = tokens[at]!
  const next = tokens[at + 1]
  if (possessive || isTrade(word) || isDoing(word)) return false
  if (isReached(line, tokens, at)) return true
  if (!next) return false
  const between = line.read.slice(end, next.start)
  return /^ ?:/.test(between) || (between === ' ' && FINITE.test(next.word))
}

/** `called bluebird kites, vm`: more than one of something, after a doing whose object can only be a customer. */
function isReached(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const lead = tokens[at - 2]?.word ?? ''
  return (
    /[^s]s$/.test(tokens[at]!.word) &&
    /^(?:called|rang|phoned|dialed|tried|reached|visited|met|with|w\/|at|vm|lvm|call|visit|meet)$/.test(lead) &&
    endsName(line, tokens, at)
  )
}

const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.han || token.capital || /^[\d&@]/.test(token.word))

/** Whether a name could end with the word at `at`: a mark or a verb of the line follows. */
function endsName(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return !next || /[:;,.!?()\n–—]| - /.test(line.read.slice(tokens[at]!.end, next.start)) || AFTER_NAME.test(next.word)
}

/** The people whose names begin at a word of the line. */
export function personAt(scene: Scene, at: number): (Mention & { tokens: number }) | undefined {
  const { line, tokens, index } = scene
  const titled = isTitled(scene, at)
  const first = at + (titled ? 1 : 0)
  const token = tokens[first]!
  const known = token.han ? undefined : index.peopleByWord.get(token.word)
  if (!known) return undefined
  const fits = peopleFitting(scene, first, known, titled)
  const longest = fits.tokens
  if (longest === 0) return undefined
  let end = first + longest
  let ids = fits.ids
  if (longest === 1 && !titled && !mayBeName(scene, first, 1)) return undefined
  let unknown = false
  if (goesOn(scene, end, 'person') && longest < 2) {
    end++
    const near = nearestGuesses(
      index,
      tokens.slice(first, end).map(({ word }) => word),
    ).filter(({ kind }) => kind === 'person')
    unknown = !near.length
    if (near.length) ids = near.map(({ id }) => id)
  }
  const last = tokens[end - 1]!
  const start = tokens[at]!.start
  return {
    kind: 'person',
    start,
    end: last.end,
    ids: unknown ? [] : ids,
    typed: typedAt(line, start, last.end),
    whole: longest > 1,
    surname: longest === 1 && !titled && ids.every((id) => wordsOf(index.people[id]!.name)[0] !== token.word),
    owner: last.possessive,
    tokens: end - at,
  }
}

/** Who is called by the words from `at` on: by most words those who are called by two or more, else whose first or last name it is. */
function peopleFitting(
  scene: Scene,
  at: number,
  known: readonly number[],
  titled: boolean,
): { tokens: number; ids: readonly number[] } {
  const { tokens, index } = scene
  const next = tokens[at + 1]
  // A first name may be that of thousands: who is called by both words is looked for among the fewer.
  const both = next && (index.peopleByWord.get(next.word) ?? index.peopleByWord.get(next.whole))
  const few = both && both.length < known.length ? both : known
  const fits = (next && both ? few : []).map((id) => ({ id, used: personFit(scene, at, index.people[id]!.words, titled) }))
  const longest = fits.reduce((most, { used }) => Math.max(most, used), 0)
  if (longest > 1) return { tokens: longest, ids: fits.filter(({ used }) => used === longest).map(({ id }) => id) }
  const ids = endsOf(index, tokens[at]!.word, known)
  const fit = titled ? ids.filter((id) => index.people[id]!.words.at(-1) === tokens[at]!.word) : ids
  return { tokens: fit.length ? 1 : 0, ids: fit }
}

/** The people whose first or last name a word is; kept, for it is asked again and again. */
function endsOf(index: CustomerIndex, word: string, known: readonly number[]): readonly number[] {
  const kept = (index.lazy.get('ends') ?? new Map()) as Map<string, readonly number[]>
  index.lazy.set('ends', kept)
  const ends =
    kept.get(word) ?? known.filter((id) => index.people[id]!.words[0] === word || index.people[id]!.words.at(-1) === word)
  if (known.length > 100) kept.set(word, ends)
  return ends
}

/** How many words of the line say this person's name: first and last, first, or last. */
function personFit({ line, tokens }: Scene, at: number, words: readonly string[], titled: boolean): number {
  let used = 0
  while (
    used < words.length &&
    matches(tokens[at + used], words[used]!) &&
    (used === 0 || adjoins(line, tokens[at + used - 1], tokens[at + used]))
  )
    used++
  if (used === words.length && !(titled && used === 1 && words.length > 1)) return used
  const last = words.at(-1)!
  if (titled) return matches(tokens[at], last) ? 1 : 0
  if (words.length > 2 && used === 1 && matches(tokens[at + 1], last) && adjoins(line, tokens[at], tokens[at + 1])) return 2
  if (used > 0) return used
  if (matches(tokens[at], last) && words.length > 1)
    return matches(tokens[at + 1], words[0]!) && adjoins(line, tokens[at], tokens[at + 1]) ? 2 : 1
  return 0
}
