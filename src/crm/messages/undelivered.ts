import type { Context } from '../../bot/context.ts'
import { record } from '../audit/audit.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from './messages.ts'

type Within = Pick<Context, 'db' | 'workspace'>

const undelivered = ({ workspace }: Pick<Within, 'workspace'>) => ({ workspaceId: workspace.id, undelivered: true })

/** Messages dealt with by one press: what is more takes another. */
const MOST_AT_ONCE = 500

/** The messages that could not be delivered, the newest first. */
export const undeliveredOnes = (context: Within, take: number, skip = 0) =>
  context.db.message.findMany({ where: undelivered(context), orderBy: [{ gaveUpAt: 'desc' }, { id: 'desc' }], take, skip })

export const countUndelivered = (context: Within): Promise<number> => context.db.message.count({ where: undelivered(context) })

/** Why they could not be delivered, the most frequent reason first. */
export async function whyUndelivered(context: Within, take: number): Promise<{ fault: string; count: number }[]> {
  const found = await context.db.message.groupBy({
    by: ['fault'],
    where: undelivered(context),
    _count: { id: true },
    orderBy: { _count: { id: 'desc' } },
    take,
  })
  return found.map((one) => ({ fault: one.fault ?? '', count: one._count.id }))
}

/** Sends one, or all, once more, each by itself and under its own id. Returns how many. */
export async function retryUndelivered(context: Context, id?: string): Promise<number> {
  const now = asDate(context.now)
  const fresh = { undelivered: false, gaveUpAt: null, attempts: 0, bundle: null, heldUntil: null, sendAt: now }
  const count = await change(context, id, fresh)
  if (count) await wakeSenders(context)
  return count
}

/** They need not be delivered any more. Returns how many. */
export const dropUndelivered = (context: Context, id?: string): Promise<number> => change(context, id, { undelivered: false })

async function change(context: Context, id: string | undefined, data: object): Promise<number> {
  const { db, workspace } = context
  // Two admins at once: who comes second finds what the first has left.
  await db.$queryRaw`SELECT id FROM messages WHERE "workspaceId" = ${workspace.id}::uuid AND undelivered ORDER BY id FOR UPDATE`
  const found = await db.message.findMany({ where: { ...undelivered(context), ...(id && { id }) }, take: MOST_AT_ONCE })
  if (found.length === 0) return 0
  await db.message.updateMany({ where: { workspaceId: workspace.id, id: { in: found.map((one) => one.id) } }, data })
  for (const before of found) await record(context, { noun: 'message', id: before.id, before, after: { ...before, ...data } })
  return found.length
}
