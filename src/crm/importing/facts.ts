import { UserError } from '../../bot/errors.ts'
import type { Company, CompanyChange, CompanyColumns, CompanyFacts } from '../companies/companies.ts'
import { readCompany } from '../companies/companies.ts'
import type { Contact, ContactColumns, ContactFacts } from '../contacts/contacts.ts'
import { readContact } from '../contacts/contacts.ts'
import type { Entry, Fault } from './read.ts'

type Where = Parameters<typeof readCompany>[1]

/** What a row says of its company, value by value; one that cannot be read is a fault, and the others stand. */
export function companyFactsIn({ line, values }: Entry, where: Where, faults: Fault[]): Partial<CompanyColumns> {
  const { industry, founded, revenue, employees, country, city, domain } = values
  const facts: CompanyFacts = { industry, founded, revenue, employees, country, city, address: addressIn(values), domain }
  const reached = { phone: values['company phone'], email: values['company email'] }
  return readEach({ ...facts, ...reached }, (one) => readCompany(one, where), line, faults)
}

/** `1 Street, Floor 3, 12345 State`: as it would stand on an envelope, in one line. */
function addressIn(values: Entry['values']): string | undefined {
  const place = [values.postcode, values.state].filter(Boolean).join(' ')
  return [values.address, values['address 2'], place].filter(Boolean).join(', ') || undefined
}

/** What a row says of its person. */
export function contactFactsIn({ line, values }: Entry, where: Where, faults: Fault[]): Partial<ContactColumns> {
  const facts: ContactFacts = { title: values.title, phone: values['contact phone'], email: values['contact email'] }
  return readEach(facts, (one) => readContact(one, where), line, faults)
}

/** The person that a row names. */
export const personIn = ({ values }: Entry): string | undefined => {
  const parts = [values['first name'], values['last name']].filter(Boolean) as string[]
  if (values.contact || parts.length === 0) return values.contact
  // A Chinese name is written without a space, the family name first.
  return parts.every((one) => /^\p{Script=Han}+$/u.test(one)) ? parts.toReversed().join('') : parts.join(' ')
}

function readEach<C extends object>(
  facts: Record<string, string | undefined>,
  read: (one: object) => Partial<C>,
  line: number,
  faults: Fault[],
) {
  const found: Partial<C> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (!value) continue
    try {
      Object.assign(found, read({ [name]: value }))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push({ line, what: `${error.message} The rest of the line was taken.` })
    }
  }
  return found
}

/** What of the given columns is new to a row: lists grow, other values are replaced, nothing is emptied. */
export function newIn<R extends Company | Contact>(
  row: R,
  given: CompanyChange | Partial<ContactColumns>,
): Partial<typeof given> {
  const standing = row as Record<string, unknown>
  const differing = Object.entries(given).flatMap(([name, value]): [string, unknown][] => {
    const before = standing[name]
    if (value === null || value === undefined) return []
    if (Array.isArray(value)) {
      const all = [...new Set([...((before ?? []) as string[]), ...(value as string[])])]
      return all.length > ((before ?? []) as string[]).length ? [[name, all]] : []
    }
    const same = typeof value === 'number' ? before !== null && Number(before) === value : before === value
    return same ? [] : [[name, value]]
  })
  return Object.fromEntries(differing)
}
