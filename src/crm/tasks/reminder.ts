import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Button, button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { notice } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { lastContacts, sayActivity } from '../activities/activities.ts'
import { memberById } from '../members/members.ts'
import { refOf } from './item.ts'
import { type NamedTask, sayTask, taskById, taskWhen } from './tasks.ts'
import { say } from './words.ts'

/** Later than this, a reminder says that it is late, and why nobody heard of it before. */
const LATE_AFTER = Temporal.Duration.from({ minutes: 15 })

/** A contact by a colleague this recent is told with the reminder: nobody likes to be called twice in one morning. */
const JUST_CALLED = Temporal.Duration.from({ hours: 24 })

/** The message about a task that is due; nothing when it was dealt with in the meantime. */
export const reminder = notice({
  kind: 'reminder',
  input: z.object({ task: field.id(), at: z.iso.datetime({ offset: true }) }),
  build: async (context, { task: id, at }) => {
    const task = await taskById(context, id)
    if (!task || task.ownerId !== context.me.id || isDealtWith(task, at)) return undefined
    const words = say(context.locale)
    const [newest] = task.companyId || task.contactId ? await lastContacts(context, task, 1) : []
    const about = task.companyId || task.contactId
    return card({
      title: `${words.reminder}: ${[task.what, task.contactName, task.companyName].filter(Boolean).join(' · ')}`,
      lines: [
        ...late(context, task),
        ...(newest && justCalled(context, newest)
          ? [words.colleague(newest.memberName, sayAgo(instant(newest.occurredAt), context, context.locale))]
          : []),
      ],
      fields: [
        { label: words.dueAt, value: taskWhen(task, context, context.locale) },
        ...(about
          ? [{ label: words.lastContact, value: newest ? sayActivity(newest, context, context.locale) : words.noContact }]
          : []),
      ],
      context: task.createdById === task.ownerId ? undefined : words.from((await memberById(context, task.createdById)).name),
      buttons: reminderButtons(context, task),
    })
  },
})

/** Done, or put off since this reminder was owed; then another one comes at its own time. */
const isDealtWith = (task: NamedTask, remindAt: string) =>
  task.doneAt !== null || task.remindedAt === null || task.remindAt?.getTime() !== Date.parse(remindAt)
const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

function late(context: Context, task: NamedTask): string[] {
  if (!task.remindAt) return []
  const due = instant(task.remindAt)
  return Temporal.Instant.compare(due.add(LATE_AFTER), context.now) < 0
    ? [say(context.locale).late(sayAgo(due, context, context.locale))]
    : []
}

const justCalled = (context: Context, activity: { memberId: string; occurredAt: Date }) =>
  activity.memberId !== context.me.id && Temporal.Instant.compare(instant(activity.occurredAt).add(JUST_CALLED), context.now) > 0

function reminderButtons({ locale }: Context, task: NamedTask): Button[] {
  const words = say(locale)
  const customer = task.companyId || task.contactId
  return [
    ...(customer
      ? [button(words.logCall, 'log', { task: task.id, customer: refOf(task) }, { form: true, style: 'primary' as const })]
      : []),
    button(words.done, 'done', { task: task.id }),
    button(words.hour, 'snooze', { task: task.id, until: '1h' }),
    button(words.tomorrow, 'snooze', { task: task.id, until: 'tomorrow' }),
    button(words.nextWeek, 'snooze', { task: task.id, until: 'next week' }),
    button(words.pick, 'snooze', { task: task.id }, { form: true }),
    button(words.handOver, 'handover', { task: task.id }, { form: true }),
  ]
}

/** Tells a colleague of a task that was handed over to them. */
export const handedOver = notice({
  kind: 'handedover',
  input: z.object({ task: field.id(), by: field.id() }),
  build: async (context, given): Promise<Card | undefined> => {
    const task = await taskById(context, given.task)
    if (!task || task.doneAt || task.ownerId !== context.me.id) return undefined
    const words = say(context.locale)
    const by = await memberById(context, given.by)
    return card({
      title: words.from2(by.name),
      lines: [sayTask(task, context, context.locale)],
      buttons: [
        button(words.done, 'done', { task: task.id }),
        button(words.handOver, 'handover', { task: task.id }, { form: true }),
      ],
    })
  },
})
