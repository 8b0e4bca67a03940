import { codeOf, messageOf } from '../errors.ts'

/**
 * What is wrong:
 * `damaged` the file was cut or changed; `passphrase` none was given, or another; `newer` the file or the database is of a newer version than this
 * program; `failed` the database did not take it; `busy` another is taking one; `occupied` something stands where it would be restored to; `in use` a bot works on that database; `full` no space is left;
 * `unwritable` the folder cannot be used; `refused` the store's key is wrong or may not do it; `bucket` the store has no such bucket; `clock` this machine's clock is wrong for it;
 * `away` it does not answer; `unreadable` there is no such file, or none of ours; `nothing` there is nothing to back up.
 */
export type BackupFault =
  | 'damaged'
  | 'passphrase'
  | 'newer'
  | 'occupied'
  | 'in use'
  | 'full'
  | 'unwritable'
  | 'unreadable'
  | 'nothing'
  | 'failed'
  | 'busy'
  | 'refused'
  | 'bucket'
  | 'clock'
  | 'away'

/** A backup that cannot be taken, read or restored. The message is for whoever runs the bot and says what to do. */
export class BackupError extends Error {
  readonly fault: BackupFault

  constructor(fault: BackupFault, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'BackupError'
    this.fault = fault
  }
}

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']

/** Turns what the file system says about the folder of the backups into what to do about it; leaves anything else as it is. */
export function writingFault(error: unknown, folder: string): unknown {
  const code = codeOf(error) ?? ''
  if (FULL.includes(code)) return fullDisk(folder, error)
  if (UNWRITABLE.includes(code)) {
    const advice = 'Give that folder to the user who runs the bot, or set BACKUP_DIR to one that can be written.'
    return new BackupError('unwritable', `No backup can be written into ${folder} (${messageOf(error)}). ${advice}`, error)
  }
  return error
}

export const fullDisk = (folder: string, cause?: unknown): BackupError =>
  new BackupError('full', `No space is left for a backup in ${folder}. Free some, or set BACKUP_DIR to another disk.`, cause)

export const damaged = (file: string, how: string, cause?: unknown): BackupError =>
  new BackupError('damaged', `${file} ${how}. Nothing of it was used. Take another backup.`, cause)

/** What PostgreSQL says while a backup is put into it; anything else is left as it is. */
export function loadingFault(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (!/^[0-9A-Z]{5}$/.test(code)) return error
  const advice = code === '53100' ? 'Free some space on the disk of the database.' : ''
  const what = `The restore failed and was taken back: ${messageOf(error)}. What stood there stands there. ${advice}`
  return new BackupError('failed', what.trim(), error)
}
