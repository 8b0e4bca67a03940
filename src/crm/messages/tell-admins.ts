import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from './messages.ts'
import { countUndelivered, whyUndelivered } from './undelivered.ts'
import { say } from './words.ts'

/** Reasons named in the message to an admin. */
const REASONS = 3
/** An admin hears of it no more often than this. */
const ONCE_IN = { hours: 24 }

/** Tells an admin how many messages could not be delivered, and why; nothing when they were dealt with meanwhile. */
export const undeliveredNotice = notice({
  kind: 'undelivered',
  input: z.object({}),
  build: async (context) => {
    const words = say(context.locale)
    const count = await countUndelivered(context)
    if (count === 0 || context.me.role !== 'admin') return undefined
    const why = await whyUndelivered(context, REASONS)
    return card({
      tone: 'warning',
      title: words.title(count),
      lines: [why.map((one) => words.times(one.count, one.fault)).join('\n')],
      buttons: [button(words.see, 'admin undelivered')],
    })
  },
  settled: async ({ locale }) => card({ lines: [say(locale).none] }),
})

/**
 * Owes the admins of a workspace the news of what was given up since they heard of it last, once a day at most. Of what a channel refused, who wanted
 * it there is told by itself.
 */
export const tellAdmins: Job = {
  name: 'tell admins of undelivered messages',
  every: 60_000,
  when: sql`EXISTS (SELECT 1 FROM messages WHERE undelivered AND kind <> 'undelivered' AND "channelId" IS NULL)`,
  run: oweNews,
}

// The id is made of the admin and the moment they were told last: two bots at once owe it once.
async function oweNews({ transaction, now }: JobHouse): Promise<number> {
  const at = asDate(now)
  return transaction(async (tx) => {
    const owed = await tx.$executeRaw`
      INSERT INTO messages ("workspaceId", id, "memberId", kind, input, "sendAt", "createdAt")
      SELECT a."workspaceId", md5(a.id::text || ' undelivered ' || coalesce(told.at::text, ''))::uuid, a.id, 'undelivered', '{}', ${at}, ${at}
      FROM members a CROSS JOIN LATERAL (
        SELECT max(t."createdAt") AS at FROM messages t WHERE t."workspaceId" = a."workspaceId" AND t."memberId" = a.id AND t.kind = 'undelivered') told
      WHERE a.role = 'admin' AND a.active AND (told.at IS NULL OR told.at <= ${asDate(now.subtract(ONCE_IN))} OR told.at > ${at})
        AND EXISTS (SELECT 1 FROM messages u WHERE u."workspaceId" = a."workspaceId" AND u.undelivered AND u.kind <> 'undelivered'
          AND u."channelId" IS NULL AND (told.at IS NULL OR u."gaveUpAt" > told.at))
      ON CONFLICT DO NOTHING`
    if (owed) await wakeSenders({ db: tx })
    // They stand now: looking again at once would find nothing.
    return 0
  })
}
