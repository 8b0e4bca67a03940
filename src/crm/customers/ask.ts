import { type Action, type Button, button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import type { CustomerMatch } from '../../understanding/index.ts'
import { readDomain, readEmail, readPhone } from '../companies/companies.ts'
import type { Kind } from '../duplicates/records.ts'
import { type Likely, likelyItems } from '../duplicates/warn.ts'
import { say } from './words.ts'

/** What is being asked, so that each way on runs the same operation with the same words. */
export interface Asked {
  operation: string
  input: Record<string, string | number | boolean | undefined>
  /** The input that the customer goes into. */
  field: string
  /** A company is wanted, not a person. */
  only?: 'company'
  /** Where cancelling leads; left out: the words are given back and nothing is done. */
  cancel?: Action
}

type Asker = Pick<Context, 'locale' | 'zone'>
type Candidates = Extract<CustomerMatch, { status: 'ambiguous' }>['candidates']
/** Somebody unknown, and whom of those that stand they perhaps are. */
export type Unknown = Extract<CustomerMatch, { status: 'unknown' }> & { likely?: Likely & { kind: Kind } }

const MOST_BUTTONS = 5
const MOST_OPTIONS = 25
/** These operations make an unknown customer themselves when told to `add` it, and go on. */
const ADDING = ['log', 'add contact', 'add deal']

const known = (input: Asked['input']) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<string, string>
const refOf = (one: Candidates[number]) => (one.contact?.id ? `contact:${one.contact.id}` : `company:${one.company?.id}`)
const typedIn = ({ input, field }: Asked) => String(input.line ?? input[field] ?? '')

/** Two fit equally well: the person picks, and the operation runs with their pick. */
export function askWhich({ locale }: Pick<Context, 'locale'>, candidates: Candidates, ask: Asked): Card {
  const choice = (one: Candidates[number]) => ({
    label: one.label,
    operation: ask.operation,
    input: { ...known(ask.input), [ask.field]: refOf(one) },
  })
  const few = candidates.length <= MOST_BUTTONS
  return card({
    tone: 'warning',
    lines: [few ? say(locale).which(candidates.length) : say(locale).whichMany(Math.min(candidates.length, MOST_OPTIONS))],
    context: ask.input.line ? String(ask.input.line) : undefined,
    buttons: [
      ...(few ? candidates.map((one) => button(one.label, ask.operation, choice(one).input)) : []),
      cancelButton(locale, ask),
    ],
    pick: few ? undefined : { placeholder: say(locale).pick, options: candidates.slice(0, MOST_OPTIONS).map(choice) },
  })
}

/** Nobody fits: nothing is lost, and each way on keeps the words. */
export function askUnknown(asker: Asker, match: Unknown, ask: Asked): Card {
  const words = say(asker.locale)
  const name = match.contact && match.company ? `${match.contact} (${match.company})` : (match.contact ?? match.company ?? '')
  const { likely } = match
  const use = (ref: string, called: string) => button(called, ask.operation, { ...known(ask.input), [ask.field]: ref })
  const nearest = match.nearest
    .filter(({ id }) => !likely?.seen.some(({ record }) => record.id === id))
    .slice(0, 3)
    .map((one) => button(one.label, ask.operation, { ...known(ask.input), [ask.field]: `${one.kind}:${one.id}` }))
  const { [ask.field]: _typed, ...without } = known(ask.input)
  return card({
    tone: 'warning',
    lines: [words.unknown(name), ...(likely?.hidden && !likely.seen.length ? [words.hidden(name)] : [])],
    items: likely?.seen.length ? likelyItems(likely.kind, likely.seen, asker.locale, use) : undefined,
    context: ask.input.line ? String(ask.input.line) : undefined,
    buttons: [
      addButton(asker, match, name, ask),
      button(words.itIs, ask.operation, without, { form: true }),
      ...nearest,
      cancelButton(asker.locale, ask),
    ],
  })
}

/** `log` adds the customer and logs; others lead to the form of a new record, with what was typed where it belongs. */
function addButton({ locale, zone }: Asker, match: Unknown, name: string, ask: Asked): Button {
  const words = say(locale)
  const kind = match.company ? 'company' : 'contact'
  const email = readEmail(name)
  const phone = email ? undefined : readPhone(name, zone)
  const primary = { style: 'primary' } as const
  if (email || phone)
    return button(words.add(name), 'add contact', email ? { email } : { phone: name }, { ...primary, form: true })
  if (ADDING.includes(ask.operation)) {
    const label = ask.operation === 'log' ? words.addAndLog(name) : words.addAndGoOn(name)
    return button(label, ask.operation, { ...known(ask.input), add: kind }, primary)
  }
  const facts = { name: match.company ?? match.contact ?? '', ...(kind === 'company' && readDomain(name) && { domain: name }) }
  return button(words.add(name), kind === 'company' ? 'add company' : 'add contact', facts, { ...primary, form: true })
}

export const cancelButton = (locale: Context['locale'], ask: Asked): Button =>
  ask.cancel
    ? button(say(locale).cancel, ask.cancel.operation, ask.cancel.input)
    : button(say(locale).cancel, 'dismiss', { text: typedIn(ask) })
