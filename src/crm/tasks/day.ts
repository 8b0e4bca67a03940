import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { sayAt } from '../../understanding/index.ts'
import { type NamedActivity, sayActivity } from '../activities/activities.ts'
import { type Birthday, birthdaysToday } from '../contacts/birthdays.ts'
import { type Cold, goingCold, sayCold } from '../customers/cold.ts'
import { listed } from './item.ts'
import { openTasks } from './open.ts'
import { numberAnew } from './shown.ts'
import { dueDay, isOverdue, type NamedTask } from './task.ts'
import { didWithMine, sinceLastWorkingDay } from './team.ts'
import { say } from './words.ts'

/** How many days ahead a day's overview looks. */
const DAYS_AHEAD = 7
/** A part of the day shows so many of its entries; the others are one press away. */
const FEW = 4
const ON_A_PAGE = 8
/** More than these nobody looks through. */
const MOST_OF_A_PART = 100
const MOST_IN_A_DAY = 500
/** The name of the day's list; a page of all tasks goes by its number. */
export const TODAY = 'today'

/** What a day is made of, in the order it is told. */
export const PARTS = ['overdue', 'due', 'birthdays', 'coming', 'cold', 'team'] as const
export type Part = (typeof PARTS)[number]

/** A member's day: overdue, due, whose birthday it is, coming up, going cold, what colleagues did. Undefined when there is nothing to say. The daily message of a day names that day. */
export async function theDay(context: Context, digestDay?: string): Promise<Card | undefined> {
  const words = say(context.locale)
  const parts = await partsOf(context, PARTS, digestDay)
  const items = PARTS.flatMap((part) => {
    const left = parts[part].length - FEW
    const more = { text: words.andMore(left), buttons: [button(words.showThem, 'today', { part })] }
    return headed(headingOf(context, part, parts[part]), [...parts[part].slice(0, FEW), ...(left > 0 ? [more] : [])])
  })
  return items.length ? card({ title: titleOf(context), items }) : undefined
}

/** One part of the day, page by page. Undefined when nothing is left of it. */
export async function partOfDay(context: Context, part: Part, page: number): Promise<Card | undefined> {
  const words = say(context.locale)
  const all = (await partsOf(context, [part]))[part]
  const skip = (Math.min(page, Math.ceil(all.length / ON_A_PAGE)) - 1) * ON_A_PAGE
  const shown = all.slice(Math.max(skip, 0), skip + ON_A_PAGE)
  if (!shown.length) return undefined
  return card({
    title: titleOf(context),
    items: headed(headingOf(context, part, all), shown),
    buttons: [
      ...(skip + shown.length < all.length ? [button(words.more, 'today', { part, page: page + 1 })] : []),
      button(words.wholeDay, 'today'),
    ],
  })
}

const titleOf = ({ now, zone, locale }: Context) =>
  say(locale).myDay(sayAt(now.toZonedDateTimeISO(zone).toPlainDate().toString(), { now, zone }, locale))

const headed = (heading: string, [first, ...rest]: Item[]): Item[] => (first ? [{ ...first, heading }, ...rest] : [])

/** Of what is over one asks whether it was done without anybody saying so. */
function headingOf({ locale }: Context, part: Part, items: Item[]): string {
  const words = say(locale)
  const canLog = items.some((one) => one.buttons?.some(({ operation }) => operation === 'log'))
  return part === 'overdue' && canLog ? words.overdueAsk : words[part]
}

async function partsOf(context: Context, shown: readonly Part[], digestDay?: string): Promise<Record<Part, Item[]>> {
  const open = await openTasks(context, { ownerId: context.me.id }, MOST_IN_A_DAY)
  const sorted = open.map((task) => ({ task, part: partOfTask(context, task) }))
  // Where no task is shown, the numbers of the list before still hold.
  const numbers = sorted.some(({ part }) => part && shown.includes(part)) ? await numberAnew(context, digestDay) : undefined
  const tasksIn = (part: Part) =>
    sorted.filter((one) => one.part === part).map(({ task }) => listed(context, task, numbers?.numberOf(task.id), TODAY))
  return {
    overdue: tasksIn('overdue'),
    due: tasksIn('due'),
    birthdays: (await birthdaysToday(context)).map((one) => birthdayItem(context, one)),
    coming: tasksIn('coming'),
    cold: (await goingCold(context, MOST_OF_A_PART)).map((one) => coldItem(context, one)),
    team: (await didWithMine(context, sinceLastWorkingDay(context), MOST_OF_A_PART)).map((one) => teamItem(context, one)),
  }
}

/** Where in a day's overview a task belongs; undefined for one without a date, or far away. */
function partOfTask(context: Context, task: NamedTask): Part | undefined {
  const due = dueDay(task, context.zone)
  if (!due) return undefined
  const today = context.now.toZonedDateTimeISO(context.zone).toPlainDate()
  if (isOverdue(task, context)) return 'overdue'
  if (due <= today.toString()) return 'due'
  return due <= today.add({ days: DAYS_AHEAD }).toString() ? 'coming' : undefined
}

const birthdayItem = ({ locale }: Context, { contactId, name, companyName, age }: Birthday): Item => ({
  text: [name, companyName].filter(Boolean).join(' · '),
  ...(age && { detail: say(locale).turns(age) }),
  buttons: [button(say(locale).log, 'log', { customer: `contact:${contactId}`, back: TODAY }, { form: true })],
})

const coldItem = (context: Context, cold: Cold): Item => ({
  text: cold.customer.name,
  detail: sayCold(cold, context),
  buttons: [
    button(say(context.locale).log, 'log', { customer: cold.customer.ref, back: TODAY }, { form: true }),
    button(say(context.locale).remindMe, 'remind', { customer: cold.customer.ref, back: TODAY }, { form: true }),
  ],
})

const teamItem = (context: Context, activity: NamedActivity): Item => ({
  text: activity.companyName ?? activity.contactName ?? '',
  detail: sayActivity(activity, context, context.locale),
})
