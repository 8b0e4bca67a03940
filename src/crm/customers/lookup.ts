import { sql, type Transaction } from '../../database/index.ts'
import { type CustomerIndex, customerIndex, type KnownCompany, type KnownContact, lookupKeys } from '../../understanding/index.ts'

/** Where customers are looked for: one workspace's. */
export interface Scope {
  db: Transaction
  workspace: { id: string }
}

interface Row {
  kind: 'company' | 'contact'
  id: string
  name: string
  aliases: string[]
  companyId: string | null
  companyName: string | null
  companyAliases: string[] | null
}

/** More rows than this share a name only in a list nobody could choose from. */
const MOST_ROWS = 300

/**
 * An index over just the customers that a text can mean, fetched in one query: understanding decides on it as it would on all of them.
 * With `slips`, names that are merely similar (trigrams) come along, for typing errors; that is the dearer question, asked only when the exact one found nobody.
 */
export async function lookup(scope: Scope, text: string, slips = false): Promise<CustomerIndex> {
  const { tokens, phrases } = lookupKeys(text)
  if (tokens.length === 0 && phrases.length === 0) return customerIndex([])
  const { db, workspace } = scope
  const like = slips && phrases.length ? sql`x."searchName" % ANY(${phrases})` : sql`FALSE`
  const rows = await db.$queryRaw<Row[]>`
    (SELECT 'company' AS kind, x.id, x.name, x.aliases, NULL::uuid AS "companyId", NULL AS "companyName", NULL::text[] AS "companyAliases"
      FROM companies x WHERE x."workspaceId" = ${workspace.id}::uuid AND x."archivedAt" IS NULL AND (x."nameTokens" && ${tokens} OR ${like}) LIMIT ${MOST_ROWS})
    UNION ALL
    (SELECT 'contact', x.id, x.name, '{}', c.id, c.name, c.aliases
      FROM contacts x LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL
      WHERE x."workspaceId" = ${workspace.id}::uuid AND x."archivedAt" IS NULL AND (x."nameTokens" && ${tokens} OR ${like}) LIMIT ${MOST_ROWS})`
  return indexOf(rows)
}

function indexOf(rows: Row[]): CustomerIndex {
  const companies = new Map<string, KnownCompany & { contacts: KnownContact[] }>()
  const loose: KnownContact[] = []
  for (const row of rows) {
    if (row.kind === 'company') companies.set(row.id, { id: row.id, name: row.name, aliases: row.aliases, contacts: [] })
  }
  for (const row of rows) {
    if (row.kind !== 'contact') continue
    const contact = { id: row.id, name: row.name }
    if (!row.companyId || !row.companyName) {
      loose.push(contact)
      continue
    }
    const company = companies.get(row.companyId) ?? {
      id: row.companyId,
      name: row.companyName,
      aliases: row.companyAliases ?? [],
      contacts: [],
    }
    company.contacts.push(contact)
    companies.set(row.companyId, company)
  }
  return customerIndex([...companies.values()], loose)
}
