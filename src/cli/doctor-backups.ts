import type { Temporal } from 'temporal-polyfill'
import { plural } from '../bot/text.ts'
import type { Config } from '../config.ts'
import { BackupError, checkWritable, newestIn } from '../database/index.ts'
import { localMoment, megabytes } from './at-database.ts'
import type { Finding } from './machine.ts'

/** A daily backup that is older than this is missing, in hours. */
const LATE = 48

/** Whether backups can be written, and how old the newest is. */
export async function checkBackups(
  { backup: { folder, at, passphrase }, timeZone }: Config,
  now: Temporal.Instant,
): Promise<Finding[]> {
  const name = 'backups'
  try {
    await checkWritable(folder)
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    return [{ name, ok: false, says: error.message, next: 'Mend that: until then there are no new backups.' }]
  }
  const daily = `${at ? `daily at ${at}` : 'none daily (BACKUP_AT is off)'}, into ${folder}, which can be written`
  const newest = await newestIn(folder)
  if (!newest) return [{ name, ok: true, says: `none yet; ${daily}` }]
  const { header, bytes } = newest
  const hours = Math.floor((now.epochMilliseconds - Date.parse(header.takenAt)) / 3_600_000)
  const age = hours < 1 ? 'less than an hour' : hours < 48 ? plural(hours, 'hour') : `${Math.floor(hours / 24)} days`
  const moment = localMoment(header.takenAt, timeZone).replace('T', ' ').slice(0, 16)
  const locked = header.encryption ? (passphrase ? ', encrypted' : ', encrypted, and BACKUP_PASSPHRASE is not set') : ''
  return [
    {
      name,
      ok: !at || hours <= LATE,
      says: `the newest is of ${moment}, ${age} old, ${megabytes(bytes)}${locked}; ${daily}`,
      next: 'Look into the log of the bot why there is none since, or take one now: rapport backup.',
    },
  ]
}
