import type { Temporal } from 'temporal-polyfill'
import type { Platform } from '../../bot/context.ts'
import type { Presence } from '../../bot/grants.ts'
import type { Database } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'

/** The bot is in these teams (again): what is owed there goes out. */
export async function isIn(db: Database, platform: Platform, teams: readonly string[]): Promise<void> {
  const where = { platform, teamId: { in: [...teams] }, leftAt: { not: null } }
  const { count } = await db.installation.updateMany({ where, data: { leftAt: null } })
  if (count) await wakeSenders({ db })
}

/** The bot is in these teams no more. Everything of theirs stays, and is there again when they come back. */
export async function isOut(db: Database, platform: Platform, teams: readonly string[], now: Temporal.Instant): Promise<void> {
  await db.installation.updateMany({
    where: { platform, teamId: { in: [...teams] }, leftAt: null },
    data: { leftAt: asDate(now) },
  })
}

/** What an adapter tells of the teams it is in. */
export const presenceOf = (db: Database, platform: Platform, now: () => Temporal.Instant): Presence => ({
  isIn: (teams) => isIn(db, platform, teams),
  isOut: (teams) => isOut(db, platform, teams, now()),
  known: async () => {
    const found = await db.installation.findMany({ where: { platform, leftAt: null }, select: { teamId: true } })
    return found.map((row) => row.teamId)
  },
})
