import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { contactById } from '../contacts/contacts.ts'
import { theCustomer } from '../customers/customers.ts'
import { differing, saidChange } from '../fields/changed.ts'
import { columnsOf, fieldsOf, type RecordField, type Row } from '../fields/fields.ts'
import { changeDeal, type Deal, type DealChange, dealById, settled } from './deals.ts'
import type { NamedDeal } from './named.ts'
import { type AskedOfDeal, dealRef } from './the-deal.ts'
import { say } from './words.ts'

/** What a deal must have: nothing empties it. */
const ALWAYS = ['name', 'stage']

export interface Changed {
  deal: Deal
  before: string[]
  after: string[]
}

/** The row of a deal that was found. Throws UserError when it went away in between. */
export async function rowOf(context: Context, { id }: Pick<NamedDeal, 'id'>): Promise<Deal> {
  const row = await dealById(context, id)
  if (!row) throw new UserError(say(context.locale).gone, { field: 'deal', mend: false, cause: `no deal ${id}` })
  return row
}

/** Changes the facts given by their keys, an empty one clears; gives what differs, said as `field: value`. */
export async function changeFacts(
  context: Context,
  row: Deal,
  given: Readonly<Record<string, string>>,
  ask: AskedOfDeal,
): Promise<Changed> {
  const fields = await fieldsOf(context, 'deal')
  const facts = { ...given }
  for (const key of ALWAYS) if (facts[key] === '') delete facts[key]
  const found = await customersIn(context, facts, row, { ...ask, input: { ...ask.input, deal: dealRef(row) } })
  const read = columnsOf(fields, found.facts, context, row as unknown as Row)
  const change = settled(context, { ...read, ...found.columns } as DealChange, row)
  const after = { ...row, ...change } as unknown as Row
  if (!differing(fields, row as unknown as Row, after).length) return { deal: row, before: [], after: [] }
  const deal = await changeDeal(context, row, change)
  return { deal, ...(await saidChange(context, fields as RecordField[], row as unknown as Row, after)) }
}

/** Another company or person: who a deal is with are of one customer. */
async function customersIn(
  context: Context,
  { company, contact, ...facts }: Record<string, string>,
  row: Pick<Deal, 'companyId' | 'contactId'>,
  ask: AskedOfDeal,
): Promise<{ facts: Record<string, string>; columns: Partial<Pick<DealChange, 'companyId' | 'contactId'>> }> {
  if (company === undefined && contact === undefined) return { facts, columns: {} }
  const words = say(context.locale)
  let { companyId, contactId } = row
  if (company !== undefined)
    companyId = company
      ? ((await theCustomer(context, company, { ...ask, field: 'company', only: 'company' })).companyId ?? null)
      : null
  if (contact !== undefined) {
    const found = contact ? await theCustomer(context, contact, { ...ask, field: 'contact' }) : undefined
    if (found && !found.contactId) throw new UserError(words.noPerson(found.name), { field: 'details' })
    contactId = found?.contactId ?? null
    const at = contactId ? ((await contactById(context, contactId))?.companyId ?? null) : null
    if (at && company !== undefined && companyId && at !== companyId)
      throw new UserError(words.notThere(found!.name), { field: 'details' })
    if (at) companyId = at
  } else if (contactId && companyId !== row.companyId) {
    // Who is not there has no part in it any more.
    if ((await contactById(context, contactId))?.companyId !== companyId) contactId = null
  }
  if (!companyId && !contactId) throw new UserError(words.needsCustomer, { field: 'details' })
  return { facts, columns: { companyId, contactId } }
}
