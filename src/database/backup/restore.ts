import pg from 'pg'
import { copyIn, PLAIN } from '../copy.ts'
import type { Log } from '../log.ts'
import { applyWithin, BOOKKEEPING, lockMigrations, pending } from '../migrate.ts'
import { type Migration, migrationsFolder, readMigrations } from '../migrations.ts'
import { BackupError, damaged, loadingFault } from './faults.ts'
import { type Header, placeOf, type TableHeader } from './header.ts'
import { listed } from './listed.ts'
import { type OpenBackup, openBackup, readingFault } from './read.ts'
import { clear, counted, historyOf, setAside, tablesOf } from './schema.ts'

export interface RestoreOptions {
  connection: pg.ClientConfig
  file: string
  passphrase?: string
  log: Log
  /** What stands there may go; else it must be empty. */
  overwrite?: boolean
  /** Done once the file is known to be good and before anything is changed; when it fails, nothing is. */
  first?: () => Promise<void>
  migrations?: string
}

/**
 * The tables of a database that have rows.
 * @throws BackupError `in use` while a bot works on it.
 */
export const standing = (connection: pg.ClientConfig): Promise<TableHeader[]> =>
  withClient(connection, async (client) => {
    await refuseInUse(client)
    return standingIn(client, await readMigrations(migrationsFolder()))
  })

async function standingIn(client: pg.Client, migrations: readonly Migration[]): Promise<TableHeader[]> {
  const { ours } = await tablesOf(client, migrations)
  return (await counted(client, ours)).filter(({ rows }) => rows > 0)
}

/**
 * Puts a backup in the place of what stands in a database: makes the tables as they were when it was taken, fills them, and brings them to what
 * this program needs. One transaction: when anything fails, what stood there stands there.
 * @throws BackupError that says what to do.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Header> {
  const { connection, file, log } = options
  const known = await readMigrations(options.migrations ?? migrationsFolder())
  const backup = await openBackup(file, options.passphrase)
  const [before, after] = parted(known, backup.header, file)
  await options.first?.()
  const fillAnew = async (client: pg.Client) => {
    await client.query('BEGIN')
    if (!options.overwrite) await refuseOccupied(client, known)
    await clear(client, known)
    await client.query(BOOKKEEPING)
    for (const migration of before) await applyWithin(client, migration)
    await load(client, file, backup)
    for (const migration of after) await applyWithin(client, migration)
    await client.query('COMMIT')
  }
  await withClient(connection, async (client) => {
    await lockMigrations(client, log)
    await refuseInUse(client)
    // A database of a newer version is refused: this one does not know what all is in it.
    pending(known, await historyOf(client))
    await fillAnew(client).catch((error: unknown) => {
      throw loadingFault(error)
    })
    await client.query('ANALYZE')
  })
  return backup.header
}

async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'rapport restore' })
  // A query that runs then hears of it too.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(PLAIN)
    return await work(client)
  } finally {
    // What was begun and not committed goes with the connection.
    await client.end()
  }
}

/** The migrations that the backup has behind it, and those that its rows have still to go through. */
function parted(known: readonly Migration[], header: Header, file: string): [Migration[], Migration[]] {
  for (const { name, checksum } of header.migrations) {
    const ours = known.find((one) => one.name === name)
    const what = ours ? `another migration ${name} than this program` : `the migration ${name}, which this program does not know`
    if (ours?.checksum !== checksum)
      throw new BackupError(
        'newer',
        `${file} was taken by a newer version of Rapport (${header.product}): it has ${what}. Restore it with that version.`,
      )
  }
  const had = (one: Migration) => header.migrations.some(({ name }) => name === one.name)
  return [known.filter(had), known.filter((one) => !had(one))]
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name IN ('rapport', 'rapport listener')`,
  )
  if (rowCount) throw new BackupError('in use', 'A bot is working on that database. Stop it first.')
}

async function refuseOccupied(client: pg.Client, known: readonly Migration[]): Promise<void> {
  const found = await standingIn(client, known)
  if (found.length) throw new BackupError('occupied', `Something stands in that database: ${listed(found)}.`)
}

async function load(client: pg.Client, file: string, backup: OpenBackup): Promise<void> {
  const { header } = backup
  const putBack = await setAside(client, header.tables)
  for await (const { table, rows } of backup.tables()) {
    const count = await copyIn(client, `COPY ${placeOf(table)} FROM STDIN`, rows).catch((error: unknown) => {
      throw readingFault(file, error)
    })
    if (count !== table.rows) throw damaged(file, `was changed: ${table.name} has ${count} rows, its header says ${table.rows}`)
  }
  for (const { name, value, called } of header.sequences)
    await client.query('SELECT setval(quote_ident($1)::regclass, $2, $3)', [name, value, called])
  await putBack()
}
