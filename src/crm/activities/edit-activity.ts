import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Button, button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAt, understandTask, understandWhen } from '../../understanding/index.ts'
import { followNote } from '../attachments/with-note.ts'
import { record, undoButton } from '../audit/audit.ts'
import { byRef, type Customer, indexFor, nameToLearn, theCustomer } from '../customers/customers.ts'
import { filedUnder } from '../filed.ts'
import { asDate } from '../ids.ts'
import { leads } from '../members/members.ts'
import { archiveTask, changeTask, createTask, type Task, taskOfActivity, update } from '../tasks/tasks.ts'
import { type Activity, placed, sayAmount, sayWhat, theActivity } from './activities.ts'
import { understoodLine } from './log-line.ts'
import { listAgain } from './pasted.ts'
import { asPrivate, lineOf } from './private.ts'
import { KIND_CHOICES, kindChoiceWords, readKindChoice, say } from './vocabulary.ts'
import { amountOfNote, amountText, apart, readAmount, written } from './when-and-amount.ts'
import { rememberButton, sayFollowUp } from './write.ts'

const input = z.object({
  activity: field.id(),
  customer: field.customer({ en: 'Customer', zh: '客户' }),
  kind: field.choice({ en: 'Kind and outcome', zh: '类型与结果' }, KIND_CHOICES, kindChoiceWords),
  when: field
    .text(
      { en: 'When; amount', zh: '时间；金额' },
      { hint: { en: 'For example: yesterday 3pm; $12k', zh: '例如：昨天下午3点；12万元' } },
    )
    .optional(),
  note: field.lines(
    { en: 'Note', zh: '备注' },
    { hint: { en: 'Begins with 🔒: only its author sees it', zh: '以🔒开头：只有记录者自己能看到' } },
  ),
  followup: field
    .text(
      { en: 'Follow-up (empty: none)', zh: '跟进（留空表示没有）' },
      { hint: { en: 'For example: Tuesday 10am call back', zh: '例如：周二上午10点回电' } },
    )
    .optional(),
  /** The pasted list that it is an entry of, to be shown again. */
  list: field.hidden().optional(),
})
type EditInput = z.infer<typeof input>

/** Mends what was understood, field by field. */
export const editActivity = operation({
  name: 'edit activity',
  summary: { en: 'Mend a logged activity', zh: '修改一条记录' },
  examples: [],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  formTitle: { en: 'Edit what was logged', zh: '修改记录' },
  input,
  prefill: async (context, given) => {
    const activity = await whoseIsMine(context, String(given.activity ?? ''))
    const customer = await customerOf(context, activity)
    const task = await taskOfActivity(context, activity.id)
    return {
      customer: { value: customer.ref, label: customer.name },
      kind: { value: [activity.kind, activity.outcome].filter(Boolean).join('.') },
      when: { value: written({ when: whenOf(context, activity), amount: amountText(activity) }) },
      note: { value: lineOf(activity.note, activity.private) },
      ...(task && { followup: { value: followUpText(context, task) } }),
    }
  },
  handle: async (context, typed) => {
    const { line: note, isPrivate: asked } = asPrivate(typed.note)
    const given = { ...typed, note }
    const activity = await whoseIsMine(context, given.activity)
    // Nobody hides from an author what is theirs, nor from others what they could not read again.
    const isPrivate = activity.memberId === context.me.id ? asked : activity.private
    const customer = await theCustomer(context, given.customer, {
      operation: 'edit activity',
      input: typed as Record<string, string>,
      field: 'customer',
    })
    const before = await context.db.activity.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: context.workspace.id, id: activity.id } },
    })
    const after = await context.db.activity.update({
      where: { workspaceId_id: { workspaceId: context.workspace.id, id: activity.id } },
      data: {
        ...(await filedUnder(context, customer)),
        ...readKindChoice(given.kind),
        note: given.note,
        private: isPrivate,
        otherContactIds: before.otherContactIds.filter((id) => id !== customer.contactId),
        ...amountChanged(context, activity, given),
        ...whenChanged(context, activity, given),
        updatedAt: asDate(context.now),
      },
    })
    await record(context, { noun: 'activity', id: activity.id, before, after })
    await followNote(context, before, after)
    const task = await followUpChanged(context, { ...activity, private: isPrivate }, customer, given)
    const another = customer.companyId !== before.companyId
    const learn = another && (await nameToLearn(context, await understoodLine(context, before.note), customer))
    const remember = learn ? [rememberButton(context, learn, customer)] : []
    return given.list ? listAgain(context, given.list, remember) : changed(context, after, customer, task, remember)
  },
})

