import type { Temporal } from 'temporal-polyfill'
import { readToken } from './action.ts'
import { type Action, button, card, type Reply } from './card.ts'
import { type Caller, type Context, contextFor, ROLES } from './context.ts'
import { Ask, UserError } from './errors.ts'
import { faultsOfInput } from './faults.ts'
import { formFields, formFor } from './form.ts'
import type { Bot, House, SealedAnswer } from './house.ts'
import { labelled } from './labels.ts'
import type { Operation } from './operation.ts'
import { type Registry, readLine } from './registry.ts'
import type { Ask as Asking, Request } from './request.ts'
import { seal } from './sealed.ts'
import { distance } from './spelling.ts'
import { suggester } from './suggest.ts'
import { type Locale, localeOf } from './text.ts'
import { words } from './words.ts'

/** What was asked, understood as far as the dispatcher goes: an operation and its raw input. */
interface Asked {
  operation: Operation
  input: Record<string, unknown>
  /** Opened by a button that wants the form, whatever is known already. */
  wantsForm?: boolean
  /** Pressed or submitted: the answer takes the place of the message it came from. */
  replaces: boolean
  submitted?: boolean
  /** Run for the whole channel: the Share button. */
  shared?: boolean
}

/**
 * One way through the house: find the operation, parse, allow, handle in one transaction, reply.
 * Whatever happens becomes an answer; a fault of ours gets a reference that stands in the log beside its cause.
 */
export function createBot(registry: Registry, house: House): Bot {
  return { registry, dispatch: (request) => answer(registry, house, request), suggest: suggester(registry, house) }
}

async function answer(registry: Registry, house: House, request: Request): Promise<SealedAnswer> {
  let locale = localeOf(request.locale)
  let asked: Asked | undefined
  let caller: Caller | undefined
  try {
    caller = await house.identify(request)
    locale = caller.me.locale
    asked = await whatIsAsked(registry, house, caller, request)
    return await run(house, caller, asked, request)
  } catch (error) {
    if (error instanceof Ask && caller && asked) return sealed(house, house.db, caller, asked, error.reply, house.now())
    if (error instanceof UserError) return sealedRefusal(house, caller, request, asked, error, locale)
    return fault(house, request, asked, error, locale)
  }
}

async function whatIsAsked(registry: Registry, house: House, caller: Caller, { ask }: Request): Promise<Asked> {
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
      return said(registry, ask)
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
      const { $shared: _, ...input } = action.input
      const given = ask.kind === 'submit' ? { ...input, ...filledIn(ask.values) } : input
      return {
        operation: named(action.operation),
        input: given,
        wantsForm: read.form && ask.kind === 'press',
        replaces: !shared,
        submitted: ask.kind === 'submit',
        shared,
      }
    }
  }
}

const filledIn = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))

function typed(registry: Registry, caller: Caller, text: string): Asked {
  const found = registry.match(text.trim() === '' ? 'help' : text)
  if (found) return { operation: found.operation, input: readLine(found.operation, found.rest), replaces: false }
  const say = words(caller.me.locale)
  const first = text.trim().split(/\s+/)[0] ?? ''
  const meant = registry.didYouMean(text.trim().split(/\s+/).slice(0, 2).join(' '))
  const rest = meant ? afterName(text.trim(), meant) : ''
  throw new UserError(`${say.unknownOperation(first.slice(0, 60))} ${meant ? say.didYouMean(meant) : say.seeHelp}`, {
    mend: false,
    buttons: meant ? [runButton(registry, meant, rest, say.tryIt(meant)), button('help', 'help')] : [button('help', 'help')],
  })
}

/** What stands after a mistyped name, be it one word or two: `compny` in `add compny Acme` belongs to the name. */
function afterName(text: string, meant: string): string {
  const [two = '', one = ''] = /^(\S+)(?:\s+\S+)?/.exec(text) ?? []
  const name = distance(two.toLowerCase(), meant) <= distance(one.toLowerCase(), meant) ? two : one
  return text.slice(name.length).trim()
}

function runButton(registry: Registry, name: string, rest: string, label: string) {
  const op = registry.find(name)!
  const input = readLine(op, rest)
  return button(label, name, input, { style: 'primary', form: rest === '' && formFields(op).length > 0 })
}

// In a direct message a plain line is a log line, unless it begins with a command's name.
function said(registry: Registry, ask: Extract<Asking, { kind: 'say' }>): Asked {
  const text = ask.text.replace(/^\s*\/?crm(?=\s|$)/i, '').trim()
  const found = registry.match(text === '' ? 'help' : text)
  if (found && !(found.operation.hidden && found.rest))
    return { operation: found.operation, input: readLine(found.operation, found.rest), replaces: false }
  return { operation: registry.find('log')!, input: { line: text }, replaces: false }
}

async function run(house: House, caller: Caller, asked: Asked, request: Request): Promise<SealedAnswer> {
  const { operation: op } = asked
  allow(caller, op)
  const now = house.now()
  const parsed = op.input.safeParse(asked.input)
  const empty = Object.keys(asked.input).length === 0
  const incomplete = !parsed.success && formFields(op).length > 0 && !asked.submitted && onlyMissing(asked, op)
  if (asked.wantsForm || incomplete || (empty && op.formWhenEmpty)) return openForm(house, caller, asked, request, now)
  if (!parsed.success) throw faultsOfInput(op, parsed.error, caller.me.locale)
  if (op.effect === 'read' || asked.shared) {
    const reply = await op.handle(contextFor(house.db, caller, op.name, request, now), parsed.data)
    return sealed(house, house.db, caller, asked, reply, now)
  }
  const done = await house.transaction(async (db) => {
    const before = await house.claim(db, caller, request.id, op.name, new Date(now.epochMilliseconds))
    if (before !== 'new') return before.answered
    const reply = await op.handle(contextFor(db, caller, op.name, request, now), parsed.data)
    const answered = await sealed(house, db, caller, asked, reply, now)
    await house.remember(db, caller, request.id, answered)
    return answered
  })
  house.forget(caller.workspace.id)
  if (!done) throw new Error(`request ${request.id} was taken but has no answer`)
  return done
}

