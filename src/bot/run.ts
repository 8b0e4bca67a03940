import { sealed } from './answers.ts'
import { orLogged } from './as-it-stands.ts'
import type { Asked } from './asked.ts'
import { amongParts } from './bundle.ts'
import type { Reply } from './card.ts'
import { type Caller, type Context, contextFor, mayDo } from './context.ts'
import { NotAllowed } from './errors.ts'
import { faultsOfInput } from './faults.ts'
import { formFields, formFor, mendFields, type Prefilled, withAsked } from './form.ts'
import type { House, SealedAnswer } from './house.ts'
import { labelled } from './labels.ts'
import type { Operation } from './operation.ts'
import type { Registry } from './registry.ts'
import type { Request } from './request.ts'
import type { Sealing } from './sealing.ts'
import { words } from './words.ts'

/** Parses, allows, opens the form that is wanted, else runs: a write in one transaction, once for each request id. */
export async function run(
  registry: Registry,
  house: House,
  caller: Caller,
  asked: Asked,
  request: Request,
): Promise<SealedAnswer> {
  const { operation: op } = asked
  allow(caller, op)
  const now = house.now()
  const parsed = op.input.safeParse(asked.input)
  const empty = Object.keys(asked.input).length === 0
  const incomplete = !parsed.success && formFields(op).length > 0 && !asked.submitted && onlyMissing(asked, op)
  if (asked.wantsForm || incomplete || (empty && op.formWhenEmpty))
    return openForm({ registry, house, caller, now }, asked, request)
  if (!parsed.success) throw faultsOfInput(op, parsed.error, caller.me.locale)
  const handled = async (context: Context): Promise<Reply> => {
    const reply = offered(house, asked, context, await op.handle(context, parsed.data))
    return asked.replaces && context.place.message ? amongParts(registry, context, reply, await house.bundleAt(context)) : reply
  }
  if (op.effect === 'read') {
    const reply = await handled(contextFor(house.db, caller, op.name, request, { now, reach: house.reach, openly: asked.shared }))
    return sealed({ registry, house, caller, now }, asked, reply)
  }
  const id = asked.question ? `question:${caller.me.id}:${asked.question}` : request.id
  const taken = { id, operation: op.name, at: new Date(now.epochMilliseconds), ...(op.patience && { patience: op.patience }) }
  let context: Context | undefined
  const done = await house.once(caller, taken, async (db) => {
    context = contextFor(db, caller, op.name, request, { now, reach: house.reach })
    const reply = await handled(context)
    return sealed({ registry, house, caller, now, db }, asked, reply)
  })
  if (context) house.forget(caller.workspace.id, context.changed)
  return done
}

/** What answers a command that may as well be a line offers to log it, once, where there was nothing to show or it tells of a contact. */
function offered(house: House, { line, operation: op }: Asked, context: Context, reply: Reply): Reply {
  if (!line || reply.kind === 'form' || op.effect === 'write') return reply
  if (!reply.nothing && !house.tellsOfContact(line.line, context)) return reply
  return orLogged(reply, line, context.locale, context.requestId)
}

// Nothing wrong was typed, something is only not there yet: then a form asks for it.
function onlyMissing(asked: Asked, op: Operation): boolean {
  const given = Object.fromEntries(Object.entries(asked.input).filter(([, value]) => value !== undefined))
  return op.input.partial().safeParse(given).success
}

function allow({ me }: Caller, op: Operation): void {
  if (op.allow === 'anyone' || mayDo(me, op)) return
  const say = words(me.locale)
  const least = { reader: say.anyone, rep: say.roleRep, manager: say.roleManager, admin: say.roleAdmin }[op.allow]
  throw new NotAllowed(me.role === 'reader' ? say.readsOnly(least) : say.notAllowed(least))
}

async function openForm(to: Sealing, asked: Asked, request: Request): Promise<SealedAnswer> {
  const { house, caller, now } = to
  const { operation: op, input } = asked
  const context = contextFor(house.db, caller, op.name, request, { now, reach: house.reach })
  const own = asked.mends === undefined ? formFields(op) : mendFields(op, input, asked.mends)
  const fields = withAsked(own, (await op.asks?.(context, input)) ?? [])
  const named = await labelled(house, context, op, input, fields)
  const prefill = { ...named, ...notTyped(asked, (await op.prefill?.(context, input)) ?? {}) }
  const known = asked.question ? { ...input, $once: asked.question } : input
  return sealed(to, asked, formFor(op, known, caller.me.locale, { prefill, fields }))
}

const ID = /^(?:[a-z]+:)?[0-9a-f]{8}-[0-9a-f-]{27}$/

// What was typed and is to be mended goes before what stands; only an id is called by its name.
const notTyped = ({ mends, input }: Asked, prefill: Record<string, Prefilled>) =>
  mends === undefined
    ? prefill
    : Object.fromEntries(Object.entries(prefill).filter(([name]) => input[name] === undefined || ID.test(String(input[name]))))
