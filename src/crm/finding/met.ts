import { type Sql, sql } from '../../database/index.ts'
import type { Moment } from '../../understanding/index.ts'
import { activitySeen, type Viewer } from '../visibility.ts'
import { allOf, within } from './conditions.ts'
import { instantsOf } from './days.ts'
import type { Condition, FoundNoun } from './filter.ts'

type Contacted = Extract<Condition, { kind: 'contacted' }>
type Asking = Viewer & Moment & { workspace: { id: string } }

/** In SQL, whether the last contact with `x` lies there; without bounds, whether there ever was one. */
export const lastContactIn = (
  at: { from?: Date; until?: Date },
  noun: FoundNoun,
  { workspace }: Pick<Asking, 'workspace'>,
): Sql =>
  sql`EXISTS (SELECT FROM last_contacts l WHERE l."workspaceId" = ${workspace.id}::uuid AND l.kind = ${noun} AND l.id = x.id AND ${within(sql`l.at`, at)})`

/**
 * In SQL, whether somebody was in touch with `x` as it is asked. Since when, and whether ever, is read off the table of last contacts; by whom, in which
 * way and until when, the activities of that time are asked.
 */
export function activityOf({ span, way, by }: Contacted, noun: FoundNoun, asking: Asking, members: readonly string[]): Sql {
  const at = instantsOf(span, asking)
  if (!way && !by && !at.until) return lastContactIn(at, noun, asking)
  const asked = allOf([
    sql`a."workspaceId" = ${asking.workspace.id}::uuid AND a."archivedAt" IS NULL`,
    way ? sql`a.kind = ${way}` : sql`a.kind <> 'note'`,
    ...(by ? [sql`a."memberId" = ANY(${members}::uuid[])`] : []),
    within(sql`a."occurredAt"`, at),
  ])
  const of = sql`FROM activities a WHERE ${asked}${activitySeen(asking, 'a')}`
  const there = sql`SELECT o FROM activities a, unnest(a."otherContactIds") o WHERE a."otherContactIds" <> '{}' AND ${asked}${activitySeen(asking, 'a')}`
  if (noun === 'contact') return sql`(x.id IN (SELECT a."contactId" ${of} AND a."contactId" IS NOT NULL UNION ${there}))`
  return sql`(x.id IN (SELECT a."companyId" ${of} AND a."companyId" IS NOT NULL
    UNION SELECT p."companyId" FROM contacts p WHERE p."workspaceId" = ${asking.workspace.id}::uuid AND p."companyId" IS NOT NULL AND p.id IN (${there})))`
}
