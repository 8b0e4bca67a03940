import { readToken } from './action.ts'
import { type Line, logButton, perhapsALine } from './as-it-stands.ts'
import { type Action, type Button, button } from './card.ts'
import { type Caller, contextFor, mayDo } from './context.ts'
import { commandMeant, commandMistyped, type Meant, runButton } from './did-you-mean.ts'
import { UserError } from './errors.ts'
import { fieldsOf, optionFields } from './form.ts'
import type { House } from './house.ts'
import type { Operation } from './operation.ts'
import { type Matched, type Registry, readLine } from './registry.ts'
import type { Ask, Request } from './request.ts'
import { wonders } from './wonders.ts'
import { words } from './words.ts'

/** What was asked, understood as far as the dispatcher goes: an operation and its raw input. */
export interface Asked {
  operation: Operation
  input: Record<string, unknown>
  /** Opened by a button that wants the form, whatever is known already. */
  wantsForm?: boolean
  /** Pressed or submitted: the answer takes the place of the message it came from. */
  replaces: boolean
  submitted?: boolean
  /** Run for the whole channel: the Share button. */
  shared?: boolean
  /** The question that this answers: done once, whichever of its buttons is pressed how often. */
  question?: string
  /** The form is to mend what was refused, for this field, if it was for one: it shows all that was typed. */
  mends?: string
  /** The plain line that it may have been, for a command that finds nothing in it. */
  line?: Line
}

export async function whatIsAsked(registry: Registry, house: House, caller: Caller, request: Request): Promise<Asked> {
  return withFiles(await understood(registry, house, caller, request), request)
}

/** Files that were shared with the words travel with the input, where the operation takes them. */
function withFiles(asked: Asked, { files }: Request): Asked {
  const seen = (files ?? []).flatMap(({ name, url }) => (url ? [{ name: name.slice(0, 200), url }] : [])).slice(0, MOST_FILES)
  if (!seen.length || !('files' in asked.operation.input.shape)) return asked
  return { ...asked, input: { ...asked.input, files: JSON.stringify(seen) } }
}
const MOST_FILES = 10

async function understood(registry: Registry, house: House, caller: Caller, request: Request): Promise<Asked> {
  const { ask } = request
  const say = words(caller.me.locale)
  const named = (name: string): Operation => {
    const found = registry.find(name)
    if (!found) throw new UserError(say.staleButton, { mend: false, cause: `no operation ${name}` })
    return found
  }
  switch (ask.kind) {
    case 'line':
      return typed(registry, caller, ask.text)
    case 'say':
      return said(registry, house, caller, request, ask)
    case 'options':
      return { operation: named(ask.operation), input: ask.values, replaces: false }
    case 'message':
      return { operation: named(ask.operation), input: { line: ask.text, url: ask.url }, wantsForm: true, replaces: false }
    case 'shortcut':
      return { operation: named(ask.operation), input: {}, wantsForm: true, replaces: false }
    case 'press':
    case 'submit': {
      const read = readToken(ask.token)
      const action: Action | undefined =
        read && ('parked' in read ? await house.unpark(house.db, caller, read.parked) : read.action)
      if (!read || !action) throw new UserError(say.staleButton, { mend: false })
      const shared = action.input.$shared === true
      const { $shared: _, $once: question, $mend: mends, ...input } = action.input
      const given = ask.kind === 'submit' ? { ...input, ...filledIn(ask.values) } : input
      return {
        operation: named(action.operation),
        input: given,
        wantsForm: read.form && ask.kind === 'press',
        replaces: !shared,
        submitted: ask.kind === 'submit',
        shared,
        ...(typeof question === 'string' && { question }),
        ...(typeof mends === 'string' && { mends }),
      }
    }
  }
}

const filledIn = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))

