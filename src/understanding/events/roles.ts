import type { TimeSpan } from '../dates/span.ts'
import type { Moment } from '../types.ts'
import type { Clause } from './clauses.ts'
import { type Contact, contactsIn, meetingOutcome } from './contact.ts'
import { leanOf, nearerOf } from './lean.ts'
import {
  AGREED_EVENT,
  AGREED_OURS,
  CHANGE_TO_DO,
  GERUND_FIRST,
  IMPERATIVE,
  THEIR_DOING,
  THEIR_STATE,
  THEIR_SUBJECT,
  TO_DO,
  TOLD_US,
} from './plan-words.ts'
import { aroundOf, zhRole } from './zh-roles.ts'

/** `past`: tells of a contact; `plan`: of what is still to be done; `info`: of anything else; `time`: a time alone. */
export type Role = 'past' | 'plan' | 'info' | 'time' | 'name'

export interface Part extends Clause {
  role: Role
  text: string
  times: TimeSpan[]
  contacts: Contact[]
  /** Whether a meeting was missed, moved or canceled here. */
  changed: boolean
  /** Whether it ends in a question mark. */
  asked: boolean
}

const HAN = /\p{Script=Han}/u
/** In a Chinese line an English noun with a number is no order to do something. */
const DEAL_NOUN = /^[^a-z]*(?:order|quote|price|budget|deal|contract|po|deposit)\b[^a-z]*\d/
/** In a Chinese line a channel with a time alone says no more than a Chinese word would: 上午10点Zoom. */
const CHANNEL = /^[^a-z]*(?:zoom|teams|webex|skype|facetime|meeting|demo|call|coffee|lunch|dinner|brunch)[^a-z]*$/
const PAST_CUE =
  /\b(?:went|was|were|liked|loved|great|good|fine|ok|okay|well|positive|signed|agreed|happy|showed|discussed|covered|yesterday|productive|walked|demoed|done|happened|impressed|attended|enjoyed|closed|bad|rough|terrible|smooth|smoothly|solid)\b/
/** Begins with what was done: a weekday or today beside it is no day to come. */
const PAST_OPENING =
  /^[^a-z\ue000-\ue003]*(?:(?:just|also|then|and|i|we) )*(?:(?!(?:need|feed|speed|embed|proceed|exceed|booked|scheduled|confirmed|agreed|planned|expected|invited|promised)\b)[a-z]{3,}ed|sent|shot|took|gave|got|made|did|came|brought|bought|sold|wrote|ran|held|built|fixed)\b/
