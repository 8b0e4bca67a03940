import type { Context } from '../../bot/context.ts'
import { owe } from '../messages/messages.ts'

/** A member lives by another clock now: they are asked what becomes of tasks that were made by the old one. */
export const askWhatMoves = (
  context: Pick<Context, 'db' | 'now'> & { workspace: { id: string } },
  memberId: string,
  to: string,
): Promise<void> => owe(context, { memberId, kind: 'zonemoved', input: { to } })
