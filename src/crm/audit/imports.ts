import type { Context } from '../../bot/context.ts'

/** The files of imports, by their ids. */
export async function filesOf({ db, workspace }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const found = await db.import.findMany({
    where: { workspaceId: workspace.id, id: { in: [...ids] } },
    select: { id: true, file: true },
  })
  return new Map(found.map(({ id, file }) => [id, file]))
}
