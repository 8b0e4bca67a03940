import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { copyOut } from '../copy.ts'
import { flush } from '../embedded/cluster.ts'
import type { Log } from '../log.ts'
import { type Migration, migrationsFolder, readMigrations } from '../migrations.ts'
import { encrypted, keyOf, newEncryption } from './cipher.ts'
import { BackupError, writingFault } from './faults.ts'
import { FORMAT, type Header, headerBytes, placeOf, type TableHeader } from './header.ts'
import { counted, historyOf, tablesOf } from './schema.ts'
import { sealed } from './seal.ts'

export interface TakeOptions {
  connection: pg.ClientConfig
  /** Where it is to stand; what stands there under that name is replaced once this one is whole. */
  file: string
  passphrase?: string
  takenAt: string
  log: Log
  /** Not while another takes one that is to be alone (another bot's daily one). */
  alone?: boolean
  /** Breaks it off. */
  signal?: AbortSignal
  migrations?: string
}

export interface Taken {
  file: string
  bytes: number
  header: Header
}

/** How a file is called until it is whole. */
export const UNFINISHED = '.unfinished'

/**
 * Writes all tables, as they stand at one moment, into one file; nobody has to wait or to stop for it. It takes its name when it is whole and on disk.
 * @throws BackupError that says what to do.
 */
export async function takeBackup(options: TakeOptions): Promise<Taken> {
  const { connection, file, log } = options
  const folder = path.dirname(file)
  const client = new pg.Client({ ...connection, application_name: 'rapport backup' })
  client.on('error', (error) => log.warn({ fault: error.message }, 'lost the connection that reads for the backup'))
  await client.connect()
  try {
    await client.query(
      `SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET extra_float_digits = 3; SET client_encoding = 'UTF8'`,
    )
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (options.alone) await takeTurn(client)
    const header = await headerFor(client, options)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await write(client, header, options)
    await rename(file + UNFINISHED, file)
    await flush(folder)
    return { file, bytes: (await stat(file)).size, header }
  } catch (error) {
    await rm(file + UNFINISHED, { force: true }).catch(() => undefined)
    throw writingFault(error, folder)
  } finally {
    // A COPY that was broken off goes with the connection.
    await client.end()
  }
}

/** Nobody else's number: "backup". */
const TURN = 0x6261636b

/** Goes with the transaction. */
async function takeTurn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [TURN])
  if (!rows[0]?.mine) throw new BackupError('busy', 'Another bot is taking a backup of this database.')
}

async function headerFor(client: pg.Client, options: TakeOptions): Promise<Header> {
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

async function write(client: pg.Client, header: Header, { file, passphrase, signal }: TakeOptions): Promise<void> {
  const head = headerBytes(header)
  const key = passphrase && header.encryption ? await keyOf(passphrase, header.encryption) : undefined
  await pipeline(
    sections(client, header.tables),
    // Level 4: a third of the default's time for a twentieth more of bytes.
    createGzip({ level: 4 }),
    (zipped: AsyncIterable<Buffer>) => sealed(head, key ? encrypted(zipped, key, head) : zipped),
    createWriteStream(file + UNFINISHED, { mode: 0o600, flush: true }),
    { signal },
  )
}

/** As `psql` reads it: each table's rows between a line that names it and one that ends it. */
async function* sections(client: pg.Client, tables: readonly TableHeader[]): AsyncGenerator<Buffer> {
  for (const table of tables) {
    yield Buffer.from(`COPY ${placeOf(table)} FROM stdin;\n`)
    yield* copyOut(client, `COPY ${placeOf(table)} TO STDOUT`)
    yield Buffer.from('\\.\n')
  }
}

/** The version of this program. package.json lies beside src and beside dist alike. */
async function productVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
  return version
}
