import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import type { Log } from '../log.ts'
import { type Migration, migrationsFolder, readMigrations } from '../migrations.ts'
import { newEncryption } from './cipher.ts'
import { BackupError } from './faults.ts'
import { FORMAT, type Header } from './header.ts'
import { counted, historyOf, tablesOf } from './schema.ts'

interface Wanted {
  passphrase?: string
  takenAt: string
  log: Log
  migrations?: string
}

/** What the backup says of itself, all of the moment that the client's transaction sees. */
export async function describe(client: pg.Client, options: Wanted): Promise<Header> {
  const known = await readMigrations(options.migrations ?? migrationsFolder())
  const migrations = (await historyOf(client)).filter(({ finished }) => finished)
  if (!migrations.length)
    throw new BackupError('nothing', 'There is nothing to back up: Rapport has no tables in that database yet.')
  refuseNewer(migrations, known)
  const { ours, others } = await tablesOf(client, known)
  if (others.length) options.log.warn({ tables: others }, 'tables that are not of Rapport are left out of the backup')
  const tables = await counted(client, ours)
  return {
    format: FORMAT,
    product: await productVersion(),
    postgres: (await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")).rows[0]!.version,
    takenAt: options.takenAt,
    workspaces: tables.find(({ name }) => name === 'workspaces')?.rows ?? 0,
    lastMigration: migrations
      .map(({ name }) => name)
      .sort()
      .at(-1)!,
    ...(options.passphrase && { encryption: newEncryption() }),
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
    tables,
    sequences: await sequencesOf(client),
  }
}

function refuseNewer(migrations: readonly { name: string }[], known: readonly Migration[]): void {
  const newer = migrations.find(({ name }) => !known.some((one) => one.name === name))
  if (newer)
    throw new BackupError(
      'newer',
      `The database is newer than this program: it has the migration ${newer.name}. Take the backup with the version of Rapport that runs on it.`,
    )
}

async function sequencesOf(client: pg.Client): Promise<Header['sequences']> {
  const { rows } = await client.query<Header['sequences'][number]>(
    `SELECT sequencename AS name, coalesce(last_value, start_value)::text AS value, last_value IS NOT NULL AS called
     FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1`,
  )
  return rows
}

/** The version of this program. package.json lies beside src and beside dist alike. */
async function productVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
  return version
}
