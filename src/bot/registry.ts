import { fieldsOf, formFields, MOST_FORM_FIELDS, optionFields } from './form.ts'
import { GROUPS, type Job, type Notice, type Operation, type Room } from './operation.ts'
import type { MemberPage, Page } from './page.ts'
import { closest } from './spelling.ts'
import { LOCALES } from './text.ts'

export interface Matched {
  operation: Operation
  rest: string
}

export interface Registry {
  operations: readonly Operation[]
  notices: ReadonlyMap<string, Notice>
  jobs: readonly Job[]
  pages: readonly Page[]
  memberPages: readonly MemberPage[]
  find: (name: string) => Operation | undefined
  /** The operation that a typed line begins with, and the rest of the line. The longest name wins: `add company` over `add`. */
  match: (text: string) => Matched | undefined
  /** The same where a command must stand: a Chinese name needs no space behind it, `上次李娜`. */
  matchCommand: (text: string) => Matched | undefined
  /** The name that a mistyped first word most likely stands for. */
  didYouMean: (typed: string) => string | undefined
}

/** Gathers what the nouns bring. Throws at start, with every fault named, when something is wired wrongly: see `faultsOf`. */
export function registryOf(rooms: readonly Room[]): Registry {
  const operations = rooms.flatMap((room) => room.operations)
  const notices = rooms.flatMap((room) => room.notices ?? [])
  const pages = rooms.flatMap((room) => room.pages ?? [])
  const memberPages = rooms.flatMap((room) => room.memberPages ?? [])
  const faults = [
    ...twice(operations.flatMap(namesOf)),
    ...twice(notices.map((one) => one.kind)),
    ...twice(pages.map((one) => one.path)),
    ...twice(memberPages.map((one) => one.path)),
    ...operations.flatMap(faultsOf),
  ]
  if (faults.length) throw new Error(`The operations are wired wrongly:\n  ${faults.join('\n  ')}`)

  const byName = new Map(operations.map((op) => [op.name, op]))
  const typed = new Map(operations.flatMap((op) => namesOf(op).map((name) => [name, op] as const)))
  const shown = operations.filter((op) => !op.hidden)
  return {
    operations,
    notices: new Map(notices.map((one) => [one.kind, one])),
    jobs: rooms.flatMap((room) => room.jobs ?? []),
    pages,
    memberPages,
    find: (name) => byName.get(name),
    match: (text) => matchName(typed, text),
    matchCommand: (text) => matchName(typed, text) ?? matchGlued(shown, text),
    didYouMean: (typed) =>
      closest(
        typed,
        shown.map((op) => op.name),
      ),
  }
}

const namesOf = (op: Operation): string[] => [op.name, ...(op.zh ? [op.zh] : []), ...(op.also ?? [])]

function matchName(byName: ReadonlyMap<string, Operation>, text: string): Matched | undefined {
  const found = /^\s*\/?(\S+)(?:\s+(\S+))?/u.exec(text)
  if (!found) return undefined
  const [whole, first, second] = found as unknown as [string, string, string | undefined]
  const rest = text.slice(whole.length)
  const two = second && byName.get(bare(`${first} ${second}`))
  if (two) return { operation: two, rest: rest.trim() }
  const one = byName.get(bare(first))
  return one && { operation: one, rest: text.slice(text.indexOf(first) + first.length).trim() }
}

// The help writes a colon behind a name, and so do people.
const bare = (name: string) => name.toLowerCase().replace(/[:：]$/, '')

const HAN = /^\p{Script=Han}/u

/** A Chinese name with what follows it in one; the longest wins. */
function matchGlued(operations: readonly Operation[], text: string): Matched | undefined {
  const typed = text.trim().replace(/^\//, '')
  const [longest] = operations
    .flatMap((operation) => namesOf(operation).map((name) => ({ operation, name })))
    .filter(({ name }) => HAN.test(name) && typed.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)
  return longest && { operation: longest.operation, rest: typed.slice(longest.name.length).replace(/^[:：，,\s]+/, '') }
}

const twice = (names: string[]) =>
  names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name}: two of that name`)

/** What is wrong with an operation, for whoever wires it: lengths the platforms refuse, examples its own schema cannot read. */
export function faultsOf(op: Operation): string[] {
  const faults: string[] = []
  const wrong = (what: string) => faults.push(`${op.name}: ${what}`)
  if (!/^[a-z]{1,32}( [a-z]{1,32})?$/.test(op.name)) wrong('a name is one or two lower-case words')
  if (!GROUPS.includes(op.group)) wrong('unknown group')
  for (const locale of LOCALES) {
    if (!op.summary[locale] || op.summary[locale].length > 100) wrong(`its ${locale} summary must have 1–100 characters`)
    if ((op.formTitle ?? op.summary)[locale].length > 24 && formFields(op).length)
      wrong(`its ${locale} form title must have at most 24 characters`)
    if ((op.onMessage?.[locale].length ?? 0) > 24 || (op.shortcut?.[locale].length ?? 0) > 24)
      wrong('a shortcut has at most 24 characters')
  }
  for (const one of fieldsOf(op)) {
    if (LOCALES.some((locale) => one.label[locale].length > 45)) wrong(`the label of ${one.name} must have at most 45 characters`)
    if (LOCALES.some((locale) => (one.hint?.[locale].length ?? 0) > 100))
      wrong(`the hint of ${one.name} must have at most 100 characters`)
  }
  if (formFields(op).length > MOST_FORM_FIELDS) wrong(`a form has at most ${MOST_FORM_FIELDS} fields`)
  if (optionFields(op).length > 25) wrong('at most 25 options')
  if (!op.hidden && op.examples.length === 0) wrong('needs an example')
  for (const example of op.examples) if (!parsesItself(op, example)) wrong(`its own schema cannot read the example “${example}”`)
  return faults
}

function parsesItself(op: Operation, example: string): boolean {
  if (example !== op.name && !example.startsWith(`${op.name} `)) return false
  const rest = example.slice(op.name.length).trim()
  // A bare name may rightly open the form.
  return op.input.safeParse(readLine(op, rest)).success || (rest === '' && formFields(op).length > 0)
}

/** What the typed rest of a line means for an operation. */
export function readLine(op: Operation, rest: string): Record<string, string> {
  if (!rest.trim()) return {}
  if (op.line) return op.line(rest.trim())
  const first = fieldsOf(op)[0]
  return first ? { [first.name]: rest.trim() } : {}
}
