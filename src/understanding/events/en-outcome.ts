import type { Outcome } from '../types.ts'
import { N } from './marks.ts'

/** A pattern that states an outcome. */
export interface OutcomeRule {
  outcome: Outcome
  pattern: RegExp
}

const r = (source: string): RegExp => new RegExp(source.replace(/(?<!\{)N/g, N))
const PERSON =
  '(?:front ?desk|receptionist|reception|assistants?|secretary|secretaries|gate ?keeper|p\\.?a\\.?|e\\.?a\\.?|admin|office manager|colleagues?|co-?workers?|team ?mate|wife|husband|partner|operator|switchboard|someone|somebody|his team|her team|their team|clerk|intern|deputy|boss|manager|the office|(?:the |a )?guy|lady|(?:a |the )?girl|answering service|roommate|brother|sister|son|daughter|office|staff|sales ?rep|associate|the desk|coordinator|security|guard|concierge|warehouse)'

/** Outcomes of calls, the one that counts most first. */
export const EN_CALL_OUTCOMES: OutcomeRule[] = [
  {
    outcome: 'wrong_number',
    pattern: r(
      `\\bwrong (?:number|no\\b\\.?|num\\b|nr\\b|#|person)|\\b(?:bad|dead|disconnected) (?:number|line)\\b|\\bnumber (?:for N )?(?:is |was |has been |is )?(?:not in service|no longer in service|disconnected|out of service|invalid|dead|wrong|bad)|\\bnot (?:his|her|their|N(?:'s)?) number|\\bnumber (?:doesn'?t|does not) (?:exist|work)`,
    ),
  },
  {
    outcome: 'left_live_message',
    pattern: r(
      `\\b(?:left|leave|dropped) (?:a |an |another |my |N |him |her |them |live |short |quick )*(?:msg|message|word|note|name|number|details|live message)s?(?: for (?:N|him|her|them))? (?:w/|with|at|@) (?!details|my|the details|a request|pricing|info)|\\blive message|\\bleft (?:it|word|the message) with\\b|\\b(?:took|taking|will take|take) (?:a |my |the |down a |down my |down the )?(?:msg|message|name and number|note)|\\b${PERSON}\\b[^.;]{0,40}\\b(?:pass(?:ing|ed)?|relay(?:ing|ed)?)\\b[^.;]{0,20}(?:message|it|msg|on|along|word)|\\b(?:msg|message) (?:left|taken|given|passed)? ?(?:to|with|w/|by) (?:N's |his |her |their |the |a )?${PERSON}|\\bleft (?:a )?(?:msg|message)[^.;,]{0,30}\\b${PERSON}|\\b(?:asked|told) (?:N's |his |her |their |the |a )?${PERSON} to (?:have|tell|pass|let|ask|get|relay)`,
    ),
  },
  {
    outcome: 'left_voicemail',
    pattern: r(
      `(?<!\\b(?:no|full|without leaving a|without|didn't leave a|not leave a|couldn't leave a|can't leave a|doesn't have|has no|got a|got|received a|heard his|heard her|got his|got her|check|checked|their|full) )\\b(?:lvm|vm'?d|vm|vmail|voice ?mails?)\\b(?! (?:is |was |box (?:is |was )?)?(?:full|not set|isn't set))|\\banswering machine|\\bansaphone|\\bleft (?:a |an |another |him |her |them |N )*(?:msg|message)s?\\b|\\bleft (?:a )?recording`,
    ),
  },
  {
    outcome: 'busy',
    pattern: r(
      `\\b(?:line|phone|number|tone) (?:was |is |still |were |'s )*(?:busy|engaged)|\\b(?:busy|engaged) (?:signal|tone|line)|(?:^ ?|[,:;–—-] ?|N |still |got |was |were |line )(?:busy|engaged)(?= ?(?:$|[,.;!–—(-]| again| both| twice| x\\d| all))|\\bon another (?:call|line)\\b`,
    ),
  },
  {
    outcome: 'no_answer',
    pattern: r(
      `\\bno[- ]?ans(?:wer|wr)?\\b|\\bnoans\\b|\\bn/a\\b|(?:^|[ \\ue000-\\ue003:,-])na(?=$|[ ,.;!\\ue000-\\ue003])|\\b(?:didn'?t|did not|doesn'?t|does not|don'?t|won'?t|wouldn'?t|isn'?t|wasn'?t|not|never|nobody|no ?one|no-one) (?:pick(?:ed|ing|s)? up|answer(?:ed|ing|s)?|respond(?:ed)? to (?:my|the) call|there)|\\bunanswered\\b|\\brang (?:out|and rang|off the hook)|\\bno pick ?-?up|\\b(?:couldn'?t|could not|can'?t|cannot|unable to|failed to|wasn'?t able to|was not able to|did ?n[o']t|never managed to) (?:reach|catch|get (?:a ?)?hold|get through|connect|get (?=N|him|her|them|anyone|anybody))|\\bno (?:luck|reply|response|one there|joy|dice)\\b|\\b(?:mailbox|voice ?mail|vm)(?: box)? (?:is |was )?full|\\bjust rings|\\bkept ringing|\\bphone (?:was |is )?(?:off|switched off)|(?:^ ?|[,;–—-] ?)(?:nothing|nada|crickets)(?= ?(?:$|[,.;]))|\\bnot reachable|\\bunreachable|\\bnot available|\\bunavailable\\b`,
    ),
  },
  {
    outcome: 'connected',
    pattern: r(
      `\\b(?:spoke|spoken|talked|chatted|caught up|picked up(?! (?:(?:a|an|his|her|their|our|my|some|two|three|\\d+) |the (?!phone|call|receiver)|(?:samples?|orders?|parts|keys?|cheques?|checks?|boxes|from|at)\\b))|answered|discussed|had a (?:\\w+ ){0,2}(?:chat|call|word|conversation|talk)|got (?:a )?hold of|got through|reached (?=N|him|her|them)|connected\\b|on the phone|hung up on)`,
    ),
  },
]

/** Outcomes that nothing but a call can have. */
export const EN_SURE_CALL: RegExp[] = EN_CALL_OUTCOMES.filter(({ outcome }) =>
  /^(?:wrong_number|left_live_message)$/.test(outcome),
).map(({ pattern }) => pattern)

/** Names of meetings, for what is said of them. */
export const EN_EVENT =
  '(?:mtgs?|meetings?|meet|lunch|coffee|dinner|breakfast|brunch|drinks|demos?|zoom|teams(?: call)?|call|appts?|appointments?|visit|presentation|session|workshop|kick-?off|onsite|training|qbr|review|walk-?through|walk ?-?thru|trial run|chat|sync|catch-?up|slot|it|webinar|tour|video|1:1|tasting|pitch|interview)'
const MOVED =
  '(?:moved|pushed|postponed|bumped|shifted|delayed|put off|slid|slipped|brought forward|brought|kicked|changed|switched|swapped|rolled)'
const ANY = '[^.;!?]{0,60}?'

/** What became of a meeting or visit, the one that counts most first. */
export const EN_MEETING_OUTCOMES: OutcomeRule[] = [
  {
    outcome: 'no_show',
    pattern: r(
      `\\bno[- ]?show(?:ed|s|'d|ing)?\\b|\\b(?:didn'?t|did not|never|failed to|(?:nobody|no ?one|none of them)(?: (?:from|at) N)?|doesn'?t|didn'?t even) (?:show(?:ed)?(?: up)?\\b|turn(?:ed)? up|join(?:ed)?\\b|attend(?:ed)?\\b|c[oa]me(?: to)?\\b|appear(?:ed)?|ma[kd]e (?:it|the|our)\\b|dial(?:ed)? in|log(?:ged)? on)|\\bstood (?:me|us|N) up|\\bghosted (?:us|me|the|our|my)|(?<!\\bi )\\b(?:missed|skipped) (?!N'?s? (?:phone )?call\\b)(?:our|the|my|today's|yesterday's|this|N(?:'s)?) ?(?:[\\w\\ue002'-]+ ){0,3}${EN_EVENT}\\b|\\bforgot (?:about )?(?:our|the|my) (?:\\w+ )?${EN_EVENT}|\\bwaited[^.;]{0,40}(?:nobody|no ?one|never|alone)|\\bblew (?:us|me) off|\\bwas a no[- ]show`,
    ),
  },
  {
    outcome: 'rescheduled',
    pattern: r(
      `\\bre-?sched(?:uled|d)?\\b(?!ule)|\\brescheduling\\b|\\bre-?booked\\b|\\b(?:${MOVED}|moving|pushing|postponing|shifting|move|push|shift|postpone|bump)\\b${ANY}\\b${EN_EVENT}\\b|\\b(?:${MOVED}|moving|pushing|postponing|shifting)\\b(?: ?(?:it|us|me|him|her|them|things|this|that|everything|back|out|up|again|from|to|til|till|until|for|by|N|\\ue002))* ?\\ue002|\\b${EN_EVENT}\\b${ANY}\\b(?:moved|pushed|postponed|bumped|shifted|delayed|put off|slid|slipped|brought forward|kicked|changed to|switched to|moving to|pushing to|rescheduled)\\b`,
    ),
  },
  {
    outcome: 'canceled',
    pattern: r(
      `\\b(?:cancel(?:l?ed|s|l?ing)?|cxl(?:'?e?d)?|called off|scrapped|scratched|axed|nixed|dropped out of|backed out of|bailed (?:on|out of)|pulled out of)\\b${ANY}\\b${EN_EVENT}\\b|\\b${EN_EVENT}\\b${ANY}\\b(?:cancel(?:l?ed|ing|lation)?|cxl(?:'?e?d)?|called off|scrapped|axed|off the table|is off|was off|got cut)\\b|(?:^|[,:;–—-] ?|N |\\ue002 )(?:has |had |just |they |he |she )*(?:cancel(?:l?ed)|cxl'?e?d|bailed)(?= ?(?:$|[,.;!]| on (?:me|us)| last| again| at| the last| due| because| \\ue002| us\\b| me\\b| today))`,
    ),
  },
]
