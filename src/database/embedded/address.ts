import { randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, exists, type Folders, shortNameOf, type User } from './folders.ts'

/** Where the server listens: a socket in a folder of its own, or a port of this machine alone. */
export type Address = { kind: 'socket'; folder: string; port: number } | { kind: 'loopback'; port: number; password: string }

export const DATABASE = 'rapport'
export const SUPERUSER = 'rapport'
const PORT = 5432

/** How pg connects there. */
export const connectionTo = (address: Address, database = DATABASE) => ({
  host: address.kind === 'socket' ? address.folder : '127.0.0.1',
  port: address.port,
  user: SUPERUSER,
  database,
  password: address.kind === 'socket' ? '' : address.password,
})

/** Chooses where a server that starts now listens, and makes that ready. */
export async function chooseAddress(folders: Folders, user: User | undefined, kind: Address['kind']): Promise<Address> {
  if (kind === 'socket') return { kind, folder: await socketFolder(folders, user), port: PORT }
  return { kind, port: await freePort(), password: await passwordOf(folders, user) }
}

/** A socket's path may have 103 bytes (macOS; Linux 107), of which PostgreSQL's file name takes 14. */
const isShort = (folder: string) => Buffer.byteLength(folder) <= 103 - '/.s.PGSQL.5432'.length

async function socketFolder(folders: Folders, user: User | undefined): Promise<string> {
  if (isShort(folders.sockets) && (await reachable(folders.root, user))) return made(folders.sockets, user)
  for (const place of [tmpdir(), '/tmp']) {
    const folder = join(place, `rapport-${shortNameOf(folders.root)}`)
    if (isShort(folder) && (await reachable(place, user))) return made(folder, user)
  }
  throw new Error('there is no folder with a short path for the server’s socket: set TMPDIR to one')
}

async function reachable(folder: string, user: User | undefined): Promise<boolean> {
  return (await exists(folder)) && (!user || (await canEnter(folder, user)))
}

/** Makes the folder for the server's user alone. Its name can be guessed: what somebody else put there is not used. */
async function made(folder: string, user: User | undefined): Promise<string> {
  const owner = user?.uid ?? process.getuid?.()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const there = await lstat(folder)
  const ours = there.isDirectory() && [owner, process.getuid?.()].includes(there.uid)
  const safe = ours ? folder : await mkdtemp(`${folder}-`)
  await chmod(safe, 0o700)
  if (user) await chown(safe, user.uid, user.gid)
  return safe
}

/** Removes the socket's folder of a server that has stopped, where it lies among temporary files. */
export async function clearAddress(address: Address, folders: Folders): Promise<void> {
  if (address.kind === 'socket' && address.folder !== folders.sockets) await rm(address.folder, { recursive: true, force: true })
}

/** The password of the embedded server, made once. */
export async function passwordOf(folders: Folders, user?: User): Promise<string> {
  if (!(await exists(folders.password))) {
    await writeFile(folders.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (user) await chown(folders.password, user.uid, user.gid)
  }
  return readFile(folders.password, 'utf8')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
