import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { keptField } from '../customers/cold.ts'
import { type Customer, isRef, theCustomer } from '../customers/customers.ts'
import { sayRefusal } from '../customers/may-contact.ts'
import { dealsField } from '../deals/said.ts'
import { sayTask } from '../tasks/tasks.ts'
import { type NamedActivity, sayActivity, sayAmount, sayOccurred, sayPeople, sayWhat } from './activities.ts'
import { standingOf, standingsNamed } from './standing.ts'
import { say } from './vocabulary.ts'

export const last = operation({
  name: 'last',
  zh: '上次',
  summary: { en: 'Last contact with a customer, and what is open', zh: '查看与客户的最近一次联系和待办' },
  examples: ['last acme', 'last wei zhang', 'last wei@acme.com', 'last 锦程物流'],
  lineWhen: /^(?:week|weekend|month|quarter|year|night|evening|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[,:]?\s+\S+\s+\S/i,
  group: 'daily',
  allow: 'reader',
  effect: 'read',
  short: true,
  formTitle: { en: 'Last contact', zh: '最近联系' },
  input: z.object({
    customer: field.customer(
      { en: 'Customer', zh: '客户' },
      { en: 'A name, e-mail, domain or phone number', zh: '名称、邮箱、域名或电话号码' },
    ),
  }),
  handle: async (context, input) => {
    const named = isRef(input.customer) ? undefined : await standingsNamed(context, input.customer)
    const customer = await theCustomer(context, input.customer, { operation: 'last', input, field: 'customer' }, named?.known)
    const { contacts, tasks, deals, kept, refusal } = named?.standings.get(customer.ref) ?? (await standingOf(context, customer))
    const words = say(context.locale)
    const [newest, ...before] = contacts
    return card({
      title: newest ? words.lastContactWith(customer.name) : undefined,
      ...(refusal && { tone: 'warning' as const }),
      lines: [
        ...(refusal ? [sayRefusal(refusal, context.locale)] : []),
        ...(newest ? [headline(context, newest), newest.note] : [words.neverContacted(customer.name)]),
      ],
      fields: [
        ...(newest?.amount
          ? [{ label: words.amount, value: sayAmount({ value: newest.amount, currency: newest.currency }, context.locale) }]
          : []),
        ...keptField(kept, context),
        ...(tasks.length
          ? [{ label: words.nextTasks, value: tasks.map((task) => sayTask(task, context, context.locale)).join('\n') }]
          : []),
        ...dealsField(context, deals),
        ...(before.length
          ? [{ label: words.before, value: before.map((one) => sayActivity(one, context, context.locale)).join('\n') }]
          : []),
      ],
      links: newest?.sourceUrl ? [{ label: words.source, url: newest.sourceUrl }] : undefined,
      buttons: customerButtons(context, customer),
      share: { operation: 'last', input: { customer: customer.ref } },
    })
  },
})

function headline(context: Context, activity: NamedActivity): string {
  const { locale } = context
  const parts = [
    sayOccurred(activity, context, locale),
    sayWhat(activity, locale),
    sayPeople(activity, locale),
    say(locale).by(activity.memberName),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** What one does next with a customer. */
export const customerButtons = ({ locale }: Context, customer: Pick<Customer, 'ref'>) => [
  button(say(locale).log, 'log', { customer: customer.ref }, { form: true, style: 'primary' }),
  button(say(locale).remind, 'remind', { customer: customer.ref }, { form: true }),
  button(say(locale).timeline, 'timeline', { customer: customer.ref }),
]
