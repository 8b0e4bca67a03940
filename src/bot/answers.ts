import { logButton } from './as-it-stands.ts'
import type { Asked } from './asked.ts'
import { type Action, button, type Card, card, type Reply, readOnly } from './card.ts'
import type { Caller } from './context.ts'
import type { UserError } from './errors.ts'
import { formFields } from './form.ts'
import type { House, SealedAnswer } from './house.ts'
import { waysOn } from './question.ts'
import type { Registry } from './registry.ts'
import type { Request } from './request.ts'
import type { SealedCard } from './sealed.ts'
import { type Sealing, sealedCard, sealedForm } from './sealing.ts'
import type { Locale } from './text.ts'
import { words } from './words.ts'

/** A reply as the adapters get it. */
export async function sealed(to: Sealing, asked: Asked, reply: Reply): Promise<SealedAnswer> {
  if (reply.kind === 'form') return { kind: 'form', form: await sealedForm(to, reply) }
  const shown = asked.shared ? withoutActions(reply) : withShare(reply)
  return { kind: 'card', card: await sealedCard(to, shown), replaces: asked.replaces }
}

// What is shared shows facts to everybody; its buttons stay with the one who asked.
const withoutActions = (shown: Card): Card => ({ ...readOnly(shown), visibility: 'channel' })

const withShare = (shown: Card): Card =>
  shown.share ? { ...shown, share: { ...shown.share, input: { ...shown.share.input, $shared: true } } } : shown

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
  const shown = card({ tone: 'warning', lines: [error.message], fields: kept })
  try {
    const one = caller ? await sealedCard({ registry, house, caller, now: house.now() }, { ...shown, buttons }) : unsealed(shown)
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
  return { kind: 'card', card: unsealed(shown), replaces: false }
}

/** A card with nothing on it to press needs no tokens. */
const unsealed = (shown: Card): SealedCard => ({
  ...shown,
  buttons: undefined,
  items: undefined,
  pick: undefined,
  share: undefined,
})

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
