import { z } from 'zod'
import { type Button, button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { splitEntries } from '../../understanding/index.ts'
import { keepFiles } from '../attachments/attachments.ts'
import { newDetails } from '../customers/customers.ts'
import { within } from '../tasks/listed.ts'
import { sayAmount, sayOccurred, sayWhat, shortened } from './activities.ts'
import { metButton } from './add-met.ts'
import { type Logged, logLine } from './log-line.ts'
import { logOfList, logSeveral, tellsOfOne } from './log-several.ts'
import { asPrivate, asPrivateFromStart, lineOf } from './private.ts'
import { say, sayKind } from './vocabulary.ts'
import { loggedButtons, rememberButton, sayFollowUp } from './write.ts'

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
  /** Files that were shared in the same message. */
  files: field.hidden(30_000).optional(),
  /** A pasted list that is shown, and which of its entries this line is (from 1; left out: those that were not read yet). */
  list: field.hidden().optional(),
  entry: field.page().optional(),
  /** The list of tasks in which the button stood: it is shown again below what was logged. */
  back: field.hidden(10).optional(),
})
export const log = operation({
  name: 'log',
  zh: '记录',
  summary: { en: 'Log a call, meeting, visit or message in one line', zh: '用一句话记录电话、会议、拜访或消息' },
  examples: [
    'log Acme: spoke to Wei, wants a quote, call back Tuesday 10am',
    'log called Northwind, left voicemail for Priya',
    'log met with Laura yesterday afternoon, good fit, $12k',
    'log 拜访了锦程物流，李娜说预算30万，下周二跟进',
    'log private: Laura at Acme is leaving in spring',
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
    if (given.list) return logOfList(context, given, given.list)
    const { line, isPrivate } = asPrivateFromStart(given.line)
    const { entries, heading } = given.customer ? { entries: [] } : splitEntries(line)
    if (entries.length > 1 && !(heading && (await tellsOfOne(context, heading)))) {
      // Each line of a private list says so itself: it may be logged by another press.
      const lines = entries.map((one) => lineOf(one, isPrivate || asPrivate(one).isPrivate))
      return logSeveral(context, given, lines, heading)
    }
    const done = await logLine(context, given, { asksDone: true })
    const kept = given.files ? await keepFiles(context, done.customer, given.files, done.activity) : []
    return within(context, given.back, logged(context, done, [...kept, ...done.links]))
  },
})

const MOST_OFFERED = 2
const MOST_CLOSED = 3
const FEW_WORDS = 50

/** Offers to close what the contact has perhaps dealt with: never in silence, for only the person knows. */
function closing({ locale }: Context, { perhapsDone, completed }: Logged): Button[] {
  return perhapsDone
    .filter((task) => task.id !== completed?.id)
    .slice(0, MOST_CLOSED)
    .map((task) => button(say(locale).doneAsk(shortened(task.what, FEW_WORDS)), 'done', { task: task.id }))
}

function logged(context: Context, done: Logged, kept: readonly string[]): Card {
  const { activity, followUp, completed, customer, understood, learn } = done
  const { locale } = context
  const words = say(locale)
  const facts = understood.facts
  return card({
    tone: 'good',
    title: lineOf(
      facts.kind === 'note' ? words.loggedNote(customer.name) : words.loggedWith(sayKind(facts.kind, locale), customer.name),
      activity.private,
    ),
    lines: [activity.note, ...(completed ? [words.taskDone(completed.what)] : [])],
    fields: [
      ...(facts.outcome || facts.direction ? [{ label: words.outcome, value: sayWhat(activity, locale) }] : []),
      ...(facts.occurredAt ? [{ label: words.when, value: sayOccurred(activity, context, locale) }] : []),
      ...(facts.amount ? [{ label: words.amount, value: sayAmount(facts.amount, locale) }] : []),
      ...(followUp ? [{ label: words.followUp, value: sayFollowUp(context, followUp) }] : []),
      ...(kept.length ? [{ label: words.attached, value: listed(kept, locale) }] : []),
      ...(understood.others.length
        ? [
            {
              label: words.alsoThere,
              value: listed(
                understood.others.map((one) => one.name),
                locale,
              ),
            },
          ]
        : []),
    ],
    buttons: [
      ...loggedButtons(context, activity),
      ...closing(context, done),
      ...(learn ? [rememberButton(context, learn, customer)] : []),
      ...metButton(context, activity, understood),
      ...newDetails(understood, customer)
        .slice(0, MOST_OFFERED)
        .map((detail) =>
          button(words.offerDetail(detail, customer.contactName ?? customer.name), 'add detail', {
            customer: customer.ref,
            detail,
          }),
        ),
    ],
    ...(activity.private ? { context: words.onlyYou } : { share: { operation: 'activity', input: { activity: activity.id } } }),
  })
}
