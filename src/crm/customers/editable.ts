import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { normalizeName } from '../../understanding/index.ts'
import {
  COMPANY_FIELDS,
  type CompanyFacts,
  changeCompany,
  companiesNamed,
  companyById,
  companyField,
  readCompany,
  typedCompany,
} from '../companies/companies.ts'
import {
  CONTACT_FIELDS,
  type ContactChange,
  type ContactFacts,
  changeContact,
  contactById,
  contactField,
  readContact,
  typedContact,
} from '../contacts/contacts.ts'
import { type Asked, type Customer, theCustomer } from './customers.ts'
import { say } from './words.ts'

type Facts = Record<string, string | undefined>

/** A company's or a person's facts as one types them, and how to change them. */
export interface Editable {
  facts: Facts
  fields: readonly string[]
  /** The field that a typed name stands for. */
  field: (typed: string) => string | undefined
  /** Changes the facts given, an empty one clears; gives what differs, said as `field: value`. */
  change: (given: Record<string, string>, input: Asked['input']) => Promise<{ before: string[]; after: string[] }>
}

/** Throws UserError when the record is gone. */
export async function recordOf(context: Context, customer: Customer): Promise<Editable> {
  return customer.contactId ? personOf(context, customer.contactId) : companyOf(context, customer.companyId ?? '')
}

async function companyOf(context: Context, id: string): Promise<Editable> {
  const company = await companyById(context, id)
  if (!company) throw gone(context, id)
  const facts: CompanyFacts = typedCompany(company)
  return {
    facts,
    fields: COMPANY_FIELDS,
    field: companyField,
    change: async (given) => {
      await checkName(context, given.name, company)
      const change = readCompany(given, context)
      const after: Facts = typedCompany({ ...company, ...change } as typeof company)
      if (differ(facts, after)) await changeCompany(context, company, change)
      return said(facts, after)
    },
  }
}

async function personOf(context: Context, id: string): Promise<Editable> {
  const contact = await contactById(context, id)
  if (!contact) throw gone(context, id)
  const at = contact.companyId ? (await companyById(context, contact.companyId))?.name : undefined
  const facts: ContactFacts = { ...typedContact(contact), company: at }
  return {
    facts,
    fields: CONTACT_FIELDS,
    field: contactField,
    change: async (given, input) => {
      const company = await companyGiven(context, given, at, input)
      const change: ContactChange = { ...readContact(given, context), ...(company && { companyId: company.id }) }
      const after: Facts = {
        ...typedContact({ ...contact, ...change } as typeof contact),
        company: company ? (company.name ?? undefined) : at,
      }
      if (differ(facts, after)) await changeContact(context, contact, change)
      return said(facts, after)
    },
  }
}

const gone = ({ locale }: Context, id: string) =>
  new UserError(say(locale).gone, { field: 'customer', mend: false, cause: `no record ${id}` })

/** The company that a person was said to be at, when that is another than before; an empty one: none. */
async function companyGiven(context: Context, given: Facts, before: string | undefined, input: Asked['input']) {
  if (given.company === undefined || given.company === before) return undefined
  if (given.company === '') return { id: null, name: null }
  const found = await theCustomer(context, given.company, { operation: 'edit', input, field: 'company', only: 'company' })
  return { id: found.companyId, name: found.companyName }
}

/** A company cannot take the name of another one. */
async function checkName(context: Context, name: string | undefined, company: { id: string; name: string }): Promise<void> {
  if (!name || normalizeName(name) === normalizeName(company.name)) return
  if (!normalizeName(name)) throw new UserError(say(context.locale).noName, { field: 'name' })
  const same = (await companiesNamed(context, name)).find((one) => one.id !== company.id)
  if (same) throw new UserError(say(context.locale).sameName(same.name), { field: 'name' })
}

const differing = (before: Facts, after: Facts) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((one) => (before[one] ?? '') !== (after[one] ?? ''))
const differ = (before: Facts, after: Facts) => differing(before, after).length > 0

function said(before: Facts, after: Facts) {
  const changed = differing(before, after)
  const line = (facts: Facts) => changed.flatMap((one) => (facts[one] ? [`${one}: ${facts[one]}`] : []))
  const cleared = changed.filter((one) => !after[one]).map((one) => `${one}: –`)
  return { before: line(before), after: [...line(after), ...cleared] }
}
