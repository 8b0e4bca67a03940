/** A company, a person at a company, or a person alone: what `log`, `last` and `remind` are about. */
export interface Customer {
  /** `company:ID` or `contact:ID`: what buttons and option values carry. */
  ref: string
  companyId: string | null
  contactId: string | null
  /** `Wei Zhang (Acme Corp)`, `Acme Corp`. */
  name: string
  companyName: string | null
  contactName: string | null
}

/** A customer from the names and ids of a company and a person; one of the two at least. */
export function customer(
  company: { id: string; name: string } | null | undefined,
  contact: { id: string; name: string } | null | undefined,
): Customer {
  if (!company && !contact) throw new Error('a customer is a company or a person')
  return {
    ref: contact ? `contact:${contact.id}` : `company:${company!.id}`,
    companyId: company?.id ?? null,
    contactId: contact?.id ?? null,
    name: contact ? (company ? `${contact.name} (${company.name})` : contact.name) : company!.name,
    companyName: company?.name ?? null,
    contactName: contact?.name ?? null,
  }
}

/** A customer as one query gives it: a company, a person, or both. */
export interface CustomerRow {
  companyId: string | null
  companyName: string | null
  contactId: string | null
  contactName: string | null
}

export const customerOfRow = (row: CustomerRow): Customer =>
  customer(
    row.companyId && row.companyName ? { id: row.companyId, name: row.companyName } : null,
    row.contactId && row.contactName ? { id: row.contactId, name: row.contactName } : null,
  )
