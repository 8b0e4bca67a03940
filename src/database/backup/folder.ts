import { access, constants, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../errors.ts'
import { BackupError, writingFault } from './faults.ts'
import { type Header, readHeader } from './header.ts'
import { checkSeal } from './seal.ts'
import { UNFINISHED } from './target.ts'

const ENDING = '.backup'
const DAILY = /^rapport-daily-\d{4}-\d\d-\d\d\.backup$/

export const isBackup = (name: string): boolean => name.endsWith(ENDING)
export const isDaily = (name: string): boolean => DAILY.test(name)

/** The name of a day's backup, and of one that was asked for at a moment (ISO, local). */
export const dailyName = (day: string): string => `rapport-daily-${day}${ENDING}`
export const nameAt = (moment: string, why = ''): string =>
  `rapport-${why && `${why}-`}${moment.slice(0, 19).replaceAll(':', '')}${ENDING}`
export const fileAt = (folder: string, moment: string, why?: string): string => path.join(folder, nameAt(moment, why))

export interface Kept {
  file: string
  header: Header
  bytes: number
}

/** The backups in the folder whose header can be read, of whatever kind, the newest first; none where there is no folder. */
export async function keptIn(folder: string): Promise<Kept[]> {
  const all = await Promise.all((await filesIn(folder)).map((name) => keptAs(path.join(folder, name))))
  return newestFirst(all)
}

export const newestFirst = (all: readonly (Kept | undefined)[]): Kept[] =>
  all.filter((one) => one !== undefined).sort((a, b) => b.header.takenAt.localeCompare(a.header.takenAt))

const keptAs = async (file: string): Promise<Kept | undefined> => {
  const read = await readHeader(file).catch(() => undefined)
  return read && { file, header: read.header, bytes: (await stat(file)).size }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(isBackup)
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
  const old = await tooOld(await filesIn(folder), keep, (name) => checkSeal(path.join(folder, name)))
  const left = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED) && isDaily(name.slice(0, -UNFINISHED.length)))
  for (const name of [...old, ...left]) await rm(path.join(folder, name), { force: true })
  return [...old, ...left]
}

/** Which of the daily backups are to go; none while none is whole. `check` throws a BackupError at one that is not. */
export async function tooOld(
  names: readonly string[],
  keep: number,
  check: (name: string) => Promise<unknown>,
): Promise<string[]> {
  const dailies = names.filter(isDaily).sort().reverse()
  const good = await firstGood(dailies, check)
  return good === undefined ? [] : dailies.filter((name, at) => at >= keep && name !== good)
}

async function firstGood(dailies: readonly string[], check: (name: string) => Promise<unknown>): Promise<string | undefined> {
  for (const name of dailies) {
    const fault = await check(name).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!fault) return name
    if (!(fault instanceof BackupError)) throw fault
  }
  return undefined
}
