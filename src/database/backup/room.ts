import { statfs } from 'node:fs/promises'
import { fullDisk } from './faults.ts'

/** So much is left on the disk whatever happens: the database may be on it, and must go on writing. */
const RESERVE = 64 * 1024 * 1024

/** @throws BackupError `full` when a backup of a database of that size (in bytes, with its indexes) might leave too little. */
export async function refuseFull(size: number, folder: string, room: (folder: string) => Promise<number>): Promise<void> {
  // With indexes, it is many times what a backup takes.
  const need = size / 4 + RESERVE
  if ((await room(folder)) < need) throw fullDisk(folder)
}

/** How many bytes are free for a folder. */
export const roomIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
