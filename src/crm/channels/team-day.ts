import { type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { sayAt } from '../../understanding/index.ts'
import { sayAmount, sayPeople, sayWhat, shortened } from '../activities/activities.ts'
import { type DueToday, overdueCount, tasksDueToday } from './team-tasks.ts'
import { closedIn, doneBy, type Win, winsIn } from './team-work.ts'
import { say } from './words.ts'
import { type Span, sinceTeamsLastDay } from './working-days.ts'

/** Entries of a part that are told one by one. */
const FEW = 5
const MOST_MEMBERS = 10
const LONGEST_NOTE = 140

/** What a team's day is made of, in the order it is told. */
const PARTS = [wins, team, today] as const

/** The team's day: what went well, who did what, today's most important tasks, how many are overdue. Undefined when there is nothing to say. */
export async function teamDay(context: Context): Promise<Card | undefined> {
  const words = say(context.locale)
  const span = await sinceTeamsLastDay(context)
  const items: Item[] = []
  for (const part of PARTS) items.push(...(await part(context, span)))
  const overdue = await overdueCount(context)
  if (items.length === 0 && overdue === 0) return undefined
  return card({
    title: words.teamDay(sayAt(context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString(), context, context.locale)),
    items,
    ...(overdue && { lines: [words.overdue(overdue)] }),
  })
}

const headed = (heading: string, [first, ...rest]: Item[]): Item[] => (first ? [{ ...first, heading }, ...rest] : [])

/** `What went well`, on a Monday with the day since when. */
function titled({ locale, ...moment }: Context, heading: string, { day, isYesterday }: Span): string {
  if (isYesterday) return heading
  const since = say(locale).since(sayAt(day.toString(), moment, locale))
  return locale === 'en' ? `${heading}, ${since}` : `${heading}，${since}`
}

async function wins(context: Context, span: Span): Promise<Item[]> {
  const words = say(context.locale)
  const found = await winsIn(context, span, FEW)
  const closed = await closedIn(context, span, FEW)
  const left = found.count - found.wins.length
  return headed(titled(context, words.wins, span), [
    ...found.wins.map((one) => winItem(context, one)),
    ...(left > 0 ? [{ text: words.andMore(left) }] : []),
    ...(closed.count > 0 ? [{ text: words.closedTasks(closed.count), detail: closedOnes(context, closed) }] : []),
  ])
}

function winItem({ locale }: Context, win: Win): Item {
  const about =
    win.contactName && win.companyName ? `${win.contactName} (${win.companyName})` : (win.companyName ?? win.contactName)
  const amount = win.amount === null ? undefined : sayAmount({ value: win.amount, currency: win.currency }, locale)
  const others = win.otherNames.length ? sayPeople({ ...win, contactName: null }, locale) : undefined
  return {
    text: [about ?? shortened(win.note, LONGEST_NOTE), amount].filter(Boolean).join(' · '),
    detail: [sayWhat(win, locale), win.memberName, others, about && shortened(win.note, LONGEST_NOTE)]
      .filter(Boolean)
      .join(' · '),
  }
}

function closedOnes({ locale }: Context, { tasks, count }: Awaited<ReturnType<typeof closedIn>>): string {
  const said = tasks.map((one) => `${shortened(one.what, LONGEST_NOTE)} (${one.memberName})`)
  return [...said, ...(count > tasks.length ? [say(locale).andMore(count - tasks.length)] : [])].join(' · ')
}

async function team(context: Context, span: Span): Promise<Item[]> {
  const words = say(context.locale)
  const all = await doneBy(context, span)
  const left = all.length - MOST_MEMBERS
  return headed(titled(context, words.team, span), [
    ...all.slice(0, MOST_MEMBERS).map(({ name, counts }) => ({
      text: name,
      detail: counts.map((one) => words.count(one.kind, one.count)).join(' · '),
    })),
    ...(left > 0 ? [{ text: words.andMore(left) }] : []),
  ])
}

async function today(context: Context): Promise<Item[]> {
  const words = say(context.locale)
  const { tasks, count } = await tasksDueToday(context, FEW)
  const left = count - tasks.length
  return headed(words.today, [...tasks.map((one) => dueItem(context, one)), ...(left > 0 ? [{ text: words.andMore(left) }] : [])])
}

function dueItem({ locale, zone }: Context, task: DueToday): Item {
  const about =
    task.contactName && task.companyName ? `${task.contactName} (${task.companyName})` : (task.companyName ?? task.contactName)
  const amount = task.amount === null ? undefined : sayAmount({ value: task.amount, currency: task.currency }, locale)
  const at = task.at && new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone }).format(task.at)
  return {
    text: [shortened(task.what, LONGEST_NOTE), about, amount].filter(Boolean).join(' · '),
    detail: [at, task.ownerName].filter(Boolean).join(' · '),
  }
}
