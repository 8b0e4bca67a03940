import type { Temporal } from 'temporal-polyfill'
import type { Role, Sees } from '../../bot/context.ts'
import { rows, sql, type Transaction, verbatim } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import { inPlaceOf } from './stand-in.ts'

/** A moment as the parameter of `seesOf`. */
export const momentOf = (now: Temporal.Instant): string => asDate(now).toISOString()

/**
 * In SQL, the ids of the members whose records member `m` of workspace `w` may see at a moment (`at`, a timestamptz); NULL: everybody's. Their own;
 * with `team`, those of the teams they are in or lead; those whom they lead, as the manager of a team or by being named; and of those who are away, whom
 * they stand in for.
 */
export const seesOf = (
  at: string,
): string => `CASE WHEN w.visibility = 'all' OR m.role = 'admin' THEN NULL ELSE (SELECT array_agg(DISTINCT s.id) FROM (
    SELECT m.id
    UNION ALL SELECT unnest(CASE WHEN w.visibility = 'team' THEN t."memberIds" || t."managerIds" ELSE t."memberIds" END) FROM teams t
      WHERE t."workspaceId" = m."workspaceId" AND t."archivedAt" IS NULL
        AND (m.id = ANY(t."managerIds") OR (w.visibility = 'team' AND m.id = ANY(t."memberIds")))
    UNION ALL SELECT o.id FROM members o WHERE o."workspaceId" = m."workspaceId" AND o."managerId" = m.id
    UNION ALL SELECT o.id FROM members o WHERE o."workspaceId" = m."workspaceId" AND o."awayToId" IS NOT NULL AND ${inPlaceOf(sql`o`, verbatim(at)).text} = m.id
  ) s) END`

/** What `seesOf` found. An admin sees everything, whatever was found of an earlier role. */
export const asSees = (found: string[] | null | undefined, role: Role): Sees => (role === 'admin' || !found ? 'all' : found)

/** Whose records a member sees now. */
export async function whomTheySee(
  { db, workspace, now }: { db: Transaction; workspace: { id: string }; now: Temporal.Instant },
  me: { id: string; role: Role },
): Promise<Sees> {
  const [found] = await rows<{ sees: string[] | null }>(
    db,
    `SELECT ${seesOf('$3::timestamptz')} AS sees FROM members m JOIN workspaces w ON w.id = m."workspaceId" WHERE m."workspaceId" = $1::uuid AND m.id = $2::uuid`,
    [workspace.id, me.id, momentOf(now)],
  )
  return asSees(found?.sees, me.role)
}
