import { chmod, chown, mkdir } from 'node:fs/promises'
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Address } from './address.ts'
import { type Cluster, writeSettings } from './cluster.ts'
import { forgetPostmaster, isServing, readPostmaster } from './postmaster.ts'
import { type RunningServer, startServer } from './server.ts'
import { stopServer } from './stop.ts'

export interface KeptServer {
  pid: () => number
  stop: () => Promise<void>
}

/** How often the server is looked after, in milliseconds; so long, too, after a failed start. */
const LOOK_EVERY = 1000

/** Starts the server again, at the same address, when it dies: killed for want of memory, or by somebody's hand. */
export function keepServer(cluster: Cluster, server: RunningServer, log: Log): KeptServer {
  let pid = server.pid
  let stopping = false
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  const look = async () => {
    if (stopping || (await isServing(pid, cluster.folders.cluster))) return
    const other = await readPostmaster(cluster.folders.cluster)
    if (other && (await isServing(other.pid, cluster.folders.cluster))) {
      pid = other.pid
      return
    }
    log.error({ pid }, 'the embedded database has ended, starting it again')
    try {
      pid = await startAgain(cluster, server.address)
      log.info({ pid }, 'the embedded database is up again')
    } catch (error) {
      log.error({ fault: messageOf(error) }, 'the embedded database does not start, trying again')
    }
  }
  const lookLater = () => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!stopping) lookLater()
      })
    }, LOOK_EVERY)
    timer.unref()
  }
  lookLater()

  return {
    pid: () => pid,
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      await looking
      await stopServer(cluster, pid)
    },
  }
}

async function startAgain(cluster: Cluster, address: Address): Promise<number> {
  await forgetPostmaster(cluster.folders.cluster)
  if (address.kind === 'socket') await remakeFolder(address.folder, cluster)
  await writeSettings(cluster, address)
  return startServer(cluster, address)
}

/** The socket's folder may be gone, if it lay among temporary files. */
async function remakeFolder(folder: string, { user }: Cluster): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}
