import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Context } from '../../bot/context.ts'
import { type Customer, customer } from './customers.ts'

const EMAIL = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/
const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:\/\S*)?$/i
/** Fewer digits than these are a house number or a year. */
const FEWEST_DIGITS = 7

interface Row {
  companyId: string | null
  companyName: string | null
  contactId: string | null
  contactName: string | null
}

/** Customers by an e-mail address, its domain, a web address or a phone number in any notation; none when the text is none of these. */
export async function byReach(context: Context, typed: string): Promise<Customer[]> {
  const text = typed.trim()
  const email = EMAIL.exec(text)
  if (email) {
    const people = await byEmail(context, text.toLowerCase())
    return people.length ? people : byDomain(context, email[1]!.toLowerCase())
  }
  const domain = DOMAIN.exec(text)
  if (domain) return byDomain(context, domain[1]!.toLowerCase())
  const digits = text.replaceAll(/\D/g, '')
  return digits.length >= FEWEST_DIGITS && /^[+\d\s().\-/]+$/.test(text) ? byPhone(context, text, digits) : []
}

async function byEmail({ db, workspace }: Context, email: string): Promise<Customer[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
    FROM contacts p LEFT JOIN companies c ON c."workspaceId" = p."workspaceId" AND c.id = p."companyId"
    WHERE p."workspaceId" = ${workspace.id}::uuid AND p."archivedAt" IS NULL AND p.emails && ARRAY[${email}]
    UNION ALL
    SELECT c.id, c.name, NULL, NULL FROM companies c WHERE c."workspaceId" = ${workspace.id}::uuid AND c."archivedAt" IS NULL AND c.emails && ARRAY[${email}] LIMIT 25`
  return rows.map(asCustomer)
}

async function byDomain({ db, workspace }: Context, domain: string): Promise<Customer[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "companyId", c.name AS "companyName", NULL AS "contactId", NULL AS "contactName" FROM companies c
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c."archivedAt" IS NULL AND c.domains && ARRAY[${domain}] LIMIT 25`
  return rows.map(asCustomer)
}

// A number typed without its country fits one kept with it: the last digits decide.
async function byPhone({ db, workspace }: Context, text: string, digits: string): Promise<Customer[]> {
  const whole = parsePhoneNumberFromString(text)?.number ?? `+${digits}`
  const tail = `%${digits.replace(/^0+/, '')}`
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
    FROM contacts p LEFT JOIN companies c ON c."workspaceId" = p."workspaceId" AND c.id = p."companyId"
    WHERE p."workspaceId" = ${workspace.id}::uuid AND p."archivedAt" IS NULL
      AND (p.phones && ARRAY[${whole}] OR EXISTS (SELECT 1 FROM unnest(p.phones) one WHERE regexp_replace(one, '\\D', '', 'g') LIKE ${tail}))
    UNION ALL
    SELECT c.id, c.name, NULL, NULL FROM companies c
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c."archivedAt" IS NULL
      AND (c.phones && ARRAY[${whole}] OR EXISTS (SELECT 1 FROM unnest(c.phones) one WHERE regexp_replace(one, '\\D', '', 'g') LIKE ${tail}))
    LIMIT 25`
  return rows.map(asCustomer)
}

const asCustomer = (row: Row): Customer =>
  customer(
    row.companyId && row.companyName ? { id: row.companyId, name: row.companyName } : undefined,
    row.contactId && row.contactName ? { id: row.contactId, name: row.contactName } : undefined,
  )
