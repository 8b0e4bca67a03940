import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Config, ConfigError } from '../config.ts'
import { listIn, shareErased } from '../crm/privacy/list.ts'
import { BackupError, isAddress, openStore, type Store } from '../database/index.ts'

/** Works at a store: `s3`, the one of BACKUP_S3, or `s3://bucket/folder`, with the same endpoint and key. */
export async function withStore<T>({ backup }: Config, place: string, work: (store: Store) => Promise<T>): Promise<T> {
  const settings = isAddress(place) ? backup.storeAt(place) : backup.s3
  if (!settings) throw new ConfigError('BACKUP_S3 is not set: it says which bucket, s3://bucket/folder')
  const store = openStore(settings)
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

export const isStore = (place: string): boolean => place === 's3' || isAddress(place)

/**
 * Does what is to be done with a backup that is named by a path, or by its address in a store, from where it is fetched among the temporary files and
 * removed again. What goes wrong is said of the name that was given.
 */
export async function atHand<T>(config: Config, named: string, work: (file: string) => Promise<T>): Promise<T> {
  if (!isAddress(named)) return work(named)
  const { place, name } = parted(named)
  if (place === 's3:/' || !name)
    throw new ConfigError(`${named} names no backup; one is called s3://bucket/folder/rapport-….backup`)
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-fetched-'))
  const file = path.join(folder, 'fetched.backup')
  try {
    await withStore(config, place, (store) => store.fetch(name, file))
    return await work(file)
  } catch (error) {
    if (!(error instanceof BackupError) || !error.message.includes(file)) throw error
    throw new BackupError(error.fault, error.message.replaceAll(file, named), error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Who was erased, as the store knows it of whose backup is to be put back; nothing to do for a file. */
export async function learnErased(config: Config, named: string): Promise<void> {
  if (!isAddress(named)) return
  await withStore(config, parted(named).place, (store) => shareErased(listIn(config.backup.folder), store))
}

function parted(address: string): { place: string; name: string } {
  const at = address.lastIndexOf('/')
  return { place: address.slice(0, at), name: address.slice(at + 1) }
}
