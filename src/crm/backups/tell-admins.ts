import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { notice } from '../../bot/operation.ts'
import type { Transaction } from '../../database/index.ts'
import { sayAgo } from '../../understanding/index.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { dayOf, lastTaken, REASONS, type Reason } from './backups.ts'
import { say } from './words.ts'

/** An admin hears of it no more often than this. */
const ONCE_IN = { hours: 24 }

/** Tells an admin that a day's backup could not be taken, why, and how old the newest one is; nothing when it was taken meanwhile. */
export const backupFailed = notice({
  kind: 'backupfailed',
  input: z.object({ day: z.string(), reason: z.enum(REASONS) }),
  build: async (context, { day, reason }) => {
    if (context.me.role !== 'admin' || (await dayOf(context.db, day))?.finishedAt) return undefined
    const words = say(context.locale)
    return card({ tone: 'warning', title: words.failed, lines: [words[reason], `${words.again} ${await newest(context)}`] })
  },
  settled: async ({ locale }) => card({ lines: [say(locale).taken] }),
})

async function newest({ db, now, zone, locale }: Context): Promise<string> {
  const words = say(locale)
  const at = await lastTaken(db)
  if (!at) return words.none
  return words.newest(sayAgo(Temporal.Instant.fromEpochMilliseconds(at.getTime()), { now, zone }, locale))
}

/** Owes every admin that news, once a day at most: the bot keeps all workspaces in one database. */
export async function oweNews(db: Transaction, input: { day: string; reason: Reason }, now: Temporal.Instant): Promise<void> {
  const at = asDate(now)
  // The id is made of the admin and the moment they were told last: told twice at once is told once.
  const owed = await db.$executeRaw`
    INSERT INTO messages ("workspaceId", id, "memberId", kind, input, "sendAt", "createdAt")
    SELECT a."workspaceId", md5(a.id::text || ' backupfailed ' || coalesce(told.at::text, ''))::uuid, a.id, 'backupfailed', ${JSON.stringify(input)}::jsonb, ${at}, ${at}
    FROM members a CROSS JOIN LATERAL (
      SELECT max(t."createdAt") AS at FROM messages t WHERE t."workspaceId" = a."workspaceId" AND t."memberId" = a.id AND t.kind = 'backupfailed') told
    WHERE a.role = 'admin' AND a.active AND (told.at IS NULL OR told.at <= ${asDate(now.subtract(ONCE_IN))} OR told.at > ${at})
    ON CONFLICT DO NOTHING`
  if (owed) await wakeSenders({ db })
}
