import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { oneAtATime } from '../companies/companies.ts'
import { byRef, type Customer, customer, isRef, theCustomer } from '../customers/customers.ts'
import { fillIn } from '../duplicates/fill.ts'
import { factsOf, likelyOf, warnOf } from '../duplicates/warn.ts'
import { askMissing, linesToFill } from '../fields/ask-missing.ts'
import { asInput, ownFacts, ownFields, withoutOwn } from '../fields/asked.ts'
import { columnsOf, fieldsOf, saidFacts, sayingOf } from '../fields/fields.ts'
import { factsGiven } from '../fields/given.ts'
import { besides, detailsInput, inputsOf } from '../fields/inputs.ts'
import { asked, missingIn } from '../fields/required.ts'
import { CONTACT_FIELDS, type Contact, createContact, sameContact } from './contacts.ts'
import { readContactLine } from './read-line.ts'
import { say } from './words.ts'

const IN_FORM = ['company', 'email', 'phone'] as const
const inputs = inputsOf(CONTACT_FIELDS, IN_FORM)

const input = z
  .object({
    name: field.text(CONTACT_FIELDS[0]!.label, { max: 200 }),
    ...inputs,
    details: detailsInput(),
    /** Add the company as well when nobody knows it. */
    add: field.hidden(10).optional(),
    /** There is one of that name, and yet it is another. */
    another: field.hidden(5).optional(),
    /** The one that stands is meant: it takes what was typed. */
    use: field.hidden(100).optional(),
    /** What must be filled in was asked for. */
    asked: field.hidden(5).optional(),
  })
  .catchall(ownFields)
type NewContact = z.infer<typeof input>

export const addContact: Operation = operation({
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
  notInForm: besides(inputs, IN_FORM),
  asks: async (context) => asked(missingIn(await fieldsOf(context, 'contact'), {})).map(asInput),
  prefill: async (context, given): Promise<Record<string, { value: string; label?: string }>> => {
    const { company } = given
    const lines = linesToFill(missingIn(await fieldsOf(context, 'contact'), {}), given)
    if (typeof company !== 'string') return lines
    return {
      ...lines,
      company: isRef(company) ? { value: company, label: (await byRef(context, company)).name } : { value: company },
    }
  },
  handle: async (context, typed) => {
    const words = say(context.locale)
    const { another, use, add: _, asked: __, name: typedName, details, ...given } = withoutOwn(typed)
    const fields = await fieldsOf(context, 'contact')
    const options = { ...given, ...ownFacts(fields, typed) }
    const { head: name, facts } = await factsGiven(context, fields, { head: typedName, lines: details, options, isNew: true })
    if (!normalizeName(name)) throw new UserError(words.noName, { field: 'name' })
    const columns = columnsOf(fields, { ...facts, company: undefined }, context)
    const at = facts.company ? await theCompany(context, facts.company, typed) : undefined
    if (use) return fillIn(context, 'contact', use, fields, { ...columns, companyId: at?.companyId ?? null })
    await oneAtATime(context, `${at?.companyId ?? ''} ${name}`)
    const same = await sameContact(context, name, at?.companyId ?? null)
    if (same && !another) throw new Ask(askSame(context, customer(companyOf(at), same), typed))
    if (!another)
      warnOf(context, {
        ...{
          kind: 'contact',
          name,
          likely: await likelyOf(context, 'contact', factsOf('contact', { ...columns, name, ...whereOf(at) })),
        },
        use: (ref, called) => button(words.use(called), 'add contact', { ...typedBack(typed), use: ref }),
        anyway: { operation: 'add contact', input: typedBack(typed) },
      })
    askMissing(context, addContact, typed, missingIn(fields, facts))
    const contact = await createContact(context, { ...columns, name, companyId: at?.companyId ?? null })
    return added(context, contact, customer(companyOf(at), contact))
  },
})

const typedBack = (given: NewContact) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>

const theCompany = (context: Context, typed: string, given: NewContact): Promise<Customer> =>
  theCustomer(context, typed, { operation: 'add contact', input: typedBack(given), field: 'company', only: 'company' })

const whereOf = (at: Customer | undefined) => ({ companyId: at?.companyId ?? null, companyName: at?.companyName ?? null })

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

async function added(context: Context, contact: Contact, who: Customer): Promise<Reply> {
  const words = say(context.locale)
  const fields = (await fieldsOf(context, 'contact')).filter(({ key }) => key !== 'owner' && key !== 'company')
  const facts = saidFacts(fields, contact, await sayingOf(context, fields, [contact]))
  return card({
    tone: 'good',
    title: words.added(who.name),
    fields: facts.map(({ label, value }) => ({ label, value })),
    buttons: [
      button(words.log, 'log', { customer: who.ref }, { form: true, style: 'primary' }),
      button(words.edit, 'edit', { customer: who.ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}
