import type { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'
import type { Action } from '../../bot/card.ts'
import type { Caller } from '../../bot/context.ts'
import type { SealedAnswer } from '../../bot/house.ts'
import type { Locale } from '../../bot/text.ts'
import { catalogue } from '../../bot/text.ts'
import { type Database, DoneBefore, insert, inTransaction, type Transaction } from '../../database/index.ts'
import { asDate } from '../ids.ts'

const say = catalogue({
  en: { shownOnce: 'That was done, and its answer was shown once: it held a secret that is not kept.' },
  zh: { shownOnce: '已经完成。答复里有不保存的秘密，只显示一次。' },
})

/**
 * Does the work of a request once, in one transaction with its answer; a retry hears what its first run answered. One that comes while the first is
 * still at work waits until that has committed, or takes over when it was rolled back.
 */
export async function once(
  db: Database,
  { workspace, me }: Caller,
  request: { id: string; operation: string; at: Date; patience?: number },
  work: (db: Transaction) => Promise<SealedAnswer>,
): Promise<SealedAnswer> {
  const key = { workspaceId: workspace.id, id: request.id }
  const row = { operation: request.operation, at: request.at }
  try {
    return await inTransaction(db, work, {
      once: { table: 'answered_requests', key, row, result: (answer) => ({ reply: kept(answer, me.locale) }) },
      ...(request.patience && { timeout: request.patience }),
    })
  } catch (error) {
    if (!(error instanceof DoneBefore)) throw error
    const first = await db.answeredRequest.findUnique({ where: { workspaceId_id: key } })
    if (!first?.reply) throw new Error(`request ${request.id} was taken but has no answer`)
    return first.reply as unknown as SealedAnswer
  }
}

// What is shown once is not kept, not even for a retry.
const kept = (answer: SealedAnswer, locale: Locale): SealedAnswer =>
  answer.kind === 'card' && answer.card.showOnce ? { ...answer, card: { kind: 'card', lines: [say(locale).shownOnce] } } : answer

/** Keeps an input that no button can carry; gives the id it is kept under. */
export async function park(db: Transaction, { workspace }: Caller, action: Action, now: Date): Promise<string> {
  const id = v7({ msecs: now.getTime() })
  const { operation, input } = action
  await insert(db, 'parked_inputs', { workspaceId: workspace.id, id, operation, input, createdAt: now })
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

/**
 * Clears away one batch of answers older than a week, and of parked inputs older than 90 days; how many rows went. Workspaces that chose a time of
 * their own are cleaned by it (crm/retention).
 */
export async function cleanOnce(db: Transaction, now: Temporal.Instant): Promise<number> {
  const before = (days: number) => asDate(now.subtract({ hours: 24 * days }))
  const answers = await db.$executeRaw`
    DELETE FROM answered_requests WHERE ctid = ANY (ARRAY(SELECT ctid FROM answered_requests r WHERE at < ${before(KEEP_ANSWERS)}
      AND NOT EXISTS (SELECT FROM workspaces w WHERE w.id = r."workspaceId" AND w.settings ? 'keep.answers') LIMIT ${BATCH}))`
  const parked = await db.$executeRaw`
    DELETE FROM parked_inputs WHERE ctid = ANY (ARRAY(SELECT ctid FROM parked_inputs p WHERE "createdAt" < ${before(KEEP_PARKED)}
      AND NOT EXISTS (SELECT FROM workspaces w WHERE w.id = p."workspaceId" AND w.settings ? 'keep.buttons') LIMIT ${BATCH}))`
  return answers + parked
}
