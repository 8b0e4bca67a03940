import pg from 'pg'
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Address, clearAddress, connectionTo, DATABASE } from './address.ts'
import { type Cluster, ensureCluster, makeDataFolder } from './cluster.ts'
import { type Folders, folderFault, foldersIn } from './folders.ts'
import { keepServer } from './keeper.ts'
import { lockFolder } from './lock.ts'
import { packagedPrograms, runnablePrograms } from './programs.ts'
import { ensureServer } from './server.ts'
import { type Tuning, USUAL } from './settings.ts'
import { stopServer } from './stop.ts'
import { serverUser } from './user.ts'

export interface EmbeddedOptions {
  dataDir: string
  log: Log
  /** How the server listens: on a socket, except on Windows, which has none that PostgreSQL's users can guard. */
  listen?: Address['kind']
  tuning?: Partial<Tuning>
}

/** PostgreSQL with its data in DATA_DIR, as long as this process wants it. */
export interface EmbeddedServer {
  /** For pg; stays the same while the server is kept. */
  connection: ReturnType<typeof connectionTo>
  /** The server's process now; it changes when it had to be started again. */
  pid: () => number
  /** It was still there from an earlier run. */
  takenOver: boolean
  /** Shuts the server down, waits until it is gone, and gives the folder back. Close the connections first. */
  stop: () => Promise<void>
}

/**
 * Has PostgreSQL serve the data in DATA_DIR: makes the folder and the database on the first start, takes over a server that a killed bot left,
 * recovers after a crash. If the server dies it is started again.
 * @throws DatabaseError that says what to do: the folder is in use, cannot be written, is full, is of another version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    await makeDataFolder(options.dataDir)
    const folders = await foldersIn(options.dataDir)
    const lock = await lockFolder(folders.root)
    try {
      return await serve(options, folders, lock.release)
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw folderFault(error, options.dataDir)
  }
}

async function serve(options: EmbeddedOptions, folders: Folders, release: () => Promise<void>): Promise<EmbeddedServer> {
  const { log, listen = process.platform === 'win32' ? 'loopback' : 'socket' } = options
  const cluster = await clusterIn(folders, options.tuning)
  if ((await ensureCluster(cluster, listen)) === 'made') log.info({ dataDir: folders.root }, 'made a new database')
  const server = await ensureServer(cluster, listen, log)
  try {
    await ensureDatabase(server.address)
  } catch (error) {
    await stopServer(cluster, server.pid)
    throw error
  }
  const kept = keepServer(cluster, server, log)
  log.info({ pid: server.pid, dataDir: folders.root, takenOver: server.takenOver }, 'the embedded database is up')
  return {
    connection: connectionTo(server.address),
    pid: kept.pid,
    takenOver: server.takenOver,
    stop: async () => {
      await kept.stop()
      await clearAddress(server.address, folders)
      await release()
    },
  }
}

async function clusterIn(folders: Folders, tuning: Partial<Tuning> = {}): Promise<Cluster> {
  const user = await serverUser(folders.cluster)
  const places = [folders.root, '/var/cache/rapport', '/var/tmp/rapport', '/tmp/rapport']
  const programs = await runnablePrograms(await packagedPrograms(), user, places)
  return { folders, programs, user, tuning: { ...USUAL, ...tuning } }
}

/** The bot's own database, beside PostgreSQL's `postgres`. */
async function ensureDatabase(address: Address): Promise<void> {
  const client = new pg.Client(connectionTo(address, 'postgres'))
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (error) {
    throw new Error(`the database could not be made: ${messageOf(error)}`, { cause: error })
  } finally {
    await client.end()
  }
}