function typed(registry: Registry, caller: Caller, text: string): Asked {
  const found = registry.matchCommand(text.trim() === '' ? 'help' : text)
  if (found) return { operation: found.operation, input: readLine(found.operation, found.rest), replaces: false }
  const meant = commandMeant(registry, text.trim())
  throw unknownCommand(registry, caller, text.trim(), meant, [button('help', 'help')])
}

const GREETING = /^(?:(?:hi|hello|hey|你好|您好)(?: there| rapport)?[\s!.,！。，~]*|[?？]+)$/i

/** Its name is an everyday word, and it takes none after it, or none like these: `today spoke to Wei` and `last week met Wei` are lines to log. */
const opensALine = ({ operation: op, rest }: Matched) => op.hidden || optionFields(op).length === 0 || op.lineWhen?.test(rest)

// In a direct message a plain line is a log line, unless it begins with a command's name, or with one mistyped; or is `上次李娜`, which names her alone.
async function said(registry: Registry, house: House, caller: Caller, request: Request, ask: Say): Promise<Asked> {
  const text = ask.text.replace(/^\s*\/?crm(?=\s|$)/i, '').trim()
  if (request.files?.length && (text === '' || isLeftOut(text)))
    return { operation: registry.find('import')!, input: {}, replaces: false }
  const found = registry.match(text === '' ? 'help' : text.replace(GREETING, 'help'))
  const input: Line = { line: text, ...(ask.url && { url: ask.url }) }
  if (found && !(found.rest && opensALine(found))) {
    const line = perhapsALine(found.operation, found.rest, input)
    return { operation: found.operation, input: readLine(found.operation, found.rest), replaces: false, ...(line && { line }) }
  }
  const context = () => contextFor(house.db, caller, 'log', request, { now: house.now(), reach: house.reach })
  const glued = found ? undefined : registry.matchCommand(text)
  if (glued && fieldsOf(glued.operation)[0]?.widget === 'customer' && (await house.namesCustomer(context(), glued.rest)))
    return { operation: glued.operation, input: readLine(glued.operation, glued.rest), replaces: false }
  const meant = commandMistyped(registry, text)
  if (meant && !(await house.opensLine(context(), firstWord(text))))
    throw unknownCommand(registry, caller, text, meant, [logButton(input, caller.me.locale, request.id)])
  const about = wonders(text) ? await house.askedAbout(context(), text) : undefined
  const log = registry.find('log')!
  if (about) throw questionAbout(about, caller, input, request, log)
  return { operation: log, input, replaces: false }
}

/** A question about a customer is no note on them: what is known is one press away, and so is logging it after all. */
function questionAbout(
  { ref, name }: { ref: string; name: string },
  { me }: Caller,
  input: Line,
  request: Request,
  log: Operation,
): UserError {
  const say = words(me.locale)
  const show = button(say.lastContact, 'last', { customer: ref }, { style: 'primary' })
  return new UserError(mayDo(me, log) ? say.asksAbout(name) : say.asksWhatIsKnown(name), {
    mend: false,
    buttons: [show, logButton(input, me.locale, request.id)],
  })
}

/** Words that say nothing beside a file but what is done with it anyway. */
const isLeftOut = (text: string) =>
  /^(?:(?:please )?import(?: (?:this|it|these|that|file))*|(?:请)?导入(?:这个|文件)*)[\s.!。！]*$/i.test(text)

type Say = Extract<Ask, { kind: 'say' }>

const firstWord = (text: string) => text.split(/\s+/, 1)[0] ?? ''

function unknownCommand(
  registry: Registry,
  { me }: Caller,
  text: string,
  meant: Meant | undefined,
  otherwise: Button[],
): UserError {
  const say = words(me.locale)
  return new UserError(
    `${say.unknownOperation(firstWord(text).slice(0, 60))} ${meant ? say.didYouMean(meant.name) : say.seeHelp}`,
    { mend: false, buttons: [...(meant ? [runButton(registry, meant)] : []), ...otherwise] },
  )
}
