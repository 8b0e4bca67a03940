import type { Context } from '../../bot/context.ts'
import { type Sql, sql, type Transaction, verbatim } from '../../database/index.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { companySeen, type Viewer } from '../visibility.ts'

/** Customers that have something in common: one owner, one industry, one country; or all that a saved segment holds. */
export interface Segment {
  field: 'owner' | 'industry' | 'country' | 'segment'
  /** The owner's id, or the words in lower case; of a saved segment its id, and the member's for whom “me” stands in it. */
  value: string
}

type Reader = { db: Transaction; workspace: { id: string } }

const MINE = /^(?:all(?: of)? )?(?:mine|my customers)$|^我的(?:所有|全部)?客户$|^(?:所有|全部)我的客户$/i
const OF_A_KIND = /^(?:all |所有|全部)?(industry|country|行业|国家)[\s:：]*(.+)$/i

/** The kind of customers that was typed: `mine`, `my customers`, `industry software`, 国家德国. Undefined when it is none. */
export function readSegment(typed: string, me: { id: string }): Segment | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (MINE.test(text)) return { field: 'owner', value: me.id }
  const [, word = '', value = ''] = OF_A_KIND.exec(text) ?? []
  if (!value) return undefined
  return { field: /^(?:industry|行业)$/i.test(word) ? 'industry' : 'country', value: value.trim().toLowerCase() }
}

const ofThisKind = sql`CASE s.field WHEN 'owner' THEN c."ownerId"::text WHEN 'industry' THEN lower(c.industry) ELSE lower(c.country) END`

/** In SQL, how often the kinds that company `c` is of want it reached, in days, the most often first; NULL when none does. Only who has an owner is of a kind. */
export const daysOfKinds = (kind: 'company' | 'contact'): Sql =>
  kind === 'contact'
    ? daysOfSegments(kind)
    : sql`least(${daysOfSegments(kind)}, (SELECT min(s."keepDays") FROM cadences s
  WHERE s."workspaceId" = c."workspaceId" AND s."archivedAt" IS NULL AND c."ownerId" IS NOT NULL AND s.value = ${ofThisKind}))`

const daysOfSegments = (kind: 'company' | 'contact'): Sql => sql`(SELECT min(s."keepDays") FROM segment_members g
  JOIN cadences s ON s."workspaceId" = g."workspaceId" AND s.id = g."cadenceId" AND s."archivedAt" IS NULL
  WHERE g."workspaceId" = c."workspaceId" AND g.kind = ${verbatim(`'${kind}'`)} AND g.id = c.id AND c."ownerId" IS NOT NULL)`

/** In SQL, the customers of an owner that have no wish of their own and are of a kind that has one: their `id`, and `days`. */
export const keptByKind = (workspaceId: string, ownerId: string, kind: 'company' | 'contact'): Sql =>
  kind === 'contact'
    ? keptBySegment(workspaceId, ownerId, kind)
    : sql`SELECT k.id, min(k.days) AS days FROM (${keptByField(workspaceId, ownerId)} UNION ALL ${keptBySegment(workspaceId, ownerId, kind)}) k GROUP BY k.id`

const keptBySegment = (workspaceId: string, ownerId: string, kind: 'company' | 'contact'): Sql => sql`
  SELECT c.id, min(s."keepDays") AS days FROM cadences s JOIN segment_members g ON g."workspaceId" = s."workspaceId" AND g."cadenceId" = s.id AND g.kind = ${kind}
  JOIN ${verbatim(kind === 'company' ? 'companies' : 'contacts')} c ON c."workspaceId" = s."workspaceId" AND c.id = g.id
  WHERE s."workspaceId" = ${workspaceId}::uuid AND s.field = 'segment' AND s."keepDays" IS NOT NULL AND s."archivedAt" IS NULL
    AND c."ownerId" = ${ownerId}::uuid AND c."keepDays" IS NULL AND c."archivedAt" IS NULL GROUP BY c.id`

const keptByField = (workspaceId: string, ownerId: string): Sql => sql`
  SELECT c.id, min(s."keepDays") AS days FROM cadences s JOIN companies c ON c."workspaceId" = s."workspaceId" AND s.value = ${ofThisKind}
  WHERE s."workspaceId" = ${workspaceId}::uuid AND s."keepDays" IS NOT NULL AND s."archivedAt" IS NULL
    AND c."ownerId" = ${ownerId}::uuid AND c."keepDays" IS NULL AND c."archivedAt" IS NULL GROUP BY c.id`

/** Whether a customer is of a kind that is to be kept in touch with. */
export async function isOfAKeptKind(
  { db, workspace }: Reader,
  { companyId, contactId }: { companyId: string | null; contactId: string | null },
): Promise<boolean> {
  const kind = contactId ? 'contact' : 'company'
  const [row] = await db.$queryRaw<
    { days: number | null }[]
  >`SELECT ${daysOfKinds(kind)} AS days FROM ${verbatim(contactId ? 'contacts' : 'companies')} c
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c.id = ${contactId ?? companyId}::uuid`
  return row?.days != null
}

/** How many companies with an owner are of a kind, of those that somebody sees. */
export async function countOf(reader: Reader & Viewer, { field, value }: Segment): Promise<number> {
  const { db, workspace } = reader
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM companies c,
    (SELECT ${field}::text AS field, ${value}::text AS value) s
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c."archivedAt" IS NULL AND c."ownerId" IS NOT NULL AND s.value = ${ofThisKind}${companySeen(reader, 'c')}`
  return row?.count ?? 0
}

/** Writes how often each customer of a kind is to be reached; null: no longer. Gives what stood before, and its id. */
export async function keepSegment(
  context: Context,
  segment: Segment,
  keepDays: number | null,
): Promise<{ stood: number | null; id: string | undefined }> {
  const { db, workspace, now } = context
  const key = { workspaceId: workspace.id, field: segment.field, value: segment.value }
  const before = await db.cadence.findUnique({ where: { workspaceId_field_value: key } })
  const stood = before?.archivedAt ? null : (before?.keepDays ?? null)
  if (stood === keepDays) return { stood, id: before?.id }
  const data = { keepDays, updatedAt: asDate(now), archivedAt: null }
  const after = before
    ? await db.cadence.update({ where: { workspaceId_field_value: key }, data })
    : await db.cadence.create({ data: { ...key, ...data, id: newId(now), createdAt: asDate(now) } })
  await record(context, { noun: 'cadence', id: after.id, before, after })
  return { stood, id: after.id }
}