// Nothing wrong was typed, something is only not there yet: then a form asks for it.
function onlyMissing(asked: Asked, op: Operation): boolean {
  const given = Object.fromEntries(Object.entries(asked.input).filter(([, value]) => value !== undefined))
  return op.input.partial().safeParse(given).success
}

function allow({ me }: Caller, op: Operation): void {
  if (op.allow === 'anyone' || ROLES.indexOf(me.role) >= ROLES.indexOf(op.allow)) return
  const say = words(me.locale)
  throw new UserError(say.notAllowed(op.allow === 'admin' ? say.roleAdmin : say.roleManager), { mend: false })
}

async function openForm(
  house: House,
  caller: Caller,
  asked: Asked,
  request: Request,
  now: Temporal.Instant,
): Promise<SealedAnswer> {
  const { operation: op, input } = asked
  const context = contextFor(house.db, caller, op.name, request, now)
  const named = await labelled(house, context, op, input)
  const prefill = { ...named, ...(await op.prefill?.(context, input)) }
  return sealed(house, house.db, caller, asked, formFor(op, input, caller.me.locale, { prefill }), now)
}

async function sealed(
  house: House,
  db: Context['db'],
  caller: Caller,
  asked: Asked,
  reply: Reply,
  now: Temporal.Instant,
): Promise<SealedAnswer> {
  const park = (action: Action) => house.park(db, caller, action, new Date(now.epochMilliseconds))
  if (reply.kind === 'form') {
    const form = await seal(reply, park)
    if (form.kind !== 'form') throw new Error('a form sealed is a form')
    return { kind: 'form', form }
  }
  const shown = asked.shared ? withoutActions(reply) : withShare(reply)
  const one = await seal(shown, park)
  if (one.kind === 'form') throw new Error('a card sealed is a card')
  return { kind: 'card', card: one, replaces: asked.replaces }
}

// What is shared shows facts to everybody; its buttons stay with the one who asked.
const withoutActions = (reply: Reply): Reply =>
  reply.kind === 'form'
    ? reply
    : {
        ...reply,
        buttons: undefined,
        pick: undefined,
        share: undefined,
        visibility: 'channel',
        items: reply.items?.map(({ buttons: _, ...item }) => item),
      }

const withShare = (reply: Reply): Reply =>
  reply.kind === 'card' && reply.share
    ? { ...reply, share: { ...reply.share, input: { ...reply.share.input, $shared: true } } }
    : reply

async function sealedRefusal(
  house: House,
  caller: Caller | undefined,
  request: Request,
  asked: Asked | undefined,
  error: UserError,
  locale: Locale,
): Promise<SealedAnswer> {
  house.log.info(
    { requestId: request.id, operation: asked?.operation.name, cause: String(error.cause ?? '') || undefined },
    'refused',
  )
  const say = words(locale)
  const { operation: op, input } = asked ?? {}
  const canMend = caller && op && error.mend && formFields(op).length > 0 && Object.keys(input ?? {}).length > 0
  const mend = canMend ? [button(say.mend, op.name, inputsOf(input ?? {}), { form: true, style: 'primary' })] : []
  const kept = canMend && typeof input?.line === 'string' ? [{ label: say.youTyped, value: input.line }] : undefined
  const shown = card({ tone: 'warning', lines: [error.message], fields: kept, buttons: [...error.buttons, ...mend] })
  const park = (action: Action) => house.park(house.db, caller!, action, new Date(house.now().epochMilliseconds))
  try {
    const one = await seal(caller ? shown : { ...shown, buttons: [] }, park)
    if (one.kind === 'form') throw new Error('a card sealed is a card')
    if (asked?.submitted && error.field) return { kind: 'faults', faults: { [error.field]: error.message }, card: one }
    // A refusal never takes the place of the message it came from: that one still says what was there.
    return { kind: 'card', card: one, replaces: false }
  } catch (cause) {
    return fault(house, request, asked, cause, locale)
  }
}

const inputsOf = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
  ) as Action['input']

async function fault(
  house: House,
  request: Request,
  asked: Asked | undefined,
  error: unknown,
  locale: Locale,
): Promise<SealedAnswer> {
  const reference = referenceOf(request.id)
  house.log.error({ reference, requestId: request.id, operation: asked?.operation.name, error }, 'fault')
  const shown = card({ tone: 'bad', lines: [words(locale).fault(reference)] })
  return {
    kind: 'card',
    card: { ...shown, buttons: undefined, items: undefined, pick: undefined, share: undefined },
    replaces: false,
  }
}

/** Eight letters and digits that people can read out: a hash of the request id (FNV-1a, twice). */
function referenceOf(id: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (const char of id) {
    a = Math.imul(a ^ char.codePointAt(0)!, 0x01000193) >>> 0
    b = Math.imul(b ^ char.codePointAt(0)!, 0x5bd1e995) >>> 0
  }
  return (a.toString(36).padStart(7, '0').slice(-4) + b.toString(36).padStart(7, '0').slice(-4)).toUpperCase()
}
