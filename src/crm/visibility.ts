import type { Sees } from '../bot/context.ts'
import { nothing, type Sql, sql, verbatim } from '../database/index.ts'

/**
 * What a member may see of companies, contacts, activities, tasks and deals: the one place that says so. Every read of these tables on behalf of a member
 * takes its condition from here; `test/matrix/reads.test.ts` finds one that forgot. Where everybody sees everything the conditions are empty, but for what is private.
 */

/** Who looks. */
export interface Viewer {
  me: { id: string }
  sees: Sees
  /** For a whole channel to read: nothing private, and nothing that one sees only because it is one's own. */
  openly?: boolean
}

/** Who looks, where SQL finds them: as values, as parameters, or as columns. */
export interface Eyes {
  /** A uuid. */
  me: Sql
  /** A uuid[]; left out: all of them. */
  sees?: Sql
}

export const eyesOf = ({ me, sees, openly }: Viewer): Eyes => ({
  me: openly ? sql`NULL::uuid` : sql`${me.id}::uuid`,
  ...(sees !== 'all' && { sees: sql`${[...sees]}::uuid[]` }),
})

const isViewer = (who: Viewer | Eyes): who is Viewer => !('strings' in who.me)
const eyes = (who: Viewer | Eyes): Eyes => (isViewer(who) ? eyesOf(who) : who)

type Row = 'x' | 'a' | 'c' | 'p' | 'o' | 't' | 'co' | 'v' | 'k' | 'pc' | 'd' | 'f'

const owned = (row: Sql, sees: Sql) => sql`(${row}."ownerId" IS NULL OR ${row}."ownerId" = ANY(${sees}))`

const person = (row: Sql, sees: Sql) => sql`(CASE WHEN ${row}."ownerId" IS NOT NULL THEN ${row}."ownerId" = ANY(${sees})
  ELSE ${row}."companyId" IS NULL OR EXISTS (SELECT FROM companies vc WHERE vc."workspaceId" = ${row}."workspaceId" AND vc.id = ${row}."companyId" AND ${owned(sql`vc`, sees)}) END)`

/** Whether the customer is seen whom a row is about; `otherwise`, when it is about none. */
const about = (
  row: Sql,
  sees: Sql,
  otherwise: Sql,
) => sql`(CASE WHEN ${row}."contactId" IS NOT NULL THEN EXISTS (SELECT FROM contacts vp WHERE vp."workspaceId" = ${row}."workspaceId" AND vp.id = ${row}."contactId" AND ${person(sql`vp`, sees)})
  WHEN ${row}."companyId" IS NOT NULL THEN EXISTS (SELECT FROM companies vc WHERE vc."workspaceId" = ${row}."workspaceId" AND vc.id = ${row}."companyId" AND ${owned(sql`vc`, sees)})
  ELSE ${otherwise} END)`

/** In SQL, ` AND …` for a row of companies: nobody's, or somebody's whose records are seen. */
export function companySeen(who: Viewer | Eyes, row: Row): Sql {
  const { sees } = eyes(who)
  return sees ? sql` AND ${owned(verbatim(row), sees)}` : nothing
}

/** In SQL, ` AND …` for a row of contacts: by their own owner, else as their company. */
export function contactSeen(who: Viewer | Eyes, row: Row): Sql {
  const { sees } = eyes(who)
  return sees ? sql` AND ${person(verbatim(row), sees)}` : nothing
}

/** In SQL, ` AND …` for a row of the words of names: it says whose the record is; of a person who is nobody's, the record is looked at. */
export function nameSeen(who: Viewer | Eyes, row: 'n'): Sql {
  const { sees } = eyes(who)
  const at = verbatim(row)
  const looked = sql`EXISTS (SELECT FROM contacts v WHERE v."workspaceId" = ${at}."workspaceId" AND v.id = ${at}.id AND ${person(sql`v`, sees ?? nothing)})`
  return sees
    ? sql` AND CASE WHEN ${at}."ownerId" IS NOT NULL THEN ${at}."ownerId" = ANY(${sees}) ELSE ${at}.kind = 'company' OR ${looked} END`
    : nothing
}

