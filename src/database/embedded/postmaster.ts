import { execFile } from 'node:child_process'
import { open, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf } from '../errors.ts'

/** What a server writes about itself in its data folder, in postmaster.pid. */
export interface Postmaster {
  pid: number
  port: number
  /** Empty when it listens on no socket. */
  socketFolder: string
  /** Accepting connections, as far as it says. */
  ready: boolean
}

/** Who says to be the server of this data folder; undefined when nobody does. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  try {
    const [pid, , , port, socketFolder, , , status] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
    if (!Number(pid)) return undefined
    return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '', ready: status?.trim() === 'ready' }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Whether that process lives and is the server of this data folder, and not another that was given the same number later. */
export async function isServing(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    const folder = await workingFolderOf(pid)
    return folder === 'hidden' ? await isPostmaster(pid, cluster) : folder === (await realpath(cluster))
  }
  return /postgres/i.test(await commandOf(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function workingFolderOf(pid: number): Promise<string | undefined> {
  try {
    return await readlink(`/proc/${pid}/cwd`)
  } catch (error) {
    // Gone, or dead and not yet buried.
    if (['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '')) return undefined
    if (['EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return 'hidden'
    throw error
  }
}

/** Containers take from root the right to see another user's working folder, and so the server's; its command line all can see. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const [program, option, data] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  return /(^|\/)postgres$/.test(program ?? '') && option === '-D' && [cluster, '/proc/self/cwd'].includes(data ?? '')
}

async function commandOf(pid: number): Promise<string> {
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']]
      : ['ps', ['-p', String(pid), '-o', 'command=']]
  // ps ends with 1 when there is no such process.
  return promisify(execFile)(program as string, args as string[]).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

/** Removes what a server left that was killed: PostgreSQL itself would take whoever has its number now for a server. */
export const forgetPostmaster = (cluster: string): Promise<void> => rm(join(cluster, 'postmaster.pid'), { force: true })

/** The number a cluster is given when it is made, by which a server that answers is known to serve this one. */
export async function identifierOf(cluster: string): Promise<string> {
  const file = await open(join(cluster, 'global', 'pg_control'), 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.readBigUInt64LE().toString()
  } finally {
    await file.close()
  }
}
