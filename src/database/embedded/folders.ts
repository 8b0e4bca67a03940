import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, DatabaseError, messageOf } from '../errors.ts'

/** The folders and files inside DATA_DIR; nothing else in it is ours. */
export interface Folders {
  /** DATA_DIR itself, absolute, without symbolic links. */
  root: string
  /** PostgreSQL's own data folder. */
  cluster: string
  /** Where a first cluster is made, to be renamed when it is whole. */
  unfinished: string
  serverLog: string
  password: string
  /** Where the server's socket lies when the path is short enough. */
  sockets: string
}

/** Names everything in DATA_DIR, which must exist. */
export async function foldersIn(dataDir: string): Promise<Folders> {
  const root = await realpath(dataDir)
  return {
    root,
    cluster: join(root, 'postgres'),
    unfinished: join(root, 'postgres.unfinished'),
    serverLog: join(root, 'postgres.log'),
    password: join(root, 'postgres.password'),
    sockets: join(root, 'run'),
  }
}

/** A short name for a folder, the same every time. */
export const shortNameOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 12)

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Whoever runs a program: the ids of a user of this machine. */
export interface User {
  uid: number
  gid: number
}

/** Whether this user can walk into the folder, by its permissions and those of every folder above it. */
export async function canEnter(folder: string, user: User): Promise<boolean> {
  for (let at = await realpath(folder); ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at)
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
    if (!(bits & 1)) return false
    if (at === dirname(at)) return true
  }
}

/** Turns what the file system says about DATA_DIR into what to do about it. */
export function folderFault(error: unknown, dataDir: string): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = codeOf(error) ?? ''
  if (['ENOSPC', 'EDQUOT'].includes(code)) return fullDisk(dataDir, error)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const advice = 'Give that folder to the user who runs the bot, or set DATA_DIR to a folder that can be written.'
    return new DatabaseError('unwritable', `The data folder ${dataDir} cannot be used (${messageOf(error)}). ${advice}`, error)
  }
  return new DatabaseError('damaged', `The embedded database in ${dataDir} could not be started: ${messageOf(error)}`, error)
}

export const fullDisk = (dataDir: string, cause: unknown): DatabaseError =>
  new DatabaseError(
    'full',
    `No space is left for the data folder ${dataDir}. Free some space on that disk and start again.`,
    cause,
  )
