import { button, card, type Item, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { type CustomerMatch, type Understanding, understand } from '../../understanding/index.ts'
import { byMatch, type Customer, indexFor } from '../customers/customers.ts'
import { sayWhat, shortened } from './activities.ts'
import { say } from './vocabulary.ts'
import { type LogInput, loggedButtons, sayFollowUp, write } from './write.ts'

/** Nobody reads a longer summary; what is beyond is given back to be sent again. */
const MOST_LINES = 20

/**
 * A pasted list: every line that names one known customer is logged, each with its own Edit; the others are listed with what they need.
 * One request, so one undo takes the whole list back.
 */
export async function logSeveral(context: Context, given: LogInput, lines: string[]): Promise<Reply> {
  const words = say(context.locale)
  const customers = await indexFor(context, given.line)
  const items: Item[] = []
  let done = 0
  for (const line of lines.slice(0, MOST_LINES)) {
    const understood = understand(line, { ...context, customers })
    const entry = { ...given, line }
    if (understood.customer.status === 'known') {
      items.push(await loggedItem(context, entry, understood, await byMatch(context, understood.customer)))
      done++
    } else items.push(openItem(context, entry, understood.customer))
  }
  for (const line of lines.slice(MOST_LINES)) items.push(openItem(context, { ...given, line }, { status: 'none' }))
  return card({
    tone: done === lines.length ? 'good' : 'warning',
    title: done === lines.length ? words.several(done) : words.partly(done, lines.length),
    items,
    buttons: done ? loggedButtons(context, { id: '' }).slice(1) : [],
  })
}

async function loggedItem(context: Context, given: LogInput, understood: Understanding, customer: Customer): Promise<Item> {
  const { activity, followUp } = await write(context, given, understood, customer)
  return {
    text: `${customer.name} · ${sayWhat(activity, context.locale)}`,
    detail: [shortened(activity.note, 160), followUp && `${say(context.locale).followUp}: ${sayFollowUp(context, followUp)}`]
      .filter(Boolean)
      .join('\n'),
    buttons: loggedButtons(context, activity).slice(0, 1),
  }
}

function openItem(context: Context, given: LogInput, match: CustomerMatch): Item {
  const words = say(context.locale)
  const why =
    match.status === 'ambiguous'
      ? words.whichOne(match.candidates.map((one) => one.label).join(', '))
      : match.status === 'unknown'
        ? words.unknownOne(match.contact ?? match.company ?? '')
        : words.noCustomer
  return {
    text: shortened(given.line, 160),
    detail: why,
    buttons: [button(words.lineAgain, 'log', { line: given.line }, { form: true })],
  }
}
