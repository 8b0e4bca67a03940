import pg from 'pg'
import { serverAt, UTC } from './connect.ts'
import { connectionTo } from './embedded/address.ts'
import { exists, foldersIn } from './embedded/folders.ts'
import { readPostmaster } from './embedded/postmaster.ts'
import { addressOf } from './embedded/server.ts'
import { startEmbedded } from './embedded/start.ts'
import { DatabaseError, messageOf } from './errors.ts'
import type { Log } from './log.ts'
import { adviceOnRefusal } from './reach.ts'

/** A database for connections of one's own: no pool, and no bot. */
export interface Reached {
  connection: pg.ClientConfig
  close: () => Promise<void>
}

export interface ReachOptions {
  /** A PostgreSQL server; without it the embedded one. */
  databaseUrl?: string
  dataDir: string
  log: Log
  /** While a bot runs the embedded database, go in beside it. Else it is refused: the bot is to be stopped. */
  beside?: boolean
}

/**
 * Reaches the database for a command: a server as it is, the embedded one by starting it.
 * @throws DatabaseError that says what to do.
 */
export async function reachDatabase({ databaseUrl, dataDir, log, beside }: ReachOptions): Promise<Reached> {
  if (databaseUrl)
    return { connection: await answering({ ...serverAt(databaseUrl), options: UTC }), close: async () => undefined }
  try {
    const server = await startEmbedded({ dataDir, log })
    return { connection: { ...server.connection, options: UTC }, close: server.stop }
  } catch (error) {
    const running = beside && error instanceof DatabaseError && error.fault === 'in use' ? await runningIn(dataDir) : undefined
    if (!running) throw error
    return { connection: { ...running, options: UTC }, close: async () => undefined }
  }
}

async function answering(connection: pg.ClientConfig): Promise<pg.ClientConfig> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return connection
  } catch (error) {
    const advice = adviceOnRefusal(error)
    const what = `The database ${advice ? 'refused the connection' : 'does not answer'}: ${messageOf(error)}`
    throw new DatabaseError(
      advice ? 'refused' : 'unreachable',
      `${what}. ${advice ?? 'Check the address, and that the server runs.'}`,
      error,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The server that a bot of this machine has running on the folder. */
async function runningIn(dataDir: string): Promise<pg.ClientConfig | undefined> {
  if (!(await exists(dataDir))) return undefined
  const folders = await foldersIn(dataDir)
  const there = await readPostmaster(folders.cluster)
  return there && connectionTo(await addressOf(folders, there))
}
