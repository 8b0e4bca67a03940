import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Config } from '../config.ts'
import { BackupError, type Header, listed, type Reached, reachDatabase } from '../database/index.ts'
import { createLog } from '../log.ts'
import { plainly } from './plainly.ts'

/** What the commands around backups have in common. */
export interface Deps {
  environment: NodeJS.ProcessEnv
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
  now: () => Temporal.Instant
  /** How this program was called. */
  called: string
}

/** Runs a command's work, and says what people can mend in their words. Exit code 1 when it came to nothing. */
export async function told({ stdout, stderr }: Pick<Deps, 'stdout' | 'stderr'>, work: () => Promise<string>): Promise<void> {
  await plainly(stderr, async () => stdout.write(`${await work()}\n`), [BackupError])
}

/** A log that says nothing of the ordinary: the command says that itself. */
export const commandLog = ({ logLevel }: Config) => createLog(logLevel === 'info' ? 'warn' : logLevel)

/** Does work at the database of the settings. */
export async function atDatabase<T>(
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'logLevel'> & Config,
  { beside = false },
  work: (database: Reached) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataDir } = config
  const database = await reachDatabase({ databaseUrl, dataDir: path.resolve(dataDir), log: commandLog(config), beside })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** When a backup was taken and what is in it, in a line. */
export const contentsOf = ({ takenAt, tables }: Header, { timeZone }: Pick<Config, 'timeZone'>): string =>
  `${localMoment(takenAt, timeZone).replace('T', ' ').slice(0, 16)}, ${listed(tables)}`

/** A moment on the clock of the bot: 2026-11-27T03:00:00. */
export const localMoment = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })

export const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
