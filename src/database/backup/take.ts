import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { copyOut, PLAIN } from '../copy.ts'
import { flush } from '../embedded/cluster.ts'
import type { Log } from '../log.ts'
import { encrypted, keyOf } from './cipher.ts'
import { describe } from './describe.ts'
import { BackupError, writingFault } from './faults.ts'
import { type Header, headerBytes, placeOf, type TableHeader } from './header.ts'
import { refuseFull, roomIn } from './room.ts'
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
  /** How many bytes are free for the folder; asks the file system unless told. */
  room?: (folder: string) => Promise<number>
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
    await client.query(`${PLAIN}; SET extra_float_digits = 3`)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (options.alone) await takeTurn(client)
    const header = await describe(client, options)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await refuseFull(client, folder, options.room ?? roomIn)
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
