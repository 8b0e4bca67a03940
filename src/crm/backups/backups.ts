import { Temporal } from 'temporal-polyfill'
import type { Database, Transaction } from '../../database/index.ts'
import { asDate } from '../ids.ts'

/** Why a backup could not be taken, as far as people can do something about it. */
export const REASONS = ['full', 'unwritable', 'refused', 'bucket', 'clock', 'away', 'storeFull', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** What failed, or was broken off by the bot's end, is tried again after this. */
const AGAIN_AFTER = { hours: 1 }
/** What became of a day's backup is remembered for so many days. */
const REMEMBERED = { days: 60 }

/** The day whose backup is due: today's from its hour on, before that yesterday's, which a bot that was down at the time makes up for. */
export function dueDay(now: Temporal.Instant, { at, zone }: { at: string; zone: string }): Temporal.PlainDate {
  const local = now.toZonedDateTimeISO(zone)
  const today = local.toPlainDate()
  const hour = today.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) })
  return Temporal.ZonedDateTime.compare(local, hour) < 0 ? today.subtract({ days: 1 }) : today
}

/** Whether this bot is to take that day's backup: nobody has, and no other is at it. Not while nobody has used the bot. */
export async function claimDay(db: Database, day: string, now: Temporal.Instant): Promise<boolean> {
  const at = asDate(now)
  const claimed = await db.$executeRaw`
    INSERT INTO backups AS b (day, "startedAt") SELECT ${day}, ${at} WHERE EXISTS (SELECT 1 FROM workspaces)
    ON CONFLICT (day) DO UPDATE SET "startedAt" = excluded."startedAt", attempts = b.attempts + 1
    WHERE b."finishedAt" IS NULL AND (b."startedAt" <= ${asDate(now.subtract(AGAIN_AFTER))} OR b."startedAt" > ${at})`
  return claimed > 0
}

export async function finishDay(
  db: Database,
  day: string,
  now: Temporal.Instant,
  taken: { file: string; bytes: number },
): Promise<void> {
  await db.backup.update({ where: { day }, data: { ...taken, finishedAt: asDate(now), fault: null } })
  const forgotten = Temporal.PlainDate.from(day).subtract(REMEMBERED).toString()
  await db.backup.deleteMany({ where: { day: { lt: forgotten } } })
}

/** It was broken off: whoever looks next takes it anew. */
export const releaseDay = (db: Database, day: string) => db.backup.deleteMany({ where: { day, finishedAt: null } })

export const failDay = (db: Database, day: string, reason: Reason) =>
  db.backup.update({ where: { day }, data: { fault: reason } })

export const dayOf = (db: Transaction, day: string) => db.backup.findUnique({ where: { day } })

/** When the newest daily backup was taken. */
export const lastTaken = async (db: Transaction): Promise<Date | undefined> =>
  (await db.backup.aggregate({ _max: { finishedAt: true } }))._max.finishedAt ?? undefined
