import type { Context } from '../../bot/context.ts'
import type { Locale } from '../../bot/text.ts'
import { rows, type Sql, sql, verbatim } from '../../database/index.ts'
import { say } from './words.ts'

/**
 * Whether a customer may be contacted: the one place that says so. Whatever goes out to customers asks `mayContact`; whatever suggests to contact them takes
 * `contactable` into its SQL; whatever was asked for before says `sayRefusal` beside it. Of a person the company counts too.
 */

/** Why nobody is to contact them: they, or their company, are marked so, or have withdrawn their consent. */
export interface Refusal {
  kind: 'nocontact' | 'withdrawn'
  why?: string | null
}

/** In SQL, ` AND …` for a row of companies or contacts whom one may contact. */
export const contactable = (row: 'c' | 'p'): Sql => {
  const at = verbatim(row)
  return sql` AND ${at}."doNotContact" IS NOT TRUE AND ${at}.consent IS DISTINCT FROM 'withdrawn'`
}

/** In SQL, ` AND …` for a row of contacts whose company, seen or not, one may contact. */
export const companyContactable = (row: 'c' | 'p'): Sql => {
  const at = verbatim(row)
  return sql` AND NOT EXISTS (SELECT FROM companies nc WHERE nc."workspaceId" = ${at}."workspaceId" AND nc.id = ${at}."companyId"
    AND (nc."doNotContact" OR nc.consent = 'withdrawn'))`
}

/** In SQL, as JSON, the refusal of person `p` or company `co`; NULL when they may be contacted. */
export const refusalOf: Sql = sql`CASE WHEN p."doNotContact" THEN jsonb_build_object('kind', 'nocontact', 'why', p."doNotContactWhy")
  WHEN co."doNotContact" THEN jsonb_build_object('kind', 'nocontact', 'why', co."doNotContactWhy")
  WHEN p.consent = 'withdrawn' THEN jsonb_build_object('kind', 'withdrawn', 'why', p."consentHow")
  WHEN co.consent = 'withdrawn' THEN jsonb_build_object('kind', 'withdrawn', 'why', co."consentHow") END`

/** Why a customer must not be contacted; undefined when they may be. Whoever sees them or not: a wish not to be contacted holds for everybody. */
export async function mayContact(
  { db, workspace }: Pick<Context, 'db'> & { workspace: { id: string } },
  { companyId, contactId }: { companyId: string | null; contactId: string | null },
): Promise<{ may: true } | { may: false; refusal: Refusal }> {
  const { text, values } = sql`SELECT ${refusalOf} AS refusal FROM (SELECT 1) one
    LEFT JOIN contacts p ON p."workspaceId" = ${workspace.id}::uuid AND p.id = ${contactId}::uuid
    LEFT JOIN companies co ON co."workspaceId" = ${workspace.id}::uuid AND co.id = coalesce(${companyId}::uuid, p."companyId")`
  const [found] = await rows<{ refusal: Refusal | null }>(db, text, values)
  return found?.refusal ? { may: false, refusal: found.refusal } : { may: true }
}

/** `⛔ Do not contact: asked us to stop`. */
export function sayRefusal({ kind, why }: Refusal, locale: Locale): string {
  const words = say(locale)
  const what = kind === 'nocontact' ? words.mustNotContact : words.consentWithdrawn
  return why ? words.becauseOf(what, why) : what
}
