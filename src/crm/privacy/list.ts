import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Who was erased: ids, which tell of nobody. */
export interface Erased {
  workspaceId: string
  noun: 'contact' | 'member'
  recordId: string
}

/** The list lies beside the backups, and outlives the database: what a backup from before brings back is erased again. */
export const listIn = (folder: string): string => path.join(folder, 'erased.jsonl')

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
  return text.split('\n').flatMap((line) => {
    try {
      const read = JSON.parse(line) as Erased
      return [read.workspaceId, read.recordId].every((id) => UUID.test(id)) ? [read] : []
    } catch {
      return []
    }
  })
}
