import type { Context } from '../../bot/context.ts'
import type { Suggestion } from '../../bot/request.ts'
import { dealsNamed, dealsOf, namedDealById } from './named.ts'
import { dealLine, dealTitle } from './said.ts'
import { dealRef } from './the-deal.ts'

const MOST = 25
/** Discord's longest choice. */
const LONGEST_LABEL = 100

/** Deals while their name is being typed; for a reference, the one it stands for; nothing typed: my open ones. */
export async function suggestDeals(context: Context, typed: string): Promise<Suggestion[]> {
  const text = typed.trim()
  const [, id] = /^deal:([0-9a-f-]{36})$/.exec(text) ?? []
  const one = id ? await namedDealById(context, id) : undefined
  if (id) return one ? [{ value: dealRef(one), label: dealTitle(one) }] : []
  const found = text
    ? await dealsNamed(context, text, MOST)
    : await dealsOf(context, { ownerId: context.me.id }, { take: MOST, open: true })
  return found.map((deal) => ({ value: dealRef(deal), label: shortened(`${dealTitle(deal)} · ${dealLine(context, deal)}`) }))
}

const shortened = (label: string) =>
  label.length <= LONGEST_LABEL
    ? label
    : `${label
        .slice(0, LONGEST_LABEL - 1)
        .toWellFormed()
        .trimEnd()}…`
