import { z } from 'zod'
import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAt } from '../../understanding/index.ts'
import { sayWhomAndWhen } from './said.ts'
import { dueDay, isOverdue, type NamedTask, openTasks } from './tasks.ts'
import { say } from './words.ts'

const ON_A_PAGE = 8
/** How many days ahead a day's overview looks. */
export const DAYS_AHEAD = 7
const MOST_IN_A_DAY = 500
/** The name of the day's list; a page of all tasks goes by its number. */
const TODAY = 'today'

/** A task in a list: its number, what it says, and what can be done with it at once; the list is shown again then, as it stands. */
const listed = (context: Context, task: NamedTask, number: number, list: string): Item => ({
  number,
  text: task.what,
  detail: sayWhomAndWhen(task, context, context.locale),
  buttons: [
    button(say(context.locale).done, 'done', { task: task.id, list }),
    button(say(context.locale).snooze, 'snooze', { task: task.id, list }, { form: true }),
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
  const numbered = open.map((task, at) => ({ task, number: at + 1, part: partOfDay(context, task) }))
  const items = PARTS.flatMap((part) => {
    const own = numbered.filter((one) => one.part === part)
    const shown = own.slice(0, ON_A_PAGE).map(({ task, number }) => listed(context, task, number, TODAY))
    const [first, ...rest] = shown
    if (!first) return []
    const left = own.length - shown.length
    return [
      { ...first, heading: words[part] },
      ...rest,
      ...(left > 0 ? [{ text: words.andMore(left), buttons: [button(words.allOfThem, 'tasks')] }] : []),
    ]
  })
  const date = context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString()
  return items.length ? card({ title: words.myDay(sayAt(date, context, context.locale)), items }) : undefined
}

const PARTS = ['overdue', 'due', 'coming'] as const

/** Where in a day's overview a task belongs; undefined for one without a date, or far away. */
function partOfDay(context: Context, task: NamedTask): (typeof PARTS)[number] | undefined {
  const due = dueDay(task, context.zone)
  if (!due) return undefined
  const today = context.now.toZonedDateTimeISO(context.zone).toPlainDate()
  if (isOverdue(task, context)) return 'overdue'
  if (due <= today.toString()) return 'due'
  return due <= today.add({ days: DAYS_AHEAD }).toString() ? 'coming' : undefined
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
  handle: async (context, { page = 1 }) => (await allOpen(context, page)) ?? card({ lines: [say(context.locale).none] }),
})

/** A page of all that a member has open. Undefined when there is nothing. */
async function allOpen(context: Context, page: number): Promise<Card | undefined> {
  const words = say(context.locale)
  const count = await context.db.task.count({
    where: { workspaceId: context.workspace.id, ownerId: context.me.id, doneAt: null, archivedAt: null },
  })
  if (count === 0) return undefined
  const skip = (Math.min(page, Math.ceil(count / ON_A_PAGE)) - 1) * ON_A_PAGE
  const shown = await openTasks(context, { ownerId: context.me.id }, ON_A_PAGE, skip)
  return card({
    title: words.all(count),
    items: shown.map((task, at) => listed(context, task, skip + at + 1, String(page))),
    buttons: skip + shown.length < count ? [button(words.more, 'tasks', { page: page + 1 })] : [],
  })
}

/** What a list in which something was done looks like now: the day, or a page of all; undefined when it is empty, or none was meant. */
export const listAgain = async (context: Context, list: string | undefined): Promise<Card | undefined> =>
  list === TODAY ? day(context) : list && /^\d{1,4}$/.test(list) ? allOpen(context, Number(list)) : undefined
