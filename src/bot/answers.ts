import type { Temporal } from 'temporal-polyfill'
import { logButton } from './as-it-stands.ts'
import type { Asked } from './asked.ts'
import { type Action, button, card, type Reply, readOnly } from './card.ts'
import type { Caller, Context } from './context.ts'
import type { UserError } from './errors.ts'
import { formFields } from './form.ts'
import type { House, SealedAnswer } from './house.ts'
import { waysOn } from './question.ts'
import type { Registry } from './registry.ts'
import type { Request } from './request.ts'
import { seal } from './sealed.ts'
import type { Locale } from './text.ts'
import { words } from './words.ts'

/** A reply as the adapters get it. */
export async function sealed(
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
const withoutActions = (reply: Reply): Reply => (reply.kind === 'form' ? reply : { ...readOnly(reply), visibility: 'channel' })

const withShare = (reply: Reply): Reply =>
  reply.kind === 'card' && reply.share
    ? { ...reply, share: { ...reply.share, input: { ...reply.share.input, $shared: true } } }
    : reply

/** What the person can mend, as a card that says so and gives their words back. */
export async function sealedRefusal(
  registry: Registry,
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
  const mend = canMend
    ? [button(say.mend, op.name, { ...inputsOf(input ?? {}), $mend: error.field ?? '' }, { form: true, style: 'primary' })]
    : []
  const kept = canMend && typeof input?.line === 'string' ? [{ label: say.youTyped, value: input.line }] : undefined
  const other = caller && asked?.line ? [logButton(asked.line, locale, request.id)] : []
  const buttons = [...waysOn(registry, error.buttons, request.id), ...mend, ...other]
  const shown = card({ tone: 'warning', lines: [error.message], fields: kept, buttons })
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

/** A fault of ours: the person gets a reference, which stands in the log beside the cause. */
export async function fault(
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
