import { normalizeName } from '../../../understanding/index.ts'
import type { Writer } from '../../companies/companies.ts'
import { companiesFor, type SaidCompany, takeCompany } from '../records/companies.ts'
import { contactsFor, type SaidContact, takeContact } from '../records/contacts.ts'
import type { Drafts } from '../records/draft.ts'
import type { Kind, Run } from '../records/run.ts'
import { write } from '../records/write.ts'
import type { FoundCustomer, SaidCustomer, SaidPerson } from './customers.ts'

/** Makes the companies and the people that rows name and that are not here, by what the rows say of who they are; `found` then has them. */
export async function makeMissing(
  writer: Writer,
  run: Run,
  said: readonly { customer: SaidCustomer }[],
  found: ReadonlyMap<number, FoundCustomer>,
): Promise<[Kind, Drafts][]> {
  const rows = said.map(({ customer }) => ({ customer, its: found.get(customer.line)! }))
  const firms = rows.flatMap(({ customer, its }) => {
    const company = its.missing.company && !its.several && companyOf(customer)
    return company ? [{ its, company }] : []
  })
  const companies = await companiesFor(
    writer,
    run,
    firms.map(({ company }) => company),
  )
  for (const { its, company } of firms) {
    const draft = takeCompany(writer, run, companies, company)
    if (typeof draft === 'string') continue
    draft.line ||= company.line
    its.companyId = draft.id
    delete its.missing.company
  }
  const people = rows.flatMap(({ customer, its }) => {
    const person = its.missing.person && !its.several && personOf(customer.line, its.missing.person, its.companyId)
    return person ? [{ its, person }] : []
  })
  const contacts = await contactsFor(
    writer,
    run,
    people.map(({ person }) => person),
  )
  for (const { its, person } of people) {
    const draft = takeContact(writer, run, contacts, person)
    if (typeof draft === 'string') continue
    draft.line ||= person.line
    its.contactId = draft.id
    delete its.missing.person
  }
  if (!run.preview) {
    await write(writer, 'company', companies.all.values())
    await write(writer, 'contact', contacts.all.values())
  }
  return [
    ['company', companies],
    ['contact', contacts],
  ]
}

function companyOf({ line, company, companyIds, domain }: SaidCustomer): SaidCompany | undefined {
  if (!company || !normalizeName(company) || company.length > 200) return undefined
  return { line, name: company, columns: domain ? { domains: [domain] } : {}, externalId: companyIds[0]?.slice(0, 200) }
}

function personOf(
  line: number,
  { name, email, phone, externalId }: SaidPerson,
  companyId: string | null,
): SaidContact | undefined {
  const called = name ?? (email && nameIn(email))
  if (!called || !normalizeName(called) || called.length > 200) return undefined
  const columns = { ...(email && { emails: [email] }), ...(phone && { phones: [phone] }) }
  return { line, name: called, columns, externalId: externalId?.slice(0, 200), companyId }
}

/** `wei.zhang@acme.example` is Wei Zhang, until somebody says otherwise. */
const nameIn = (email: string) =>
  email
    .split('@')[0]!
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((one) => one[0]!.toUpperCase() + one.slice(1))
    .join(' ')