const EVENT_HEAD =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:(?:a|an|our|the|my|just|had|quick|good|great|nice|long|short|brief|first|second|intro|initial|discovery|kick-?off|weekly|monthly|follow-?up|productive|team|1st|2nd|3rd|final|virtual|solid|positive|had|onsite|product|sales|lovely|super|very|really|\d+ ?-?min(?:ute)?|\d+|[\ue000\ue001]+(?:'s)?|\ue002+)[ ,:]*)*$/u
const DONE_TAIL = /^\s*(?:w\/|with|went|was|at|@|ok|good|great|done|to|for|today|re|about|on|over|$|[,.;:\ue000-\ue003-])/

/** What each clause of a line is about. */
export function partsOf(marked: string, clauses: readonly Clause[], times: readonly TimeSpan[], at: Moment): Part[] {
  const unread = clauses.map((clause) => unreadOf(marked, clause, times))
  const parts: Part[] = []
  unread.forEach((part, i) => {
    const next = unread[i + 1]?.text ?? ''
    const chinese = HAN.test(part.text) || (HAN.test(marked) && (DEAL_NOUN.test(part.text) || CHANNEL.test(part.text)))
    parts.push({ ...part, role: chinese ? zhRole(part, at, aroundOf(parts, unread[i + 1], at)) : roleOf(part, at, next) })
  })
  return parts.map((part, i) =>
    isHeadedByRhythm(marked, part, parts[i - 1]) || isFollowedByRhythm(part, parts[i + 1])
      ? { ...part, role: 'plan' as const }
      : part,
  )
}

/** `Acme every quarter: policy review`: a rhythm before a colon says when what follows it is to be done. */
const isHeadedByRhythm = (marked: string, part: Part, before: Part | undefined): boolean =>
  part.role === 'info' &&
  before?.role === 'time' &&
  before.times.some(({ repeat, day, vague, lean }) => repeat || (day && !vague && lean !== 'past')) &&
  !part.contacts.length &&
  !PAST_CUE.test(part.text) &&
  /^\s*:\s*$/.test(marked.slice(before.end, part.start)) &&
  !isTheirs(part.text)

/** `safety audit at Acme, last Thursday of every month`. */
const isFollowedByRhythm = (part: Part, next: Part | undefined): boolean =>
  part.role === 'info' &&
  next?.role === 'time' &&
  next.times.some(({ repeat }) => repeat) &&
  !part.asked &&
  !HAN.test(part.text) &&
  !isTheirs(part.text) &&
  !PAST_CUE.test(part.text) &&
  !PAST_OPENING.test(part.text)

function unreadOf(marked: string, clause: Clause, times: readonly TimeSpan[]): Omit<Part, 'role'> {
  return {
    ...clause,
    text: marked.slice(clause.start, clause.end),
    times: times.filter(({ start }) => start >= clause.start && start < clause.end),
    contacts: contactsIn(marked, clause.start, clause.end),
    changed: !!meetingOutcome(marked, clause.start, clause.end),
    asked: /^\s*\?/.test(marked.slice(clause.end, clause.end + 3)),
  }
}

const isTheirs = (text: string, states = true): boolean =>
  THEIR_DOING.test(text) || THEIR_SUBJECT.test(text) || (states && THEIR_STATE.test(text))

/** `is joy still on for thursday?`: nothing that was or will be. */
const isQuestion = ({ text, asked }: Omit<Part, 'role'>): boolean =>
  asked &&
  /^[^a-z\ue000-\ue003]*(?:is|are|was|were|did|does|do|has|have|had|should|shall|would|could|can|will|what|who|why|how|where|which|when)\b/.test(
    text,
  )

function roleOf(part: Omit<Part, 'role'>, at: Moment, next: string): Role {
  const { text, times, contacts } = part
  const bareWords = text
    .replace(/[\ue000-\ue003]+/g, '')
    .replace(/\b(?:on|at|by|the|from|around|about|and|asap|in|of|with|w)\b/g, '')
  if (!/[\p{L}\p{N}]/u.test(bareWords)) return times.length ? 'time' : 'name'
  const told = contacts.find(({ noun }) => !noun)
  const leans = times.map((time) => leanOf(time, at))
  const ahead = leans.includes('future')
  const gone = leans.includes('past')
  const opensPlan = IMPERATIVE.test(text) || GERUND_FIRST.test(text)
  if (isQuestion(part)) return 'info'
  if (TOLD_US.test(text) && !(told && !told.bare && told.start - part.start < text.search(TOLD_US))) return 'plan'
  const todo = text.search(TO_DO)
  const heldBack =
    todo >= 0 &&
    isTheirs(text.slice(0, todo + 14), /^[^a-z]*(?:and |but )?will /.test(text)) &&
    !/\b(?:i|we|i'll|we'll)\b/.test(text.slice(0, todo + 4))
  if (part.changed && !(todo >= 0 && todo < changeAt(text)) && !CHANGE_TO_DO.test(text)) return 'past'
  if (told && (todo < 0 || told.start - part.start <= todo)) return 'past'
  if (todo >= 0 && !heldBack && !gone) return 'plan'
  if (AGREED_EVENT.test(text) && !gone && times.some((time) => time.day && !time.vague)) return 'plan'
  if (AGREED_OURS.test(text) && !gone && times.some((time) => time.day && (time.clock || time.part))) return 'plan'
  if (isTheirs(text)) return 'info'
  if (opensPlan) return gone && !ahead ? (contacts.length ? 'past' : 'info') : 'plan'
  const event = contacts.find(({ noun }) => noun)
  if (event) {
    const nearer = times.map((time, i) => leans[i] ?? nearerOf(time, at))
    return eventRole(part, event, nearer, next)
  }
  if (ahead || (times.some((time) => time.day && !time.lean) && !gone && !PAST_CUE.test(text) && !PAST_OPENING.test(text)))
    return 'plan'
  return 'info'
}

const changeAt = (text: string): number => Math.max(0, text.search(/no[- ]?show|didn|cancel|resched|moved|pushed|postponed/))

function eventRole(
  { text, start, times }: Omit<Part, 'role'>,
  event: Contact,
  leans: readonly ('past' | 'future' | undefined)[],
  next: string,
): Role {
  if (leans.includes('future')) return 'plan'
  const neutral =
    times.some((time, i) => !leans[i] && time.day && !time.vague && time.weekdayOnly !== undefined) ||
    times.some((time, i) => !leans[i] && !time.vague && (time.clock || time.part))
  if (neutral && !leans.includes('past'))
    return PAST_CUE.test(text) || (PAST_CUE.test(next) && !IMPERATIVE.test(next)) ? 'past' : 'plan'
  if (leans.includes('past')) return 'past'
  const head = text.slice(0, event.start - start)
  const tail = text.slice(event.end - start)
  return EVENT_HEAD.test(head) && (DONE_TAIL.test(tail) || event.kind !== 'meeting') ? 'past' : 'info'
}
