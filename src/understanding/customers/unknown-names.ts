import { isCurrencyCode } from '../text/currency-codes.ts'
import { adjoins, gap, type Token } from '../text/tokens.ts'
import { isEnglish, isGivenName, isIndustry, isOrdinary, isTrade } from '../text/words.ts'
import { abbreviationStands, isLatinTalk, latinNameStands, latinStands } from './han-standing.ts'
import { anotherEnd } from './latin-names.ts'
import { type Mention, type Scene, typedAt } from './mention.ts'
import { isSuffix } from './normalize.ts'
import { GIVING, isDoing } from './standing.ts'
import { titledAt } from './titled.ts'
import { nearestGuesses } from './typos.ts'

const VERB =
  /^(?:called|rang|phoned|dialed|dialled|tried|met|saw|visited|emailed|texted|messaged|pinged|whatsapp'?d|whatsapped|contacted|reached|call|ring|phone|email|text|visit|meet|ping|contact|try|chase|nudge|remind|wechatted|toured|buzzed|cold-called|demo'?d|demoed|calling|emailing|visiting|texting|meeting|mailed|dm'?d|dmed|dm|invite|whatsapp|thank|thanked|update|onboard|chased|rung|sent|send|ask|tell|wechatd|slacked|named|won|lost)$/
const PREPOSITION =
  /^(?:with|w\/|to|from|at|@|for|by|of|both|lead|prospect|client|customer|contact|account|via|and|&|mr|mrs|ms|dr)$/
const PERSON_VERB = /^(?:with|w\/|met|texted|texting|told|asked|saw|whatsapped|messaged)$/
const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|capt|captain|mister|herr|frau)$/
const DATE =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tues?|weds?|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|yesterday|tonight|noon|eod|eow|eom|q[1-4])$/
const LABEL =
  /^(?:update|note|notes|fyi|reminder|todo|to-do|task|recap|summary|next|action|followup|log|ps|nb|new|quick|misc|internal|admin|status|also|plan|agenda|outcome|result|call|meeting|email|visit|demo|lunch|coffee|message|sms|vm|voicemail|today|just|follow)$/
/** Begins a time at the head of a line, and no name. */
const RHYTHM =
  /^(?:every|each|once|twice|per|daily|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|annual|weekdays|mornings|afternoons|evenings|in|on|by|at|before|after|until)$/
const NEW = /^(?:new|lead|prospect|client|customer|contact|account|company)$/
const STOP =
  /^(?:i|we|he|she|they|it|you|no|not|the|a|an|my|our|his|her|their|this|that|these|those|and|or|but|so|if|when|to|for|of|in|on|at|by|from|with|is|was|are|were|be|been|has|have|had|do|did|does|will|would|can|could|should|need|needs|wants|want|just|got|get|went|left|had|spoke|talked|good|great|nice|bad|busy|still|out|back|up|him|them|us|me|who|what|how|very|too|also|then|again|there|here|all|some|any|one|two|three)$/

const LONGEST_NAME = 80

interface Run {
  end: number
  words: string[]
  /** Begins with an English word in lower case: a name only when it is nearly a known one. */
  english?: boolean
  /** Stands behind `new lead:`. */
  announced?: boolean
}

const isDate = (word: string): boolean => DATE.test(word)

