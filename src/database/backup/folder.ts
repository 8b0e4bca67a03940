import { access, constants, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../errors.ts'
import { BackupError, writingFault } from './faults.ts'
import { type Header, readHeader } from './header.ts'
import { checkSeal } from './seal.ts'
import { UNFINISHED } from './take.ts'

const ENDING = '.backup'
const DAILY = /^rapport-daily-\d{4}-\d\d-\d\d\.backup$/

/** The file of a day's backup, and of one that was asked for at a moment (ISO, local). */
export const dailyFile = (folder: string, day: string): string => path.join(folder, `rapport-daily-${day}${ENDING}`)
export const fileAt = (folder: string, moment: string, why = ''): string =>
  path.join(folder, `rapport-${why && `${why}-`}${moment.slice(0, 19).replaceAll(':', '')}${ENDING}`)

export interface Kept {
  file: string
  header: Header
  bytes: number
}

/** The newest backup in the folder whose header can be read, of whatever kind; undefined when there is none, or no folder. */
export async function newestIn(folder: string): Promise<Kept | undefined> {
  const all = await Promise.all((await filesIn(folder)).map((name) => keptAs(path.join(folder, name))))
  const known = all.filter((one) => one !== undefined)
  return known.sort((a, b) => b.header.takenAt.localeCompare(a.header.takenAt))[0]
}

const keptAs = async (file: string): Promise<Kept | undefined> => {
  const read = await readHeader(file).catch(() => undefined)
  return read && { file, header: read.header, bytes: (await stat(file)).size }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ENDING))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

/** @throws BackupError when no backup could be written there. Makes the folder. */
export async function checkWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw writingFault(error, folder)
  }
}

/**
 * Keeps the newest `keep` of the daily backups, and the newest that is whole, wherever it stands; what killed runs left goes too. Backups that were
 * asked for are never touched. Gives the names of what it removed.
 */
export async function rotate(folder: string, keep: number): Promise<string[]> {
  const dailies = (await filesIn(folder))
    .filter((name) => DAILY.test(name))
    .sort()
    .reverse()
  const good = await firstGood(folder, dailies)
  const old = good === undefined ? [] : dailies.filter((name, at) => at >= keep && name !== good)
  const left = (await readdir(folder)).filter(
    (name) => name.endsWith(UNFINISHED) && DAILY.test(name.slice(0, -UNFINISHED.length)),
  )
  for (const name of [...old, ...left]) await rm(path.join(folder, name), { force: true })
  return [...old, ...left]
}

async function firstGood(folder: string, dailies: readonly string[]): Promise<string | undefined> {
  for (const name of dailies) {
    const fault = await checkSeal(path.join(folder, name)).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!fault) return name
    if (!(fault instanceof BackupError)) throw fault
  }
  return undefined
}
