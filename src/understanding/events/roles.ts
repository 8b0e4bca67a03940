import type { TimeSpan } from '../dates/span.ts'
import type { Moment } from '../types.ts'
import type { Clause } from './clauses.ts'
import { type Contact, contactsIn, meetingOutcome } from './contact.ts'
import { isTheirs, PAST_CUE, PAST_OPENING, roleOf } from './en-roles.ts'
import { saysWhere } from './links.ts'
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
/** A clause before its role is known. */
export type Unread = Omit<Part, 'role'>

/** What each clause of a line is about. */
export function partsOf(marked: string, clauses: readonly Clause[], times: readonly TimeSpan[], at: Moment): Part[] {
  const unread = clauses.map((clause) => unreadOf(marked, clause, times))
  const parts: Part[] = []
  unread.forEach((part, i) => {
    const next = unread[i + 1]?.text ?? ''
    const chinese = HAN.test(part.text) || (HAN.test(marked) && (DEAL_NOUN.test(part.text) || CHANNEL.test(part.text)))
    const role = chinese ? zhRole(part, at, aroundOf(parts, unread[i + 1], at)) : roleOf(part, at, next)
    // Where something can be read is nothing to do, unless a time says when.
    parts.push({ ...part, role: role === 'plan' && !part.times.length && saysWhere(part.text, next) ? 'info' : role })
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

function unreadOf(marked: string, clause: Clause, times: readonly TimeSpan[]): Unread {
  return {
    ...clause,
    text: marked.slice(clause.start, clause.end),
    times: times.filter(({ start }) => start >= clause.start && start < clause.end),
    contacts: contactsIn(marked, clause.start, clause.end),
    changed: !!meetingOutcome(marked, clause.start, clause.end),
    asked: /^\s*\?/.test(marked.slice(clause.end, clause.end + 3)),
  }
}
