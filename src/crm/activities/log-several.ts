import { z } from 'zod'
import type { Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { filesIn } from '../attachments/attachments.ts'
import { byMatch } from '../customers/customers.ts'
import { logLine, understoodLine } from './log-line.ts'
import { listCard, type PastedList, readList } from './pasted.ts'
import { asPrivate } from './private.ts'
import { say } from './vocabulary.ts'
import { type LogInput, rememberButton, write } from './write.ts'

/** Nobody reads a longer summary; what is beyond is logged by another press. */
const MOST_LINES = 20

/** A pasted list: every line that names one known customer is logged; the others wait in the card for a word from the person. */
export async function logSeveral(
  context: Context,
  given: LogInput & { files?: string },
  lines: string[],
  heading?: string,
): Promise<Reply> {
  const shown = await listCard(context, await nextLines(context, given, { heading, requests: [], entries: [], rest: lines }))
  const files = filesIn(given.files).map(({ name }) => name)
  // Which of the lines a file belongs to is not to be guessed.
  return files.length
    ? { ...shown, lines: [say(context.locale).filesOfNone(listed(files, context.locale)), ...(shown.lines ?? [])] }
    : shown
}

/** Goes on with a list whose card is shown: with one of its lines, or with those that were not read yet. */
export async function logOfList(context: Context, given: LogInput, written: string): Promise<Reply> {
  const list = readList(written, context)
  if (!given.entry) return listCard(context, await nextLines(context, given, { ...list, entries: [] }))
  const at = given.entry - 1
  const cancel = { operation: 'pasted list', input: { list: written } }
  const { activity, customer, learn } = await logLine(context, given, { heading: list.heading, cancel })
  const entries = list.entries.with(at, { activity: activity.id })
  return listCard(
    context,
    { ...list, entries, requests: [...list.requests, context.requestId] },
    { buttons: learn ? [rememberButton(context, learn, customer)] : [] },
  )
}

async function nextLines(context: Context, given: LogInput, list: PastedList): Promise<PastedList> {
  const entries: PastedList['entries'] = []
  for (const line of list.rest.slice(0, MOST_LINES)) {
    const { line: said, isPrivate } = asPrivate(line)
    const understood = await understoodLine(context, said, list.heading)
    if (understood.customer.status !== 'known') entries.push({ line })
    else {
      const entry = { line: said, url: given.url, isPrivate }
      const { activity } = await write(context, entry, understood, await byMatch(context, understood.customer))
      entries.push({ activity: activity.id })
    }
  }
  const wrote = entries.some((entry) => 'activity' in entry)
  return {
    ...list,
    requests: wrote ? [...list.requests, context.requestId] : list.requests,
    entries,
    rest: list.rest.slice(MOST_LINES),
  }
}

/** Whether the line above a list tells of a contact itself: then what follows are its points, and all is one note. */
export async function tellsOfOne(context: Context, heading: string): Promise<boolean> {
  const { facts, customer } = await understoodLine(context, heading)
  return facts.kind !== 'note' && customer.status !== 'none'
}

/** A pasted list again, as it stands: the way back from a question about one of its lines. */
export const pastedList = operation({
  name: 'pasted list',
  summary: { en: 'Show a pasted list again', zh: '再次显示粘贴的列表' },
  examples: [],
  group: 'daily',
  allow: 'reader',
  effect: 'read',
  hidden: true,
  input: z.object({ list: field.hidden() }),
  handle: async (context, { list }) => listCard(context, readList(list, context)),
})
