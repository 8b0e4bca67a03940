import path from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import type { House } from '../../bot/house.ts'
import type { Job, JobHouse } from '../../bot/operation.ts'
import { BackupError, dailyName, type OpenDatabase, rotate, rotateStore, type Store, takeBackup } from '../../database/index.ts'
import { claimDay, dayOf, dueDay, failDay, finishDay, REASONS, type Reason, releaseDay } from './backups.ts'
import { oweNews } from './tell-admins.ts'

export interface DailySettings {
  connection: OpenDatabase['connection']
  folder: string
  /** Where it goes instead of the folder. */
  store?: Store
  /** What else is to go there, or to be done with each. */
  besides?: () => Promise<void>
  /** HH:mm, in this zone. */
  at: string
  zone: string
  keep: number
  passphrase?: string
  /** How many bytes are free for the folder; asks the file system unless told. */
  room?: (folder: string) => Promise<number>
  now: () => Temporal.Instant
  log: House['log']
}

export interface DailyBackup {
  job: Job
  /** Waits for a backup that is being taken. */
  idle: () => Promise<void>
  /** Breaks it off: it is taken anew at the next start. */
  stop: () => Promise<void>
}

/** Takes a backup a day. It goes on beside the other jobs, which have not to wait for it. */
export function dailyBackup(settings: DailySettings): DailyBackup {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let done: string | undefined
  const run = async (house: JobHouse): Promise<number> => {
    if (running || stopping.signal.aborted) return 0
    const day = dueDay(house.now, settings).toString()
    // Asking costs less than a claim, and remembering less than asking.
    if (day === done) return 0
    if ((await dayOf(house.db, day))?.finishedAt) done = day
    if (day === done || !(await claimDay(house.db, day, house.now))) return 0
    running = backUp(settings, house, day, stopping.signal)
      .catch((error: unknown) => settings.log.error({ error }, 'what became of the daily backup was not recorded'))
      .finally(() => {
        running = undefined
      })
    return 0
  }
  const idle = async () => running
  return {
    job: { name: 'take the daily backup', every: 60_000, run },
    idle,
    stop: async () => {
      stopping.abort()
      await idle()
    },
  }
}

async function backUp(settings: DailySettings, { db, transaction }: JobHouse, day: string, signal: AbortSignal): Promise<void> {
  const { connection, folder, store, besides, passphrase, room, now, log } = settings
  const name = dailyName(day)
  try {
    const { file, bytes } = await takeBackup({
      connection,
      file: store ? name : path.join(folder, name),
      store,
      passphrase,
      room,
      takenAt: now().toString(),
      log,
      alone: true,
      signal,
    })
    await finishDay(db, day, now(), { file, bytes })
    log.info({ file, bytes }, 'took the daily backup')
  } catch (error) {
    if (signal.aborted) return void (await releaseDay(db, day))
    if (error instanceof BackupError && error.fault === 'busy') return
    const reason = reasonOf(error, store)
    log.error({ error, reason, day }, 'the daily backup failed and is tried again in an hour')
    const { attempts } = await failDay(db, day, reason)
    if (reason === 'away' && attempts < OFTEN_AWAY) return
    return transaction((tx) => oweNews(tx, { day, reason }, now()))
  }
  await besides?.().catch((error: unknown) => log.warn({ error }, 'who was erased could not be noted beside the backups'))
  await removeOld(settings)
}

/** A store that was away for an hour or two is nothing to be told of. */
const OFTEN_AWAY = 3

function reasonOf(error: unknown, store: Store | undefined): Reason {
  const fault = error instanceof BackupError ? error.fault : 'other'
  if (fault === 'full' && store) return 'storeFull'
  return REASONS.find((one) => one === fault) ?? 'other'
}

async function removeOld({ folder, store, keep, now, log }: DailySettings): Promise<void> {
  try {
    const removed = store ? await rotateStore(store, keep, new Date(now().epochMilliseconds)) : await rotate(folder, keep)
    if (removed.length) log.info({ removed }, 'removed old daily backups')
  } catch (error) {
    log.warn({ error, where: store?.where ?? folder }, 'old daily backups could not be removed')
  }
}
