import type { Kind } from '../types.ts'
import { N } from './marks.ts'

/** A pattern that tells of a contact that took place. `inbound`: the customer started it. */
export interface ContactRule {
  kind: Kind
  pattern: RegExp
  inbound?: boolean
  /** Tells by itself that somebody was spoken to, or that the meeting took place. */
  done?: boolean
  /** Names an event rather than telling of it: with a time to come it is a plan. */
  noun?: boolean
}

const r = (source: string): RegExp => new RegExp(source.replace(/(?<!\{)N/g, N))
const A =
  '(?:(?:a|an|another|my|our|the|one|some|quick|short|long|brief|nice|good|great|productive|solid|positive|first|second|intro|initial|follow[- ]?up|weekly|monthly|quarterly|new|1|5|10|15|20|30|45|60|min|minute|hour|first-ever|late|early|cold|final|discovery|kick ?off|virtual|internal|tough|very|really|super|another)[ -]{1,2})*'
const CHANNEL =
  '(?:text|sms|whats ?app|wechat|weixin|linkedin|linked ?in|telegram|signal|imessage|slack|dm|im|messenger|line|viber|inmail|facebook|fb|instagram|insta|teams chat|message|msg|wa)'
const ADV =
  '(?:just |also |finally |then |later |already |quickly |briefly |today |actually |even |now |personally |kindly |twice |again |still |recently |literally |has |had )*'
const WHO = `(?:N(?:'s)?(?: \\(?(?:from|at|@|of|over at|w/|with) N\\)?)?(?: \\(N\\))?|he|she|they)`
const PASTWORK = '(?:called|rang|phoned|dialed|dialled|telephoned|buzzed|rung)\\b'
const BEFORE_OUT = `(?:^|[^\\w'])`
/** What has not come is no contact: `no reply from`, `waiting for an email from`. */
const NOT_COME =
  '(?<!\\b(?:no|without|need|needs|want|await|awaiting|expecting|pending|(?:wait|waiting|holding|hoping) (?:for|on)) (?:a |an |any |the |her |his |their )?)'

/** Contacts told of in English, those that say most first; the first in a line gives its kind. */
export const EN_CONTACTS: ContactRule[] = [
  // The customer wrote, called or came.
  {
    kind: 'message',
    inbound: true,
    pattern: /\b(?:texted|messaged|pinged|whatsapp'?e?d|dm'?e?d|wechat'?e?d) (?:us|me)\b/,
  },
  { kind: 'email', inbound: true, pattern: /\be-?mailed (?:us|me)\b/ },
  {
    kind: 'call',
    inbound: true,
    pattern: /\b(?:called|rang|phoned|telephoned|buzzed) (?:us|me)(?: (?:back|up|again))?\b(?! in\b| off\b)/,
  },
  {
    kind: 'call',
    inbound: true,
    pattern: r(
      `\\b(?:got|received|had|took|missed|fielded|answered|returned) ${A}(?:missed )?(?:phone )?(?:calls?|ring|voice ?mails?|vms?|callback|call back) (?:back )?from\\b`,
    ),
  },
  { kind: 'meeting', pattern: r(`\\b(?:got|received) ${A}(?:meeting )?invit(?:e|ation) from\\b`), inbound: true, noun: true },
  {
    kind: 'email',
    inbound: true,
    pattern: r(
      `\\b(?:got|received|read|saw) (?:N(?:'s)?|his|her|their) (?:e-?mail|reply|response)\\b|\\b(?:got|received|had|have|read|saw) ${A}(?:e-?mails?|mails?|reply|response|answer|note)(?: back)? (?:back )?from\\b|\\bheard (?:back )?from N (?:by|via|over) e-?mail|\\bheard (?:back )?by e-?mail from`,
    ),
  },
  {
    kind: 'message',
    inbound: true,
    pattern: r(
      `\\b(?:got|received|read|saw) (?:N(?:'s)?|his|her|their) (?:${CHANNEL})\\b|\\b(?:got|received|had|have|read|saw) ${A}(?:${CHANNEL} ?)?(?:texts?|sms|messages?|msgs?|dms?|whatsapps?|wechats?|inmails?|pings?|voice notes?|${CHANNEL})(?: back)? (?:back )?from\\b|\\bheard (?:back )?from N (?:by|via|on|over) ${CHANNEL}\\b`,
    ),
  },
  {
    kind: 'call',
    inbound: true,
    pattern: r(
      `\\b(?:inbound|incoming|missed) (?:phone )?call\\b|\\bmissed (?:N(?:'s)?|his|her|their) (?:phone )?call\\b|${BEFORE_OUT}(?:call|voice ?mail|vm|callback) from (?=N|their|his|her|the)|\\bcall came in\\b`,
    ),
  },
  {
    kind: 'email',
    inbound: true,
    pattern: r(
      `\\b(?:inbound|incoming|new) e-?mail\\b|${BEFORE_OUT}${NOT_COME}(?:e-?mail|mail|reply|response) (?:in )?from (?=N|their|his|her)`,
    ),
  },
  {
    kind: 'message',
    inbound: true,
    pattern: r(
      `\\b(?:inbound|incoming) (?:text|message|sms)|${BEFORE_OUT}${NOT_COME}(?:${CHANNEL} ?)?(?:text|message|msg|dm|sms|ping|${CHANNEL}) (?:in )?from (?=N|their|his|her)`,
    ),
  },
  {
    kind: 'message',
    inbound: true,
    pattern: r(
      `${WHO},? ${ADV}(?:texted|messaged|whatsapp'?d|whatsapped|pinged|dm'?e?d|wechatted|wechat'?e?d|slacked|(?:wrote|replied|responded|answered|reached out|got back|contacted|hit me up|got in touch|sent|wrote back)[^,.;]{0,40}? (?:on|via|by|over|through|in|an?) (?:a |an )?${CHANNEL}|(?:sent|dropped|shot|fired)(?: (?:me|us|over))? (?:a |an |another |me a )?(?:quick |short )?${CHANNEL}\\b)`,
    ),
  },
  {
    kind: 'email',
    inbound: true,
    pattern: r(
      `${WHO},? ${ADV}(?:e-?mailed|mailed|(?:wrote|replied|responded|answered|reached out|got back|contacted|got in touch|sent)[^,.;]{0,40}? (?:via|by|over|an?) (?:a |an )?e-?mail|(?:sent|dropped|shot|fired)(?: (?:me|us|over|off))? (?:a |an |another )?(?:quick |short )?e-?mail|wrote(?: back)?(?! off| down)|replied|responded|forwarded)\\b`,
    ),
  },
  {
    kind: 'call',
    inbound: true,
    pattern: r(
      `${WHO},? ${ADV}(?:(?:called|rang|phoned|telephoned|buzzed)(?: (?:us|me|in|back|again|up|our office|the office|my cell|my mobile))*|(?:gave (?:us|me) a (?:call|ring|buzz))|returned (?:my|our|the) call|left (?:us|me) (?:a )?(?:vm|voice ?mail|message)|tried (?:to (?:call|reach) )?(?:me|us)\\b|reached out by phone|got back to (?:me|us) by phone)(?! off\\b| it\\b| (?:in )?sick| for (?:a|the) )`,
    ),
  },
  // We wrote.
  {
    kind: 'message',
    pattern: r(
      `\\b(?:texted|messaged|whatsapp'?d|whatsapped|whatsapp-ed|dm'?e?d|pinged|wechatted|wechat'?e?d|inmailed|slacked|linkedin'?d)\\b|\\b(?:sent|shot|dropped|fired off|wrote|replied (?:with|by|via)|exchanged|swapped) [^,.;]{0,40}?\\b(?:${CHANNEL} ?(?:message|msg|note|dm|request|invite)?s?|texts?|sms|dms?|messages?|msgs?|inmail)\\b(?! (?:with|w/|at|@) (?:N'?s? ?)?(?:the |his |her |their |a )?(?:front|recep|assist|secret|pa\\b|gate|coll|wife|husb|admin|team|operator|office|someone|desk|co-?worker|ea\\b))|\\b(?:connected|chatted|spoke|talked|wrote|messaged|caught up|exchanged|pinged|reached out|followed up|replied|checked in|touched base|contacted|reached)[^,.;]{0,40}? (?:on|via|over|by|through|in) (?:a )?${CHANNEL}\\b|\\b(?:${CHANNEL} ?(?:message|msg|note|dm|request|invite|invitation)?|texts?|messages?|msgs?) (?:was |just |already )?(?:sent|went out|out)\\b(?! (?:by|from) )(?: to)?`,
    ),
  },
  {
    kind: 'email',
    pattern: r(
      `\\b(?:e-?mailed|mailed|re-?emailed|cc'?d|bcc'?d)\\b|\\b(?:sent|shot|dropped|fired off|wrote|replied (?:with|by|via)|exchanged|swapped|forwarded|answered|followed up (?:with|by|via)|reached out (?:by|via|over)|responded)\\b[^,.;]{0,50}?\\be-?mails?\\b|\\b(?:chatted|spoke|talked|wrote|reached out|followed up|replied|checked in|touched base|contacted)[^,.;]{0,40}? (?:via|over|by) e-?mail\\b|\\bwrote (?:back )?to (?=N|him|her|them)|\\bwrote (?=N )|\\breplied to (?=N|him|her|them)|\\be-?mail (?:sent|went out|out) (?:to )?`,
    ),
  },
  // We met.
  {
    kind: 'meeting',
    done: true,
    pattern:
      /\b(?:visited|came to see|stopped by to see) (?:us|me)\b|\b(?:came|stopped|dropped|swung|popped) (?:by|in|into|over|to|round)(?: to)? (?:our|my) \w+/,
  },
  {
    kind: 'meeting',
    done: true,
    pattern: r(
      `\\b(?:hosted|welcomed|had|showed) (?=N|him|her|them)[^,.;]{1,60}? (?:at|in|to|into|around|round) (?:our|my) \\w+`,
    ),
  },
  {
    kind: 'visit',
    done: true,
    pattern: r(
      `\\b(?:visited|(?:dropped|popped|stopped) in(?= ?(?:$|[,.;]|\\ue002))|(?:stopped|dropped|swung|popped|came|went|drove|called) (?:by|in (?:at|on|to)|into|round|over to|over|around|out to|past)|drove (?:up |down |over |out )?to (?=N|their|the)|(?<!\\w )went to (?=N|their)|(?<=(?:^|[^a-z])(?:i|we|just|then|also|and|again) )went to (?=N|their)|went to see (?=N|them|him|her)|toured|(?:was|were|been) (?:on[- ]?site|at (?=N|their))|on[- ]?site (?:w/|with|at)|walked (?:(?:N(?:'s)?|their|the) (?:\\w+ )?(?:floor|site|warehouse|plant|factory|store|shop|offices?|facility|dock|yard|premises)|\\ue000+(?! ?(?:through|thru)))|(?:dropped [^,.;]{1,30} off|dropped off [^,.;]{1,40}|delivered [^,.;]{1,40} in person) (?:at|with|to|for) (?=N|their|him|her|them)|flew (?:out )?to (?:see )?(?=N)|paid (?=N|them|him|her)[^,.;]{0,30}?visit|(?:good |great |quick |nice )visit (?:to|at|with|w/))`,
    ),
  },
  {
    kind: 'visit',
    noun: true,
    done: true,
    pattern: r(
      `\\b(?:on-?site|site|field|plant|factory|store|warehouse|office)?[ -]?visit (?:to|at|with|w/|went|was|cancel|resched|moved|postponed)|N(?:'s)? (?:site )?visit (?:went|was|cancel|resched|moved|postponed|done)|\\b(?:cancel\\w+|resched\\w+|moved|postponed|pushed) (?:the |our |my |tomorrow's |N(?:'s)? )?(?:site |on-?site )?visit`,
    ),
  },
  {
    kind: 'meeting',
    done: true,
    pattern: r(
      `\\b(?:met(?: up)?|(?:ran|bumped) into (?=N|him|her|them)|(?:showed|presented|walked|reviewed|discussed|went (?:through|over)|explained|trained|onboarded)\\b[^,.;]{0,60} (?:over|via|on|by) (?:a )?(?:zoom|teams|video|webex|google meet|skype|facetime)|sat down with|demo'?e?d|gave (?:N |him |her |them |${A})*(?:demo|presentation|walkthrough|tour)|ran ${A}(?:N )?(?:demo|workshop|training|meeting)|did ${A}(?:N )?(?:demo|workshop|training|walkthrough|zoom|presentation)|presented (?:to|at|the|our)|zoomed|facetimed|skyped|(?:had|held|hosted|attended|joined|finished|wrapped(?: up)?|completed|took part in|sat in on) (?:N(?:'s)? )?${A}(?:N(?:'s)? )?(?:${A}(?:lunch|coffee|coffees|dinner|breakfast|brunch|drinks?|beers?|tea|meeting|mtg|meet|demo|zoom|teams|webex|google meet|video|workshop|kickoff|kick-off|qbr|onsite|presentation|training|tasting|face[- ]to[- ]face|f2f|in-person|walkthrough|sit-?down|site tour))|(?:grabbed|got|did|shared|enjoyed|bought) (?:N |him |her |them )?${A}(?:lunch|coffee|coffees|dinner|breakfast|brunch|drinks?|beers?|tea)\\b|took (?=N|him|her|them)[^,.;]{1,40}? (?:to|out (?:to|for)|for) (?:lunch|coffee|dinner|breakfast|drinks|golf)|(?:caught up|talked|spoke|chatted)[^,.;]{0,40}? (?:over|at|during|on|via|by) (?:a )?(?:coffee|lunch|dinner|breakfast|drinks|zoom|teams|video|webex|google meet|skype|facetime|the (?:conference|trade ?show|event|expo|booth)))`,
    ),
  },
  // We called.
  {
    kind: 'call',
    done: true,
    pattern: r(
      `\\b(?:(?:showed|walked|reviewed|discussed|went (?:through|over)|explained|told)\\b[^,.;]{0,60} (?:over|on|by) (?:the )?phone|spoke|spoken|talked|chatted|conversed|caught up|(?:had|got|did|finished) ${A}(?:call|chat|phone call|word|conversation|conversations|catch-?up|talk|convo|check-?in|touch ?base|sync)\\b|(?:got|get) (?:a ?)?hold of|got through to|got (?=N)[^,.;]{1,40}? on the (?:phone|line)|reached (?=N|him|her|them)|connected (?:with|w/)|on the (?:phone|line) (?:with|w/)|(?:just )?(?:hung up|got off the phone|off the phone) with|followed up with (?=N)[^,.;]{1,30} by phone)(?! (?:up|out) )`,
    ),
  },
  {
    kind: 'call',
    pattern: r(
      `\\b(?:${PASTWORK}|cold[- ]?called|tried (?:to (?:call|ring|reach|phone|get(?: hold of)?|contact) |calling |ringing |reaching |phoning )?(?=N|him|her|them|again|twice)|attempted (?:to (?:call|reach) |calling |call to )?|(?:made|placed|gave (?=N|him|her|them)[^,.;]{1,40}?) ${A}(?:call|ring|buzz)|gave (?=N|him|her|them)[^,.;]{1,40}? a (?:call|ring|buzz|shout)|returned (?:N(?:'s)?|his|her|their) call|(?:couldn'?t|could not|can'?t|cannot|unable to|(?:wasn'?t|was not|not) able to|failed to|never managed to) (?:reach|get (?:a ?)?hold of|get through|catch))(?! off\\b| (?:in )?sick)`,
    ),
  },
  // Events by their names.
  {
    kind: 'meeting',
    noun: true,
    done: true,
    pattern: r(
      `\\b(?:vc|zoom|teams|video|webex|google meet|skype|facetime)(?: (?:call|meeting|chat|session|demo|mtg|conference))?\\b|\\b(?:mtgs?|meetings?|lunch|coffee|dinner|breakfast|brunch|drinks|demo|demos|presentation|workshop|kick-?off|onsite|qbr|face[- ]to[- ]face|f2f|sit-?down|walk-? ?(?:through|thru)|training(?: session)?|appts?|appointment|product tour|tastings?|1:1|one on one)\\b`,
    ),
  },
  {
    kind: 'call',
    noun: true,
    done: true,
    pattern: r(
      `\\b(?:${A})(?:phone )?(?:call|chat|convo|conversation|conf call|conference call|catch[- ]?up|phone call|check[- ]?in|sync)s? (?:w/|with|went|was|ran|to N|done|$)|\\b(?:N(?:'s)?|our|the|my|his|her|their) (?:\\w+ )?(?:phone )?call (?:went|was|got|moved|cancel|resched|ran|pushed|postponed)|\\b(?:good|great|quick|long|short|brief|nice|productive|intro|discovery|follow-?up|first|second|tough|bad|cold) (?:phone )?(?:call|chat|conversation)\\b`,
    ),
  },
  { kind: 'email', noun: true, pattern: r(`\\be-?mail (?:to|w/|with) N|\\bN(?:'s)? e-?mail\\b`) },
  {
    kind: 'message',
    noun: true,
    pattern: r(
      `\\b(?:${CHANNEL} )(?:message|msg|chat|conversation|exchange) (?:to|w/|with) N|(?<!\\b(?:left|leave|leaving|took|dropped) (?:a |my |another )?)\\b(?:text|message|msg|whatsapp|dm|wechat|sms|inmail|linkedin) (?:to|w/|with) N|\\b${CHANNEL} (?:message|msg|note|invite|request) (?:sent )?(?:to|with) N|\\b(?:whatsapp|wechat|linkedin|sms|text) (?:w/|with|chat|convo)`,
    ),
  },
]

/** Words that end in a name and are told alone: any of these makes a call of a line that names no other contact. */
export const EN_BARE_CALL = r(
  `\\b(?:l?vm|vmail|voice ?mails?|answering machine|no[- ]ans(?:wer)?|n/a|(?<=(?:^|[\ue000-\ue003]|[\ue000-\ue003]['’]?s?)[ ,:–—-]{0,4})na(?=$|[ ,.;!/])|(?<=(?:^|[\ue000-\ue003])[ ,:–—-]{0,4})(?:still |again )?(?:busy|engaged)(?= ?(?:$|[,.;!]| again))|noans|unanswered|(?:line|number|phone|mobile|cell) (?:was |is )?(?:still )?(?:busy|engaged)|busy (?:signal|tone|line)|engaged tone|wrong (?:number|no\\b\\.?|num|nr)|rang out|no pick ?up|(?:didn'?t|did not|doesn'?t|won'?t|never|not) (?:pick(?:ed|ing)? up|answer(?:ed|ing)?)|picked up(?! (?:(?:a|an|his|her|their|our|my|some|two|three|\\d+) |the (?!phone|call|receiver)|(?:samples?|orders?|parts|keys?|cheques?|checks?|boxes|from|at)\\b))|hung up|(?<=(?:^|[]|[,.:–—-])[ ,:.–—-]{0,3})connected(?=$|[,.;])|(?:bad|dead|disconnected) (?:number|line)|(?:number|phone) (?:for N )?(?:is |was |has been )?(?:off\\b|switched off|wrong|not in service|disconnected|out of service|invalid|dead)|left (?:a |an |another |him |her |them |N )*(?:msg|message|word|vm|voice ?mail|live message)|(?:took|take|taking|pass(?:ed)?(?: on| along)?|relay(?:ed)?) (?:a |my |the )?(?:msg|message)|mailbox (?:is |was )?full|straight to vm|nobody (?:picked up|answered)|no one (?:picked up|answered))\\b`,
)
