import { BackupError } from '../faults.ts'
import { isBackup, isDaily, type Kept, newestFirst, tooOld } from '../folder.ts'
import { headerIn, LONGEST } from '../header.ts'
import { SEAL_LENGTH, toldIn } from '../seal.ts'
import { contentOf, type Store, type Stored } from './store.ts'

/** Most headers are whole in so many bytes. */
const USUAL = 64 * 1024
/** An upload of ours that is older than this has nobody who works at it, in milliseconds. */
const GIVEN_UP = 24 * 3_600_000

/** The backups in a store whose header can be read, of whatever kind, the newest first. */
export async function keptInStore(store: Store): Promise<Kept[]> {
  const found: (Kept | undefined)[] = []
  for (const one of (await store.list()).filter(({ name }) => isBackup(name))) found.push(await keptAs(store, one))
  return newestFirst(found)
}

/** What the newest daily backup in the store says of itself; one small question more than a list. */
export async function newestDailyInStore(store: Store): Promise<Kept | undefined> {
  const dailies = (await store.list()).filter(({ name }) => isDaily(name)).sort((a, b) => b.name.localeCompare(a.name))
  for (const one of dailies) {
    const kept = await keptAs(store, one)
    if (kept) return kept
  }
  return undefined
}

async function keptAs(store: Store, { name, bytes }: Stored): Promise<Kept | undefined> {
  if (!bytes) return undefined
  const file = store.addressOf(name)
  for (const most of [USUAL, LONGEST])
    try {
      const start = await contentOf(store.read(name, { end: Math.min(most, bytes) - 1 }))
      return { file, header: headerIn(start, file).header, bytes }
    } catch (error) {
      if (!(error instanceof BackupError)) throw error
      if (!['damaged', 'unreadable', 'newer'].includes(error.fault)) throw error
    }
  return undefined
}

/**
 * Keeps the newest `keep` of the daily backups in the store, and the newest that is whole; what killed runs left goes too. A store gives a name to what
 * has come to its end alone, so that its end is looked at, not all of it. Gives the names of what it removed.
 */
export async function rotateStore(store: Store, keep: number, now: Date): Promise<string[]> {
  const found = await store.list()
  const names = found.map(({ name }) => name)
  const sizes = new Map(found.map(({ name, bytes }) => [name, bytes]))
  const old = await tooOld(names, keep, async (name) => {
    const start = Math.max(0, (sizes.get(name) ?? 0) - SEAL_LENGTH)
    toldIn(await contentOf(store.read(name, { start })), store.addressOf(name))
  })
  for (const name of old) await store.remove(name)
  return [...old, ...(await store.abandon(isDaily, new Date(now.getTime() - GIVEN_UP)))]
}
