import { createHash } from 'node:crypto'
import type { Action, Reply } from './card.ts'
import type { Registry } from './registry.ts'

const keyOf = (requestId: string) => createHash('sha256').update(requestId).digest('base64url').slice(0, 16)

/**
 * A question is answered once: all its ways on that write share one key, under which the first is done and any other (a double click, a copy of
 * the message that still has its buttons) hears what the first did.
 */
export function asQuestion(registry: Registry, reply: Reply, requestId: string): Reply {
  if (reply.kind === 'form') return reply
  const keyed = <A extends Action>(action: A): A =>
    registry.find(action.operation)?.effect === 'write'
      ? { ...action, input: { ...action.input, $once: keyOf(requestId) } }
      : action
  const { buttons, pick } = reply
  return {
    ...reply,
    ...(buttons && { buttons: buttons.map(keyed) }),
    ...(pick && { pick: { ...pick, options: pick.options.map(keyed) } }),
  }
}
