import type { Context } from '../../bot/context.ts'
import { sql } from '../../database/index.ts'

/**
 * Whether I lead a member: as an admin, as the manager of a team they are in, or named by them as theirs. Whoever has nobody who leads them is led by every
 * manager who sees what is theirs.
 */
export async function leads(
  { db, workspace, me, sees }: Pick<Context, 'db' | 'workspace' | 'me' | 'sees'>,
  memberId: string,
): Promise<boolean> {
  if (me.role === 'admin') return true
  const isOne = me.role === 'manager' && (sees === 'all' || sees.includes(memberId))
  const teamsOf = sql`SELECT FROM teams t WHERE t."workspaceId" = o."workspaceId" AND t."archivedAt" IS NULL AND o.id = ANY(t."memberIds")`
  const [found] = await db.$queryRaw<{ leads: boolean }[]>`
    SELECT coalesce(o."managerId" = ${me.id}::uuid, false) OR EXISTS (${teamsOf} AND ${me.id}::uuid = ANY(t."managerIds"))
      OR (${isOne} AND o."managerId" IS NULL AND NOT EXISTS (${teamsOf} AND t."managerIds" <> '{}')) AS leads
    FROM members o WHERE o."workspaceId" = ${workspace.id}::uuid AND o.id = ${memberId}::uuid`
  return found?.leads ?? false
}
