import { createHash } from 'node:crypto'
import type { Action, Button, Reply } from './card.ts'
import type { Registry } from './registry.ts'

const keyOf = (requestId: string) => createHash('sha256').update(requestId).digest('base64url').slice(0, 16)

/** The action under the key of the request that it answers. */
export const onceFor = <A extends Action>(action: A, requestId: string): A => ({
  ...action,
  input: { ...action.input, $once: keyOf(requestId) },
})

/** Reading may be repeated; what writes is done once. */
const keyed = <A extends Action>(registry: Registry, action: A, requestId: string): A =>
  registry.find(action.operation)?.effect === 'write' ? onceFor(action, requestId) : action

/**
 * A question is answered once: all its ways on that write share one key, under which the first is done and any other (a double click, a copy of
 * the message that still has its buttons) hears what the first did.
 */
export function asQuestion(registry: Registry, reply: Reply, requestId: string): Reply {
  if (reply.kind === 'form') return reply
  const once = <A extends Action>(action: A): A => keyed(registry, action, requestId)
  const { buttons, pick } = reply
  return {
    ...reply,
    ...(buttons && { buttons: buttons.map(once) }),
    ...(pick && { pick: { ...pick, options: pick.options.map(once) } }),
  }
}

/** The ways on from a refusal: what runs at once is done once. A form is another try, as often as one likes. */
export const waysOn = (registry: Registry, buttons: readonly Button[], requestId: string): Button[] =>
  buttons.map((one) => (one.form ? one : keyed(registry, one, requestId)))
