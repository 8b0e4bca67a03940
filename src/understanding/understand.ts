import { addressesIn } from './addresses.ts'
import { choose } from './customers/choose.ts'
import type { CustomerIndex } from './customers/customer-index.ts'
import { mentionsIn } from './customers/mentions.ts'
import { asWritten } from './dates/impossible.ts'
import { timesIn } from './dates/when.ts'
import { clausesOf } from './events/clauses.ts'
import { marked } from './events/marks.ts'
import { partsOf } from './events/roles.ts'
import { type Told, toldIn } from './facts.ts'
import { type Planned, plannedIn } from './follow-up.ts'
import { type Money, moneyIn } from './money.ts'
import { sceneOf } from './scene.ts'
import { type Line, readingOf } from './text/line.ts'
import type { CustomerMatch, Evidence, Facts, Moment, Understanding } from './types.ts'

/** A line of chat is short; of a pasted page the beginning is read for facts, and all of it kept. */
const MOST_READ = 4_000

/** What a line states: its facts, its customer, and which words gave them. */
export function understand(text: string, at: Moment & { customers: CustomerIndex }): Understanding {
  const scene = sceneOf(text.slice(0, MOST_READ), at.customers)
  const { line } = scene
  const back = readingOf(line)
  const addresses = addressesIn(text)
  const elsewhere = addresses.spans
    .filter(({ start }) => start < line.text.length)
    .map(({ start, end }) => ({ start: back(start), end: back(Math.min(end, line.text.length)) }))
  const mentions = mentionsIn(scene).filter((one) => !elsewhere.some(({ start, end }) => one.start < end && one.end > start))
  const { match, others, by } = choose(at.customers, mentions)
  const blocked = [...mentions, ...elsewhere].sort((a, b) => a.start - b.start)
  const times = asWritten(line.read, timesIn(line, at.zone, blocked), blocked)
  const marks = marked(line.read, mentions, times, elsewhere)
  const parts = partsOf(marks, clausesOf(marks, times), times, at)
  const told = toldIn(marks, parts, at)
  const planned = plannedIn(line, parts, told, at)
  const [money] = moneyIn(marks)
  return {
    facts: { ...customerFacts(match), ...eventFacts(told, planned, money) },
    customer: match,
    others,
    phones: addresses.phones,
    emails: addresses.emails,
    domains: addresses.domains,
    links: addresses.links,
    evidence: evidenceOf(line, by, told, planned, money),
    ...(planned?.series && { series: planned.series }),
    note: text.trim(),
  }
}

function customerFacts(match: CustomerMatch): Partial<Facts> {
  if (match.status === 'ambiguous') return { ambiguous: match.candidates.map(({ label }) => label) }
  if (match.status === 'none') return {}
  const company = match.status === 'known' ? match.company?.name : match.company
  const contact = match.status === 'known' ? match.contact?.name : match.contact
  return { ...(company && { company }), ...(contact && { contact }) }
}

function eventFacts(told: Told, planned: Planned | undefined, money: Money | undefined): Facts {
  return {
    kind: told.kind,
    ...(told.inbound && { direction: 'inbound' as const }),
    ...(told.outcome && { outcome: told.outcome }),
    ...(told.occurredAt && { occurredAt: told.occurredAt }),
    ...(planned && { followUp: planned.followUp }),
    ...(planned?.recurrence && { recurrence: planned.recurrence }),
    ...(money && { amount: { value: money.value, ...(money.currency && { currency: money.currency }) } }),
  }
}

function evidenceOf(
  line: Line,
  by: ReturnType<typeof choose>['by'],
  told: Told,
  planned: Planned | undefined,
  money: Money | undefined,
): Evidence[] {
  const evidence: Evidence[] = []
  const note = (fact: string, span: { start: number; end: number } | undefined): void => {
    if (!span || span.end <= span.start) return
    const start = line.at(span.start)
    const end = line.at(span.end - 1) + 1
    evidence.push({ fact, start, end, words: line.text.slice(start, end) })
  }
  for (const one of by) note(one.kind === 'company' ? 'company' : 'contact', one)
  note('kind', told.contact ?? told.stated)
  if (told.inbound) note('direction', told.contact)
  if (told.outcome) note('outcome', told.stated ?? told.contact)
  note('occurredAt', told.time)
  note('followUp.at', planned?.time)
  note('followUp.what', planned?.part)
  if (planned?.recurrence) {
    note('recurrence', planned.time)
    note('recurrence', planned.ends)
  }
  note('amount', money)
  return evidence
}
