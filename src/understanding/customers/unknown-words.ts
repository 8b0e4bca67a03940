// Words that lead to a name nobody knows, end it, or are none.

export const VERB =
  /^(?:called|rang|phoned|dialed|dialled|tried|met|saw|visited|emailed|texted|messaged|pinged|whatsapp'?d|whatsapped|contacted|reached|call|ring|phone|email|text|visit|meet|ping|contact|try|chase|nudge|remind|wechatted|toured|buzzed|cold-called|demo'?d|demoed|calling|emailing|visiting|texting|meeting|mailed|dm'?d|dmed|dm|invite|whatsapp|thank|thanked|update|onboard|chased|rung|sent|send|ask|tell|wechatd|slacked|named|won|lost)$/
export const PREPOSITION =
  /^(?:with|w\/|to|from|at|@|for|by|of|both|lead|prospect|client|customer|contact|account|via|and|&|mr|mrs|ms|dr)$/
export const PERSON_VERB = /^(?:with|w\/|met|texted|texting|told|asked|saw|whatsapped|messaged)$/
const DATE =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tues?|weds?|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|yesterday|tonight|noon|eod|eow|eom|q[1-4])$/
export const LABEL =
  /^(?:update|note|notes|fyi|reminder|todo|to-do|task|recap|summary|next|action|followup|log|ps|nb|new|quick|misc|internal|admin|status|also|plan|agenda|outcome|result|call|meeting|email|visit|demo|lunch|coffee|message|sms|vm|voicemail|today|just|follow)$/
/** Alone before a colon it says what the line is, though a name may begin with it: `Done: called Wei`, `Done Deal Ltd: called`. */
export const LABEL_ALONE =
  /^(?:done|finished|completed|last|find|show|edit|undo|remind|snooze|urgent|important|question|answer|info)$/
/** Begins a time at the head of a line, and no name. */
export const RHYTHM =
  /^(?:every|each|once|twice|per|daily|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|annual|weekdays|mornings|afternoons|evenings|in|on|by|at|before|after|until)$/
export const NEW = /^(?:new|lead|prospect|client|customer|contact|account|company)$/
export const STOP =
  /^(?:i|we|he|she|they|it|you|no|not|the|a|an|my|our|his|her|their|this|that|these|those|and|or|but|so|if|when|to|for|of|in|on|at|by|from|with|is|was|are|were|be|been|has|have|had|do|did|does|will|would|can|could|should|need|needs|wants|want|just|got|get|went|left|had|spoke|talked|good|great|nice|bad|busy|still|out|back|up|him|them|us|me|who|what|how|very|too|also|then|again|there|here|all|some|any|one|two|three)$/
export const ROLE =
  /^(?:owner|ceo|cfo|cto|coo|cio|cmo|vp|director|manager|mgr|buyer|founder|president|head|boss|partner|engineer|chef|foreman|assistant|colleague|guy|contact|rep|architect|admin|coordinator|supervisor|planner|controller|purchaser|procurement)$/

export const isDate = (word: string): boolean => DATE.test(word)
