import { rows, type Transaction } from '../../database/index.ts'
import type { CompanyFacts, ContactFacts } from './likeness.ts'

export type Kind = 'company' | 'contact'
export type Facts = CompanyFacts | ContactFacts

/** Where records are compared: in one workspace. */
export interface Scope {
  db: Transaction
  workspace: { id: string }
}

/** What a record that stands is compared by, and whose it is. */
export type Standing = Facts & {
  id: string
  ownerId: string | null
  /** Of a person: the owner of their company, one that was taken away too, as whom they are seen by follows from it. */
  companyOwnerId: string | null
}

const COLUMNS = {
  company: `x.id::text, x.name, coalesce(x.aliases, '{}') AS aliases, coalesce(x.domains, '{}') AS domains, coalesce(x.emails, '{}') AS emails, coalesce(x.phones, '{}') AS phones, x.city, x.country, x."parentId"::text AS "parentId",
    x.source, x."externalId", x."ownerId"::text AS "ownerId", NULL AS "companyOwnerId" FROM companies x`,
  contact: `x.id::text, x.name, coalesce(x.aliases, '{}') AS aliases, x."companyId"::text AS "companyId", CASE WHEN c."archivedAt" IS NULL THEN c.name END AS "companyName", coalesce(x.emails, '{}') AS emails, coalesce(x.phones, '{}') AS phones,
    x.source, x."externalId", x."ownerId"::text AS "ownerId", c."ownerId"::text AS "companyOwnerId" FROM contacts x
    LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId"`,
} as const

/** The records of these ids that stand, by id. */
export async function standing({ db, workspace }: Scope, kind: Kind, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (!ids.length) return new Map()
  const found = await rows<Standing>(
    db,
    `SELECT ${COLUMNS[kind]} WHERE x."workspaceId" = $1::uuid AND x.id = ANY($2::uuid[]) AND x."archivedAt" IS NULL`,
    [workspace.id, [...ids]],
  )
  return new Map(found.map((one) => [one.id, one]))
}
