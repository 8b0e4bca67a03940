import { type Card, card, type Item, type Reply } from './card.ts'
import type { Context } from './context.ts'
import type { Registry } from './registry.ts'
import type { Locale } from './text.ts'
import { words } from './words.ts'

/** A message as it was owed; with what it said, when that stays readable. */
export interface Part {
  kind: string
  input: unknown
  shown?: unknown
}

/** What a message that was sent says as things stand now: what is left to do, else what became of it, else what it said. */
export async function partNow(registry: Registry, context: Context, part: Part): Promise<Card | undefined> {
  const notice = registry.notices.get(part.kind)
  const before = (part.shown ?? undefined) as Card | undefined
  if (!notice) return before
  const input = notice.input.parse(part.input)
  const reply = await notice.build(context, input)
  if (reply?.kind === 'card') return reply
  return (await notice.settled?.(context, input)) ?? before
}

/** Several messages as one: each keeps its buttons, and nothing is named twice. */
export function bundleOf(parts: readonly Card[], locale: Locale): Card {
  const cards = parts.length > 1 ? eachOnce(parts) : parts
  const [only, ...more] = cards
  if (only && more.length === 0) return only
  return card({ title: words(locale).several(cards.length), ...joined(cards) })
}

/** The answer to a button of a bundle stands above what else is in the bundle; a list that it shows again stands there once. */
export async function amongParts(registry: Registry, context: Context, reply: Reply, parts: readonly Part[]): Promise<Reply> {
  if (reply.kind === 'form' || parts.length < 2) return reply
  // What became of the part whose button was pressed is the answer itself.
  const now = (await cardsOf(registry, context, parts)).filter((one) => one.title || one.lines?.[0] !== reply.lines?.[0])
  const { items, buttons } = joined(reply.items?.length ? now.filter(isShort) : eachOnce(now))
  const own = without(reply.items ?? [], spokenOf(now))
  return { ...reply, items: [...own, ...items], buttons: [...(reply.buttons ?? []), ...buttons] }
}

const isShort = (one: Card) => !one.items?.length

/** What the messages that are no lists speak of. */
const spokenOf = (cards: readonly Card[]): ReadonlySet<string> => new Set(cards.filter(isShort).flatMap((one) => one.about ?? []))

/** Of what has a message of its own, the lists say nothing; a list with nothing left is none. */
function eachOnce(cards: readonly Card[]): Card[] {
  const spoken = spokenOf(cards)
  return cards
    .map((one) => (isShort(one) ? one : { ...one, items: without(one.items ?? [], spoken) }))
    .filter((one, at) => isShort(cards[at]!) || one.items?.length)
}

// A heading stays with what is left under it.
function without(items: readonly Item[], spoken: ReadonlySet<string>): Item[] {
  const left: Item[] = []
  let heading: string | undefined
  for (const item of items) {
    heading = item.heading ?? heading
    if (item.about && spoken.has(item.about)) continue
    left.push(heading ? { ...item, heading } : item)
    heading = undefined
  }
  return left
}

/** What is left of a message that had these parts. */
export async function cardsOf(registry: Registry, context: Context, parts: readonly Part[]): Promise<Card[]> {
  const cards: Card[] = []
  for (const part of parts) {
    const one = await partNow(registry, context, part)
    if (one) cards.push(one)
  }
  return cards
}

// Short messages come first, for a list may be cut where a platform has no room for more.
function joined(cards: readonly Card[]) {
  const lists = cards.filter((one) => !isShort(one))
  const short = cards.filter(isShort)
  return {
    items: [...short.map(asItem), ...lists.flatMap(listItems)],
    buttons: lists.flatMap((one) => one.buttons ?? []),
  }
}

function asItem({ title, lines = [], fields = [], context, buttons }: Card): Item {
  const said = [title, ...lines].filter((one) => one !== undefined)
  const detail = [...said.slice(1), ...fields.map((one) => `${one.label}: ${one.value}`), context].filter(Boolean).join(' · ')
  return { text: said[0] ?? '–', ...(detail && { detail }), buttons }
}

// Its own numbers would be others' here.
function listItems({ title, items = [] }: Card): Item[] {
  const [first, ...rest] = items.map(({ number: _, ...item }): Item => item)
  return first ? [{ ...first, heading: [title, first.heading].filter(Boolean).join(' · ') }, ...rest] : []
}
