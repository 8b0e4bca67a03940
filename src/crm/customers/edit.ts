import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { formFor } from '../../bot/form.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { readDetails, readPairs, type TypedLine } from '../companies/companies.ts'
import { sayBefore } from '../fields/changed.ts'
import { fieldsOf } from '../fields/fields.ts'
import { factsGiven, pairsTyped } from '../fields/given.ts'
import { linesOf } from '../fields/typed.ts'
import { type Customer, theCustomer } from './customers.ts'
import { type Editable, recordOf } from './editable.ts'
import { say } from './words.ts'

const input = z.object({
  customer: field.customer({ en: 'Customer', zh: '客户' }),
  name: field.text({ en: 'Name', zh: '名称' }, { max: 200 }).optional(),
  email: field.text({ en: 'E-mail', zh: '邮箱' }, { max: 500 }).optional(),
  phone: field.text({ en: 'Phone', zh: '电话' }, { max: 500 }).optional(),
  details: field
    .lines(
      { en: 'Other facts', zh: '其他资料' },
      { hint: { en: 'One a line, like this: city=New York', zh: '每行一项，例如：city=上海' }, max: 2000 },
    )
    .optional(),
  /** It looks like another customer, and yet it is to be changed. */
  another: field.hidden(5).optional(),
  /** The company that a person is at, once it was picked. */
  company: field.hidden(500).optional(),
  parent: field.hidden(500).optional(),
  /** The form showed all facts: those that are not sent back were emptied. */
  whole: field.hidden(5).optional(),
})
type EditInput = z.infer<typeof input>

/** Changes facts of a company or a person; only what is named changes. */
export const edit: Operation = operation({
  name: 'edit',
  zh: '修改',
  also: ['编辑', '更改'],
  summary: { en: 'Change facts of a customer', zh: '修改客户资料' },
  examples: ['edit acme phone=+1 415 555 0100', 'edit wei zhang title=CTO, email=wei@acme.com'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Change facts', zh: '修改资料' },
  input,
  notInForm: ['customer'],
  line: (rest) => {
    const { head, pairs } = namedFacts(rest)
    return {
      ...(head && { customer: head }),
      ...(pairs.length && { details: linesOf(pairs) }),
    }
  },
  prefill: async (context, given) => {
    if (typeof given.customer !== 'string') throw new UserError(say(context.locale).whom, { mend: false })
    const customer = await whose(context, { ...given, customer: given.customer })
    return filled(context, customer)
  },
  handle: async (context, typed) => {
    const given = await sorted(context, typed)
    const customer = await whose(context, given)
    if (Object.keys(given).length === 1) return wholeForm(context, customer)
    return changed(context, customer, given)
  },
})

const FACT_NAMED = /[\s,，](?:phone|tel|mobile|e-?mail|电话|手机|邮箱)[:：]?$/i

/** `acme phone=…`; a number and an address say by themselves which fact they are: `acme phone +1 415 555 0100`. */
function namedFacts(rest: string): TypedLine {
  const typed = readPairs(rest)
  const { email, phone, rest: head } = readDetails(typed.head)
  if (typed.pairs.length || !(email || phone)) return typed
  const pairs: TypedLine['pairs'] = []
  if (email) pairs.push(['email', email])
  if (phone) pairs.push(['phone', phone])
  return { head: head.replace(FACT_NAMED, ''), pairs }
}

/** A field's name of several words may have lost its first ones to the customer's: `edit acme preferred language=English`. */
async function sorted(context: Context, given: EditInput): Promise<EditInput> {
  if (!given.details || given.whole) return given
  const all = [...(await fieldsOf(context, 'company')), ...(await fieldsOf(context, 'contact'))]
  const { head, pairs } = pairsTyped(context, all, given.customer, given.details)
  return { ...given, customer: head, details: linesOf(pairs) }
}

const whose = (context: Context, given: EditInput): Promise<Customer> =>
  theCustomer(context, given.customer, { operation: 'edit', input: { ...given, whole: undefined }, field: 'customer' })

/** The form with all that stands. */
async function wholeForm(context: Context, customer: Customer): Promise<Reply> {
  const form = formFor(edit, { customer: customer.ref, whole: 'yes' }, context.locale, {
    prefill: await filled(context, customer),
  })
  return { ...form, notice: customer.name }
}

/** The three facts that everybody has go in fields of their own, the rest as lines. */
async function filled(context: Context, customer: Customer): Promise<Record<string, { value: string }>> {
  // Whose customer it is, is changed by typing it (`owner=Bo`): a form that is sent back as it was must not hand anybody over.
  const { name, email, phone, owner: _, ...more } = (await recordOf(context, customer)).facts
  const details = Object.entries(more).flatMap(([one, value]) => (value ? [`${one}=${value}`] : []))
  const fields = { name, email, phone, details: details.join('\n') }
  return Object.fromEntries(Object.entries(fields).flatMap(([one, value]) => (value ? [[one, { value }]] : [])))
}

async function changed(context: Context, customer: Customer, given: EditInput): Promise<Reply> {
  const words = say(context.locale)
  const record = await recordOf(context, customer)
  const { name, email, phone, details, company, parent } = given
  const options = { name, email, phone, company, parent }
  const { facts: typed } = await factsGiven(context, record.fields, { lines: details, options })
  const facts = { ...(given.whole ? emptied(record) : {}), ...typed }
  const { before, after } = await record.change(facts, given)
  const ref = customer.ref
  if (before.length + after.length === 0) return card({ lines: [words.nothingToChange] })
  return card({
    tone: 'good',
    title: words.changed(customer.name),
    lines: after,
    context: sayBefore(context, before),
    buttons: [
      button(words.show, 'show', { customer: ref }),
      button(words.edit, 'edit', { customer: ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}

/** All facts but the name, which nobody can take away, and the owner, who is only ever followed by another. */
const emptied = ({ fields, facts }: Editable) =>
  Object.fromEntries(fields.flatMap(({ key, type }) => (type === 'name' || key === 'owner' || !facts[key] ? [] : [[key, '']])))
