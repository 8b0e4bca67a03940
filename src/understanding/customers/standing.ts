import type { Token } from '../text/tokens.ts'
import { isOrdinary } from '../text/words.ts'
import type { CustomerIndex } from './customer-index.ts'
import { latinStands } from './han-standing.ts'
import type { Scene } from './mention.ts'
import {
  AFTER_NAME,
  BEFORE_NAME,
  DETERMINER,
  EVENT,
  GIVING,
  HARDLY_A_WORD,
  isDateWord,
  isDoing,
  MODAL,
  MONTHS,
  NOT_A_THING,
  TO_DATE,
  TO_PERSON,
  WEEKDAYS,
} from './standing-words.ts'

/** Whether a word that may be an everyday word or a date stands where a name stands; a plain name does anywhere. */
export function mayBeName(scene: Scene, at: number, length: number): boolean {
  const spot = spotOf(scene, at, length)
  const { word, token, before, after, closes, dateWord } = spot
  if (dateWord && isColleague(scene.index, word, after, spot.second) && !TO_DATE.test(before?.word ?? '')) return true
  if (closes && isDayAgain(scene.tokens, at)) return false
  if (!dateWord && !MODAL.test(word) && (!isOrdinary(word) || HARDLY_A_WORD.test(word))) return true
  // `faith-based`, `will-call`: part of another word.
  if (/^-$/.test(spot.glued) && !token.capital) return false
  if (before?.han || after?.han) return token.capital || latinStands(scene.line.read, token.start, spot.end)
  return owns(scene, spot) ?? (isNamedHere(scene, spot) || standsAlone(scene, spot))
}

/** A word with what stands before and behind it. */
interface Spot {
  at: number
  token: Token
  word: string
  end: number
  before: Token | undefined
  after: Token | undefined
  /** The word behind `after`. */
  second: Token | undefined
  /** Begins the line, or a clause of it. */
  opens: boolean
  /** A mark or the end of the line follows. */
  closes: boolean
  /** What stands between it and `after`. */
  glued: string
  dateWord: boolean
  /** Somebody's first name. */
  first: boolean
}