/** In SQL, ` AND …` for a row of activities: logged by whom looks, or with a customer they see. A private one: only logged by them. */
export function activitySeen(who: Viewer | Eyes, row: Row): Sql {
  const { me, sees } = eyes(who)
  const at = verbatim(row)
  const open = sql` AND (NOT ${at}.private OR ${at}."memberId" = ${me})`
  return sees ? sql`${open} AND (${at}."memberId" = ${me} OR ${about(at, sees, sql`${at}."memberId" = ANY(${sees})`)})` : open
}

/** In SQL, ` AND …` for a row of tasks: to be done or made by whom looks, or somebody's whose records they see, with a customer they see or none. */
export function taskSeen(who: Viewer | Eyes, row: Row): Sql {
  const { me, sees } = eyes(who)
  const at = verbatim(row)
  const own = sql`${at}."ownerId" = ${me} OR ${at}."createdById" = ${me}`
  const open = sql` AND (NOT ${at}.private OR ${own})`
  return sees ? sql`${open} AND (${own} OR (${at}."ownerId" = ANY(${sees}) AND ${about(at, sees, sql`TRUE`)}))` : open
}

/** In SQL, ` AND …` for a row of attachments of a customer who is seen: a private one only for whom kept it. */
export function attachmentSeen(who: Viewer | Eyes, row: Row): Sql {
  const at = verbatim(row)
  return sql` AND (NOT ${at}.private OR ${at}."createdById" = ${eyes(who).me})`
}

/** In SQL, ` AND …` for a row of deals: somebody's whose records are seen, or about a customer who is; one of nobody about nobody is everybody's. */
export function dealSeen(who: Viewer | Eyes, row: Row): Sql {
  const { sees } = eyes(who)
  const at = verbatim(row)
  return sees ? sql` AND (${at}."ownerId" = ANY(${sees}) OR ${about(at, sees, sql`${at}."ownerId" IS NULL`)})` : nothing
}

/**
 * The same for a statement that is kept as text: its conditions, and the values they need behind the `after` that it has. Take `mine` only in a
 * statement that asks for activities or tasks: PostgreSQL wants every parameter used.
 */
export function seenInText({ me, sees, openly }: Viewer, after: number, { mine = false } = {}) {
  const values: unknown[] = [...(sees === 'all' ? [] : [[...sees]]), ...(mine ? [openly ? null : me.id] : [])]
  const who: Eyes = {
    me: verbatim(`$${after + values.length}::uuid`),
    ...(sees !== 'all' && { sees: verbatim(`$${after + 1}::uuid[]`) }),
  }
  return {
    company: (row: Row) => companySeen(who, row).text,
    contact: (row: Row) => contactSeen(who, row).text,
    activity: (row: Row) => activitySeen(who, row).text,
    values,
  }
}

/** For Prisma, of companies. Put it into `AND`, beside what is asked. */
export const companiesSeen = ({ sees }: Viewer) =>
  sees === 'all' ? {} : { OR: [{ ownerId: null }, { ownerId: { in: [...sees] } }] }

/** For Prisma, of contacts. */
export const contactsSeen = (viewer: Viewer) =>
  viewer.sees === 'all'
    ? {}
    : {
        OR: [
          { ownerId: { in: [...viewer.sees] } },
          { ownerId: null, OR: [{ companyId: null }, { company: companiesSeen(viewer) }] },
        ],
      }

/** For Prisma, of deals. */
export const dealsSeen = (viewer: Viewer) =>
  viewer.sees === 'all'
    ? {}
    : {
        OR: [
          { ownerId: { in: [...viewer.sees] } },
          { contactId: { not: null }, contact: contactsSeen(viewer) },
          { contactId: null, companyId: { not: null }, company: companiesSeen(viewer) },
          { contactId: null, companyId: null, ownerId: null },
        ],
      }

/** Whether a company that is at hand is seen. */
export const seesCompany = ({ sees }: Viewer, { ownerId }: { ownerId: string | null }): boolean =>
  sees === 'all' || ownerId === null || sees.includes(ownerId)
