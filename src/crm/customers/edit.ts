import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { formFor } from '../../bot/form.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { readDetails, readPairs, type TypedLine } from '../companies/companies.ts'
import { type Customer, theCustomer } from './customers.ts'
import { recordOf } from './editable.ts'
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
  /** The company that a person is at, once it was picked. */
  company: field.hidden(500).optional(),
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
      ...(pairs.length && { details: pairs.map(([name, value]) => `${name}=${value}`).join('\n') }),
    }
  },
  prefill: async (context, given) => {
    if (typeof given.customer !== 'string') throw new UserError(say(context.locale).whom, { mend: false })
    const customer = await whose(context, { ...given, customer: given.customer })
    return filled(context, customer)
  },
  handle: async (context, given) => {
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
  const { name, email, phone, ...more } = (await recordOf(context, customer)).facts
  const details = Object.entries(more).flatMap(([one, value]) => (value ? [`${one}=${value}`] : []))
  const fields = { name, email, phone, details: details.join('\n') }
  return Object.fromEntries(Object.entries(fields).flatMap(([one, value]) => (value ? [[one, { value }]] : [])))
}

async function changed(context: Context, customer: Customer, given: EditInput): Promise<Reply> {
  const words = say(context.locale)
  const record = await recordOf(context, customer)
  const facts = { ...(given.whole ? emptied(record.facts) : {}), ...typedFacts(given, context) }
  const unknown = Object.keys(facts).find((one) => !record.field(one))
  if (unknown) throw new UserError(words.unknownField(unknown, record.fields.join(', ')), { field: 'details' })
  const known = Object.fromEntries(Object.entries(facts).map(([one, value]) => [record.field(one)!, value]))
  const { before, after } = await record.change(known, given)
  const ref = customer.ref
  if (before.length + after.length === 0) return card({ lines: [words.nothingToChange] })
  return card({
    tone: 'good',
    title: words.changed(customer.name),
    lines: after,
    context: before.join('\n') || undefined,
    buttons: [
      button(words.show, 'show', { customer: ref }),
      button(words.edit, 'edit', { customer: ref, whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}

/** All facts but the name, which nobody can take away. */
const emptied = (facts: Record<string, string | undefined>) =>
  Object.fromEntries(Object.keys(facts).flatMap((one) => (one === 'name' || !facts[one] ? [] : [[one, '']])))

/** `field=value` lines and the fields of the form. A value of `-` clears. */
function typedFacts({ name, email, phone, details = '', company }: EditInput, { locale }: Context): Record<string, string> {
  const given: Record<string, string> = {}
  for (const line of details.split('\n').filter((one) => one.trim())) {
    const { head, pairs } = readPairs(line)
    if (head || pairs.length === 0) throw new UserError(say(locale).badDetails(line.slice(0, 80)), { field: 'details' })
    for (const [one, value] of pairs) given[one] = value
  }
  Object.assign(given, name && { name }, email && { email }, phone && { phone }, company && { company })
  return Object.fromEntries(Object.entries(given).map(([one, value]) => [one, /^[-–—]$/.test(value) ? '' : value]))
}
