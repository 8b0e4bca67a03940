import { isEnglish } from '../text/words.ts'

export const MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
export const WEEKDAYS =
  /^(?:mon|tues?|weds?|thur?|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|spring|summer|autumn|winter|noon)$/
export const MODAL = /^(?:will|can|may|might|must|should|would|could|shall)$/

/** Words after which a customer stands. */
export const BEFORE_NAME =
  /^(?:with|w\/|to|from|at|@|for|of|via|and|&|or|called|rang|phoned|dialed|dialled|tried|met|saw|visited|emailed|texted|messaged|pinged|whatsapped|contacted|reached|told|asked|gave|showed|sent|thanked|call|ring|phone|email|text|message|ping|visit|meet|see|contact|try|chase|remind|tell|ask|cc|spoke|talked|caught|re|about|mr|mrs|ms|dr|hi|both|between|vm|lvm|demo'd|lead|prospect|client|customer|contact|company|account|buyer|invite|thank|nudge|update|bug|rang|reach|hear|heard)$/
export const isDateWord = (word: string): boolean => MONTHS.test(word) || WEEKDAYS.test(word)
export const TO_DATE =
  /^(?:in|on|by|next|last|this|every|each|until|till|since|mid|early|late|before|after|end|of|during|around|first|second|third|coming|past|other|through|thru|starting)$/
export const AFTER_NAME =
  /^(?:from|at|@|of|w\/|with|called|rang|phoned|said|says|wants|want|wanted|asked|asks|emailed|texted|messaged|wrote|no|na|n\/a|vm|lvm|voicemail|no-showed|noshowed|cancelled|canceled|rescheduled|moved|postponed|signed|is|was|has|likes|liked|loves|loved|needs|needed|confirmed|agreed|replied|responded|told|reached|pinged|whatsapped|dropped|missed|stood|didn't|didnt|doesn't|asked|busy|wrong|left|out|mentioned|thinks|thought|prefers|picked|answered|ghosted|never|ok|okay|happy|and|&|sent|got|came|just|still|not|bailed|pushed|bought|paid|ordered|approved|declined|accepted|hung|down|are|were|have|interested|swamped|unavailable|away|requested|followed|chose|skipped|failed|joined|showed)$/

/** Doings whose object is a person: after them even an everyday word is a known person's name. */
export const TO_PERSON =
  /^(?:(?:call|ring|phon|dial|e-?mail|text|messag|ping|dm|msg|whatsapp|wechat|sms|slack|contact|remind|thank|nudg|chas|invit|updat|brief|invoic|bill|meet|visit|demo|onboard|tell|ask|reach|tr(?:y|i)|see|buzz|bug|poke|cc|cold-call|fax)(?:e|ed|d|ing|'d|ling)?|rang|met|saw|told|with|w\/|for|f\/u|fu|fup|cb|c\/b)$/
/** Doings with a person and a thing: `send june the draft`, but not `send june invoices`. */
export const GIVING =
  /^(?:send|sent|sending|shot|shoot|shooting|gave|give|giving|owe|owed|owes|show|showed|showing|bring|brought|get|dropp?|dropped|offer|offered|promised|promise|quote|quoted|wrote|write|mail|mailed|post|posted|couriered|lent|gifted|forward|forwarded|fwd|hand|handed|buy|bought|sell|ship|shipped|courier)$/
export const NOT_A_THING = /^(?:to|for|by|asap|from|on|in|at|end|eod|eow|eom|or|until|till|over|out|off|back)$/
export const DETERMINER =
  /^(?:the|a|an|our|my|his|her|their|your|some|this|that|these|those|new|two|three|another|weekly|monthly|quarterly|daily|annual|updated|revised|latest|final|more|extra|\d+)$/
const WENT =
  /^(?:gave|came|went|took|sent|got|told|made|saw|met|rang|wrote|spoke|sold|brought|chose|found|held|kept|led|lost|paid|ran|said|stood|thought|tried|won|hung|broke|forgot|swung|began|drew|knew|heard|felt|built|caught|cxld|cxl|noshowed|gets|goes|likes|knows|comes|leaves|returns|starts|moves|works|sees|runs|takes|makes|gives|buys|pays|signs|hopes|expects|plans|agrees|calls|sends|reckons|feels|looks|seems|sounds|owes|travels|retires|joins|quits|keeps|turns|believes|promises|insists|decides|asks|cant|wont|resched|reskd|fwd|emld|dmd)$/

/** A verb that tells what the one named before it did or did not: `june didn't`, `faith gave us`. */
export const isDoing = (word: string): boolean =>
  AFTER_NAME.test(word) ||
  WENT.test(word) ||
  (/ed$/.test(word) && isEnglish(word)) ||
  /^(?:did|was|has|does|is|had|were|have)nt$/.test(word)

export const EVENT =
  /^(?:call|meeting|mtg|demo|lunch|dinner|coffee|breakfast|visit|zoom|vm|lvm|voicemail|email|text|appt|update)$/
/** Names that are words only in books. */
export const HARDLY_A_WORD = /^(?:bob|chester|conor|ines|jack|james|ken|lester|nick|nils|parker|peter|sander|sue|walker|wes)$/
