import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { TODAY, theDay } from './day.ts'
import { listed } from './item.ts'
import { openTasks } from './open.ts'
import { numberAnew } from './shown.ts'
import { say } from './words.ts'

const ON_A_PAGE = 8

/** A page of all that a member has open. Undefined when there is nothing. */
export async function allOpen(context: Context, page: number): Promise<Card | undefined> {
  const words = say(context.locale)
  const { ids, numberOf } = await numberAnew(context)
  const count = ids.length
  if (count === 0) return undefined
  const skip = (Math.min(page, Math.ceil(count / ON_A_PAGE)) - 1) * ON_A_PAGE
  const shown = await openTasks(context, { ownerId: context.me.id }, ON_A_PAGE, skip)
  const items: Item[] = shown.map((task) => listed(context, task, numberOf(task.id), String(page)))
  return card({
    title: words.all(count),
    items,
    buttons: skip + shown.length < count ? [button(words.more, 'tasks', { page: page + 1 })] : [],
  })
}

/** What a list in which something was done looks like now: the day, or a page of all; undefined when it is empty, or none was meant. */
const listAgain = async (context: Context, list: string | undefined): Promise<Card | undefined> =>
  list === TODAY ? theDay(context) : list && /^\d{1,4}$/.test(list) ? allOpen(context, Number(list)) : undefined

/** What was done, above the list in which it was done. */
export async function within(context: Context, list: string | undefined, reply: Card): Promise<Card> {
  const shown = await listAgain(context, list)
  if (!shown) return reply
  const lines = reply.title ? [reply.title, ...(reply.lines ?? [])] : reply.lines
  return { ...shown, ...reply, title: shown.title, lines, buttons: [...(reply.buttons ?? []), ...(shown.buttons ?? [])] }
}
