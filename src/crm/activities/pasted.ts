import { z } from 'zod'
import { type Button, button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { undoAllButton } from '../audit/audit.ts'
import { type Asked, askUnknown, askWhich, withNearest } from '../customers/customers.ts'
import { taskOfActivity } from '../tasks/tasks.ts'
import { activityById, sayWhat, shortened } from './activities.ts'
import { understoodLine } from './log-line.ts'
import { noCustomer } from './no-customer.ts'
import { asPrivate } from './private.ts'
import { say } from './vocabulary.ts'
import { sayFollowUp } from './write.ts'

const schema = z.object({
  /** The line above the list, when it is none of it. */
  heading: z.string().optional(),
  /** The requests that wrote it: one Undo takes them all back. */
  requests: z.array(z.string()),
  /** What has become of each line: the activity that it is now, or the line while it needs a word from the person. */
  entries: z.array(z.union([z.object({ activity: z.uuid() }), z.object({ line: z.string() })])),
  /** Lines that were not read yet. */
  rest: z.array(z.string()),
})
/** A pasted list, as the buttons of its card carry it. */
export type PastedList = z.infer<typeof schema>

export const writeList = (list: PastedList): string => JSON.stringify(list)

/** Throws UserError for one that another version wrote. */
export function readList(text: string, { locale }: Pick<Context, 'locale'>): PastedList {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new UserError(say(locale).gone, { mend: false, cause })
  }
}

/** The list as it stands: each line with its way to be mended, and one Undo for all. */
export async function listCard(context: Context, list: PastedList, more: Pick<Card, 'buttons'> = {}): Promise<Card> {
  const words = say(context.locale)
  const items: Item[] = []
  for (const [at, entry] of list.entries.entries())
    items.push(
      'activity' in entry ? await writtenItem(context, list, entry.activity) : await openItem(context, list, at, entry.line),
    )
  const done = list.entries.filter((entry) => 'activity' in entry).length
  const all = list.entries.length + list.rest.length
  return card({
    tone: done === all ? 'good' : 'warning',
    title: done === all ? words.several(done) : words.partly(done, all),
    items,
    context: list.heading,
    buttons: [
      ...(list.rest.length
        ? [button(words.logMore(list.rest.length), 'log', { line: list.rest[0]!, list: writeList(list) }, { style: 'primary' })]
        : []),
      ...(more.buttons ?? []),
      ...(list.requests.length ? [undoAllButton(context, list.requests)] : []),
    ],
  })
}

/** The list once more after one of its entries was changed, which its Undo takes back too. */
export function listAgain(context: Context, written: string, buttons: Button[]): Promise<Card> {
  const list = readList(written, context)
  return listCard(context, { ...list, requests: [...list.requests, context.requestId] }, { buttons })
}

async function writtenItem(context: Context, list: PastedList, id: string): Promise<Item> {
  const { locale } = context
  const words = say(locale)
  const activity = await activityById(context, id)
  if (!activity) return { text: words.takenBack }
  const { contactName: contact, companyName: company } = activity
  const task = await taskOfActivity(context, id)
  const isMine = activity.memberId === context.me.id
  const followUp = task && `${words.followUp}: ${sayFollowUp(context, task)}`
  return {
    text: `${contact && company ? `${contact} (${company})` : (contact ?? company)} · ${sayWhat(activity, locale)}`,
    detail: [shortened(activity.note, 160), followUp].filter(Boolean).join('\n'),
    ...(isMine && { buttons: [button(words.edit, 'edit activity', { activity: id, list: writeList(list) }, { form: true })] }),
  }
}

/** What would be asked of the line alone, as an entry of the list. */
async function openItem(context: Context, list: PastedList, at: number, line: string): Promise<Item> {
  const asked = await question(context, list, at, line)
  const words = say(context.locale)
  const buttons = asked.pick
    ? [button(words.chooseOne, 'log', { line, list: writeList(list), entry: at + 1 })]
    : (asked.buttons ?? []).slice(0, -1)
  return { text: shortened(line, 160), detail: asked.lines?.join('\n'), buttons }
}

async function question(context: Context, list: PastedList, at: number, line: string): Promise<Card> {
  const { customer: match } = await understoodLine(context, asPrivate(line).line, list.heading)
  const ask: Asked = { operation: 'log', input: { line, list: writeList(list), entry: at + 1 }, field: 'customer' }
  if (match.status === 'ambiguous') return askWhich(context, match.candidates, ask)
  if (match.status !== 'unknown') return noCustomer(context, ask)
  return askUnknown(context, await withNearest(context, match, match.company ?? match.contact ?? ''), ask)
}
