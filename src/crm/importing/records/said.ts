import { normalizeName } from '../../../understanding/index.ts'
import type { CompanyColumns, Writer } from '../../companies/companies.ts'
import { COMPANY_FIELDS } from '../../companies/companies.ts'
import type { ContactColumns } from '../../contacts/contacts.ts'
import { CONTACT_FIELDS } from '../../contacts/contacts.ts'
import { eachRead, type Facts, type RecordField, type Row } from '../../fields/fields.ts'
import type { Entry } from '../read.ts'

/** What a row says of one record. */
export interface Said<C> {
  line: number
  name: string
  columns: Partial<C>
  /** Its id in the program that wrote the file. */
  externalId?: string
  ownerId?: string
}

/** What a row says: of its company, of a person, or of both; and what of it cannot be read. */
export interface SaidByRow {
  line: number
  company?: Said<CompanyColumns>
  contact?: Said<ContactColumns>
  parent?: { name?: string; externalId?: string }
  owner?: string
  faults: string[]
}

/** The longest name of a company or a person. */
const LONGEST_NAME = 200
type Where = Pick<Writer, 'zone' | 'locale' | 'now'>

/** Understands a row, value by value; a value that cannot be read is a fault, and the others stand. */
export function saidBy({ line, values }: Entry, where: Where): SaidByRow {
  const company = values.company
  const person = personIn(values)
  const wrong = [company, person].find((name) => name !== undefined && !isName(name))
  if (wrong !== undefined)
    return {
      line,
      faults: [`“${wrong.slice(0, 60)}” is no name: it needs a letter, and at most ${LONGEST_NAME} characters`],
    }
  if (!company && !person) return { line, faults: ['names no company: fill that column in'] }
  const faults: string[] = []
  const said: SaidByRow = { line, faults, owner: values.owner }
  if (company)
    said.company = { line, name: company, externalId: idIn(values['company id']), columns: companyFacts(values, where, faults) }
  if (person)
    said.contact = { line, name: person, externalId: idIn(values['contact id']), columns: contactFacts(values, where, faults) }
  const parentId = idIn(values['parent id'])
  if (company && (values.parent || parentId)) said.parent = { name: values.parent, externalId: parentId }
  return said
}

const isName = (name: string) => normalizeName(name) !== '' && name.length <= LONGEST_NAME
// Of several companies of a person the first is theirs; Zoho writes a mark before some ids.
const idIn = (value: string | undefined) =>
  value
    ?.split(/[;,]/)[0]
    ?.trim()
    .replace(/^zcrm_/, '')
    .slice(0, 200) || undefined

function companyFacts(values: Entry['values'], where: Where, faults: string[]): Partial<CompanyColumns> {
  const { industry, founded, revenue, employees, country, city, domain } = values
  const facts = { industry, founded: yearIn(founded), revenue, employees, country, city, domain }
  const reached = { address: addressIn(values), phone: values['company phone'], email: values['company email'] }
  return eachOf(COMPANY_FIELDS, { ...facts, ...reached }, where, faults)
}

/** `1999`, `1999-05-01`, `01/05/1999`: the year is kept. */
const yearIn = (value: string | undefined) =>
  value && (/^\D*\d{1,2}\D+\d{1,2}\D+(\d{4})\b|^(\d{4})\D+\d{1,2}\D/.exec(value)?.slice(1).find(Boolean) ?? value)

/** `1 Street, Floor 3, 12345 State`: as it would stand on an envelope, in one line. */
function addressIn(values: Entry['values']): string | undefined {
  const place = [values.postcode, values.state].filter(Boolean).join(' ')
  return [values.address, values['address 2'], place].filter(Boolean).join(', ') || undefined
}

function contactFacts(values: Entry['values'], where: Where, faults: string[]): Partial<ContactColumns> {
  const facts = { title: values.title, phone: values['contact phone'], email: values['contact email'] }
  return eachOf(CONTACT_FIELDS, facts, where, faults)
}

function personIn(values: Entry['values']): string | undefined {
  const parts = [values['first name'], values['last name']].filter(Boolean) as string[]
  if (values.contact || parts.length === 0) return values.contact
  // A Chinese name is written without a space, the family name first.
  return parts.every((one) => /^\p{Script=Han}+$/u.test(one)) ? parts.toReversed().join('') : parts.join(' ')
}

function eachOf(fields: readonly RecordField[], facts: Facts, where: Where, faults: string[]): Row {
  const wrong: string[] = []
  const found = eachRead(fields, facts, where, wrong)
  faults.push(...wrong.map((one) => `${one} (the rest of the line was taken)`))
  return found
}
