import type { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'
import type { Action } from '../../bot/card.ts'
import type { Caller } from '../../bot/context.ts'
import type { SealedAnswer } from '../../bot/house.ts'
import type { Prisma, Transaction } from '../../database/index.ts'
import { asDate } from '../ids.ts'

/**
 * Takes a request id for the write that runs in this transaction, or gives what its first run answered. A retry that comes while
 * the first is still at work waits in the INSERT until that one has committed, or takes over when it was rolled back.
 */
export async function claim(
  db: Transaction,
  { workspace }: Caller,
  requestId: string,
  operation: string,
  now: Date,
): Promise<{ answered: SealedAnswer | null } | 'new'> {
  const taken = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO answered_requests ("workspaceId", id, operation, at) VALUES (${workspace.id}::uuid, ${requestId}, ${operation}, ${now})
    ON CONFLICT DO NOTHING RETURNING id`
  if (taken.length) return 'new'
  const first = await db.answeredRequest.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id: requestId } } })
  return { answered: (first?.reply ?? null) as SealedAnswer | null }
}

/** Keeps the answer to a claimed request, for its retries. */
export async function remember(db: Transaction, { workspace }: Caller, requestId: string, answer: SealedAnswer): Promise<void> {
  await db.answeredRequest.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: requestId } },
    data: { reply: asJson(answer) },
    select: { id: true },
  })
}

/** Keeps an input that no button can carry; gives the id it is kept under. */
export async function park(db: Transaction, { workspace }: Caller, action: Action, now: Date): Promise<string> {
  const id = v7({ msecs: now.getTime() })
  await db.parkedInput.create({
    data: { workspaceId: workspace.id, id, operation: action.operation, input: action.input, createdAt: now },
    select: { id: true },
  })
  return id
}

/** What is parked under an id in the caller's workspace; undefined when it was cleaned away, or never was. */
export async function unpark(db: Transaction, { workspace }: Caller, id: string): Promise<Action | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const found = await db.parkedInput.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id } } })
  return found ? { operation: found.operation, input: found.input as Action['input'] } : undefined
}

/** How long platforms may still retry, with a wide margin. */
const KEEP_ANSWERS = 7
/** How long a button in an old message may still be pressed. */
const KEEP_PARKED = 90
/** Rows in one statement: none of them locks or logs much at once. */
const BATCH = 1000

/** Clears away one batch of answers older than a week, and of parked inputs older than 90 days; how many rows went. */
export async function cleanOnce(db: Transaction, now: Temporal.Instant): Promise<number> {
  const before = (days: number) => asDate(now.subtract({ hours: 24 * days }))
  const answers = await db.$executeRaw`
    DELETE FROM answered_requests WHERE ctid = ANY (ARRAY(SELECT ctid FROM answered_requests WHERE at < ${before(KEEP_ANSWERS)} LIMIT ${BATCH}))`
  const parked = await db.$executeRaw`
    DELETE FROM parked_inputs WHERE ctid = ANY (ARRAY(SELECT ctid FROM parked_inputs WHERE "createdAt" < ${before(KEEP_PARKED)} LIMIT ${BATCH}))`
  return answers + parked
}

const asJson = (answer: SealedAnswer) => JSON.parse(JSON.stringify(answer)) as Prisma.InputJsonObject
