import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { codeOf, DatabaseError } from '../errors.ts'
import { until } from '../patience.ts'
import type { Cluster } from './cluster.ts'
import { isServing } from './postmaster.ts'

/**
 * Stops the server and waits until it is gone: in order, and if that takes more than 7 s without order, from which the next start recovers.
 * @throws DatabaseError when it stays all the same.
 */
export async function stopServer(cluster: Cluster, pid: number): Promise<void> {
  const data = cluster.folders.cluster
  const gone = async () => !(await isServing(pid, data))
  for (const [mode, signal, within] of [['fast', 'SIGINT', 7000] as const, ['immediate', 'SIGQUIT', 2000] as const]) {
    if (await gone()) return
    if (process.platform === 'win32') await stopOnWindows(cluster, mode)
    else kill(pid, signal)
    if (await until(gone, within, 10)) return
  }
  throw new DatabaseError('damaged', `The embedded database (process ${pid}) does not stop. Stop that process by hand.`)
}

async function stopOnWindows({ folders, programs }: Cluster, mode: string): Promise<void> {
  const args = ['stop', '-W', '-m', mode, '-D', folders.cluster]
  await promisify(execFile)(programs.pgCtl, args).catch(() => undefined)
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}
