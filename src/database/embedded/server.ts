import { execFile, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { codeOf, DatabaseError, messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { pause, until } from '../patience.ts'
import { type Address, chooseAddress, connectionTo, passwordOf } from './address.ts'
import { type Cluster, plainEnvironment, runIn, writeSettings } from './cluster.ts'
import { exists, type Folders, fullDisk } from './folders.ts'
import { forgetPostmaster, identifierOf, isServing, type Postmaster, readPostmaster } from './postmaster.ts'
import { stopServer } from './stop.ts'

/** A server that accepts connections to our cluster. */
export interface RunningServer {
  pid: number
  address: Address
  /** It ran already: the bot before this one did not stop it. */
  takenOver: boolean
}

/** Recovery after a crash replays at most `max_wal_size`; that a slow disk needs minutes for it is no fault. */
const START_WITHIN = 5 * 60_000
/** How long a server may run without answering at its address before it is taken for lost. */
const SILENT_WITHIN = 15_000

/** Has the cluster served: by the server that is still there, or by one that is started. The folder must be locked. */
export async function ensureServer(cluster: Cluster, kind: Address['kind'], log: Log): Promise<RunningServer> {
  const left = await serverLeft(cluster, log)
  if (left) return left
  const address = await chooseAddress(cluster.folders, cluster.user, kind)
  await writeSettings(cluster, address)
  return { pid: await startServer(cluster, address), address, takenOver: false }
}

/** The server that an earlier bot left, once it accepts connections; undefined when there is none, or no longer. */
async function serverLeft(cluster: Cluster, log: Log): Promise<RunningServer | undefined> {
  const data = cluster.folders.cluster
  const left = await readPostmaster(data)
  if (!left) return undefined
  if (!(await isServing(left.pid, data))) {
    log.warn({ pid: left.pid }, 'the database was not shut down; it recovers by itself')
    await forgetPostmaster(data)
    return undefined
  }
  log.info({ pid: left.pid }, 'found the database of an earlier run, taking it over')
  const silentSince = performance.now()
  while (await isServing(left.pid, data)) {
    const there = (await readPostmaster(data)) ?? left
    const address = await addressOf(cluster.folders, there)
    const answer = await answerOf(cluster, address)
    if (answer === 'ours') return { pid: there.pid, address, takenOver: true }
    if (answer === 'silent' && there.ready && performance.now() - silentSince > SILENT_WITHIN) {
      log.warn({ pid: left.pid }, 'the database of an earlier run cannot be reached, stopping it')
      await stopServer(cluster, left.pid)
    }
    if (!(await socketRemains(there))) await stopServer(cluster, left.pid)
    if (performance.now() - silentSince > START_WITHIN) throw notStarting(cluster, 'it does not become ready')
    await pause(50)
  }
  return undefined
}

/** A server whose socket was cleared away (some machines empty their temporary folder) can never be reached again. */
const socketRemains = async ({ ready, socketFolder, port }: Postmaster): Promise<boolean> =>
  !ready || !socketFolder || (await exists(`${socketFolder}/.s.PGSQL.${port}`))

/** Where a server that runs listens. */
export async function addressOf(folders: Folders, { port, socketFolder }: Postmaster): Promise<Address> {
  if (socketFolder) return { kind: 'socket', folder: socketFolder, port }
  return { kind: 'loopback', port, password: await passwordOf(folders) }
}

/** What answers there: our cluster's server, one that is not ready, or nobody. */
async function answerOf(cluster: Cluster, address: Address): Promise<'ours' | 'busy' | 'silent'> {
  const client = new pg.Client({ ...connectionTo(address, 'postgres'), connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ id: string }>('SELECT system_identifier::text AS id FROM pg_control_system()')
    return BigInt.asUintN(64, BigInt(rows[0]?.id ?? 0)).toString() === (await identifierOf(cluster.folders.cluster))
      ? 'ours'
      : 'silent'
  } catch (error) {
    // 57P03: starting up, recovering or shutting down.
    return codeOf(error) === '57P03' ? 'busy' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts a server of our own and waits until it answers. */
export async function startServer(cluster: Cluster, address: Address): Promise<number> {
  if (address.kind === 'socket') await clearSocket(address)
  const since = await turnLog(cluster.folders.serverLog)
  const end = performance.now() + START_WITHIN
  for (;;) {
    const launched = await launch(cluster)
    const up = await until(() => launched.ended() || isUp(cluster, address), end - performance.now())
    if (up && !launched.ended()) return (await readPostmaster(cluster.folders.cluster))?.pid ?? launched.pid
    const said = (await readFile(cluster.folders.serverLog)).subarray(since).toString()
    // The processes of a server that was killed take a moment to notice.
    const waits = /pre-existing shared memory block|still in use/.test(said) && performance.now() < end - START_WITHIN + 30_000
    if (!waits) throw startFault(cluster, up ? said : `${said} it does not become ready`)
    await pause(200)
  }
}

/** What a killed server leaves at its socket. Nobody serves this folder: else PostgreSQL would take whoever has its number now for a server. */
async function clearSocket({ folder, port }: { folder: string; port: number }): Promise<void> {
  for (const file of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) await rm(join(folder, file), { force: true })
}

async function isUp(cluster: Cluster, address: Address): Promise<boolean> {
  const there = await readPostmaster(cluster.folders.cluster)
  return there?.ready === true && (await answerOf(cluster, address)) === 'ours'
}

interface Launched {
  pid: number
  /** It ended by itself, or could not be started. */
  ended: () => boolean
}

/** The server gets a session of its own: a Ctrl-C at the bot's terminal is for the bot, which then stops its database in order. */
async function launch(cluster: Cluster): Promise<Launched> {
  if (process.platform === 'win32') return launchOnWindows(cluster)
  const { data, ...run } = await runIn(cluster.folders.cluster, cluster.user)
  const log = await open(cluster.folders.serverLog, 'a', 0o600)
  try {
    const child = spawn(cluster.programs.postgres, ['-D', data], {
      ...run,
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    let ended = false
    child.on('exit', () => {
      ended = true
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    })
    child.unref()
    return { pid: child.pid ?? 0, ended: () => ended }
  } finally {
    await log.close()
  }
}

/** pg_ctl gives up an administrator's rights, under which the server would not run. */
async function launchOnWindows({ folders, programs }: Cluster): Promise<Launched> {
  const args = ['start', '-w', '-D', folders.cluster, '-l', folders.serverLog]
  let ended = false
  await promisify(execFile)(programs.pgCtl, args, { env: plainEnvironment() }).catch(() => {
    ended = true
  })
  return { pid: (await readPostmaster(folders.cluster))?.pid ?? 0, ended: () => ended }
}

/** Puts a log that has grown aside; says where the next start's part begins. */
async function turnLog(file: string): Promise<number> {
  if (!(await exists(file))) return 0
  const { size } = await stat(file)
  if (size < 5_000_000) return size
  await rename(file, `${file}.old`)
  return 0
}

/** What the server's last words mean for whoever runs the bot. */
export function startFault({ folders }: Pick<Cluster, 'folders'>, said: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded/i.test(said)) return fullDisk(folders.root, said)
  if (/incompatible with (this version of PostgreSQL|server)/.test(said))
    return new DatabaseError('version', `The data in ${folders.cluster} was made by another PostgreSQL: ${said.trim()}`)
  return notStarting({ folders }, said)
}

const notStarting = ({ folders }: Pick<Cluster, 'folders'>, said: string) =>
  new DatabaseError(
    'damaged',
    `The embedded database in ${folders.cluster} does not start; ${folders.serverLog} says why: ${messageOf(said).trim().slice(-500)}`,
  )
