import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { changeCompany, companyById, readEmail, readPhone } from '../companies/companies.ts'
import { changeContact, contactById } from '../contacts/contacts.ts'
import { type Customer, theCustomer } from './customers.ts'
import { say } from './words.ts'

/** Adds an e-mail address or a phone number that stood in a line to the customer it was about. */
export const addDetail = operation({
  name: 'add detail',
  summary: { en: 'Add an e-mail address or a phone number to a customer', zh: '为客户添加邮箱或电话' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ customer: field.hidden(100), detail: field.hidden(300) }),
  handle: async (context, input) => {
    const words = say(context.locale)
    const customer = await theCustomer(context, input.customer, { operation: 'add detail', input, field: 'customer' })
    const record = await recordOf(context, customer)
    const email = readEmail(input.detail)
    const detail = email ?? readPhone(input.detail, context.zone)
    if (!record || !detail) throw new UserError(words.gone, { mend: false })
    const column = email ? 'emails' : 'phones'
    if (record[column].includes(detail)) return card({ lines: [words.hasDetail(customer.name, detail)] })
    await record.change({ [column]: [...record[column], detail] })
    return card({
      tone: 'good',
      title: words.addedDetail(detail, customer.name),
      buttons: [button(words.show, 'show', { customer: customer.ref }), undoButton(context)],
    })
  },
})

interface Reachable {
  emails: string[]
  phones: string[]
  change: (change: { emails?: string[]; phones?: string[] }) => Promise<unknown>
}

async function recordOf(context: Context, { contactId, companyId }: Customer): Promise<Reachable | undefined> {
  if (contactId) {
    const contact = await contactById(context, contactId)
    return contact ? { ...contact, change: (change) => changeContact(context, contact, change) } : undefined
  }
  const company = await companyById(context, companyId ?? '')
  return company ? { ...company, change: (change) => changeCompany(context, company, change) } : undefined
}
