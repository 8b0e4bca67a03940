import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Button, button, type Card, card, type Field } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { notice } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { lastContact, type NamedActivity, reached, sayActivity } from '../activities/activities.ts'
import { sayOutcome } from '../activities/vocabulary.ts'
import { sayRefusal } from '../customers/may-contact.ts'
import { memberById } from '../members/members.ts'
import { refOf } from './item.ts'
import { type NamedTask, sayTask, taskById, taskWhen } from './tasks.ts'
import { didWords, say } from './words.ts'

/** Later than this, a reminder says that it is late, and why nobody heard of it before. */
const LATE_AFTER = Temporal.Duration.from({ minutes: 15 })

/** A contact by a colleague this recent is told with the reminder, and so is any since the task was made: nobody likes to be called twice. */
const JUST_CALLED = Temporal.Duration.from({ hours: 24 })

/** The message about a task that is due; nothing when it was dealt with in the meantime. */
export const reminder = notice({
  kind: 'reminder',
  together: true,
  input: z.object({ task: field.id(), at: z.iso.datetime({ offset: true }), for: field.id().optional() }),
  build: async (context, { task: id, at, for: away }) => {
    const task = await taskById(context, id)
    if (!task || task.ownerId !== (away ?? context.me.id) || isDealtWith(task, at)) return undefined
    const words = say(context.locale)
    const newest = await lastContact(context, task)
    const colleagues = newest && isColleagues(context, task, newest) ? newest : undefined
    return card({
      ...(task.refusal && { tone: 'warning' }),
      about: task.id,
      title: `${words.reminder}: ${[task.what, task.contactName, task.companyName].filter(Boolean).join(' · ')}`,
      lines: [
        ...(task.refusal ? [sayRefusal(task.refusal, context.locale)] : []),
        ...(away ? [words.inPlaceOf(task.ownerName)] : []),
        ...late(context, task),
        ...(colleagues ? [sayDid(context, colleagues)] : []),
      ],
      fields: [{ label: words.dueAt, value: taskWhen(task, context, context.locale) }, ...contactField(context, task, newest)],
      context: task.createdById === task.ownerId ? undefined : words.from((await memberById(context, task.createdById)).name),
      buttons: reminderButtons(context, task, colleagues !== undefined && reached(colleagues)),
    })
  },
  settled: async (context, { task, for: away }) => whatBecameOf(context, await taskById(context, task), away),
})

const contactField = ({ locale, ...moment }: Context, task: NamedTask, newest: NamedActivity | undefined): Field[] => {
  const words = say(locale)
  if (!task.companyId && !task.contactId) return []
  return [{ label: words.lastContact, value: newest ? sayActivity(newest, moment, locale) : words.noContact }]
}

/** The last contact with the customer that a task is about; nothing when it is about none. */
export async function sayLastContact(context: Context, task: NamedTask): Promise<Field[]> {
  return contactField(context, task, await lastContact(context, task))
}

/** In the place of a message about a task: what others, or the person elsewhere, have made of it. */
export async function whatBecameOf(context: Context, task: NamedTask | undefined, owner = context.me.id): Promise<Card> {
  const words = say(context.locale)
  if (!task) return card({ lines: [words.takenBack] })
  if (task.doneAt) {
    const by = task.doneById && task.doneById !== context.me.id ? (await memberById(context, task.doneById)).name : undefined
    return card({ tone: 'good', lines: [words.isDone(task.what)], context: by })
  }
  if (task.ownerId !== owner) return card({ lines: [words.handedOver(task.what, task.ownerName)] })
  return card({ lines: [words.snoozed(task.what, taskWhen(task, context, context.locale))] })
}

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

/** Somebody else was in touch with the customer since the task was made, or just now. */
const isColleagues = (context: Context, task: NamedTask, { memberId, occurredAt }: NamedActivity) =>
  memberId !== context.me.id &&
  (occurredAt > task.createdAt || Temporal.Instant.compare(instant(occurredAt).add(JUST_CALLED), context.now) > 0)

/** `Bo called them 1 hour ago: connected.` */
function sayDid(context: Context, { memberName, kind, outcome, direction, occurredAt }: NamedActivity): string {
  const { locale } = context
  const did = direction === 'inbound' ? didWords.inbound : (didWords[kind] ?? didWords.inbound)
  const ago = sayAgo(instant(occurredAt), context, locale)
  return say(locale).colleague(memberName, did![locale], ago, outcome ? sayOutcome(outcome, locale) : '')
}

function reminderButtons({ locale }: Context, task: NamedTask, perhapsSettled: boolean): Button[] {
  const words = say(locale)
  const customer = task.companyId || task.contactId
  const primary = { style: 'primary' } as const
  return [
    ...(customer
      ? [
          button(
            words.logCall,
            'log',
            { task: task.id, customer: refOf(task) },
            { form: true, ...(!perhapsSettled && !task.refusal && primary) },
          ),
        ]
      : []),
    button(perhapsSettled ? words.closeIt : words.done, 'done', { task: task.id }, perhapsSettled ? primary : {}),
    button(words.hour, 'snooze', { task: task.id, until: '1h' }),
    button(words.tomorrow, 'snooze', { task: task.id, until: 'tomorrow' }),
    button(words.nextWeek, 'snooze', { task: task.id, until: 'next week' }),
    button(words.pick, 'snooze', { task: task.id }, { form: true }),
    ...(task.recurrence ? [button(words.skip, 'skip', { task: task.id })] : []),
    button(words.handOver, 'handover', { task: task.id }, { form: true }),
  ]
}

/** Tells a colleague of a task that was handed over to them. */
export const handedOver = notice({
  kind: 'handedover',
  together: true,
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
  settled: async (context, { task }) => whatBecameOf(context, await taskById(context, task)),
})
