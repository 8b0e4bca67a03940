import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { readEmail, readPhone } from '../companies/companies.ts'
import { theCustomer } from './customers.ts'
import { recordOf, warned, write } from './editable.ts'
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
  input: z.object({
    customer: field.hidden(100),
    detail: field.hidden(300),
    /** It looks like another one, and yet it is to be added. */
    another: field.hidden(5).optional(),
  }),
  handle: async (context, input) => {
    const words = say(context.locale)
    const customer = await theCustomer(context, input.customer, { operation: 'add detail', input, field: 'customer' })
    const { noun, row } = await recordOf(context, customer)
    const email = readEmail(input.detail)
    const detail = email ?? readPhone(input.detail, context.zone)
    if (!detail) throw new UserError(words.gone, { mend: false })
    const column = email ? 'emails' : 'phones'
    if (row[column].includes(detail)) return card({ lines: [words.hasDetail(customer.name, detail)] })
    const change = { [column]: [...row[column], detail] }
    if (!input.another) await warned(context, { noun, row, after: { ...row, ...change } }, { operation: 'add detail', input })
    await write(context, noun, row, change)
    return card({
      tone: 'good',
      title: words.addedDetail(detail, customer.name),
      buttons: [button(words.show, 'show', { customer: customer.ref }), undoButton(context)],
    })
  },
})
