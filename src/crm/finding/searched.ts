import { Temporal } from 'temporal-polyfill'
import { button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { sayAgo } from '../../understanding/index.ts'
import { shortened } from '../activities/activities.ts'
import { lineOf } from '../activities/private.ts'
import { type Customer, similarlyCalled } from '../customers/customers.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { dealItem } from '../deals/card.ts'
import { dealsNamed, type NamedDeal } from '../deals/named.ts'
import { dealTitle } from '../deals/said.ts'
import { foundCustomers, isTooLittle } from './found.ts'
import { type FoundNote, foundNotes, placeIn } from './notes.ts'
import { say } from './words.ts'

const PAGE = 8
/** Pages of more results than these help nobody. */
const MOST = 100
const LONGEST_NAME = 60
const MOST_DEALS = 3

/** Companies and people by name, address, number or tag; then activities by the words of their notes. `mayFilter`: the text can be read as a filter too. */
export async function searched(
  context: Context,
  { text, page = 1, as }: { text: string; page?: number; as?: string },
  mayFilter: boolean,
): Promise<Card> {
  const words = sayCustomer(context.locale)
  const customers = await foundCustomers(context, text, MOST)
  // What is called so is little: it stands on the first page, behind the customers.
  const deals = page === 1 ? await dealsNamed(context, text, MOST_DEALS, { alike: false }) : []
  const skip = (page - 1) * PAGE
  const here = customers.slice(skip, skip + PAGE)
  const room = PAGE - here.length
  const notes = await foundNotes(context, text, room + 1, Math.max(0, skip - customers.length))
  const more = customers.length > skip + PAGE || notes.length > room
  const little = isTooLittle(text)
  const isNothing = !here.length && !deals.length && !notes.length
  const similar = isNothing && page === 1 && !little && text.length <= LONGEST_NAME ? await similarlyCalled(context, text) : []
  const items = [
    ...similar.map((one) => customerItem(context, one)),
    ...here.map((one) => customerItem(context, one)),
    ...deals.map((one) => dealFound(context, one)),
    ...notes.slice(0, room).map((one) => noteItem(context, one, text)),
  ]
  const to = (at: number) => ({ text, page: at, ...(as && { as }) })
  return card({
    title: words.found(shortened(text, 80)),
    lines: isNothing ? [page > 1 ? words.nothingMore : nothingFound(context, little, similar.length > 0)] : undefined,
    items,
    // Those who are merely called alike are nothing that was found: the line may still be one to log.
    ...(isNothing && page === 1 && { nothing: true as const }),
    context: page > 1 ? words.page(page) : undefined,
    buttons: [
      ...(page > 1 ? [button(words.back, 'find', to(page - 1))] : []),
      ...(more ? [button(words.more, 'find', to(page + 1))] : []),
      ...(mayFilter ? [button(say(context.locale).readAsFilter, 'find', { text, as: 'filter' })] : []),
      ...(!isNothing || little ? [] : [button(words.addCompany, 'add company', { name: shortened(text, 200) }, { form: true })]),
    ],
    share: { operation: 'find', input: to(page) },
  })
}

function nothingFound({ locale }: Context, little: ReturnType<typeof isTooLittle>, isSimilar: boolean): string {
  const words = sayCustomer(locale)
  if (little) return little === 'signs' ? words.onlySigns : words.fewDigits
  return isSimilar ? words.foundSimilar : words.foundNothing
}

function customerItem({ locale }: Context, one: Customer): Item {
  const words = sayCustomer(locale)
  return {
    text: `${one.contactId ? words.contact : words.company} · ${one.name}`,
    buttons: [button(words.show, 'show', { customer: one.ref }), button(words.last, 'last', { customer: one.ref })],
  }
}

function dealFound(context: Context, one: NamedDeal): Item {
  return { ...dealItem(context, one, { owner: true }), text: `${sayCustomer(context.locale).deal} · ${dealTitle(one)}` }
}

function noteItem(context: Context, one: FoundNote, text: string): Item {
  const words = sayCustomer(context.locale)
  const when = sayAgo(Temporal.Instant.fromEpochMilliseconds(one.occurredAt.getTime()), context, context.locale)
  return {
    text: `${lineOf(words.note, one.private)} · ${one.customer?.name ?? ''} · ${excerpt(one.note, placeIn(one.note, text))}`,
    detail: [when, one.memberName].filter(Boolean).join(' · '),
    buttons: one.customer ? [button(words.timeline, 'timeline', { customer: one.customer.ref })] : undefined,
  }
}

/** The part of a note around the words that were found, which begin at `at`. */
function excerpt(note: string, at: number): string {
  const from = Math.max(0, at - 40)
  return `${from > 0 ? '…' : ''}${shortened(note.slice(from).toWellFormed().replaceAll('\uFFFD', ''), 160)}`
}
