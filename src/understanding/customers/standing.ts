import type { Token } from '../text/tokens.ts'
import { isEnglish, isOrdinary } from '../text/words.ts'
import type { CustomerIndex } from './customer-index.ts'
import { latinStands } from './han-standing.ts'
import type { Scene } from './mention.ts'

const MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
const WEEKDAYS =
  /^(?:mon|tues?|weds?|thur?|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|spring|summer|autumn|winter|noon)$/
const MODAL = /^(?:will|can|may|might|must|should|would|could|shall)$/

/** Words after which a customer stands. */
const BEFORE_NAME =
  /^(?:with|w\/|to|from|at|@|for|of|via|and|&|or|called|rang|phoned|dialed|dialled|tried|met|saw|visited|emailed|texted|messaged|pinged|whatsapped|contacted|reached|told|asked|gave|showed|sent|thanked|call|ring|phone|email|text|message|ping|visit|meet|see|contact|try|chase|remind|tell|ask|cc|spoke|talked|caught|re|about|mr|mrs|ms|dr|hi|both|between|vm|lvm|demo'd|lead|prospect|client|customer|contact|company|account|buyer|invite|thank|nudge|update|bug|rang|reach|hear|heard)$/
export const isDateWord = (word: string): boolean => MONTHS.test(word) || WEEKDAYS.test(word)
const TO_DATE =
  /^(?:in|on|by|next|last|this|every|each|until|till|since|mid|early|late|before|after|end|of|during|around|first|second|third|coming|past|other|through|thru|starting)$/
export const AFTER_NAME =
  /^(?:from|at|@|of|w\/|with|called|rang|phoned|said|says|wants|want|wanted|asked|asks|emailed|texted|messaged|wrote|no|na|n\/a|vm|lvm|voicemail|no-showed|noshowed|cancelled|canceled|rescheduled|moved|postponed|signed|is|was|has|likes|liked|loves|loved|needs|needed|confirmed|agreed|replied|responded|told|reached|pinged|whatsapped|dropped|missed|stood|didn't|didnt|doesn't|asked|busy|wrong|left|out|mentioned|thinks|thought|prefers|picked|answered|ghosted|never|ok|okay|happy|and|&|sent|got|came|just|still|not|bailed|pushed|bought|paid|ordered|approved|declined|accepted|hung|down|are|were|have|interested|swamped|unavailable|away|requested|followed|chose|skipped|failed|joined|showed)$/

/** Doings whose object is a person: after them even an everyday word is a known person's name. */
const TO_PERSON =
  /^(?:(?:call|ring|phon|dial|e-?mail|text|messag|ping|dm|msg|whatsapp|wechat|sms|slack|contact|remind|thank|nudg|chas|invit|updat|brief|invoic|bill|meet|visit|demo|onboard|tell|ask|reach|tr(?:y|i)|see|buzz|bug|poke|cc|cold-call|fax)(?:e|ed|d|ing|'d|ling)?|rang|met|saw|told|with|w\/|for|f\/u|fu|fup|cb|c\/b)$/
/** Doings with a person and a thing: `send june the draft`, but not `send june invoices`. */
export const GIVING =
  /^(?:send|sent|sending|shot|shoot|shooting|gave|give|giving|owe|owed|owes|show|showed|showing|bring|brought|get|dropp?|dropped|offer|offered|promised|promise|quote|quoted|wrote|write|mail|mailed|post|posted|couriered|lent|gifted|forward|forwarded|fwd|hand|handed|buy|bought|sell|ship|shipped|courier)$/
const NOT_A_THING = /^(?:to|for|by|asap|from|on|in|at|end|eod|eow|eom|or|until|till|over|out|off|back)$/
const DETERMINER =
  /^(?:the|a|an|our|my|his|her|their|your|some|this|that|these|those|new|two|three|another|weekly|monthly|quarterly|daily|annual|updated|revised|latest|final|more|extra|\d+)$/
const WENT =
  /^(?:gave|came|went|took|sent|got|told|made|saw|met|rang|wrote|spoke|sold|brought|chose|found|held|kept|led|lost|paid|ran|said|stood|thought|tried|won|hung|broke|forgot|swung|began|drew|knew|heard|felt|built|caught|cxld|cxl|noshowed|gets|goes|likes|knows|comes|leaves|returns|starts|moves|works|sees|runs|takes|makes|gives|buys|pays|signs|hopes|expects|plans|agrees|calls|sends|reckons|feels|looks|seems|sounds|owes|travels|retires|joins|quits|keeps|turns|believes|promises|insists|decides|asks|cant|wont|resched|reskd|fwd|emld|dmd)$/

/** A verb that tells what the one named before it did or did not: `june didn't`, `faith gave us`. */
export const isDoing = (word: string): boolean =>
  AFTER_NAME.test(word) ||
  WENT.test(word) ||
  (/ed$/.test(word) && isEnglish(word)) ||
  /^(?:did|was|has|does|is|had|were|have)nt$/.test(word)

const EVENT = /^(?:call|meeting|mtg|demo|lunch|dinner|coffee|breakfast|visit|zoom|vm|lvm|voicemail|email|text|appt|update)$/
/** Names that are words only in books. */
const HARDLY_A_WORD = /^(?:bob|chester|conor|ines|jack|james|ken|lester|nick|nils|parker|peter|sander|sue|walker|wes)$/

/** Whether a word that may be an everyday word or a date stands where a name stands; a plain name does anywhere. */
export function mayBeName({ line, tokens, index }: Scene, at: number, length: number): boolean {
  const token = tokens[at]!
  const word = token.word
  const before = tokens[at - 1]
  const after = tokens[at + length]
  const opens = !before || /[.!?;:\n,(—–]|(?:^| )- /.test(line.read.slice(before.end, token.start)) || before.han
  const glued = after ? line.read.slice(tokens[at + length - 1]!.end, after.start) : '\n'
  const closes = !after || /[:;,.!?()\n/—–]|^ -/.test(glued)
  const dateWord = MONTHS.test(word) || WEEKDAYS.test(word)
  if (dateWord && isColleague(index, word, after, tokens[at + length + 1]) && !TO_DATE.test(before?.word ?? '')) return true
  if (closes && isDayAgain(tokens, at)) return false
  if (!dateWord && !MODAL.test(word) && (!isOrdinary(word) || HARDLY_A_WORD.test(word))) return true
  if (before?.han || after?.han) return token.capital || latinStands(line.read, token.start, tokens[at + length - 1]!.end)
  if (token.possessive && isFirstName(index, word) && !TO_DATE.test(before?.word ?? '')) return true
  if (token.possessive) return !dateWord || opens || (!!before && BEFORE_NAME.test(before.word) && !TO_DATE.test(before.word))
  if (before?.possessive && index.peopleByWord.has(word) && !TO_DATE.test(before.word)) return true
  if (opens && after && /^(?:and|&)$/.test(after.word) && index.peopleByWord.has(tokens[at + length + 1]?.word ?? '')) return true
  if (
    before &&
    isFirstName(index, word) &&
    after &&
    startsClause(before.word, at) &&
    (isDoing(after.word) || MODAL.test(after.word) || /^(?:is|still|on)$/.test(after.word))
  )
    return true
  if (
    before &&
    isFirstName(index, word) &&
    !(dateWord && isDayNumber(after?.word, glued)) &&
    takesPerson(before.word, word, after?.word, closes)
  )
    return true
  if (opens && !dateWord && isFirstName(index, word) && !MODAL.test(word) && EVENT.test(after?.word ?? '')) return true
  if (
    opens === false &&
    before?.word === 'for' &&
    closes &&
    isFirstName(index, word) &&
    LEFT_FOR.test(line.read.slice(0, before.start))
  )
    return true
  if (dateWord) return standsAsName(word, before?.word, after?.word, opens, closes, glued)
  if (MODAL.test(word))
    return opens
      ? closes || (!!after && (isDoing(after.word) || MODAL.test(after.word)))
      : !!before && BEFORE_NAME.test(before.word) && !/^(?:and|or|&|lead)$/.test(before.word)
  if (opens) return closes ? token.capital || at === 0 : (!!after && isDoing(after.word)) || (token.capital && at > 0)
  if (
    before &&
    BEFORE_NAME.test(before.word) &&
    (token.capital || index.companiesByWord.has(word) || isToldTo(tokens, at) || isFirstName(index, word))
  )
    return (
      token.capital ||
      closes ||
      (!!after &&
        (AFTER_NAME.test(after.word) ||
          /^(?:re|about|again|today|yesterday|tomorrow|this|for|on|in|by|every|next|last|twice|back|to|tonight|daily|weekly|monthly|quarterly|the|a|an|her|his|their|and|then|but|w\/|vm|lvm|na)$/.test(
            after.word,
          )))
    )
  return token.capital
}

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
