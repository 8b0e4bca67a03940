import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { OWED } from '../../bot/house.ts'
import { asDate, newId } from '../ids.ts'

/** Owes somebody a message: written in the caller's transaction, so that a change and its messages commit together. */
export async function owe(
  { db, workspace, now }: Pick<Context, 'db' | 'now'> & { workspace: { id: string } },
  message: { memberId: string; kind: string; input: Record<string, string | number | boolean>; sendAt?: Temporal.Instant },
): Promise<void> {
  const at = asDate(now)
  await db.message.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      memberId: message.memberId,
      kind: message.kind,
      input: message.input,
      sendAt: message.sendAt ? asDate(message.sendAt) : at,
      createdAt: at,
    },
  })
  await wakeSenders({ db })
}

/** Wakes the senders of every bot once this transaction is committed; not at all when it is taken back. */
export async function wakeSenders({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${OWED}, '')`
}
