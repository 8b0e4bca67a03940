import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { BackupError, contentOf, type Store } from '../../database/index.ts'

/** Who was erased: ids, which tell of nobody. */
export interface Erased {
  workspaceId: string
  noun: 'contact' | 'member'
  recordId: string
}

/** The list lies beside the backups, and outlives the database: what a backup from before brings back is erased again. */
const NAME = 'erased.jsonl'
export const listIn = (folder: string): string => path.join(folder, NAME)

export async function noteErased(file: string, { workspaceId, noun, recordId }: Erased): Promise<void> {
  const known = await erasedIn(file)
  if (known.some((one) => one.recordId === recordId && one.workspaceId === workspaceId)) return
  await mkdir(path.dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify({ workspaceId, noun, recordId })}\n`, { flush: true })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What a list holds; none where there is none. A line that was cut short by a crash is passed over: its erasure was not done yet. */
export async function erasedIn(file: string): Promise<Erased[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return ''
    throw error
  })
  return erasedOf(text)
}

function erasedOf(text: string): Erased[] {
  return text.split('\n').flatMap((line) => {
    try {
      const read = JSON.parse(line) as Erased
      return [read.workspaceId, read.recordId].every((id) => UUID.test(id)) ? [read] : []
    } catch {
      return []
    }
  })
}

/** Takes the list here and the one beside the backups in a store together, so that each holds both. */
export async function shareErased(file: string, store: Store): Promise<void> {
  const there = await listThere(store)
  for (const one of there) await noteErased(file, one)
  const here = await erasedIn(file)
  if (here.length === there.length) return
  const bytes = Buffer.from(here.map((one) => `${JSON.stringify(one)}\n`).join(''))
  await store.put(NAME, Readable.from([bytes]), { most: bytes.length })
}

async function listThere(store: Store): Promise<Erased[]> {
  try {
    return erasedOf((await contentOf(store.read(NAME))).toString())
  } catch (error) {
    if (error instanceof BackupError && error.fault === 'unreadable') return []
    throw error
  }
}
