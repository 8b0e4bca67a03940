import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { oneAtATime } from '../companies/companies.ts'
import { byRef, type Customer, customer, isRef, theCustomer } from '../customers/customers.ts'
import { CONTACT_FIELDS, type Contact, contactFacts, createContact, readContact, sameContact } from './contacts.ts'
import { readContactLine } from './read-line.ts'
import { say } from './words.ts'

const named = (one: (typeof CONTACT_FIELDS)[number]) => ({ en: say('en')[one], zh: say('zh')[one] })

const input = z.object({
  name: field.text(named('name'), { max: 200 }),
  company: field.customer(named('company')).optional(),
  title: field.text(named('title'), { max: 200 }).optional(),
  email: field.text(named('email'), { max: 300 }).optional(),
  phone: field.text(named('phone'), { max: 200 }).optional(),
  /** A field that was typed and that there is not. */
  unknown: field.hidden(40).optional(),
  /** Add the company as well when nobody knows it. */
  add: field.hidden(10).optional(),
  /** There is one of that name, and yet it is another. */
  another: field.hidden(5).optional(),
})
type NewContact = z.infer<typeof input>

export const addContact = operation({
  name: 'add contact',
  zh: '新增联系人',
  also: ['添加联系人', '新建联系人'],
  summary: { en: 'Add a person at a customer', zh: '新增联系人' },
  examples: ['add contact Wei Zhang at Acme wei@acme.com +1 415 555 0100', 'add contact Laura Bennett, CFO at Acme Corp'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Add a contact', zh: '新增联系人' },
  input,
  line: readContactLine,
  prefill: async (context, { company }): Promise<Record<string, { value: string; label?: string }>> => {
    if (typeof company !== 'string') return {}
    return { company: isRef(company) ? { value: company, label: (await byRef(context, company)).name } : { value: company } }
  },
  handle: async (context, given) => {
    const words = say(context.locale)
    if (given.unknown)
      throw new UserError(words.unknownField(given.unknown, CONTACT_FIELDS.join(', ')), { field: 'name', mend: false })
    if (!normalizeName(given.name)) throw new UserError(words.noName, { field: 'name' })
    const columns = readContact(given, context)
    const at = given.company ? await theCompany(context, given.company, given) : undefined
    await oneAtATime(context, `${at?.companyId ?? ''} ${given.name}`)
    const same = await sameContact(context, given.name, at?.companyId ?? null)
    if (same && !given.another) throw new Ask(askSame(context, customer(companyOf(at), same), given))
    const contact = await createContact(context, { ...columns, name: given.name, companyId: at?.companyId ?? null })
    return added(context, contact, customer(companyOf(at), contact))
  },
})

const typedBack = (given: NewContact) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>

const theCompany = (context: Context, typed: string, given: NewContact): Promise<Customer> =>
  theCustomer(context, typed, { operation: 'add contact', input: typedBack(given), field: 'company', only: 'company' })

const companyOf = (at: Customer | undefined) =>
  at?.companyId && at.companyName ? { id: at.companyId, name: at.companyName } : undefined

function askSame({ locale }: Context, same: Customer, given: NewContact): Reply {
  const words = say(locale)
  return card({
    tone: 'warning',
    lines: [words.standsAlready(same.name)],
    buttons: [
      button(words.showIt(same.name), 'show', { customer: same.ref }, { style: 'primary' }),
      button(words.addAnyway, 'add contact', { ...typedBack(given), another: 'yes' }),
      button(words.cancel, 'dismiss', { text: given.name }),
    ],
  })
}

function added(context: Context, contact: Contact, who: Customer): Reply {
  const words = say(context.locale)
  return card({
    tone: 'good',
    title: words.added(who.name),
    fields: contactFacts(contact, context.locale),
    buttons: [
      button(words.log, 'log', { customer: who.ref }, { form: true, style: 'primary' }),
      button(words.edit, 'edit', { customer: who.ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}
