import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { copyOut, PLAIN } from '../copy.ts'
import type { Log } from '../log.ts'
import { encrypted, keyOf } from './cipher.ts'
import { describe } from './describe.ts'
import { BackupError } from './faults.ts'
import { type Header, headerBytes, placeOf, type TableHeader } from './header.ts'
import { sealed } from './seal.ts'
import type { Store } from './store/store.ts'
import { inFolder, inStore, type Target } from './target.ts'

export interface TakeOptions {
  connection: pg.ClientConfig
  /** Where it is to stand, or its name in the store; what stands there under that name is replaced once this one is whole. */
  file: string
  /** Without it, in a folder. */
  store?: Store
  passphrase?: string
  takenAt: string
  log: Log
  /** Not while another takes one that is to be alone (another bot's daily one). */
  alone?: boolean
  /** Breaks it off. */
  signal?: AbortSignal
  migrations?: string
  /** How many bytes are free for the folder; asks the file system unless told. */
  room?: (folder: string) => Promise<number>
}

export interface Taken {
  /** As people write it: a path, or s3://bucket/name. */
  file: string
  bytes: number
  header: Header
}

/**
 * Writes all tables, as they stand at one moment, into one file; nobody has to wait or to stop for it. It takes its name when it is whole and on disk.
 * @throws BackupError that says what to do.
 */
export async function takeBackup(options: TakeOptions): Promise<Taken> {
  const { connection, file, store, log } = options
  const target = store ? inStore(store, file) : inFolder(file, options.room)
  const client = new pg.Client({ ...connection, application_name: 'rapport backup' })
  client.on('error', (error) => log.warn({ fault: error.message }, 'lost the connection that reads for the backup'))
  await client.connect()
  try {
    await client.query(`${PLAIN}; SET extra_float_digits = 3`)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (options.alone) await takeTurn(client)
    const header = await describe(client, options)
    const { rows } = await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size')
    await target.prepare(Number(rows[0]!.size))
    return { file: target.name, bytes: await write(client, header, target, options), header }
  } catch (error) {
    throw target.fault(error)
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

async function write(client: pg.Client, header: Header, target: Target, { passphrase, signal }: TakeOptions): Promise<number> {
  const head = headerBytes(header)
  const key = passphrase && header.encryption ? await keyOf(passphrase, header.encryption) : undefined
  let bytes = 0
  await pipeline(
    sections(client, header.tables),
    // Level 4: a third of the default's time for a twentieth more of bytes.
    createGzip({ level: 4 }),
    (zipped: AsyncIterable<Buffer>) => sealed(head, key ? encrypted(zipped, key, head) : zipped),
    async (whole: AsyncIterable<Buffer>) => {
      bytes = await target.put(whole, signal)
    },
    { signal },
  )
  return bytes
}

/** As `psql` reads it: each table's rows between a line that names it and one that ends it. */
async function* sections(client: pg.Client, tables: readonly TableHeader[]): AsyncGenerator<Buffer> {
  for (const table of tables) {
    yield Buffer.from(`COPY ${placeOf(table)} FROM stdin;\n`)
    yield* copyOut(client, `COPY ${placeOf(table)} TO STDOUT`)
    yield Buffer.from('\\.\n')
  }
}
