import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flush } from '../embedded/cluster.ts'
import { writingFault } from './faults.ts'
import { refuseFull, roomIn } from './room.ts'
import type { Store } from './store/store.ts'

/** Where a backup is written to: it has its name there when it is whole, and what is not whole leaves nothing. */
export interface Target {
  /** As people write it. */
  name: string
  /** Told how large the database is, in bytes. @throws BackupError when there is no room. */
  prepare: (size: number) => Promise<void>
  /** Gives its length. */
  put: (from: AsyncIterable<Buffer>, signal?: AbortSignal) => Promise<number>
  /** What went wrong, in words for whoever runs the bot. */
  fault: (error: unknown) => unknown
}

/** How a file is called until it is whole. */
export const UNFINISHED = '.unfinished'

export function inFolder(file: string, room: (folder: string) => Promise<number> = roomIn): Target {
  const folder = path.dirname(file)
  return {
    name: file,
    prepare: async (size) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await refuseFull(size, folder, room)
    },
    put: async (from, signal) => {
      try {
        await pipeline(from, createWriteStream(file + UNFINISHED, { mode: 0o600, flush: true }), { signal })
        await rename(file + UNFINISHED, file)
      } catch (error) {
        await rm(file + UNFINISHED, { force: true }).catch(() => undefined)
        throw error
      }
      await flush(folder)
      return (await stat(file)).size
    },
    fault: (error) => writingFault(error, folder),
  }
}

export function inStore(store: Store, name: string): Target {
  let most = 0
  return {
    name: store.addressOf(name),
    prepare: async (size) => {
      // Compressed, it is a fraction of that.
      most = size
    },
    put: (from, signal) => store.put(name, from, { most, signal }),
    fault: (error) => error,
  }
}
