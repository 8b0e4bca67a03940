import { adjoins, type Token } from '../text/tokens.ts'
import { isEnglish, isGivenName, isIndustry, isOrdinary, isSurnameWord, isTrade } from '../text/words.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { isSuffix } from './normalize.ts'
import { AFTER_NAME, isDateWord, isDoing } from './standing-words.ts'

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

const MOST_BETWEEN = 2

/** `june lake resort`, `may flowers inc`: words behind a name that end as only a company does make it that company's. */
export function endsAsCompany({ line, tokens }: Scene, at: number): boolean {
  for (let i = at; i <= at + MOST_BETWEEN && adjoins(line, tokens[i - 1], tokens[i]); i++) {
    const { word, han, end } = tokens[i]!
    const closes = !tokens[i + 1] || !/^ ?$/.test(line.read.slice(end, tokens[i + 1]!.start))
    if (i > at && isSuffix(word) && (word.length > 2 || closes)) return true
    if (han || isTrade(word) || isDateWord(word) || isDoing(word) || FUNCTION.test(word) || /^\d/.test(word)) return false
    if (i > at && isIndustry(word) && !/^(?:coffee|works|services?|cloud|data|security|travel|training|bank)$/.test(word))
      return true
  }
  return false
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
    (endsName(line, tokens, at) || /^(?:today|yesterday|again|twice|this|last|re|about|on|in)$/.test(tokens[at + 1]!.word))
  )
}

const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.han || token.capital || /^[\d&@]/.test(token.word))

/** Whether a name could end with the word at `at`: a mark or a verb of the line follows. */
function endsName(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return !next || /[:;,.!?()\n–—]| - /.test(line.read.slice(tokens[at]!.end, next.start)) || AFTER_NAME.test(next.word)
}
