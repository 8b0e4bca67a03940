import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../embedded/start.ts'
import { DatabaseError } from '../errors.ts'
import type { Log } from '../log.ts'
import { damaged } from './faults.ts'
import type { Header } from './header.ts'
import { openBackup } from './read.ts'
import { restoreBackup } from './restore.ts'

export interface Verified {
  header: Header
  /** It was really restored, into a database made for that; else why not, and only read to its end. */
  restored: true | string
}

export interface VerifyOptions {
  file: string
  passphrase?: string
  log: Log
  migrations?: string
  /** Runs a PostgreSQL in a folder; the embedded one unless told. */
  start?: typeof startEmbedded
}

/**
 * Restores a backup into a PostgreSQL that is made for that and thrown away. Where none can be run (`unsupported`) it reads the file to its end.
 * @throws BackupError when it is not good.
 */
export async function verifyBackup(options: VerifyOptions): Promise<Verified> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rapport-verify-'))
  try {
    const { start = startEmbedded, log } = options
    const server = await start({ dataDir, log, tuning: { fsync: false } })
    try {
      return { header: await restoreBackup({ ...options, connection: server.connection }), restored: true }
    } finally {
      await server.stop()
    }
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.fault !== 'unsupported') throw error
    return { header: await readThrough(options), restored: error.message }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function readThrough({ file, passphrase }: VerifyOptions): Promise<Header> {
  const { header, tables } = await openBackup(file, passphrase)
  for await (const { table, rows } of tables()) {
    let count = 0
    for await (const chunk of rows) for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
    if (count !== table.rows) throw damaged(file, `was changed: ${table.name} has ${count} rows, its header says ${table.rows}`)
  }
  return header
}
