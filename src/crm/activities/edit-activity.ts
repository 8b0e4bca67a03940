import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAt, understandTask, understandWhen } from '../../understanding/index.ts'
import { record, undoButton } from '../audit/audit.ts'
import { byRef, type Customer, indexFor, theCustomer } from '../customers/customers.ts'
import { asDate } from '../ids.ts'
import { archiveTask, changeTask, createTask, type Task, taskOfActivity } from '../tasks/tasks.ts'
import { type Activity, activityById, placed, sayWhat } from './activities.ts'
import { KIND_CHOICES, kindChoiceWords, readKindChoice, say } from './vocabulary.ts'
import { sayFollowUp } from './write.ts'

const input = z.object({
  activity: field.id(),
  customer: field.customer({ en: 'Customer', zh: '客户' }),
  kind: field.choice({ en: 'Kind and outcome', zh: '类型与结果' }, KIND_CHOICES, kindChoiceWords),
  when: field
    .text({ en: 'When', zh: '时间' }, { hint: { en: 'For example: yesterday 3pm', zh: '例如：昨天下午3点' } })
    .optional(),
  note: field.lines({ en: 'Note', zh: '备注' }),
  followup: field
    .text(
      { en: 'Follow-up (empty: none)', zh: '跟进（留空表示没有）' },
      { hint: { en: 'For example: Tuesday 10am call back', zh: '例如：周二上午10点回电' } },
    )
    .optional(),
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
    const activity = await mine(context, String(given.activity ?? ''))
    const customer = await customerOf(context, activity)
    const task = await taskOfActivity(context, activity.id)
    return {
      customer: { value: customer.ref, label: customer.name },
      kind: { value: [activity.kind, activity.outcome].filter(Boolean).join('.') },
      when: { value: whenOf(context, activity) },
      note: { value: activity.note },
      ...(task && { followup: { value: followUpText(context, task) } }),
    }
  },
  handle: async (context, given) => {
    const activity = await mine(context, given.activity)
    const customer = await theCustomer(context, given.customer, {
      operation: 'edit activity',
      input: given as Record<string, string>,
      field: 'customer',
    })
    const before = await context.db.activity.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: context.workspace.id, id: activity.id } },
    })
    const after = await context.db.activity.update({
      where: { workspaceId_id: { workspaceId: context.workspace.id, id: activity.id } },
      data: {
        companyId: customer.companyId,
        contactId: customer.contactId,
        ...readKindChoice(given.kind),
        note: given.note,
        ...whenChanged(context, activity, given),
        updatedAt: asDate(context.now),
      },
    })
    await record(context, { noun: 'activity', id: activity.id, before, after })
    const task = await followUpChanged(context, activity, customer, given)
    return changed(context, activity, { ...after, amount: null }, customer, task)
  },
})

/** The activity, if I may change it: mine, or I lead the team. */
async function mine(context: Context, id: string) {
  const activity = id ? await activityById(context, id) : undefined
  if (!activity) throw new UserError(say(context.locale).gone, { mend: false })
  if (activity.memberId !== context.me.id && context.me.role === 'rep')
    throw new UserError(say(context.locale).notYours(activity.memberName), { mend: false })
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
  if (!given.when || given.when === whenOf(context, activity)) return {}
  const when = understandWhen(given.when, context, 'past')
  if (!when?.at) throw new UserError(say(context.locale).badTime(given.when), { field: 'when' })
  const { occurredAt, dayOnly } = placed(when.at, context)
  if (Temporal.Instant.compare(occurredAt, context.now.add({ hours: dayOnly ? 24 : 0 })) > 0)
    throw new UserError(say(context.locale).futureTime, { field: 'when' })
  return { occurredAt: asDate(occurredAt), dayOnly, zone: context.zone }
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
  if (task && given.followup === followUpText(context, task)) return task
  if (!given.followup) {
    if (task) await archiveTask(context, task)
    return undefined
  }
  const read = understandTask(given.followup, { ...context, customers: await indexFor(context, '') })
  if (!read.what) throw new UserError(say(context.locale).badFollowUp, { field: 'followup' })
  const asked = { what: read.what, at: read.when?.at, recurrence: read.when?.recurrence }
  return task
    ? changeTask(context, task, { ...asked, customer })
    : createTask(context, { customer, ownerId: activity.memberId, activityId: activity.id, ...asked })
}

async function changed(
  context: Context,
  before: Activity,
  after: Activity,
  customer: Customer,
  task: Task | undefined,
): Promise<Reply> {
  const words = say(context.locale)
  const { locale } = context
  const learn = await aliasToLearn(context, before, customer)
  return card({
    tone: 'good',
    title: `${words.changed}: ${sayWhat(after, locale)} · ${customer.name}`,
    lines: [after.note],
    fields: task ? [{ label: words.followUp, value: sayFollowUp(context, task) }] : undefined,
    buttons: [
      button(words.edit, 'edit activity', { activity: after.id }, { form: true }),
      undoButton(context),
      ...(learn
        ? [
            button(words.rememberAsk(learn, customer.companyName ?? ''), 'alias', {
              company: customer.companyId ?? '',
              name: learn,
            }),
          ]
        : []),
    ],
    share: { operation: 'activity', input: { activity: after.id } },
  })
}

/** The name that was typed for another company than the one the rep corrected it to: worth an alias. */
async function aliasToLearn(context: Context, before: Activity, customer: Customer): Promise<string | undefined> {
  if (!customer.companyId || customer.companyId === before.companyId || !before.companyId) return undefined
  const old = await byRef(context, `company:${before.companyId}`)
  const typed = old.companyName
  // Only a name that stands in the rep's own words can be what they meant by it.
  return typed && before.note.toLowerCase().includes(typed.toLowerCase()) ? typed : undefined
}
