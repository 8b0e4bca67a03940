import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'

/** Deeper than any group of companies is. */
const DEEPEST = 50

/** Whether a company stands below another, however far: a circle of parents would never end. */
export async function isBelow(
  { db, workspace }: Pick<Context, 'db'> & { workspace: { id: string } },
  company: string,
  other: string,
): Promise<boolean> {
  const found = await rows(
    db,
    `WITH RECURSIVE up AS (
        SELECT id, "parentId", 1 AS depth FROM companies WHERE "workspaceId" = $1::uuid AND id = $2::uuid
        UNION SELECT c.id, c."parentId", up.depth + 1 FROM up JOIN companies c ON c."workspaceId" = $1::uuid AND c.id = up."parentId"
          WHERE up.depth < ${DEEPEST})
      SELECT FROM up WHERE "parentId" = $3::uuid LIMIT 1`,
    [workspace.id, company, other],
  )
  return found.length > 0
}
