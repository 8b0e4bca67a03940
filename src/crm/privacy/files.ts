import type { Transaction } from '../../database/index.ts'
import { asKept, type Kept, type State, withFile } from '../importing/kept/kept.ts'
import { openSource } from '../importing/reading/open.ts'
import { ImportError } from '../importing/reading/source.ts'
import { namedIn, type Traces } from './traces.ts'

type Within = { db: Transaction; workspaceId: string }

/** What a file's row says of single lines. */
const OF_LINES = ['samples', 'faults', 'stayedNames', 'problem']
/** One that is still to be imported would bring them back. */
const WAITING: readonly (State | null)[] = ['unclear', 'ready']

/**
 * Takes files that were dropped to be imported out of the database where one of their lines names somebody, or where nobody can read them; one that waits
 * to be imported is not imported any more. `theirs`: the imports that wrote the person's record.
 */
export async function eraseFiles({ db, workspaceId }: Within, traces: Traces, theirs: readonly string[]): Promise<void> {
  const isNamed = namedIn(traces)
  const ids = await db.$queryRaw<{ id: string }[]>`SELECT id FROM imports i WHERE "workspaceId" = ${workspaceId}::uuid
    AND (found IS NOT NULL OR EXISTS (SELECT FROM import_pieces p WHERE p."workspaceId" = i."workspaceId" AND p."importId" = i.id))`
  for (const { id } of ids) {
    const where = { workspaceId_id: { workspaceId, id } }
    const kept = asKept(await db.import.findUniqueOrThrow({ where }))
    const { samples = [], faults = [] } = kept.found
    const isShown = samples.some(isNamed) || faults.some(({ what }) => isNamed([what]))
    if (!theirs.includes(id) && !isShown && !(await isInside(db, kept, isNamed))) continue
    await db.importPiece.deleteMany({ where: { workspaceId, importId: id } })
    const found = Object.fromEntries(Object.entries(kept.found).filter(([key]) => !OF_LINES.includes(key)))
    await db.import.update({ where, data: { found, ...(WAITING.includes(kept.state) && { state: 'cancelled' }) } })
  }
}

async function isInside(db: Transaction, kept: Kept, isNamed: (cells: readonly string[]) => boolean): Promise<boolean> {
  const where = { workspaceId: kept.workspaceId, importId: kept.id, number: { gte: 0 } }
  if (!(await db.importPiece.count({ where }))) return false
  try {
    return await withFile(db, kept, async (path) => {
      for await (const cells of linesOf(path)) if (isNamed(cells)) return true
      return false
    })
  } catch (error) {
    if (error instanceof ImportError) return true
    throw error
  }
}

/** Every line of a file, and of each sheet of a workbook, though one alone is imported. */
async function* linesOf(path: string): AsyncGenerator<string[]> {
  const source = await openSource(path, {})
  for await (const { values } of source.rows()) yield values
  for (let sheet = 2; sheet <= (source.sheets ?? 1); sheet++)
    for await (const { values } of (await openSource(path, { sheet: String(sheet) })).rows()) yield values
}
