import { z } from 'zod'
import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAt } from '../../understanding/index.ts'
import { dueDay, isOverdue, type NamedTask, openTasks, sayTask } from './tasks.ts'
import { say } from './words.ts'

const ON_A_PAGE = 8
/** How many days ahead a day's overview looks. */
const DAYS_AHEAD = 7
const MOST_IN_A_DAY = 50

/** A task in a list: its number, what it says, and what can be done with it at once. */
const listed = (context: Context, task: NamedTask, number: number): Item => ({
  text: `${number}. ${sayTask(task, context, context.locale)}`,
  buttons: [
    button(say(context.locale).done, 'done', { task: task.id }),
    button(say(context.locale).snooze, 'snooze', { task: task.id }, { form: true }),
    ...(task.companyId || task.contactId
      ? [button(say(context.locale).log, 'log', { task: task.id, customer: refOf(task) }, { form: true })]
      : []),
  ],
})

export const refOf = (task: Pick<NamedTask, 'companyId' | 'contactId'>): string =>
  task.contactId ? `contact:${task.contactId}` : `company:${task.companyId}`

/** A member's day: overdue, due, coming up. Undefined when there is nothing to say. */
export async function day(context: Context): Promise<Card | undefined> {
  const words = say(context.locale)
  const open = await openTasks(context, { ownerId: context.me.id }, MOST_IN_A_DAY)
  const today = context.now.toZonedDateTimeISO(context.zone).toPlainDate()
  const until = today.add({ days: DAYS_AHEAD }).toString()
  const group = (task: NamedTask) => {
    const due = dueDay(task, context.zone)
    if (!due) return undefined
    if (due < today.toString() || (due === today.toString() && isOverdue(task, context))) return words.overdue
    return due === today.toString() ? words.due : due <= until ? words.coming : undefined
  }
  const groups = [words.overdue, words.due, words.coming]
  const numbered = open.map((task, at) => ({ task, number: at + 1, group: group(task) }))
  const items = groups.flatMap((name) => {
    const own = numbered.filter((one) => one.group === name).slice(0, ON_A_PAGE)
    return own.map(({ task, number }, at) => ({
      ...listed(context, task, number),
      ...(at === 0 && { text: `${name}\n${number}. ${sayTask(task, context, context.locale)}` }),
    }))
  })
  return items.length ? card({ title: words.myDay(sayAt(today.toString(), context, context.locale)), items }) : undefined
}

export const today = operation({
  name: 'today',
  summary: { en: 'Your day: overdue, due and coming up', zh: '您的一天：逾期、今天和接下来' },
  examples: ['today'],
  group: 'daily',
  allow: 'rep',
  effect: 'read',
  input: z.object({}),
  handle: async (context) => (await day(context)) ?? card({ lines: [say(context.locale).clear] }),
})

export const tasksList = operation({
  name: 'tasks',
  summary: { en: 'All your open tasks', zh: '您的全部待办' },
  examples: ['tasks'],
  group: 'daily',
  allow: 'rep',
  effect: 'read',
  input: z.object({ page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { page = 1 }) => {
    const words = say(context.locale)
    const skip = (page - 1) * ON_A_PAGE
    const count = await context.db.task.count({
      where: { workspaceId: context.workspace.id, ownerId: context.me.id, doneAt: null, archivedAt: null },
    })
    if (count === 0) return card({ lines: [words.none] })
    const shown = await openTasks(context, { ownerId: context.me.id }, ON_A_PAGE, skip)
    return card({
      title: words.all(count),
      items: shown.map((task, at) => listed(context, task, skip + at + 1)),
      buttons: skip + shown.length < count ? [button(words.more, 'tasks', { page: page + 1 })] : [],
    })
  },
})