/** The activity, if I may change it: mine, or I lead who logged it. */
export async function whoseIsMine(context: Context, id: string) {
  const activity = await theActivity(context, id)
  if (activity.memberId !== context.me.id && !(await leads(context, activity.memberId)))
    throw new NotAllowed(say(context.locale).notYours(activity.memberName))
  return activity
}

const customerOf = (context: Context, activity: Pick<Activity, 'contactId' | 'companyId'>): Promise<Customer> =>
  byRef(context, activity.contactId ? `contact:${activity.contactId}` : `company:${activity.companyId}`)

function whenOf(context: Context, activity: Pick<Activity, 'occurredAt' | 'dayOnly' | 'zone'>): string {
  const local = Temporal.Instant.fromEpochMilliseconds(activity.occurredAt.getTime()).toZonedDateTimeISO(
    activity.dayOnly ? activity.zone : context.zone,
  )
  return sayAt(
    activity.dayOnly ? local.toPlainDate().toString() : local.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    context,
    context.locale,
  )
}

// The prefilled words sent back unchanged mean the very instant that stands, seconds included.
function whenChanged(context: Context, activity: Activity, given: EditInput) {
  const typed = apart(given.when ?? '', context).when
  if (!typed || typed === whenOf(context, activity)) return {}
  const when = understandWhen(typed, context, 'past')
  if (!when?.at) throw new UserError(say(context.locale).badTime(typed), { field: 'when' })
  const { occurredAt, dayOnly } = placed(when.at, context)
  if (Temporal.Instant.compare(occurredAt, context.now.add({ hours: dayOnly ? 24 : 0 })) > 0)
    throw new UserError(say(context.locale).futureTime, { field: 'when' })
  return { occurredAt: asDate(occurredAt), dayOnly, zone: context.zone }
}

/** The amount as it was mended in its field; left as it was there, the one that a changed note names. */
function amountChanged(context: Context, activity: Activity, given: EditInput) {
  const stood = amountText(activity)
  const typed = given.when === undefined ? stood : apart(given.when, context).amount
  if (typed !== stood && (typed || given.note === activity.note)) return readAmount(typed, activity, context)
  return given.note === activity.note ? {} : amountOfNote(given.note, context)
}

const followUpText = (context: Context, task: Task) =>
  [task.dueLocal && sayAt(task.dueLocal, context, context.locale), task.what].filter(Boolean).join(' ')

async function followUpChanged(
  context: Context,
  activity: Activity,
  customer: Customer,
  given: EditInput,
): Promise<Task | undefined> {
  const task = await taskOfActivity(context, activity.id)
  if (task && task.private !== activity.private) await update(context, task, { private: activity.private })
  if (task && given.followup === followUpText(context, task)) return task
  if (!given.followup) {
    if (task) await archiveTask(context, task)
    return undefined
  }
  const read = understandTask(given.followup, { ...context, customers: await indexFor(context, '') })
  if (!read.what || read.impossible) throw new UserError(say(context.locale).badFollowUp, { field: 'followup' })
  const asked = { what: read.what, at: read.when?.at, recurrence: read.when?.recurrence }
  return task
    ? changeTask(context, task, { ...asked, customer })
    : createTask(context, { customer, ownerId: activity.memberId, activityId: activity.id, private: activity.private, ...asked })
}

type Changed = Pick<Activity, 'id' | 'private' | 'kind' | 'outcome' | 'direction' | 'note' | 'currency'> & { amount: unknown }

function changed(context: Context, after: Changed, customer: Customer, task: Task | undefined, more: Button[]): Reply {
  const words = say(context.locale)
  return card({
    tone: 'good',
    title: `${words.changed}: ${sayWhat(after, context.locale)} · ${customer.name}`,
    lines: [after.note],
    fields: [
      ...(after.amount === null
        ? []
        : [{ label: words.amount, value: sayAmount({ value: Number(after.amount), currency: after.currency }, context.locale) }]),
      ...(task ? [{ label: words.followUp, value: sayFollowUp(context, task) }] : []),
    ],
    buttons: [button(words.edit, 'edit activity', { activity: after.id }, { form: true }), undoButton(context), ...more],
    ...(after.private ? { context: words.onlyYou } : { share: { operation: 'activity', input: { activity: after.id } } }),
  })
}
