import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DatabaseError, messageOf } from './errors.ts'
import type { Log } from './log.ts'
import { type Migration, migrationsFolder, readMigrations } from './migrations.ts'

export interface MigrateOptions {
  /** From `openDatabase`. */
  connection: pg.ClientConfig
  log: Log
  /** The program's own unless told. */
  folder?: string
}

/**
 * Brings the tables to what this program needs, in the bookkeeping of Prisma's own command line, which agrees with it. Each migration is one
 * transaction. Several bots may start at once: one migrates, the others wait. Gives the names of those it applied.
 * @throws DatabaseError `migration` when one fails, when one that was applied reads otherwise now, or when the database is newer.
 */
export async function migrate({ connection, log, folder = migrationsFolder() }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ ...connection, application_name: 'rapport migrations' })
  client.on('error', (error) => log.warn({ fault: error.message }, 'lost the connection that migrates'))
  await client.connect()
  try {
    await lockMigrations(client, log)
    await client.query(BOOKKEEPING)
    const due = pending(migrations, await applied(client))
    for (const migration of due) await apply(client, migration, log)
    return due.map(({ name }) => name)
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

/** The number that Prisma locks with, so that its command line waits for us and we for it. */
const LOCK = 72707369

/** Keeps every other bot from changing tables for as long as this connection lives. */
export async function lockMigrations(client: pg.Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [LOCK])
  if (rows[0]?.mine) return
  log.info({}, 'waiting for another bot that is updating the database')
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
}

/** As Prisma makes it. */
export const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

export interface Applied {
  name: string
  checksum: string
  finished: boolean
}

/** What was applied to this database, in its order. */
export async function applied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

/** What is still to be applied; refuses a history that is not ours. */
export function pending(migrations: Migration[], history: readonly Applied[]): Migration[] {
  for (const past of history) {
    const known = migrations.find(({ name }) => name === past.name)
    if (!past.finished) throw refusal(`The migration ${past.name} was begun by Prisma and not finished`, RESOLVE)
    if (!known) throw refusal(`The database is newer than this program: it has the migration ${past.name}`, NEWER)
    if (known.checksum !== past.checksum) throw refusal(`The migration ${past.name} was edited after it had been applied`, EDITED)
  }
  return migrations.filter(({ name }) => !history.some((past) => past.name === name))
}

const RESOLVE = 'Mend the database, then run: npx prisma migrate resolve.'
const NEWER = 'Start the newer version of the bot again, or restore a backup from before it into an empty database.'
const EDITED = 'Put the file back as it was, and write what you want to change as a new migration.'

const refusal = (what: string, advice: string, cause?: unknown) => new DatabaseError('migration', `${what}. ${advice}`, cause)

/** Applies one in the transaction that is open. */
export async function applyWithin(
  client: pg.Client,
  { name, sql, checksum }: Migration,
  id: string = randomUUID(),
): Promise<void> {
  const startedAt = await clock(client)
  await client.query(sql)
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [id, checksum, name, startedAt],
  )
}

const clock = async (client: pg.Client) => (await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now

async function apply(client: pg.Client, migration: Migration, log: Log): Promise<void> {
  const { name, checksum } = migration
  log.info({ migration: name }, 'updating the database')
  const id = randomUUID()
  const startedAt = await clock(client)
  try {
    await client.query('BEGIN')
    await applyWithin(client, migration, id)
    await client.query('COMMIT')
  } catch (error) {
    await remember(client, { id, checksum, name, startedAt, fault: messageOf(error) }, log)
    throw refusal(`The migration ${name} failed and was taken back: ${messageOf(error)}`, 'Nothing was changed by it.', error)
  }
}

/** A failure is kept as Prisma keeps one that was resolved as rolled back: it stands in the history and may be tried again. */
async function remember(
  client: pg.Client,
  failed: { id: string; checksum: string; name: string; startedAt: Date | undefined; fault: string },
  log: Log,
): Promise<void> {
  try {
    await client.query('ROLLBACK')
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, rolled_back_at, logs)
       VALUES ($1, $2, $3, $4, clock_timestamp(), $5)`,
      [failed.id, failed.checksum, failed.name, failed.startedAt, failed.fault],
    )
  } catch (error) {
    log.error({ fault: messageOf(error) }, 'the failure of a migration could not be written down')
  }
}
