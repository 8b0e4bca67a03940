import type { Temporal } from 'temporal-polyfill'

/** A person at a customer, as the CRM knows them. */
export interface KnownContact {
  readonly id: string
  readonly name: string
  /** A further name of theirs, by which the text at hand calls them. */
  readonly called?: string
}

/** A customer company with its people; `id` may equal the name where there is no database. */
export interface KnownCompany {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly contacts: readonly KnownContact[]
}

/** Where and when the rep is: the instant of the line and the IANA zone that its wall clock follows. */
export interface Moment {
  readonly now: Temporal.Instant
  readonly zone: string
}

export const KINDS = ['call', 'meeting', 'email', 'message', 'visit', 'note'] as const
export type Kind = (typeof KINDS)[number]

export const CALL_OUTCOMES = ['connected', 'left_voicemail', 'left_live_message', 'no_answer', 'busy', 'wrong_number'] as const
export const MEETING_OUTCOMES = ['completed', 'no_show', 'rescheduled', 'canceled'] as const
export type Outcome = (typeof CALL_OUTCOMES)[number] | (typeof MEETING_OUTCOMES)[number]

/** Money named in a line; without `currency` where the line names none. */
export interface Amount {
  value: number
  currency?: string
}

/** A thing still to be done; `at` is a local date (`YYYY-MM-DD`) or date-time (`YYYY-MM-DDTHH:mm`). */
export interface FollowUp {
  at?: string
  what: string
}

/** What a line states; every fact but `kind` is absent unless the line states it. */
export interface Facts {
  company?: string
  contact?: string
  kind: Kind
  direction?: 'inbound'
  outcome?: Outcome
  occurredAt?: string
  followUp?: FollowUp
  recurrence?: string
  amount?: Amount
  ambiguous?: string[]
}

export interface Named {
  readonly id: string
  readonly name: string
}

/** A customer that could be meant; `label` tells it from the others (`Wei Zhang (Acme Corp)`). */
export interface Candidate {
  readonly company?: Named
  readonly contact?: Named
  readonly label: string
}

export interface Near {
  readonly kind: 'company' | 'contact'
  readonly id: string
  readonly name: string
  readonly label: string
}

/** Which customer a text means. A known company with a contact nobody knows keeps `contact` without an id. */
export type CustomerMatch =
  | { status: 'known'; company?: Named; contact?: { id?: string; name: string } }
  | { status: 'unknown'; company?: string; contact?: string; nearest: Near[] }
  | { status: 'ambiguous'; candidates: Candidate[] }
  | { status: 'none' }

/** Which words of the line gave a fact: `line.slice(start, end) === words`. */
export interface Evidence {
  fact: string
  start: number
  end: number
  words: string
}

/** Another person named in the line; with ids when the CRM knows them. */
export interface OtherPerson {
  id?: string
  name: string
  companyId?: string
}

export interface Understanding {
  facts: Facts
  customer: CustomerMatch
  others: OtherPerson[]
  phones: string[]
  emails: string[]
  domains: string[]
  /** Web addresses of the text that can be opened. */
  links: string[]
  evidence: Evidence[]
  /** How the follow-up repeats, with its end; the facts hold the rhythm alone. */
  series?: string
  /** The line itself, trimmed: the rep's own words are never lost. */
  note: string
}

/** A time said in words: `text.slice(start, end)` said it. `past` when the words can only mean something gone. */
export interface When {
  at?: string
  recurrence?: string
  start: number
  end: number
  past?: boolean
}

export interface TaskWords {
  customer: CustomerMatch
  when?: When
  /** Empty when nothing but a time was typed. */
  what: string
  forMember?: string
  /** The words that said the time. */
  time?: string
  /** What is written as a date or a time and is none, as typed: `2/30`. */
  impossible?: string
}
