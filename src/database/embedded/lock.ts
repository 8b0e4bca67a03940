import { randomUUID } from 'node:crypto'
import { link, lstat, mkdtemp, rename, rm, symlink, unlink } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf, DatabaseError } from '../errors.ts'
import { shortNameOf } from './folders.ts'

/** The folder is ours until released, or until this process ends in whatever way. */
export interface FolderLock {
  release: () => Promise<void>
}

/**
 * Takes DATA_DIR for this process alone. The lock is a socket that somebody listens on: it dies with its process, cannot be mistaken after
 * a process id was used again, and is seen from another container that shares the folder.
 * @throws DatabaseError `in use` when another bot has it.
 */
export async function lockFolder(root: string): Promise<FolderLock> {
  if (process.platform === 'win32') return lockPipe(root)
  const name = `bot.lock.${randomUUID().slice(0, 8)}`
  const mine = join(root, name)
  const server = await withShortPath(root, (folder) => listen(join(folder, name)))
  try {
    await take(root, mine)
  } catch (error) {
    await closed(server)
    throw error
  } finally {
    await rm(mine, { force: true })
  }
  return {
    release: async () => {
      await rm(lockIn(root), { force: true })
      await closed(server)
    },
  }
}

const lockIn = (root: string) => join(root, 'bot.lock')

/** Puts our listening socket in the lock's place: a link is made by one process alone, and points at a socket that already answers. */
async function take(root: string, mine: string): Promise<void> {
  for (;;) {
    try {
      return await link(mine, lockIn(root))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = await holderOf(root, 'bot.lock')
    if (holder) throw inUse(root, holder)
    await removeStale(root)
  }
}

/** Removes a lock that nobody listens on. Between asking and removing, another starter may have taken it: then it gets it back. */
async function removeStale(root: string): Promise<void> {
  const name = `bot.lock.${randomUUID().slice(0, 8)}`
  const aside = join(root, name)
  try {
    await rename(lockIn(root), aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const holder = await holderOf(root, name)
  if (holder) await rename(aside, lockIn(root))
  else await unlink(aside)
  if (holder) throw inUse(root, holder)
}

/** Who listens: a sentence about the process, or undefined when nobody does. */
async function holderOf(root: string, name: string): Promise<string | undefined> {
  const there = await lstat(join(root, name)).catch(() => undefined)
  if (!there) return undefined
  return withShortPath(root, (folder) => ask(join(folder, name)))
}

/** Whoever listens tells its process id at once. Who lets us in and goes without a word is just ending: nobody, in a moment. */
function ask(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let pid = ''
    const socket = createConnection(address)
    const answer = (holder: string | undefined) => {
      socket.destroy()
      resolve(holder)
    }
    const told = () => answer(pid ? `process ${pid}` : undefined)
    socket.setTimeout(2000, () => answer('a process that does not answer'))
    socket.on('data', (part) => {
      pid += part.toString()
    })
    socket.on('end', told)
    socket.on('error', told)
  })
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.end(String(process.pid))
    })
    server.once('error', reject)
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** On Windows a named pipe has one listener at a time, and goes with it. */
async function lockPipe(root: string): Promise<FolderLock> {
  const address = `\\\\.\\pipe\\rapport-${shortNameOf(root.toLowerCase())}`
  try {
    const server = await listen(address)
    return { release: () => closed(server) }
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    throw inUse(root, (await ask(address)) ?? 'another process')
  }
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => void server.close(() => resolve()))

/** A socket's path may have 103 bytes; a longer folder is reached by a short link for the moment. */
async function withShortPath<T>(folder: string, work: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(folder) < 80) return work(folder)
  const place = await mkdtemp(join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp', 'rapport-'))
  try {
    await symlink(folder, join(place, 'd'))
    return await work(join(place, 'd'))
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

const inUse = (root: string, holder: string) =>
  new DatabaseError(
    'in use',
    `Another Rapport (${holder}) is using the data folder ${root}. Stop it first, or give this one its own folder with DATA_DIR. To run several bots on one database, set DATABASE_URL.`,
  )
