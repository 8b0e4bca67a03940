import type { Temporal } from 'temporal-polyfill'
import type { Part } from '../../bot/bundle.ts'
import type { Context, Place } from '../../bot/context.ts'
import { OWED } from '../../bot/house.ts'
import { asDate, newId } from '../ids.ts'

/** Owes somebody a message: written in the caller's transaction, so that a change and its messages commit together. */
export async function owe(
  { db, workspace, now }: Pick<Context, 'db' | 'now'> & { workspace: { id: string } },
  message: {
    memberId: string
    kind: string
    input: Record<string, string | number | boolean>
    sendAt?: Temporal.Instant
    /** Does not wait for the ten minutes between two messages to be over. */
    urgent?: boolean
    /** What it speaks of: when that is changed, the message is made true again. */
    about?: string
  },
): Promise<void> {
  const at = asDate(now)
  await db.message.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      memberId: message.memberId,
      kind: message.kind,
      input: message.input,
      urgent: message.urgent ?? false,
      about: message.about,
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

/** How long a message is kept true after it was sent: older ones nobody scrolls back to. */
const KEPT_TRUE = { hours: 24 * 30 }

/**
 * What was sent about this is to be made true again, once this transaction is committed. The message in which the change was made is not: the
 * answer took its place.
 */
export const refreshAbout = (context: Refreshing, about: string): Promise<void> => refreshMany(context, [about])

type Refreshing = Pick<Context, 'db' | 'now'> & { workspace: { id: string }; place?: Place }

/** The same of many things at once. */
export async function refreshMany({ db, workspace, now, place }: Refreshing, about: readonly string[]): Promise<void> {
  // One that is being sent right now was perhaps made before this change.
  const marked = await db.$executeRaw`
    UPDATE messages SET "refreshAt" = ${asDate(now)}, "refreshTries" = 0
    WHERE "workspaceId" = ${workspace.id}::uuid AND about = ANY(${[...about]}::uuid[]) AND "gaveUpAt" IS NULL
      AND ("sentAt" > ${asDate(now.subtract(KEPT_TRUE))} OR "sentAt" IS NULL AND attempts > 0)
      AND (${place?.message ?? null}::text IS NULL OR coalesce(receipt->>'ts', receipt->>'message') IS DISTINCT FROM ${place?.message ?? null})`
  if (marked) await wakeSenders({ db })
}

/** The parts of the bundle, sent to who asks, in which a button was pressed. */
export async function bundleAt({ db, workspace, me, place }: Context): Promise<Part[]> {
  if (!place.message) return []
  return db.$queryRaw<Part[]>`
    SELECT kind, input, shown FROM messages
    WHERE "workspaceId" = ${workspace.id}::uuid AND "memberId" = ${me.id}::uuid AND bundle IS NOT NULL AND "sentAt" IS NOT NULL
      AND receipt->>'platform' = ${place.platform} AND coalesce(receipt->>'ts', receipt->>'message') = ${place.message}
    ORDER BY "createdAt", id`
}
