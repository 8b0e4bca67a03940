import { type Button, button } from './card.ts'
import { formFields } from './form.ts'
import { type Registry, readLine } from './registry.ts'
import { distance } from './spelling.ts'

const LONGEST_LABEL = 60

/** A command as it was meant: its name, and what was typed after it. */
export interface Meant {
  name: string
  rest: string
}

/** What a line that begins with no command's name most likely means, where a command must stand. */
export function commandMeant(registry: Registry, text: string): Meant | undefined {
  const { one, two } = firstWords(text)
  const name = registry.didYouMean(two)
  if (!name) return undefined
  return { name, rest: text.slice((off(two, name) <= off(one, name) ? two : one).length).trim() }
}

/** The same where a plain line may stand just as well: one slip of the keyboard, no more. */
export function commandMistyped(registry: Registry, text: string): Meant | undefined {
  const { one, two } = firstWords(text)
  for (const typed of [two, one]) {
    const found = registry.operations.find((op) => !op.hidden && off(typed, op.name) === 1)
    if (found) return { name: found.name, rest: text.slice(typed.length).trim() }
  }
  return undefined
}

// `compny` in `add compny Acme` belongs to the name.
function firstWords(text: string): { one: string; two: string } {
  const [two = '', one = ''] = /^(\S+)(?:\s+\S+)?/.exec(text) ?? []
  return { one, two }
}

const off = (typed: string, name: string) => distance(typed.toLowerCase().replace(/^\//, '').slice(0, 70), name)

/** Runs the command as it was meant; its label says it whole, where it is short. */
export function runButton(registry: Registry, { name, rest }: Meant): Button {
  const op = registry.find(name)!
  const whole = `${name} ${rest}`.trim()
  const label = whole.length <= LONGEST_LABEL ? whole : `${whole.slice(0, LONGEST_LABEL - 1).toWellFormed()}…`
  return button(label, name, readLine(op, rest), { style: 'primary', form: rest === '' && formFields(op).length > 0 })
}
