import { CURRENCY_CODE } from '../text/currency-codes.ts'
import { N } from './marks.ts'

const r = (source: string, flags = ''): RegExp => new RegExp(source.replace(/(?<!\{)N/g, N), flags)

/** Verbs that, in their plain form at the start of a clause, say what is to be done. */
const VERBS =
  'call|ring|redial|phone(?! (?:off|was|is|rang|out|dead|number|line|switched|disconnected|call|went))|e-?mail|text|message|whatsapp|dm|ping|send|resend|re-send|follow|check|touch base|circle|reach|book|schedule|reschedule|set|arrange|prepare|prep|draft|write|share|forward|submit|review|confirm|remind|visit|meet|try|retry|chase|nudge|get|give|bring|ask|answer|reply|respond|thank|invite|invoice|order|deliver|ship|drop|update|discuss|present|demo|finali[sz]e|sign|renew|negotiate|research|look|find|fix|escalate|loop|introduce|join|stop|swing|pop|go(?! (?:ahead|live|for it))|recap|mail|revisit|return|catch|walk|propose|close|talk|speak|let|make|put|add|create|open|file|pay|revise|print|plan|keep|push|connect|collect|upload|provide|show|install|train|run|do|have|start|test|verify|quote|bill|pick|take|tell|see|wait|buy|grab|need|must|should|will|follow-?up|f/?u|fup|cb|c/b|callback|hand|pass|offer|organi[sz]e|host|register|dial|contact|work|redo|move|cancel|complete|finish|investigate|read|leave|pull|sort|tie|line|clean|block|reconnect|refresh|re-?engage|re-?visit|re-?quote|process|pitch|upsell|attend|drive|fly|travel|ensure|request|wrap|build|compile|attach|post|courier|fedex|dispatch|log|enter|onboard|gather|scope|cost|price|hit|bug|bump|poke|shoot|fire|fax|lock|nail|reply|redline|countersign|chat|sync|regroup|reconvene|rebook|re-?send|quote|demo|intro|spec|stage|swap|double-?check|re-?check|re-?try|brief|prioriti[sz]e|summari[sz]e|type|clear|settle|compare|count|measure|estimate|hold|mark|match|switch|extend|fill|unlock|ask|apologi[sz]e|congratulate|wish|surprise|explain|clarify|correct|learn|study|hand over|hand-deliver|assign|align|agree|decide|consider|think'
const GERUND =
  'sending|calling|emailing|following up|going (?=to|over|by|back|in|out to|there|on-?site|\\ue000|\\ue001)|visiting|meeting(?! (?:with|w\\/))|preparing|prepping|scheduling|booking|checking|circling|drafting|bringing|dropping|delivering|shipping|presenting|returning|reviewing|getting back|reaching out|texting|pinging|chasing|setting up|seeing|doing|having|writing|joining|trying|talking|speaking|stopping by|flying|driving|sharing|submitting|closing|signing|working on|putting together|looking into|touching base|catching up|arranging|organizing|ringing|phoning|revisiting|reconnecting|hosting|running(?! (?:late|behind|low|out|short|well|fine|smoothly))|demoing|giving'
/** Of those, the names of things too: `order confirmed` tells, `order samples` is to be done. */
const NOUNS =
  'order|quote|invoice|bill|call|demo|visit|e-?mail|text|message|chat|meet|contract|plan|price|cost|report|request|offer|post|process|work|pitch|deliver|install|test'
/** A sum of money, as it stands behind the thing that is worth it. */
const SUM = `(?:[a-z]{0,2}[$€£¥₹] ?\\d|(?:${CURRENCY_CODE}) ?\\d|\\d[\\d.,]* ?(?:k|m|mio|grand|thousand|million|${CURRENCY_CODE}|(?:[a-z]+ )?(?:euros?|dollars?|pounds?|bucks|quid|francs?|yen|yuan|rupees?|reais|rand|pesos?|kron[ao]r?|kroner?|dirhams?|zloty|lira|baht))(?!\\w))`
const BASE = `(?:${VERBS})`
const SOFT =
  '(?:please |pls |plz |then |and |also |so |to |now |i |we |me |next,? |ok,? |okay,? |just |must |should |maybe |action |again |- )*'

/** A clause that opens with what is to be done. */
export const IMPERATIVE = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*${SOFT}(?:\\ue002[ ,:]*)?${SOFT}(?!(?:call|demo|visit|e-?mail|text|message|chat|meet|talk|sync|catch-?up|order|quote) (?:w/|with)[ ]|(?:call|e-?mail|text|message|msg|visit|trip) to[ ]|(?:${NOUNS}|proposal|recap) (?:for|from|of)[ ]|(?:${NOUNS}) ${SUM})(?:${BASE})\\b(?!'|s\\b| (?:#?\\d+ )?(?:went|was|were|from|has|had|is|done|received|sent|came|ok\\b))(?<!\\b(?:${NOUNS})(?=(?: #?\\d+)? (?:\\w+ed|worth|went|sent|paid|made|in|out|still|not|looks?|seems?|too|very|good|fine|great|now)\\b))`,
  'u',
)
export const GERUND_FIRST = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:\\ue002[ ,:]*)?(?:then |and |will be |i'?m |i am |we'?re |we are |also |now )*(?:${GERUND})\\b(?! (?:went|was|done|with N (?:went|was)))`,
  'u',
)

const ARRANGED_WORDS =
  '(?:is |was |are |been |we |i |it |just |now )*(?:(?:booked(?! \\d+ [^\\ue002]*$)|scheduled|set up|arranged|lined up|penciled in|pencilled in|on the calendar|in the calendar|on the books)(?= )|(?:confirmed|set|locked in)(?= (?:for|on|at|in)\\b| ?\ue002))'
/** A meeting that stands in the calendar. */
export const ARRANGED = r(`^${ARRANGED_WORDS}`)

/** What two sides agree on without anything being left to do: a price, so much off. */
const TERMS = `(?:(?:a|an|the|our|his|her|their|new|final|lower|higher|better|fixed|net|unit|annual|monthly|yearly|list|trial|starting|volume|payment) )*(?:prices?|pricing|rates?|terms|discounts?|budgets?|amounts?|fees?|figures?|margins?|sums?|\\d|[a-z]{0,2}[$€£¥₹]|(?:${CURRENCY_CODE}) ?\\d)`

const EVENT_WORD =
  '(?:meetings?|mtgs?|demos?|calls?|visits?|lunch|coffee|dinner|breakfast|zoom|teams|vc|walk-?through|kick-?off|review|training|workshop|appointment|appt|presentation|tour|onsite|catch-?up|sync|session|webinar|qbr|tasting|interview|standup)'
/** `demo for Joy booked, Friday 13:30` */
const STANDS = `${EVENT_WORD} [^.;]{0,30}?(?:booked|set|confirmed|scheduled|arranged|fixed|lined up|locked in|pencil?led in)(?=\\s*$)`

/** Words that anywhere in a clause say that something is still to be done by us. */
export const TO_DO = r(
  `(?<![\\w/])(?:f/u|fu(?= |$|\\ue002)|fup|follow[- ]?ups?(?! (?:went|was|call (?:went|was)))|cb|c/b|call ?backs?|(?:i'?ll(?= )|we'll|i'?d(?= (?:send|call|get|check|e-?mail|let|bring|come|have))|(?:i|we) (?:will|need|have|must|should|shall|can|could|am|are|gotta|promised|agreed|owe|plan|want|'ll))|need(?:s)? to|have to|has to|gotta|got to|supposed to|remember to|remind me|reminder|don'?t forget|to[- ]?do|next steps?|action items?|owe (?:N|him|her|them)|promised (?:to|N|him|her|them|the|a)|agreed (?:(?:to|on)(?! ${TERMS})|we)|plan(?:ning)? to|let'?s|going to|gonna|want to|wanna|try(?:ing)? again|touch base|circle back|check(?:ing)? (?:in|back)|reach out|will (?=(?:${VERBS})\\b)|must (?=(?:${VERBS})\\b)|should (?=(?:${VERBS})\\b)|scheduled|${ARRANGED_WORDS}|${STANDS}|due|deadline)(?![\\w/])`,
)

const ASK = '(?:asked|asks|told|tells|said|says|begged|requested|reminded|urged|instructed|suggested|insisted)'
const WISH = "(?:wants?|wanted|needs?|prefers?|would like|expects?|'?d like|likes?)"
const REACH =
  '(?:call|ring|try|phone|e-?mail|follow|check (?:back|in)|reach out|contact|cb|ping|text|resend|come (?:back|by|in)|stop|circle|get back|touch base)'
/** A customer told us to do something: that is ours to do. */
export const TOLD_US = r(
  `\\b${ASK}(?: (?:me|us))?(?: (?:to|that (?:i|we)|(?:i|we) should|if (?:i|we) (?:can|could)))? ${REACH}\\b|\\b(?:${ASK}|${WISH}|invited) (?:for )?(?:me|us) to\\b|\\b(?:${ASK}|${WISH})(?: for)? (?:a |another )?(?:call ?back|cb|follow[- ]?up)\\b|\\bi (?:should|can)\\b|(?<!\\b(?:if|whether|that) )\\bwe (?:should|can|agreed)\\b`,
)

/** Doings at a customer's place that are agreed like a meeting. */
const APPOINTED = '(?:pick-?ups?|collections?|viewings?|fittings?|inspections?|surveys?|installs?|installations?|measurements?)'
const THEIRS =
  "(?:he|she|they|it|who|which|their|his|her|its|customer|the customer|client|the client|the (?!demo|call|meeting|quote|proposal|contract|next|invoice|visit|review|sow|deck)\\w+|board|legal|procurement|management|reception(?:ist)?|secretary|assistant|front desk|gatekeeper|switchboard|decision|budget|n's|someone|everyone|everybody|nobody|N)(?:'s|'ll|'re|'d)?"
const FINITE =
  "(?:is|are|was|were|isn'?t|aren'?t|has|have|had|will|won'?t|can|can'?t|could|would|might|may|should|wants?|wanted|needs?|needed|expects?|plans?|decides?|meets?|starts?|begins?|opens?|launch(?:es)?|expires?|ends?|renews?|closes?|moves?|returns?|comes?|goes|leaves?|gets|signs?|says?|said|thinks?|thought|hopes?|likes?|liked|loves?|loved|prefers?|asks?|asked|told|hires?|due|back|out|off|away|seems?|looks?|feels?|knows?|makes?|takes?|does|doesn'?t|don'?t|didn'?t|did|buys?|bought|uses?|runs?|works?|considers?|considering|evaluat\\w+|agrees?|agreed|confirm(?:s|ed)|approved?|approves|accepted|rejected|declined|signed|mentioned|mentions|reviews?|reviewing|travels?|traveling|switch(?:es|ed)|pays?|paid|sends?|orders?|ordered|promised|promises|complain\\w*|worried|worries|interested|happy|unhappy|excited|ready|keen|open|busy|sick|ooo|retires?|joins?|joined|left|got|receives?|received|announces?|announced|presents?|visits?|kicks?|rolls?|wraps?|finishes|finalizes|finali[sz]ing|deciding|moving|opening|launching|hiring|meeting|closing|looking|waiting|going|coming|leaving|starting|planning|hoping|thinking|expecting|still|not|won|lost|opened|raised|closed|shut|on (?:vacation|leave|holidays?|pto|maternity|paternity|parental|sabbatical|honeymoon|a trip)|resets?|ok|okay|fine)"
/** A clause whose subject is the customer, or somebody of theirs, and not us. */
export const THEIR_DOING = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:and |but |so |because |since |as |that |says? |said |also |then |if |when |once |after |unless |until |while |where |who |which |apparently |seems |think |maybe |probably |i (?:think|guess|hope|believe|heard|bet|doubt|suspect|feel) |looks like |sounds like |hopefully |hope |hoping |heard )*(?:(?:their|his|her|its|the|N(?:'s)?) )?(?:${THEIRS})(?: (?!to\\b)[\\w'’-]+| \\(?(?:from|at|@|of) N\\)?){0,3}? ?(?:${FINITE})(?![\\w/])`,
  'u',
)
/** The customer, or something of theirs, by a pronoun: whatever follows is not ours. */
export const THEIR_SUBJECT = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:and |but |so |because |since |as |that |says? |said |also |then |if |when |once |after |unless |until |while |maybe )*(?:(?:he|she|they|it)(?:'ll|'s|'re|'d|s\\b)? (?!and\\b|&)[a-z]|(?:their|his|her|its)(?: (?!${EVENT_WORD}\\b)[\\w'-]+){1,3}? (?!this\\b|his\\b|thurs\\b|tues\\b)[a-z]{3,}s\\b)`,
  'u',
)
/** A meeting that the customer agreed to. */
export const AGREED_EVENT = r(
  `\\b(?:confirmed|confirms|accepted|approved|okayed|booked|scheduled|agreed (?:to|on)|set up|penciled in|locked in|is good for|good for|on for|up for|signed up for)\\b[^.;!?]{0,40}\\b(?:${EVENT_WORD}|${APPOINTED})\\b|^[^a-z]*agreed (?!to\\b|on\\b)[^.;!?]{0,30}\\b(?:pilot|trial|start|delivery|install(?:ation)?|launch|${EVENT_WORD})\\b`,
)
/** Something of ours that the customer agreed to, before its time. */
export const AGREED_OURS = r(
  `\\b(?:confirm(?:s|ed)|accept(?:s|ed)|approve[sd]|okayed|agree[sd] (?:to|on)|signed off on|(?:is|are) (?:ok|okay|good|fine) (?:with|for)) our (?!price|pricing|quote|terms|offer|rates?\\b)[^.;!?]{1,40}?\\ue002`,
)
/** Words of the customer's state that need no subject. */
export const THEIR_STATE = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:(?:is|was|still|currently|now|but|and|not|has|says?|said) )*(?:wants?|wanted|needs|likes?|liked|loves?|loved|interested|asks|asked|out (?:of|until|till|on|this|next|\\ue002)|ooo|on (?:vacation|leave|holiday|pto)|away|back (?:on|in|from|\\ue002)|returns|budget (?:is|resets|approved|frozen|opens)|(?:decision|go-?live|launch|roll-?out|audit|wedding|grand opening|opening|inspection|merger|relocation|renovation|fiscal year|event) (?:is|by|in|on|expected|\\ue002)|contract (?:ends|expires|is up|runs)|expires|deciding|decides|considering|waiting|awaiting|expecting|pending|thinks?|says|said|happy|keen|hopes?|hoping|expects?|plans to|planning|prefers?|will (?:sign|pay|order|decide|confirm|let (?:us|me)|buy|approve|think|consider|get back to (?:us|me)|call (?:us|me)|send (?:us|me)|come)|won'?t|can'?t|doesn'?t|didn'?t|not (?:interested|ready|available)|no|(?:signs|starts|begins|comes|joins|leaves|pays|decides|renews|buys|travels|flies|moves)(?= |$)|(?:contract|lease|licen[cs]e|trial|subscription|renewal|warranty|pilot|agreement|offer|quote|budget|poc)\\b[^.;]{0,30}? (?:ends?|expires?|runs out|lapses|is up|renews|starts|begins)|launching|launches|go(?:ing)? live|go-live|needs?)(?![\\w/])`,
  'u',
)

/** A meeting that is still to be moved or canceled by us. */
export const CHANGE_TO_DO = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*${SOFT}(?:\\ue002[ ,:]*)?(?:need to |have to |must |want to )?(?:re-?schedule|move|push|cancel|postpone|shift|bump|re-?book|switch|swap|change)\\b(?!d)`,
  'u',
)