/** `Great Lakes Cheese`, `Two Rivers`: a small word in capitals before another that is no word of the trade. */
function isProperStart(tokens: readonly Token[], at: number): boolean {
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
function runFrom(scene: Scene, at: number, open: boolean): Run | undefined {
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

function adjoinsName(line: Scene['line'], tokens: readonly Token[], at: number): boolean {
  const [a, b] = [tokens[at - 1], tokens[at]]
  return adjoins(line, a, b) || (!!a && !!b && /^ ?$/.test(gap(line, a, b)) && (a.word === 'and' || b.word === 'and'))
}

const SKIPPED = /^(?:the|a|an|our|my|new|old|back|mr|mrs|ms|dr|up|out|again|client|customer|lead|prospect|friend|buddy)$/
const ROLE =
  /^(?:owner|ceo|cfo|cto|coo|cio|cmo|vp|director|manager|mgr|buyer|founder|president|head|boss|partner|engineer|chef|foreman|assistant|colleague|guy|contact|rep|architect|admin|coordinator|supervisor|planner|controller|purchaser|procurement)$/

/** `the owner Said Bakari`: a role before a name in capitals, and the article before it. */
const isTitleOf = (tokens: readonly Token[], at: number, before: number): boolean =>
  tokens[at]!.capital &&
  (ROLE.test(tokens[before]!.word) || (before < at - 1 && /^(?:their|his|her|its)$/.test(tokens[before]!.word)))

/** What leads to the word at `at`: a verb or preposition, the start of the line, the start of a clause, or nothing. */
function standing({ line, tokens }: Scene, at: number): 'verb' | 'preposition' | 'line' | 'clause' | undefined {
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

const MEAL = /\b(?:lunch|coffee|dinner|breakfast|drinks?|beers?|brunch)\b/

/** A name nobody knows, or a mistyped one, that begins at a word of the line where a customer stands. */
export function unknownAt(
  scene: Scene,
  at: number,
  before: readonly Mention[],
  nameOnly: boolean,
): (Mention & { tokens: number }) | undefined {
  const { line, tokens, index } = scene
  const place = nameOnly && at === 0 ? 'line' : standing(scene, at)
  if (!place) return undefined
  const titled = titledAt(scene, at)
  if (titled) return titled
  const token = tokens[at]!
  if ((tokens[at + 1]?.han || tokens[at - 1]?.han) && isLatinTalk(token.word)) return undefined
  if (!nameOnly && isAbbreviation(scene, at) && !abbreviationStands(line.read, token.start, token.end)) return undefined
  const lead = tokens[at - 1]
  const previous = before.filter((one) => one.end <= token.start).at(-1)
  const bracketed = previous?.kind === 'person' && /^ \($/.test(line.read.slice(previous.end, token.start))
  const joined =
    bracketed || (!!previous && !!lead && /^(?:from|at|@|of|w\/|with|over)$/.test(lead.word) && lead.start - previous.end <= 2)
  const labelled = place === 'line' && !nameOnly ? (announced(scene, at) ?? labelAt(scene, at)) : undefined
  const chinese = nameOnly ? undefined : chineseRun(scene, at)
  const run =
    nameOnly && place === 'line'
      ? { end: tokens.length, words: tokens.slice(at).map(({ word }) => word) }
      : (labelled ?? chinese ?? runFrom(scene, at, (place === 'verb' || joined) && !GIVING.test(lead?.word ?? '')))
  if (!run) return undefined
  if (!token.capital && !labelled && !nameOnly && isLoose(scene, at, run, place, joined)) return undefined
  const ofPerson = place === 'clause' && token.capital && isAfterUnknown(line, token, previous) && isFirm(run)
  if (
    place === 'clause' &&
    !ofPerson &&
    !bracketed &&
    !chinese &&
    !(token.capital && (ROLE.test(lead?.word ?? '') || isGivenName(token.word)) && !isOrdinary(token.word))
  )
    return undefined
  if (place === 'line' && !labelled && !chinese && !nameOnly && token.capital && isOrdinary(token.word) && run.end - at < 2)
    return undefined
  if (lead?.word === 'at' && !joined && place === 'preposition' && previous) return undefined
  if (joined && previous?.kind === 'person' && lead?.word === 'at' && MEAL.test(line.read.slice(0, token.start))) return undefined
  run.end = beforePerson(scene, at, run)
  const last = tokens[run.end - 1]!
  if (last.end - token.start > LONGEST_NAME) return undefined
  const mention = {
    start: token.start,
    end: last.end,
    typed: typedAt(line, token.start, last.end),
    whole: false,
    owner: last.possessive,
    tokens: run.end - at,
    weak: (place === 'preposition' || GIVING.test(lead?.word ?? '')) && !joined && !labelled && isWeak(scene, at, run, before),
  }
  const near = nearestGuesses(
    index,
    run.words.slice(0, run.end - at).filter((word, i) => i === 0 || !isSuffix(word)),
  )
  if (near.length) return { ...mention, weak: false, kind: near[0]!.kind, ids: near.map(({ id }) => id) }
  const another = run.end === anotherEnd(scene, at)
  if (run.english && !another && !(run.words.length > 1 && run.words.some((word) => isIndustry(word) || isSuffix(word))))
    return undefined
  return {
    ...mention,
    kind: another ? 'company' : isFromSomewhere(scene, run) ? 'person' : kindOf(run, lead, joined, previous, place),
    ids: [],
  }
}

/** `new lead: sunny side diner, owner Beto Cruz`: whatever stands behind such a label, up to a mark, is a customer's name. */
function announced({ line, tokens }: Scene, at: number): Run | undefined {
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

/** In a Chinese line: one short word in capitals. */
function isAbbreviation({ line, tokens }: Scene, at: number): boolean {
  const [before, { start, end }, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  if (!before?.han && !next?.han) return false
  return !(next?.capital && adjoins(line, tokens[at], next)) && /^[A-Z]{2,5}$/.test(typedAt(line, start, end))
}

/** In a Chinese line: the capital words between a lead (给, 拜访) or the start and what the customer does (来电, 说). */
function chineseRun({ line, tokens, index }: Scene, at: number): Run | undefined {
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

/** Where a mistyped company ends and its known person begins (`Pacfic Rim Foods David`). */
function beforePerson({ index }: Scene, at: number, { end, words }: Run): number {
  for (let length = words.length - 1; length > 0; length--) {
    if (!index.peopleByWord.has(words[length]!)) continue
    const near = nearestGuesses(index, words.slice(0, length))
    if (near.length && near.every(({ kind }) => kind === 'company')) return at + length
  }
  return end
}

/** One or two words before the name of a company: `Bruno from Marigold`, `pavel novak @ quill`. */
function isFromSomewhere({ line, tokens, index }: Scene, { end, words }: Run): boolean {
  const [joint, company] = tokens.slice(end, end + 2)
  if (!joint || !company || words.length > 2 || words.some((word) => isSuffix(word) || isIndustry(word) || /^\d/.test(word)))
    return false
  if (!/^(?:from|at|@|of)$/.test(joint.word) || gap(line, joint, company).trim()) return false
  return index.companiesByWord.has(company.word) || (company.capital && !isEnglish(company.word))
}

/** `Pavel Novak, Cobalt Foods`: the company of somebody new. */
const isAfterUnknown = (line: Scene['line'], token: Token, previous: Mention | undefined): boolean =>
  previous?.kind === 'person' && !previous.ids.length && line.read.slice(previous.end, token.start) === ', '
const isFirm = ({ words }: Run): boolean =>
  words.length > 1 && words.some((word) => isSuffix(word) || isIndustry(word) || !isEnglish(word))

/** Words in lower case that are no name where they stand: `the datasheet`, `cutover with …`. */
function isLoose({ line, tokens }: Scene, at: number, run: Run, place: string, joined: boolean): boolean {
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
function isWeak({ line, tokens }: Scene, at: number, run: Run, before: readonly Mention[]): boolean {
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

function kindOf(
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

/** The words before a colon or dash at the start of a line, when they can be a name. */
function labelAt({ line, tokens }: Scene, at: number): Run | undefined {
  let end = at
  while (end < tokens.length && end - at < 6 && (end === at || (!tokens[end]!.han && adjoinsName(line, tokens, end)))) end++
  const rest = line.read.slice(tokens[end - 1]!.end, tokens[end - 1]!.end + 4)
  if (!/^(?: ?:(?!\d)| ?[–—] ?| -{1,2} |$)/.test(rest) || (/^$/.test(rest) && end - at > 3)) return undefined
  const words = tokens.slice(at, end).map(({ word }) => word)
  if (
    LABEL.test(words[0]!) ||
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
