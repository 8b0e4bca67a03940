import type { TimeSpan } from '../dates/span.ts'
import type { Moment } from '../types.ts'
import type { Contact } from './contact.ts'
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
import type { Role, Unread } from './roles.ts'

export const PAST_CUE =
  /\b(?:went|was|were|liked|loved|great|good|fine|ok|okay|well|positive|signed|agreed|happy|showed|discussed|covered|yesterday|productive|walked|demoed|done|happened|impressed|attended|enjoyed|closed|bad|rough|terrible|smooth|smoothly|solid)\b/
/** Begins with what was done: a weekday or today beside it is no day to come. */
export const PAST_OPENING =
  /^[^a-z\ue000-\ue003]*(?:(?:just|also|then|and|i|we) )*(?:(?!(?:need|feed|speed|embed|proceed|exceed|booked|scheduled|confirmed|agreed|planned|expected|invited|promised)\b)[a-z]{3,}ed|sent|shot|took|gave|got|made|did|came|brought|bought|sold|wrote|ran|held|built|fixed)\b/
const EVENT_HEAD =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:(?:a|an|our|the|my|just|had|quick|good|great|nice|long|short|brief|first|second|intro|initial|discovery|kick-?off|weekly|monthly|follow-?up|productive|team|1st|2nd|3rd|final|virtual|solid|positive|had|onsite|product|sales|lovely|super|very|really|\d+ ?-?min(?:ute)?|\d+|[\ue000\ue001]+(?:'s)?|\ue002+)[ ,:]*)*$/u
const DONE_TAIL = /^\s*(?:w\/|with|went|was|at|@|ok|good|great|done|to|for|today|re|about|on|over|$|[,.;:\ue000-\ue003-])/

/** Whether a clause tells of the customer's doings or state. */
export const isTheirs = (text: string, states = true): boolean =>
  THEIR_DOING.test(text) || THEIR_SUBJECT.test(text) || (states && THEIR_STATE.test(text))

/** `is joy still on for thursday?`: nothing that was or will be. */
const isQuestion = ({ text, asked }: Unread): boolean =>
  asked &&
  /^[^a-z\ue000-\ue003]*(?:is|are|was|were|did|does|do|has|have|had|should|shall|would|could|can|will|what|who|why|how|where|which|when)\b/.test(
    text,
  )

/** `loved the demo last Thursday`: what was liked took place. */
const LIKED =
  /\b(?:loved|liked|enjoyed|hated|disliked|appreciated|(?:was |were )?(?:impressed|pleased|thrilled|happy|delighted) (?:by|with)) (?:the|our|my|that|this|today's|yesterday's|monday's|last \w+'s) /

type Lean = 'past' | 'future' | undefined

/** What an English clause is about: `next` is the text of the one behind it. */
export function roleOf(part: Unread, at: Moment, next: string): Role {
  const { text, times, contacts } = part
  if (isBare(text)) return times.length ? 'time' : 'name'
  if (isQuestion(part)) return 'info'
  const leans = times.map((time) => leanOf(time, at))
  const event = contacts.find(({ noun }) => noun)
  if (event && LIKED.test(text) && times.length && !leans.includes('future')) return 'past'
  return (
    toldOrPlanned(part, leans) ??
    opened(part, leans) ??
    (event &&
      eventRole(
        part,
        event,
        times.map((time, i) => leans[i] ?? nearerOf(time, at)),
        next,
      )) ??
    byTimes(part, leans)
  )
}

/** Nothing but names, times and the small words between them. */
const isBare = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(
    text.replace(/[\ue000-\ue003]+/g, '').replace(/\b(?:on|at|by|the|from|around|about|and|asap|in|of|with|w)\b/g, ''),
  )

/** By words that say that a contact took place, or that something is still to be done. */
function toldOrPlanned({ text, start, times, contacts, changed }: Unread, leans: readonly Lean[]): Role | undefined {
  const told = contacts.find(({ noun }) => !noun)
  if (TOLD_US.test(text) && !(told && !told.bare && told.start - start < text.search(TOLD_US))) return 'plan'
  const todo = text.search(TO_DO)
  if (changed && !(todo >= 0 && todo < changeAt(text)) && !CHANGE_TO_DO.test(text)) return 'past'
  if (told && (todo < 0 || told.start - start <= todo)) return 'past'
  if (leans.includes('past')) return undefined
  if (todo >= 0 && !isHeldBack(text, todo)) return 'plan'
  if (AGREED_EVENT.test(text) && times.some((time) => time.day && !time.vague)) return 'plan'
  return AGREED_OURS.test(text) && times.some((time) => time.day && (time.clock || time.part)) ? 'plan' : undefined
}

/** What is to be done is the customer's to do: `they will call`. */
const isHeldBack = (text: string, todo: number): boolean =>
  isTheirs(text.slice(0, todo + 14), /^[^a-z]*(?:and |but )?will /.test(text)) &&
  !/\b(?:i|we|i'll|we'll)\b/.test(text.slice(0, todo + 4))

/** By what the clause begins with: the customer, or an order. */
function opened({ text, contacts }: Unread, leans: readonly Lean[]): Role | undefined {
  if (isTheirs(text)) return 'info'
  if (!IMPERATIVE.test(text) && !GERUND_FIRST.test(text)) return undefined
  if (!leans.includes('past') || leans.includes('future')) return 'plan'
  return contacts.length ? 'past' : 'info'
}

/** By its times alone. */
function byTimes({ text, times }: Unread, leans: readonly Lean[]): Role {
  if (leans.includes('future')) return 'plan'
  const open = times.some((time: TimeSpan) => time.day && !time.lean) && !leans.includes('past')
  return open && !PAST_CUE.test(text) && !PAST_OPENING.test(text) ? 'plan' : 'info'
}

const changeAt = (text: string): number => Math.max(0, text.search(/no[- ]?show|didn|cancel|resched|moved|pushed|postponed/))

function eventRole({ text, start, times }: Unread, event: Contact, leans: readonly Lean[], next: string): Role {
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
