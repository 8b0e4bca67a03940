import { type Sql, sql } from '../../database/index.ts'
import { activitySeen, companySeen, contactSeen, type Eyes, type Viewer } from '../visibility.ts'
import type { With } from './activities.ts'
import { IN_VAIN } from './vocabulary.ts'

/** Which activities are looked at: those that are no notes; of these, those that reached somebody. */
type Sort = 'contacts' | 'reached'

const SORTS: Record<Sort, Sql> = {
  contacts: sql`x.kind <> 'note'`,
  reached: sql`x.kind <> 'note' AND (x.outcome IS NULL OR NOT x.outcome = ANY(${[...IN_VAIN]}))`,
}

/** All of an activity (`x`) but what its note is found by, which the two halves would be compared by as well. */
const COLUMNS = sql`x.id, x."workspaceId", x."companyId", x."contactId", x."otherContactIds", x."memberId", x.kind, x.direction, x.outcome, x."occurredAt",
  x."dayOnly", x.zone, x.note, x.amount, x.currency, x."sourceUrl", x.private, x."createdAt"`

/** In SQL, the newest activities of a person, or of anybody at a company. Each half walks its own index; an OR of the two would read all of them. */
export function newest(
  { workspace, ...who }: (Viewer | Eyes) & { workspace: { id: string | Sql } },
  kind: 'company' | 'contact',
  id: Sql,
  most: number | Sql,
  sort: Sort = 'contacts',
): Sql {
  const { own, others } = takingPart(kind, id)
  const half = (whose: Sql) => sql`(SELECT ${COLUMNS} FROM activities x WHERE x."workspaceId" = ${workspace.id}::uuid AND ${whose}
    AND ${SORTS[sort]} AND x."archivedAt" IS NULL${activitySeen(who, 'x')} ORDER BY x."occurredAt" DESC, x.id DESC LIMIT ${most})`
  return sql`${half(own)} UNION ${half(others)}`
}

/** In SQL, the columns of an activity `a` with the names of all that stand in it, of those whom somebody sees. */
export const named = (
  who: Viewer | Eyes,
): Sql => sql`a.id, a."companyId", a."contactId", a."memberId", a.kind, a.direction, a.outcome, a."occurredAt", a."dayOnly", a.zone,
  a.note, a.amount::float8 AS amount, a.currency, a."sourceUrl", a.private, m.name AS "memberName", co.name AS "companyName", p.name AS "contactName",
  ARRAY(SELECT o.name FROM contacts o WHERE o."workspaceId" = a."workspaceId" AND o.id = ANY(a."otherContactIds")${contactSeen(who, 'o')} ORDER BY o.name, o.id) AS "otherNames"`

export const joined = (who: Viewer | Eyes): Sql => sql`JOIN members m ON m."workspaceId" = a."workspaceId" AND m.id = a."memberId"
  LEFT JOIN companies co ON co."workspaceId" = a."workspaceId" AND co.id = a."companyId"${companySeen(who, 'co')}
  LEFT JOIN contacts p ON p."workspaceId" = a."workspaceId" AND p.id = a."contactId"${contactSeen(who, 'p')}`

/** A customer as SQL is asked for one: its kind, and its id. */
export const whoOf = ({ companyId, contactId }: With): ['company' | 'contact', Sql] =>
  contactId ? ['contact', sql`${contactId}::uuid`] : ['company', sql`${companyId}::uuid`]

/**
 * In SQL, which activities (`x`) a customer took part in: as the one the line is about, or as one of the others there;
 * a company by any of its people.
 */
export function takingPart(kind: 'company' | 'contact', id: Sql): { own: Sql; others: Sql } {
  const there = sql`x."otherContactIds" <> '{}' AND x."otherContactIds"`
  if (kind === 'contact') return { own: sql`x."contactId" = ${id}`, others: sql`${there} @> ARRAY[${id}]` }
  const people = sql`ARRAY(SELECT p.id FROM contacts p WHERE p."workspaceId" = x."workspaceId" AND p."companyId" = ${id})`
  return { own: sql`x."companyId" = ${id}`, others: sql`${there} && ${people}` }
}