function spotOf({ line, tokens, index }: Scene, at: number, length: number): Spot {
  const token = tokens[at]!
  const [before, after, second] = [tokens[at - 1], tokens[at + length], tokens[at + length + 1]]
  const { end } = tokens[at + length - 1]!
  const glued = after ? line.read.slice(end, after.start) : '\n'
  return {
    ...{ at, token, word: token.word, end, before, after, second, glued },
    opens: !before || /[.!?;:\n,(—–]|(?:^| )- /.test(line.read.slice(before.end, token.start)) || before.han,
    closes: !after || /[:;,.!?()\n/—–]|^ -/.test(glued),
    dateWord: isDateWord(token.word),
    first: isFirstName(index, token.word),
  }
}

/** By a possessive: `june's`, `acme's june`. */
function owns({ index }: Scene, { word, token, before, dateWord, opens, first }: Spot): boolean | undefined {
  const dated = TO_DATE.test(before?.word ?? '')
  if (token.possessive && first && !dated) return true
  if (token.possessive) return !dateWord || opens || (!!before && BEFORE_NAME.test(before.word) && !dated)
  return before?.possessive && index.peopleByWord.has(word) && !dated ? true : undefined
}

/** By what is done with a known first name, or beside another one. */
function isNamedHere({ line, index }: Scene, spot: Spot): boolean {
  const { at, word, before, after, second, opens, closes, glued, dateWord, first } = spot
  if (opens && after && /^(?:and|&)$/.test(after.word) && index.peopleByWord.has(second?.word ?? '')) return true
  if (!first) return false
  if (before && after && startsClause(before.word, at) && isDoneBy(after.word)) return true
  const numbered = dateWord && isDayNumber(after?.word, glued)
  if (before && !numbered && takesPerson(before.word, word, after?.word, closes)) return true
  if (opens && !dateWord && !MODAL.test(word) && EVENT.test(after?.word ?? '')) return true
  return !opens && before?.word === 'for' && closes && LEFT_FOR.test(line.read.slice(0, before.start))
}

const isDoneBy = (verb: string): boolean => isDoing(verb) || MODAL.test(verb) || /^(?:is|still|on)$/.test(verb)

/** By the words around it alone. */
function standsAlone({ tokens, index }: Scene, spot: Spot): boolean {
  const { at, word, token, before, after, opens, closes, glued, dateWord, first } = spot
  if (dateWord) return standsAsName(word, before?.word, after?.word, opens, closes, glued)
  if (MODAL.test(word))
    return opens
      ? closes || (!!after && (isDoing(after.word) || MODAL.test(after.word)))
      : !!before && BEFORE_NAME.test(before.word) && !/^(?:and|or|&|lead)$/.test(before.word)
  if (opens) return closes ? token.capital || at === 0 : (!!after && isDoing(after.word)) || (token.capital && at > 0)
  if (token.capital || !before || !BEFORE_NAME.test(before.word)) return token.capital
  if (!index.companiesByWord.has(word) && !isToldTo(tokens, at) && !first) return false
  return closes || (!!after && (AFTER_NAME.test(after.word) || AFTER_OBJECT.test(after.word)))
}

/** What goes on behind the customer that something was done with: `called faith about …`, `called faith again`. */
const AFTER_OBJECT =
  /^(?:re|about|again|today|yesterday|tomorrow|this|for|on|in|by|every|next|last|twice|back|to|tonight|daily|weekly|monthly|quarterly|the|a|an|her|his|their|and|then|but|w\/|vm|lvm|na)$/

/** After a preposition an everyday word is somebody's family name only where it is told whom was spoken to: `spoke with price`, but not `ok with price`. */
const isToldTo = (tokens: readonly Token[], at: number): boolean =>
  !/^(?:with|w\/|to|from|at|@|for|of|via|and|&|or|re|about|both|between)$/.test(tokens[at - 1]!.word) ||
  /^(?:spoke|spoken|talked|talk|met|meet|meeting|mtg|call|called|chat|chatted|lunch|dinner|coffee|breakfast|demo|visit|email|emailed|mail|text|message|msg|vm|lvm|voicemail|appt|appointment|zoom|teams|sat|heard|wrote|lunch|catch-?up|up|mr|mrs|ms|dr)$/.test(
    tokens[at - 2]?.word ?? '',
  )

/** `left a note at reception for june` */
const LEFT_FOR =
  /\b(?:left|leave|dropped)\b[^.;,:]*\b(?:note|message|msg|word|vm|voicemail|package|samples?|card|flowers)\b[^.;,:]*$/

/** `summer @ lakeside weddings`: somebody of the company that is named behind the word. */
const isColleague = (index: CustomerIndex, word: string, joint: Token | undefined, company: Token | undefined): boolean =>
  !!company &&
  /^(?:at|@|of|from)$/.test(joint?.word ?? '') &&
  (index.companiesByWord.get(company.word) ?? []).some(({ company: id }) =>
    index.peopleOf(id).some((person) => index.people[person]!.words[0] === word),
  )

/** `Tuesday wants lower rates, cb Tuesday`: who was named before needs no name again, so the second is the day. */
const isDayAgain = (tokens: readonly Token[], at: number): boolean =>
  WEEKDAYS.test(tokens[at]!.word) &&
  tokens.slice(0, at).some(({ word }, i) => word === tokens[at]!.word && (i === 0 || isDoing(tokens[i + 1]!.word)))

const isFirstName = (index: CustomerIndex, word: string): boolean =>
  (index.peopleByWord.get(word) ?? []).some((id) => index.people[id]!.words[0] === word)

/** After `that`, `if`, `I think`, or a verb that opens a question, a subject stands. */
const startsClause = (before: string, at: number): boolean =>
  /^(?:think|that|if|when|hope|hoping|guess|because|since|says|said|heard|but|unless|once|where|believe|suspect|bet|night|morning|afternoon|evening|yesterday|today|ago|am|pm|noon|(?:mon|tues|wednes|thurs|fri)day)$/.test(
    before,
  ) ||
  (at === 1 && /^(?:is|did|does|has|was|will|would|can|could)$/.test(before))

/** `june 3rd`, but not `bill june 340` */
const isDayNumber = (after: string | undefined, glued: string): boolean =>
  /^(?:[012]?\d|3[01]|20\d\d)(?:st|nd|rd|th)?$/.test(after ?? '') && /^[ .]{0,2}$/.test(glued)

/** `call faith once a week`, `send june the draft`: the word stands where a person stands. */
function takesPerson(before: string, word: string, after: string | undefined, closes: boolean): boolean {
  if (TO_PERSON.test(before))
    return MONTHS.test(word) ? before !== 'for' && !MODAL.test(word) : !MODAL.test(word) || closes || !!after
  if (!GIVING.test(before) || closes || !after) return false
  return MONTHS.test(word) || MODAL.test(word) ? DETERMINER.test(after) : !NOT_A_THING.test(after)
}

function standsAsName(
  word: string,
  before: string | undefined,
  after: string | undefined,
  opens: boolean,
  closes: boolean,
  glued: string,
): boolean {
  if (isDayNumber(after, glued) && MONTHS.test(word)) return false
  if (before && /^\d/.test(before)) return false
  if (opens)
    return after && isDoing(after) && !/^(?:at|@|w\/|with|no|is|and|&|just)$/.test(after)
      ? true
      : after && /^(?:at|@|of)$/.test(after) && MONTHS.test(word)
        ? true
        : closes && /^ ?[-:—–]/.test(glued) && MONTHS.test(word)
  if (!before || TO_DATE.test(before)) return false
  if (before === 'from' || before === 'at' || before === '@') return true
  if (/^(?:to|for|about|re|and|&|or|see|lead)$/.test(before))
    return MONTHS.test(word) && before !== 'for' && before !== 'or' && (closes || !!after)
  return BEFORE_NAME.test(before) && (MONTHS.test(word) || /^(?:from|at|@|of|with|called)$/.test(before))
}
