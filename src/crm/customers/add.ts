import { UserError } from '../../bot/errors.ts'
import { normalizeName } from '../../understanding/index.ts'
import { companyById, createCompany, oneAtATime, sameCompany, type Writer } from '../companies/companies.ts'
import { createContact, sameContact } from '../contacts/contacts.ts'
import { type Customer, customer } from './customer.ts'
import { say } from './words.ts'

/**
 * Makes what is missing of a customer, and gives it: a company, a person there, or a person alone. What stands under exactly that name is
 * taken, not made twice. Throws UserError for a name without a letter, or when `companyId` is gone.
 */
export async function addCustomer(
  writer: Writer,
  given: { company?: string; contact?: string; companyId?: string },
): Promise<Customer> {
  const company = given.companyId
    ? await theCompany(writer, given.companyId)
    : given.company
      ? await companyOf(writer, given.company)
      : undefined
  const contact = given.contact ? await contactOf(writer, given.contact, company?.id ?? null) : undefined
  return customer(company, contact)
}

async function theCompany(writer: Writer, id: string) {
  const found = await companyById(writer, id)
  if (!found) throw new UserError(say(writer.locale).gone, { field: 'customer', cause: `no company ${id}` })
  return found
}

async function companyOf(writer: Writer, name: string) {
  checkName(writer, name)
  await oneAtATime(writer, name)
  return (await sameCompany(writer, name)) ?? createCompany(writer, { name })
}

async function contactOf(writer: Writer, name: string, companyId: string | null) {
  checkName(writer, name)
  await oneAtATime(writer, `${companyId ?? ''} ${name}`)
  return (await sameContact(writer, name, companyId)) ?? createContact(writer, { name, companyId })
}

function checkName({ locale }: Writer, name: string) {
  if (!normalizeName(name)) throw new UserError(say(locale).noName, { field: 'customer' })
}
