import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { notice, operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { companyById } from '../companies/companies.ts'
import { contactById } from '../contacts/contacts.ts'
import { byRef, type Customer, theCustomer } from '../customers/customers.ts'
import { leads, memberById, memberNamed, namesOf } from '../members/members.ts'
import { owe } from '../messages/messages.ts'
import { move } from './move.ts'
import { sayBelongings } from './said.ts'
import { say } from './words.ts'

const NOBODY = /^(?:nobody|no one|none|off|无人|没有人|无)$/i

export const assign = operation({
  name: 'assign',
  zh: '分配',
  summary: { en: 'Give a customer to a colleague: who looks after them', zh: '把客户分配给同事负责' },
  examples: ['assign acme to @Bo', 'assign acme to nobody', 'assign 锦程物流 给 @Bo'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Change the owner', zh: '更换负责人' },
  input: z.object({
    customer: field.customer({ en: 'Customer', zh: '客户' }),
    owner: field.member({ en: 'Who looks after them', zh: '由谁负责' }, { en: '“nobody” for none', zh: '没有人则填“无人”' }),
  }),
  line: (rest): Record<string, string> => {
    const [, customer, owner] =
      /^(\S[\s\S]*?)\s*(?:\s(?:to|for)\s|[\s]给|给(?=\s*[@<])|\s(?=[@<]))\s*(\S[\s\S]*)$/i.exec(rest) ?? []
    return customer && owner ? { customer, owner } : { customer: rest }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const to = NOBODY.test(input.owner) ? null : await memberNamed(context, input.owner)
    if (to?.role === 'reader') throw new UserError(words.mayOnlyRead(to.name), { field: 'owner' })
    const customer = await theCustomer(context, input.customer, { operation: 'assign', input, field: 'customer' })
    const from = await ownerOf(context, customer)
    if (from === (to?.id ?? null)) return card({ lines: [words.already(customer.name, to?.name ?? words.nobody)] })
    if (from && from !== context.me.id && !(await leads(context, from))) {
      const owner = (await namesOf(context, [from])).get(from) ?? ''
      throw new NotAllowed(words.notYours(customer.name, owner))
    }
    const of = { companyId: customer.contactId ? null : customer.companyId, contactId: customer.contactId }
    const moved = await move(context, { from, of }, to)
    const along = { ...moved, [customer.contactId ? 'contacts' : 'companies']: 0 }
    const others = sayBelongings(context, along)
    if (to && to.id !== context.me.id)
      await owe(context, { memberId: to.id, kind: 'assigned', input: { customer: customer.ref, by: context.me.id } })
    return card({
      tone: 'good',
      lines: [
        to ? words.assigned(customer.name, to.name) : words.unassigned(customer.name),
        ...(others ? [words.with(others)] : []),
      ],
      buttons: [undoButton(context)],
    })
  },
})

/** Tells a colleague whom they look after now; nothing once it is somebody else. */
export const assigned = notice({
  kind: 'assigned',
  input: z.object({ customer: z.string(), by: field.id() }),
  build: async (context, { customer: ref, by }) => {
    const customer = await byRef(context, ref).catch(() => undefined)
    if (!customer || (await ownerOf(context, customer)) !== context.me.id) return undefined
    const words = say(context.locale)
    return card({
      title: words.gaveYou((await memberById(context, by)).name, customer.name),
      buttons: [button(words.show, 'show', { customer: ref })],
    })
  },
})

async function ownerOf(context: Context, { companyId, contactId }: Customer): Promise<string | null> {
  const found = contactId ? await contactById(context, contactId) : await companyById(context, companyId ?? '')
  return found?.ownerId ?? null
}
