import type { Context } from '../../bot/context.ts'
import { companySeen, contactSeen } from '../visibility.ts'
import type { Kept } from './audit.ts'

/** The names that snapshots only know by id. */
export type Names = ReadonlyMap<string, string>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

type Asking = Pick<Context, 'db' | 'workspace' | 'me' | 'sees' | 'openly'>

/** What the members, and those customers and segments which somebody sees, are called that stand in these changes; also the archived ones. */
export async function namesIn(context: Asking, changes: readonly Pick<Kept, 'before' | 'after' | 'memberId'>[]): Promise<Names> {
  const { db, workspace } = context
  const ids = [
    ...new Set(changes.flatMap((one) => [one.memberId ?? '', ...idsIn(one.before), ...idsIn(one.after)]).filter(Boolean)),
  ]
  if (!ids.length) return new Map()
  const found = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT m.id::text, m.name FROM members m WHERE m."workspaceId" = ${workspace.id}::uuid AND m.id = ANY(${ids}::uuid[])
    UNION ALL SELECT co.id::text, co.name FROM companies co
      WHERE co."workspaceId" = ${workspace.id}::uuid AND co.id = ANY(${ids}::uuid[])${companySeen(context, 'co')}
    UNION ALL SELECT p.id::text, p.name FROM contacts p
      WHERE p."workspaceId" = ${workspace.id}::uuid AND p.id = ANY(${ids}::uuid[])${contactSeen(context, 'p')}
    UNION ALL SELECT s.id::text, s.name FROM segments s
      WHERE s."workspaceId" = ${workspace.id}::uuid AND s.id = ANY(${ids}::uuid[]) AND (s.shared OR s."createdById" = ${context.me.id}::uuid)`
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The ids anywhere in a value, but for the row's own and its workspace's. */
function idsIn(value: unknown): string[] {
  // A segment is kept with the member whose view it is.
  if (typeof value === 'string') return value.split(' ', 2).filter((one) => UUID.test(one))
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => (key === 'workspaceId' || key === 'id' ? [] : idsIn(held)))
}
