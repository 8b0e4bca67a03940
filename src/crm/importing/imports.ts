import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../database/index.ts'
import { asDate } from '../ids.ts'

interface Beginning {
  db: Database
  workspace: { id: string }
  by: { id: string }
  now: Temporal.Instant
}

/** An import under way: the mark of all its changes, and whether a run that was broken off goes on. */
export interface Begun {
  id: string
  continued: boolean
}

/** Begins an import of a file; one of the same file that never ended goes on under its own mark, so that one undo takes back both runs. */
export async function beginImport({ db, workspace, by, now }: Beginning, file: string, path: string): Promise<Begun> {
  const hash = await hashOf(path)
  const where = { workspaceId: workspace.id, memberId: by.id, hash, finishedAt: null, state: null }
  const open = await db.import.findFirst({ where, orderBy: { startedAt: 'desc' } })
  // One that was refused before it wrote anything was not broken off.
  const written =
    open && (await db.change.findFirst({ where: { workspaceId: workspace.id, requestId: open.id }, select: { id: true } }))
  if (open) return { id: open.id, continued: written !== null }
  const id = `import:${randomUUID()}`
  await db.import.create({ data: { workspaceId: workspace.id, id, memberId: by.id, file, hash, startedAt: asDate(now) } })
  return { id, continued: false }
}

export async function finishImport({ db, workspace, now }: Beginning, id: string, rows: number): Promise<void> {
  await db.import.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    data: { rows, finishedAt: asDate(now) },
  })
}

/** The newest imports of a workspace. */
export const latestImports = ({ db, workspace }: Pick<Beginning, 'db' | 'workspace'>, count: number) =>
  db.import.findMany({ where: { workspaceId: workspace.id }, orderBy: { startedAt: 'desc' }, take: count })

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
