import { completed } from './dates/completed.ts'
import { localNow } from './dates/local.ts'
import { resolveTime } from './dates/resolve.ts'
import type { TimeSpan } from './dates/span.ts'
import { type Contact, callOutcome, meetingOutcome } from './events/contact.ts'
import { TOLD_US } from './events/plan-words.ts'
import type { Part } from './events/roles.ts'
import type { Kind, Moment, Outcome } from './types.ts'

export interface Told {
  kind: Kind
  inbound: boolean
  outcome?: Outcome
  occurredAt?: string
  part?: Part
  contact?: Contact
  /** The place of the words that state the outcome. */
  stated?: { start: number; end: number }
  time?: TimeSpan
}

const FILLER =
  /(?:分机|内线|尾号)号?\s?\d+|[\ue000-\ue003]+|\b(?:twice|again|once|my|our|today|earlier|already|still|at|her|him|them|on|his|their|cell|mobile|office|phone|back|just|quickly|the|a|an|and|to|from|of|mr|mrs|ms|re|this|about|in|for|x\d|i|we|first|then|also|us|me|up|number|line|direct|desk|main|\d+|times|three|was|is|amp|so|has|had|got|who|quick|client|customer|new|lead|prospect|with|w|both|call|later|only|now)\b|了|过|一?[个次通下]|来|回(?=[了过]?[\ue000\ue001]|电话)|就|电话|今天|刚才|刚刚|的|在|给|跟|和|又|也|我|我们|他|她|刚|办公室|手机|座机|客户/g

/** A plan that only a talk can have brought about. */
const AGREED =
  /(?:他|她|对方|客户|[\ue000\ue001])们?(?:说|让|叫|要|想|约|同意|希望|答应|建议)|^[^\p{L}]*(?:让我|叫我|要我|说好|约(?!\s?[\ue000\ue001])|谈好|商定|说|答应|确认|同意|敲定)/u

const said = (text: string): boolean => /[\p{L}\p{N}👍]/u.test(text.replace(FILLER, ' ').replace(/'s/g, ''))

/** The contact that a line tells of, with its outcome and time; a `note` when it tells of none. */
export function toldIn(marked: string, parts: readonly Part[], at: Moment): Told {
  const part = parts.find(({ role }) => role === 'past')
  if (!part) return { kind: 'note', inbound: false }
  const change = part.changed ? meetingOutcome(marked, part.start, part.end) : undefined
  const contact = pick(part.contacts, !!change)
  if (change) {
    const kind = /\bvisit\b/.test(part.text)
      ? 'visit'
      : contact?.kind === 'visit' || contact?.kind === 'email'
        ? contact.kind
        : 'meeting'
    return withTime({ kind, inbound: false, outcome: change.outcome, part, contact, stated: change }, parts, at)
  }
  const later = contact ? undefined : parts.slice(parts.indexOf(part)).find(({ role, changed }) => role === 'past' && changed)
  const due = later && meetingOutcome(marked, later.start, later.end)
  if (due) return withTime({ kind: 'meeting', inbound: false, outcome: due.outcome, part, stated: due }, parts, at)
  if (!contact) return { kind: 'note', inbound: false, part }
  const told: Told = { kind: contact.kind, inbound: contact.inbound, part, contact }
  return withTime({ ...told, ...outcomeOf(marked, parts, part, contact) }, parts, at)
}

function pick(contacts: readonly Contact[], changed: boolean): Contact | undefined {
  if (changed) return contacts.find(({ kind }) => kind === 'visit' || kind === 'meeting') ?? contacts[0]
  const [first, second] = contacts
  return first?.noun && second && !second.noun && second.kind !== 'call' && second.start < first.end + 2 ? second : first
}

function outcomeOf(
  marked: string,
  parts: readonly Part[],
  part: Part,
  contact: Contact,
): Pick<Told, 'outcome' | 'stated' | 'inbound'> {
  const at = parts.indexOf(part)
  const before = at > 0 && parts[at - 1]!.role !== 'plan' ? parts[at - 1]!.start : part.start
  const later = parts.slice(at).filter((one) => one.role !== 'plan')
  const other = later
    .filter((one) => one === part || one.role === 'past')
    .flatMap(({ contacts }) => contacts)
    .find(
      (one) => one !== contact && one.start > contact.end && one.kind !== contact.kind && !(one.noun && contact.kind !== 'call'),
    )
  const limit = other?.start ?? marked.length
  const inbound = contact.inbound
  if (contact.kind === 'call') {
    const stated = parts
      .slice(at)
      .filter((one) => one.role !== 'plan' && one.start < limit)
      .map((one) => callOutcome(marked, one === part ? Math.min(before, one.start) : one.start, Math.min(one.end, limit)))
    const best = strongest(stated)
    const missed = /\bmissed\b|漏接|未接来电|[没未]接[到上着]|错过/.test(marked.slice(part.start, parts[at + 1]?.end))
    if (best)
      return {
        outcome: best.outcome,
        stated: best,
        inbound: inbound && !/no_answer|busy|wrong_number|left_live/.test(best.outcome),
      }
    if (missed) return { inbound }
    const around = marked.slice(part.start, contact.start) + marked.slice(contact.end, part.end)
    const content =
      said(around) ||
      later.slice(1).some((one) => one.role === 'info' && said(one.text)) ||
      parts.slice(0, at).some((one) => one.role === 'info' && said(one.text)) ||
      parts.slice(at + 1).some(({ role, text }) => role === 'plan' && (AGREED.test(text) || TOLD_US.test(text)))
    return { outcome: contact.done || content ? 'connected' : undefined, inbound }
  }
  if (contact.kind === 'meeting' || contact.kind === 'visit') {
    const changed = later
      .slice(1)
      .find((one) => one.changed && one.role === 'past' && !one.contacts.some(({ kind, noun }) => kind !== contact.kind && !noun))
    const stated = changed && meetingOutcome(marked, changed.start, changed.end)
    if (stated) return { outcome: stated.outcome, stated, inbound: false }
    return { outcome: contact.done ? 'completed' : undefined, inbound: inbound && !contact.noun }
  }
  return { inbound }
}

const ORDER = ['wrong_number', 'left_live_message', 'left_voicemail', 'busy', 'no_answer', 'connected']

function strongest(stated: readonly ReturnType<typeof callOutcome>[]): NonNullable<ReturnType<typeof callOutcome>> | undefined {
  const all = stated.filter((one) => one !== undefined)
  const first = all[0]
  if (first?.outcome === 'connected' && !all.some(({ outcome }) => outcome === 'left_live_message')) return first
  return [...all].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))[0]
}

