import { button } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { normalizeName } from '../../understanding/index.ts'
import { type Company, type CompanyChange, changeCompany, companiesNamed, companyById } from '../companies/companies.ts'
import { type Contact, type ContactChange, changeContact, contactById } from '../contacts/contacts.ts'
import { factsOf, likelyOf, warnOf } from '../duplicates/warn.ts'
import { differing, saidChange } from '../fields/changed.ts'
import { columnsOf, fieldsOf, type RecordField, type Row, sayingOf, typedFacts } from '../fields/fields.ts'
import { type Asked, type Customer, theCustomer } from './customers.ts'
import { isBelow } from './family.ts'
import { say } from './words.ts'

/** A company's or a person's facts as one types them, and how to change them. */
export interface Editable {
  noun: 'company' | 'contact'
  row: Company | Contact
  fields: readonly RecordField[]
  facts: Record<string, string>
  /** Changes the facts given by their keys, an empty one clears; gives what differs, said as `field: value`. */
  change: (given: Record<string, string>, input: Asked['input']) => Promise<{ before: string[]; after: string[] }>
}

/** Throws UserError when the record is gone. */
export async function recordOf(context: Context, { companyId, contactId }: Customer): Promise<Editable> {
  const noun = contactId ? 'contact' : 'company'
  const row = contactId ? await contactById(context, contactId) : await companyById(context, companyId ?? '')
  if (!row)
    throw new UserError(say(context.locale).gone, {
      field: 'customer',
      mend: false,
      cause: `no ${noun} ${contactId ?? companyId}`,
    })
  const fields = await fieldsOf(context, noun)
  const facts = typedFacts(fields, row, await sayingOf(context, fields, [row]))
  return {
    noun,
    row,
    fields,
    facts,
    change: async (given, input) => {
      if (noun === 'company') await checkName(context, given.name, row)
      const found = await companiesIn(context, fields, given, facts, row, input)
      const change = columnsOf(fields, found, context, row)
      const after = { ...row, ...change } as Row
      if (!differing(fields, row, after).length) return { before: [], after: [] }
      if (!input.another) await warned(context, { noun, row, after }, { operation: 'edit', input })
      await write(context, noun, row, change)
      return saidChange(context, fields, row, after)
    },
  }
}

interface Changing {
  noun: Editable['noun']
  row: Company | Contact
  after: Row
}

/** Asks back when a record comes to look like another one that stands; “anyway” runs what was asked once more. */
export async function warned(
  context: Context,
  { noun, row, after }: Changing,
  { operation, input }: Pick<Asked, 'operation' | 'input'>,
): Promise<void> {
  const { companyId } = after as { companyId?: string | null }
  const at = noun === 'contact' && companyId ? await companyById(context, companyId) : null
  const facts = (one: Row) => factsOf(noun, { ...one, name: String(one.name), companyName: at?.name ?? null })
  const typed = Object.entries(input).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  warnOf(context, {
    ...{ kind: noun, name: row.name, likely: await likelyOf(context, noun, facts(after), facts(row as Row)), changing: true },
    use: (ref, called) => button(say(context.locale).mergeInto(called), 'merge', { from: `${noun}:${row.id}`, into: ref }),
    anyway: { operation, input: Object.fromEntries(typed) },
  })
}

/** Changes some columns of a company or a person, with the audit row. */
export const write = (context: Context, noun: Editable['noun'], row: Row, change: Row): Promise<Company | Contact> =>
  noun === 'company'
    ? changeCompany(context, row as Company, change as CompanyChange)
    : changeContact(context, row as Contact, change as ContactChange)

/** Names of companies among the facts become their ids; what stands as it was is left out. Asks which one when two fit. */
async function companiesIn(
  context: Context,
  fields: readonly RecordField[],
  given: Record<string, string>,
  facts: Record<string, string>,
  row: Company | Contact,
  input: Asked['input'],
): Promise<Record<string, string>> {
  const found = { ...given }
  for (const { key, type } of fields) {
    const typed = given[key]
    if (type !== 'company' || typed === undefined) continue
    delete found[key]
    if (typed === facts[key]) continue
    found[key] = typed && (await companyNamed(context, typed, row, key, input))
  }
  return found
}

async function companyNamed(context: Context, typed: string, row: Company | Contact, key: string, input: Asked['input']) {
  const { companyId, name } = await theCustomer(context, typed, { operation: 'edit', input, field: key, only: 'company' })
  if (key === 'parent' && (companyId === row.id || (await isBelow(context, companyId ?? '', row.id))))
    throw new UserError(say(context.locale).isBelow(name, row.name), { field: 'details' })
  return companyId ?? ''
}

/** A company cannot take the name of another one. */
async function checkName(context: Context, name: string | undefined, company: { id: string; name: string }): Promise<void> {
  if (!name || normalizeName(name) === normalizeName(company.name)) return
  if (!normalizeName(name)) throw new UserError(say(context.locale).noName, { field: 'name' })
  const same = (await companiesNamed(context, name)).find((one) => one.id !== company.id)
  const words = say(context.locale)
  if (same) throw new UserError(same.seen ? words.sameName(same.name) : words.nameTaken(name), { field: 'name' })
}
