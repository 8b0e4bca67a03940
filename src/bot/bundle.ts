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

/** Several messages as one: each keeps its buttons. */
export function bundleOf(cards: readonly Card[], locale: Locale): Card {
  const [only, ...more] = cards
  if (only && more.length === 0) return only
  return card({ title: words(locale).several(cards.length), ...joined(cards) })
}

/** The answer to a button of a bundle stands above what else is in the bundle; a list that it shows again stands there once. */
export async function amongParts(registry: Registry, context: Context, reply: Reply, parts: readonly Part[]): Promise<Reply> {
  if (reply.kind === 'form' || parts.length < 2) return reply
  const now = await cardsOf(registry, context, parts)
  const { items, buttons } = joined(reply.items?.length ? now.filter((one) => !one.items?.length) : now)
  return { ...reply, items: [...(reply.items ?? []), ...items], buttons: [...(reply.buttons ?? []), ...buttons] }
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
  const lists = cards.filter((one) => one.items?.length)
  const short = cards.filter((one) => !one.items?.length)
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
