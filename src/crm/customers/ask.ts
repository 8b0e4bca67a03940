import { type Button, button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import type { CustomerMatch } from '../../understanding/index.ts'
import { say } from './words.ts'

/** What is being asked, so that each way on runs the same operation with the same words. */
export interface Asked {
  operation: string
  input: Record<string, string | number | boolean | undefined>
  /** The input that the customer goes into. */
  field: string
}

type Candidates = Extract<CustomerMatch, { status: 'ambiguous' }>['candidates']
type Unknown = Extract<CustomerMatch, { status: 'unknown' }>

const MOST_BUTTONS = 5
const MOST_OPTIONS = 25

const known = (input: Asked['input']) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<string, string>
const refOf = (one: Candidates[number]) => (one.contact?.id ? `contact:${one.contact.id}` : `company:${one.company?.id}`)
const text = ({ input }: Asked) => String(input.line ?? input.customer ?? '')

/** Two fit equally well: the person picks, and the operation runs with their pick. */
export function askWhich({ locale }: Context, candidates: Candidates, ask: Asked): Card {
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
    buttons: [...(few ? candidates.map((one) => button(one.label, ask.operation, choice(one).input)) : []), cancel(locale, ask)],
    pick: few ? undefined : { placeholder: say(locale).pick, options: candidates.slice(0, MOST_OPTIONS).map(choice) },
  })
}

/** Nobody fits: nothing is lost, and each way on keeps the words. */
export function askUnknown({ locale }: Context, match: Unknown, ask: Asked): Card {
  const words = say(locale)
  const name = match.contact && match.company ? `${match.contact} (${match.company})` : (match.contact ?? match.company ?? '')
  const nearest = match.nearest
    .slice(0, 3)
    .map((one) => button(one.label, ask.operation, { ...known(ask.input), [ask.field]: `${one.kind}:${one.id}` }))
  return card({
    tone: 'warning',
    lines: [words.unknown(name)],
    context: ask.input.line ? String(ask.input.line) : undefined,
    buttons: [...ways(locale, match, name, ask), ...nearest, cancel(locale, ask)],
  })
}

function ways(locale: Context['locale'], match: Unknown, name: string, ask: Asked): Button[] {
  const words = say(locale)
  const kind = match.company ? 'company' : 'contact'
  const add =
    ask.operation === 'log'
      ? button(words.addAndLog(name), 'log', { ...known(ask.input), [ask.field]: '', add: kind }, { style: 'primary' })
      : button(
          words.add(name),
          kind === 'company' ? 'add company' : 'add contact',
          { name: match.company ?? match.contact ?? '' },
          { form: true, style: 'primary' },
        )
  const { [ask.field]: _typed, ...without } = known(ask.input)
  return [withoutEmpty(add), button(words.itIs, ask.operation, without, { form: true })]
}

// The typed customer is left out of "add": the line itself names it, or `add` does.
const withoutEmpty = (one: Button): Button => ({
  ...one,
  input: Object.fromEntries(Object.entries(one.input).filter(([, value]) => value !== '')),
})

const cancel = (locale: Context['locale'], ask: Asked) => button(say(locale).cancel, 'dismiss', { text: text(ask) })
