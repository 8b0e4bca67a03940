import { resolveTime } from '../dates/resolve.ts'
import type { TimeSpan } from '../dates/span.ts'
import type { Moment } from '../types.ts'
import type { Clause } from './clauses.ts'
import { type Contact, contactsIn, meetingOutcome } from './contact.ts'
import {
  GERUND_FIRST,
  IMPERATIVE,
  THEIR_DOING,
  THEIR_STATE,
  TO_DO,
  TOLD_US,
  ZH_IMPERATIVE,
  ZH_STATE,
  ZH_THEIRS,
  ZH_TO_DO,
} from './plan-words.ts'

/** `past`: tells of a contact; `plan`: of what is still to be done; `info`: of anything else; `time`: a time alone. */
export type Role = 'past' | 'plan' | 'info' | 'time' | 'name'

export interface Part extends Clause {
  role: Role
  text: string
  times: TimeSpan[]
  contacts: Contact[]
  /** Whether a meeting was missed, moved or canceled here. */
  changed: boolean
}

const HAN = /\p{Script=Han}/u
const PAST_CUE =
  /\b(?:went|was|were|liked|loved|great|good|fine|ok|okay|well|positive|signed|agreed|happy|showed|discussed|covered|yesterday|productive|walked|demoed|done|happened|impressed|attended|enjoyed|closed|bad|rough|terrible|smooth|smoothly|solid)\b|了|过|不错|顺利|很好|愉快|完/
const EVENT_HEAD =
  /^[^\p{L}\p{N}\ue000-\ue003]*(?:(?:a|an|our|the|my|just|had|quick|good|great|nice|long|short|brief|first|second|intro|initial|discovery|kick-?off|weekly|monthly|follow-?up|productive|team|1st|2nd|3rd|final|virtual|solid|positive|had|onsite|product|sales|lovely|super|very|really|\d+ ?-?min(?:ute)?|\d+|[\ue000\ue001]+(?:'s)?|\ue002+)[ ,:]*)*$/u
const DONE_TAIL =
  /^\s*(?:w\/|with|went|was|at|@|ok|good|great|done|to|for|today|re|about|on|over|$|[,.;:\ue000-\ue003-]|了|过|完|结束|,|很|顺利|不错)/

/** Whether a time is one to come, gone, or neither (today, a bare weekday). */
export function leanOf(time: TimeSpan, at: Moment): 'past' | 'future' | undefined {
  if (time.repeat) return 'future'
  if (time.vague && !time.lean) return undefined
  const ahead = resolveTime(time, at, 'future')
  const gone = resolveTime(time, at, 'past')
  const now = at.now.toZonedDateTimeISO(at.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  if (ahead && ahead === gone) {
    const cut = now.slice(0, ahead.length)
    return ahead > cut ? 'future' : ahead < cut ? 'past' : undefined
  }
  return time.lean
}

/** What each clause of a line is about. */
export function partsOf(marked: string, clauses: readonly Clause[], times: readonly TimeSpan[], at: Moment): Part[] {
  const parts: Part[] = []
  clauses.forEach((clause, i) => {
    const next = clauses[i + 1]
    const within = times.filter(({ start }) => start >= clause.start && start < clause.end)
    parts.push(partOf(marked, clause, within, at, next ? marked.slice(next.start, next.end) : ''))
  })
  return parts
}

function partOf(marked: string, clause: Clause, times: TimeSpan[], at: Moment, next: string): Part {
  const text = marked.slice(clause.start, clause.end)
  const contacts = contactsIn(marked, clause.start, clause.end)
  const change = meetingOutcome(marked, clause.start, clause.end)
  const part = { ...clause, text, times, contacts, changed: !!change }
  return { ...part, role: roleOf(part, at, next) }
}

function roleOf(part: Omit<Part, 'role'>, at: Moment, next: string): Role {
  const { text, times, contacts } = part
  const han = HAN.test(text)
  const bareWords = text
    .replace(/[\ue000-\ue003]+/g, '')
    .replace(/\b(?:on|at|by|the|from|around|about|and|asap|in|of|with|w)\b|的|在|于/g, '')
  if (!/[\p{L}\p{N}]/u.test(bareWords)) return times.length ? 'time' : 'name'
  const told = contacts.find(({ noun }) => !noun)
  const leans = times.map((time) => leanOf(time, at))
  const ahead = leans.includes('future')
  const gone = leans.includes('past')
  const opensPlan =
    IMPERATIVE.test(text) ||
    GERUND_FIRST.test(text) ||
    (han && ZH_IMPERATIVE.test(text) && !/了|过(?!去|来)/.test(text.slice(0, 12)))
  if (TOLD_US.test(text) && !(told && !told.bare && told.start - part.start < text.search(TOLD_US))) return 'plan'
  const todo = firstOf(text, TO_DO, han ? ZH_TO_DO : undefined)
  const heldBack =
    todo >= 0 && THEIR_DOING.test(text.slice(0, todo + 12)) && !/\b(?:i|we|i'll|we'll)\b|我/.test(text.slice(0, todo + 4))
  if (
    part.changed &&
    !(todo >= 0 && todo < changeAt(text)) &&
    !IMPERATIVE.test(text.replace(/^[^a-z]*(?:move|push|cancel|reschedule)\w*d\b.*/, ''))
  )
    return 'past'
  if (
    told &&
    (todo < 0 || told.start - part.start <= todo) &&
    !(opensPlan && !told.bare && !told.inbound && isPlainForm(text, told, part.start))
  )
    return zhAhead(han, text, told, ahead) ? 'plan' : 'past'
  if (todo >= 0 && !heldBack && !gone) return 'plan'
  if (han ? ZH_THEIRS.test(text) : THEIR_DOING.test(text) || THEIR_STATE.test(text)) return 'info'
  if (opensPlan) return gone && !ahead ? (contacts.length ? 'past' : 'info') : 'plan'
  const event = contacts.find(({ noun }) => noun)
  if (event) return eventRole(part, event, leans, next)
  if (han && ZH_STATE.test(text)) return 'info'
  if (ahead || (times.some((time) => time.day && !time.lean) && !gone && !PAST_CUE.test(text))) return 'plan'
  return 'info'
}

const firstOf = (text: string, a: RegExp, b?: RegExp): number => {
  const places = [text.search(a), b ? text.search(b) : -1].filter((place) => place >= 0)
  return places.length ? Math.min(...places) : -1
}
const changeAt = (text: string): number =>
  Math.max(0, text.search(/no[- ]?show|didn|cancel|resched|moved|pushed|postponed|取消|改|推|没|爽约|延/))

/** English verbs tell of the past by their form; Chinese ones need more. */
const isPlainForm = (text: string, told: Contact, start: number): boolean =>
  /\p{Script=Han}/u.test(text) && !/了|过/.test(text.slice(told.start - start, told.end - start + 6))

const zhAhead = (han: boolean, text: string, told: Contact, ahead: boolean): boolean =>
  han && ahead && !told.bare && !/了|过|没|来电|来/.test(text)

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
  if (HAN.test(text))
    return /了|过|完|结束|[和跟与同给]/.test(text) || !head.replace(/[\ue000-\ue003\s,的]/g, '') ? 'past' : 'info'
  return EVENT_HEAD.test(head) && (DONE_TAIL.test(tail) || event.kind !== 'meeting') ? 'past' : 'info'
}
