import { normalizeName } from '../../../understanding/index.ts'
import type { CompanyColumns } from '../../companies/companies.ts'
import { COMPANY_FIELDS } from '../../companies/companies.ts'
import type { ContactColumns } from '../../contacts/contacts.ts'
import { CONTACT_FIELDS } from '../../contacts/contacts.ts'
import { eachRead, type Facts, type RecordField, type Row, type Where } from '../../fields/fields.ts'
import { type Column, FIELD_OF, type Own } from '../columns/fields.ts'
import { problemsIn } from '../problems.ts'
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
/** What a row is read by: where the file is from, what the rows are, and the fields that an admin defined. */
export interface Reading extends Where {
  rowsAre: 'company' | 'contact'
  own: readonly Own[]
}

/** Understands a row, value by value; a value that cannot be read is a fault, and the others stand. */
export function saidBy({ line, values }: Entry, where: Reading): SaidByRow {
  const company = values.company
  const person = personIn(values)
  const wrong = [company, person].find((name) => name !== undefined && !isName(name))
  if (wrong !== undefined) return { line, faults: [problemsIn(where.locale).badName(wrong.slice(0, 60), LONGEST_NAME)] }
  if (!company && !person) return { line, faults: [problemsIn(where.locale).nobody] }
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
export const idIn = (value: string | undefined) =>
  value
    ?.split(/[;,]/)[0]
    ?.trim()
    .replace(/^zcrm_/, '')
    .slice(0, 200) || undefined

function companyFacts(values: Entry['values'], where: Reading, faults: string[]): Partial<CompanyColumns> {
  const { founded, ...facts } = factsOf('company', values, where)
  return eachOf(
    'company',
    COMPANY_FIELDS,
    { ...facts, founded: yearIn(founded), address: addressIn(values), parent: undefined },
    where,
    faults,
  )
}

/** What the columns say of a record, by the keys of its fields. What is only said of the row is said of what the rows are. */
function factsOf(
  noun: 'company' | 'contact',
  values: Entry['values'],
  { rowsAre, own }: Reading,
): Record<string, string | undefined> {
  const standard = Object.entries(FIELD_OF).flatMap(([column, [whose, key]]) =>
    key !== 'name' && (whose === noun || (whose === 'row' && rowsAre === noun)) ? [[key, values[column as Column]]] : [],
  )
  const admins = own.flatMap((one) => (one.noun === noun ? [[one.field.key, values[one.column]]] : []))
  return Object.fromEntries([...standard, ...admins])
}

/** `1999`, `1999-05-01`, `01/05/1999`: the year is kept. */
const yearIn = (value: string | undefined) =>
  value && (/^\D*\d{1,2}\D+\d{1,2}\D+(\d{4})\b|^(\d{4})\D+\d{1,2}\D/.exec(value)?.slice(1).find(Boolean) ?? value)

/** `1 Street, Floor 3, 12345 State`: as it would stand on an envelope, in one line. */
function addressIn(values: Entry['values']): string | undefined {
  const place = [values.postcode, values.state].filter(Boolean).join(' ')
  return [values.address, values['address 2'], place].filter(Boolean).join(', ') || undefined
}

const contactFacts = (values: Entry['values'], where: Reading, faults: string[]): Partial<ContactColumns> =>
  eachOf('contact', CONTACT_FIELDS, factsOf('contact', values, where), where, faults)

/** Who stands in a row: a whole name, or its parts. */
export function personIn(values: Entry['values']): string | undefined {
  const parts = [values['first name'], values['last name']].filter(Boolean) as string[]
  if (values.contact || parts.length === 0) return values.contact
  // A Chinese name is written without a space, the family name first.
  return parts.every((one) => /^\p{Script=Han}+$/u.test(one)) ? parts.toReversed().join('') : parts.join(' ')
}

export function eachOf(noun: string, standard: readonly RecordField[], facts: Facts, where: Reading, faults: string[]): Row {
  const wrong: string[] = []
  const fields = [...standard, ...where.own.flatMap((one) => (one.noun === noun ? [one.field] : []))]
  const found = eachRead(fields, facts, where, wrong)
  faults.push(...wrong.map((one) => problemsIn(where.locale).restTaken(one)))
  return found
}
