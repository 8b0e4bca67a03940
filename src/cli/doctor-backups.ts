import type { Temporal } from 'temporal-polyfill'
import { plural } from '../bot/text.ts'
import type { Config } from '../config.ts'
import { BackupError, checkWritable, type Kept, keptIn, newestDailyInStore } from '../database/index.ts'
import { localMoment, megabytes } from './at-database.ts'
import { withStore } from './in-store.ts'
import type { Finding } from './machine.ts'

/** A daily backup that is older than this is missing, in hours. */
const LATE = 48
const name = 'backups'

/** Whether backups can be written, and how old the newest is. */
export async function checkBackups(config: Config, now: Temporal.Instant): Promise<Finding[]> {
  const { folder, s3 } = config.backup
  try {
    await checkWritable(folder)
    if (s3) return await inStore(config, now)
    const [newest] = await keptIn(folder)
    return [of(config, now, newest, `into ${folder}, which can be written`)]
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    return [{ name, ok: false, says: error.message, next: 'Mend that: until then there are no new backups.' }]
  }
}

const inStore = (config: Config, now: Temporal.Instant): Promise<Finding[]> =>
  withStore(config, 's3', async (store) => {
    const { skew } = await store.probe()
    const newest = await newestDailyInStore(store)
    return [of(config, now, newest, `into ${store.where}, which can be written, listed and read`), ...clock(skew)]
  })

/** In milliseconds. */
const WRONG = 120_000

/** A store refuses a clock that is off by a quarter of an hour. */
const clock = (skew: number): Finding[] =>
  Math.abs(skew) < WRONG
    ? []
    : [
        {
          name: 'clock',
          ok: false,
          says: `the store of the backups has another time than this machine: ${plural(Math.round(Math.abs(skew) / 60_000), 'minute')} ${skew > 0 ? 'later' : 'earlier'}`,
          next: 'Set the clock of this machine, best by NTP: reminders and backups go by it.',
        },
      ]

function of(
  { backup: { at, passphrase }, timeZone }: Config,
  now: Temporal.Instant,
  newest: Kept | undefined,
  where: string,
): Finding {
  const daily = `${at ? `daily at ${at}` : 'none daily (BACKUP_AT is off)'}, ${where}`
  if (!newest) return { name, ok: true, says: `none yet; ${daily}` }
  const { header, bytes } = newest
  const hours = Math.floor((now.epochMilliseconds - Date.parse(header.takenAt)) / 3_600_000)
  const age = hours < 1 ? 'less than an hour' : hours < 48 ? plural(hours, 'hour') : `${Math.floor(hours / 24)} days`
  const moment = localMoment(header.takenAt, timeZone).replace('T', ' ').slice(0, 16)
  const locked = header.encryption ? (passphrase ? ', encrypted' : ', encrypted, and BACKUP_PASSPHRASE is not set') : ''
  return {
    name,
    ok: !at || hours <= LATE,
    says: `the newest is of ${moment}, ${age} old, ${megabytes(bytes)}${locked}; ${daily}`,
    next: 'Look into the log of the bot why there is none since, or take one now: rapport backup.',
  }
}