/** Adds when it took place: only a time other than now, none for a meeting that was moved or canceled. */
function withTime(told: Told, parts: readonly Part[], at: Moment): Told {
  if (told.outcome === 'canceled' || told.outcome === 'rescheduled' || !told.part) return told
  const index = parts.indexOf(told.part)
  const near = [told.part, ...timeOnly(parts, index)]
  for (const part of near) {
    for (const time of part.times) {
      if (time.lean === 'future' || time.repeat || time.since || isAnothers(time, part, told)) continue
      const local = resolveTime(completed(time, part.times), at, 'past')
      const today = localNow(at).toPlainDate().toString()
      if (local && local !== today) return { ...told, occurredAt: local, time }
    }
  }
  return told
}

/** A time that says when something else is: `emailed asking for a call on Tuesday`, `called about the April 3 order`. */
function isAnothers(time: TimeSpan, part: Part, { contact }: Told): boolean {
  if (time.lean || !contact || contact.noun || time.start < contact.end) return false
  return /\b(?:about|re|regarding|asking|wanting|asks|asked|wants?|if|whether|to (?:confirm|ask|book|schedule|arrange|say))\b/.test(
    part.text.slice(contact.end - part.start, time.start - part.start),
  )
}

/** Clauses of a time alone beside the one that tells of the contact, and past times of clauses that only add to it. */
function timeOnly(parts: readonly Part[], index: number): Part[] {
  const before = parts.slice(0, index).filter(({ role }) => role === 'time')
  const next = parts.slice(index + 1)
  const plan = next.findIndex(({ role }) => role === 'plan')
  const after = next.slice(0, plan < 0 ? next.length : plan)
  const times = after.filter(({ role, times }) => role === 'time' && (plan < 0 || times.some(({ lean }) => lean === 'past')))
  return [
    ...before,
    ...times,
    ...after.filter(
      ({ role, times, contacts }) =>
        role === 'past' && contacts.every(({ bare }) => bare) && times.some(({ lean }) => lean === 'past'),
    ),
  ]
}
