import type { Kind, Outcome } from '../types.ts'
import { type ContactRule, EN_BARE_CALL, EN_CONTACTS } from './en-contact.ts'
import { EN_CALL_OUTCOMES, EN_MEETING_OUTCOMES, EN_SURE_CALL, type OutcomeRule } from './en-outcome.ts'
import { ZH_BARE_CALL, ZH_CONTACTS } from './zh-contact.ts'
import { NO_MEETING, ZH_CALL_OUTCOMES, ZH_MEETING_OUTCOMES } from './zh-outcome.ts'

/** A contact told of in a clause; places are of the reading. */
export interface Contact {
  kind: Kind
  start: number
  end: number
  inbound: boolean
  done: boolean
  noun: boolean
  /** Known only from an outcome (`voicemail`). */
  bare: boolean
}

/** The contacts found in the reading asked about last: cutting it into clauses and reading these ask for the same stretches. */
let last: { marked: string; found: Map<number, Contact[]> } = { marked: '', found: new Map() }

/** The contacts of a stretch of the marked reading, first named first; of two at one place the rule listed first. */
export function contactsIn(marked: string, start: number, end: number): Contact[] {
  if (last.marked !== marked) last = { marked, found: new Map() }
  const key = start * 0x10000 + end
  const found = last.found.get(key) ?? contactsOf(marked, start, end)
  last.found.set(key, found)
  return found
}

function contactsOf(marked: string, start: number, end: number): Contact[] {
  const clause = marked.slice(start, end)
  const found: Contact[] = []
  const note = (rule: Omit<ContactRule, 'pattern'>, match: RegExpExecArray, bare: boolean): void => {
    const trimmed = match[0].length - match[0].replace(/^[^\p{L}\p{N}\ue000-\ue003]+/u, '').length
    found.push({
      kind: rule.kind,
      start: start + match.index + trimmed,
      end: start + match.index + match[0].length,
      inbound: !!rule.inbound,
      done: !!rule.done,
      noun: !!rule.noun,
      bare,
    })
  }
  for (const rule of [...EN_CONTACTS, ...(HAN.test(marked) ? ZH_CONTACTS : [])]) {
    const match = rule.pattern.exec(clause)
    if (match) note(rule, match, false)
  }
  for (const pattern of [EN_BARE_CALL, ...EN_SURE_CALL, ...(HAN.test(marked) ? [ZH_BARE_CALL] : [])]) {
    const match = pattern.exec(clause)
    if (match) note({ kind: 'call' }, match, true)
  }
  return firstWins(found)
}

const HAN = /\p{Script=Han}/u

/** Of contacts that overlap, the one whose rule says most stays. */
function firstWins(found: readonly Contact[]): Contact[] {
  const kept: Contact[] = []
  for (const one of found) if (!kept.some((other) => one.start < other.end && one.end > other.start)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

interface Stated {
  outcome: Outcome
  start: number
  end: number
}

function firstOutcome(
  tables: readonly (readonly OutcomeRule[])[],
  marked: string,
  start: number,
  end: number,
): Stated | undefined {
  const part = marked.slice(start, end)
  const rank: Stated[] = []
  for (const table of tables) {
    const best = table.map(({ outcome, pattern }) => ({ outcome, match: pattern.exec(part) })).find(({ match }) => match)
    if (best?.match)
      rank.push({ outcome: best.outcome, start: start + best.match.index, end: start + best.match.index + best.match[0].length })
  }
  return rank[0]
}

/** The outcome of a call stated between two places: a message left counts before a missing answer. */
export const callOutcome = (marked: string, start: number, end: number): Stated | undefined =>
  bestOf(
    firstOutcome([EN_CALL_OUTCOMES], marked, start, end),
    HAN.test(marked) ? firstOutcome([ZH_CALL_OUTCOMES], marked, start, end) : undefined,
  )

/** What became of a meeting or visit, when it was missed, moved or canceled. */
export const meetingOutcome = (marked: string, start: number, end: number): Stated | undefined =>
  bestOf(
    firstOutcome([EN_MEETING_OUTCOMES], marked, start, end),
    HAN.test(marked) && !NO_MEETING.test(marked.slice(start, end))
      ? firstOutcome([ZH_MEETING_OUTCOMES], marked, start, end)
      : undefined,
  )

const ORDER: Outcome[] = [
  'wrong_number',
  'left_live_message',
  'left_voicemail',
  'busy',
  'no_answer',
  'connected',
  'no_show',
  'rescheduled',
  'canceled',
  'completed',
]

function bestOf(a: Stated | undefined, b: Stated | undefined): Stated | undefined {
  if (!a || !b) return a ?? b
  return ORDER.indexOf(a.outcome) <= ORDER.indexOf(b.outcome) ? a : b
}
