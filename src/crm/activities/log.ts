import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { splitEntries, understand } from '../../understanding/index.ts'
import {
  addCustomer,
  askUnknown,
  askWhich,
  byMatch,
  type Customer,
  indexFor,
  newDetails,
  type Peopled,
  peopleIn,
  theCustomer,
} from '../customers/customers.ts'
import { taskById } from '../tasks/tasks.ts'
import { sayAmount, sayOccurred, sayWhat } from './activities.ts'
import { logSeveral } from './log-several.ts'
import { say, sayKind } from './vocabulary.ts'
import { type LogInput, loggedButtons, sayFollowUp, type Written, write } from './write.ts'

const input = z.object({
  line: field.lines(
    { en: 'What happened', zh: '发生了什么' },
    {
      hint: {
        en: 'As you would say it: spoke to Wei, wants a quote, call back Tuesday 10am',
        zh: '像平时说话一样：和王伟聊了，要报价，周二上午10点回电',
      },
    },
  ),
  customer: field
    .customer({ en: 'Customer', zh: '客户' }, { en: 'Only if your words do not name one', zh: '上面没有提到客户时填写' })
    .optional(),
  followup: field
    .text({ en: 'Follow-up', zh: '跟进' }, { hint: { en: 'For example: Tuesday 10am call back', zh: '例如：周二上午10点回电' } })
    .optional(),
  add: field
    .choice({ en: 'Add', zh: '新增' }, ['company', 'contact'], {
      company: { en: 'company', zh: '公司' },
      contact: { en: 'contact', zh: '联系人' },
    })
    .optional(),
  task: field.id().optional(),
  url: field.hidden(2000).optional(),
})
export const log = operation({
  name: 'log',
  summary: { en: 'Log a call, meeting, visit or message in one line', zh: '用一句话记录电话、会议、拜访或消息' },
  examples: [
    'log Acme: spoke to Wei, wants a quote, call back Tuesday 10am',
    'log called Northwind, left voicemail for Priya',
    'log met with Laura yesterday afternoon, good fit, $12k',
    'log 拜访了锦程物流，李娜说预算30万，下周二跟进',
  ],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  short: true,
  shortcut: { en: 'Log a contact', zh: '记录一次联系' },
  onMessage: { en: 'Log to CRM', zh: '记录到 CRM' },
  formTitle: { en: 'Log a contact', zh: '记录一次联系' },
  formWhenEmpty: true,
  input,
  onlyTyped: ['add'],
  onlyForm: ['customer', 'followup'],
  handle: async (context, given) => {
    const lines = given.customer ? [given.line] : splitEntries(given.line)
    return lines.length > 1 ? logSeveral(context, given, lines) : logOne(context, given)
  },
})

const MOST_OFFERED = 2

async function logOne(context: Context, given: LogInput): Promise<Reply> {
  const words = understand(given.line, { ...context, customers: await indexFor(context, given.line) })
  const understood = await peopleIn(context, words)
  const customer = await customerOf(context, given, understood)
  const done = await write(context, given, understood, customer)
  return logged(context, customer, understood, done)
}

/** Whom the line is about. Throws Ask when that must be chosen, added or named first; the line goes along with every way on. */
async function customerOf(context: Context, given: LogInput, understood: Peopled): Promise<Customer> {
  const ask = { operation: 'log', input: asInput(given), field: 'customer' }
  const typed =
    given.customer ??
    (given.task && understood.customer.status !== 'known' ? await customerOfTask(context, given.task) : undefined)
  if (typed) return theCustomer(context, typed, ask)
  const match = understood.customer
  switch (match.status) {
    case 'known':
      return byMatch(context, match)
    case 'ambiguous':
      throw new Ask(await askWhich(context, match.candidates, ask))
    case 'unknown':
      if (given.add) return addCustomer(context, { company: match.company, contact: match.contact })
      throw new Ask(await askUnknown(context, match, ask))
    case 'none':
      throw new Ask(noCustomer(context, given))
  }
}

async function customerOfTask(context: Context, id: string): Promise<string | undefined> {
  const task = await taskById(context, id)
  return task?.contactId ? `contact:${task.contactId}` : task?.companyId ? `company:${task.companyId}` : undefined
}

const asInput = (given: LogInput) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>

function noCustomer({ locale }: Context, given: LogInput) {
  const words = say(locale)
  return card({
    tone: 'warning',
    lines: [words.whoWasIt],
    context: given.line.slice(0, 300),
    buttons: [
      button(words.name, 'log', asInput(given), { form: true, style: 'primary' }),
      button(locale === 'en' ? 'Cancel' : '取消', 'dismiss', { text: given.line }),
    ],
  })
}

function logged(context: Context, customer: Customer, understood: Peopled, { activity, followUp, completed }: Written): Reply {
  const { locale } = context
  const words = say(locale)
  const facts = understood.facts
  return card({
    tone: 'good',
    title: facts.kind === 'note' ? words.loggedNote(customer.name) : words.loggedWith(sayKind(facts.kind, locale), customer.name),
    lines: [activity.note, ...(completed ? [words.taskDone(completed.what)] : [])],
    fields: [
      ...(facts.outcome || facts.direction ? [{ label: words.outcome, value: sayWhat(activity, locale) }] : []),
      ...(facts.occurredAt ? [{ label: words.when, value: sayOccurred(activity, context, locale) }] : []),
      ...(facts.amount ? [{ label: words.amount, value: sayAmount(facts.amount, locale) }] : []),
      ...(followUp ? [{ label: words.followUp, value: sayFollowUp(context, followUp) }] : []),
      ...(understood.others.length
        ? [{ label: words.alsoThere, value: understood.others.map((one) => one.name).join(', ') }]
        : []),
    ],
    buttons: [
      ...loggedButtons(context, activity),
      ...newDetails(understood, customer)
        .slice(0, MOST_OFFERED)
        .map((detail) =>
          button(words.offerDetail(detail, customer.contactName ?? customer.name), 'add detail', {
            customer: customer.ref,
            detail,
          }),
        ),
    ],
    share: { operation: 'activity', input: { activity: activity.id } },
  })
}
