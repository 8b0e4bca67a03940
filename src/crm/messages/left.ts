import type { Job, JobHouse } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { asDate } from '../ids.ts'

/** A team that lets the bot in again within this time misses nothing; whoever comes later is not told of a year. */
const KEPT = { hours: 48 }
const BATCH = 1_000

/**
 * Gives up what is owed to people, and into channels, of teams alone that put the bot out. Without that it would grow for as long as their tasks fall due, and
 * be looked through by every sender.
 */
export const giveUpOnTheLeft: Job = {
  name: 'give up what is owed to teams that the bot is not in any more',
  every: 60 * 60 * 1000,
  when: sql`EXISTS (SELECT 1 FROM installations WHERE "leftAt" IS NOT NULL)`,
  run: (house) => giveUp(house),
}

const giveUp = ({ db, now }: JobHouse): Promise<number> => db.$executeRaw`
  UPDATE messages g SET "gaveUpAt" = ${asDate(now)}, fault = 'the bot is not in the team any more', "claimedUntil" = NULL, "claimedBy" = NULL
  FROM (
    SELECT m."workspaceId", m.id FROM messages m
    WHERE m."sentAt" IS NULL AND m."gaveUpAt" IS NULL AND m.attempts >= 0 AND m."sendAt" < ${asDate(now.subtract(KEPT))}
      AND m."workspaceId" IN (SELECT "workspaceId" FROM installations WHERE "leftAt" IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM identities i JOIN installations n ON n.platform = i.platform AND n."teamId" = i."teamId" AND n."leftAt" IS NULL
        WHERE m."channelId" IS NULL AND i."workspaceId" = m."workspaceId" AND i."memberId" = m."memberId")
      AND NOT EXISTS (
        SELECT 1 FROM channels c JOIN installations n ON n.platform = c.platform AND n."teamId" = c."teamId" AND n."leftAt" IS NULL
        WHERE c."workspaceId" = m."workspaceId" AND c.id = m."channelId")
    LIMIT ${BATCH}) m
  WHERE g."workspaceId" = m."workspaceId" AND g.id = m.id AND g."sentAt" IS NULL`
