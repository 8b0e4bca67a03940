import { z } from 'zod'
import { type Button, button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import type { Understanding } from '../../understanding/index.ts'
import { record, undoButton } from '../audit/audit.ts'
import { addCustomer } from '../customers/customers.ts'
import { asDate } from '../ids.ts'
import { whoseIsMine } from './edit-activity.ts'
import { say } from './vocabulary.ts'

/** Offers to keep somebody whom a line names at a company that is known, and whom nobody knew there. */
export function metButton({ locale }: Pick<Context, 'locale'>, activity: { id: string }, { customer }: Understanding): Button[] {
  const met = customer.status === 'known' && customer.company && !customer.contact?.id ? customer.contact?.name : undefined
  return met ? [button(say(locale).offerMet(met), 'add met', { activity: activity.id, name: met })] : []
}

/** Adds whom a line named to its company, and files what was logged under them. */
export const addMet = operation({
  name: 'add met',
  summary: { en: 'Add the person whom a line names', zh: '新增一句话中提到的联系人' },
  examples: [],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ activity: field.id(), name: field.hidden(200) }),
  handle: async (context, { activity: id, name }) => {
    const words = say(context.locale)
    const { companyId, contactId } = await whoseIsMine(context, id)
    if (!companyId || contactId) throw new UserError(words.filedAlready, { mend: false })
    const added = await addCustomer(context, { companyId, contact: name })
    const where = { workspaceId_id: { workspaceId: context.workspace.id, id } }
    const before = await context.db.activity.findUniqueOrThrow({ where })
    const data = { contactId: added.contactId, updatedAt: asDate(context.now) }
    await record(context, { noun: 'activity', id, before, after: await context.db.activity.update({ where, data }) })
    return card({
      tone: 'good',
      title: words.addedMet(added.name),
      buttons: [button(words.show, 'show', { customer: added.ref }), undoButton(context)],
    })
  },
})
