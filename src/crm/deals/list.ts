import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { rows, sql } from '../../database/index.ts'
import { dealSeen } from '../visibility.ts'
import { dealItem } from './card.ts'
import { dealsOf, isOpenDeal } from './named.ts'
import { sayTotals } from './said.ts'
import { say } from './words.ts'

const PAGE = 8

/** My open deals, the next to close first, and what they come to. */
export const dealsList = operation({
  name: 'deals',
  zh: '商机',
  also: ['opportunities'],
  summary: { en: 'Your open deals, the next to close first', zh: '您进行中的商机，最早成交的在前' },
  examples: ['deals'],
  group: 'sales',
  allow: 'reader',
  effect: 'read',
  rare: true,
  input: z.object({ page: field.page().optional() }),
  line: () => ({}),
  handle: async (context, { page = 1 }) => mine(context, page),
})

async function mine(context: Context, page: number): Promise<Card> {
  const words = say(context.locale)
  const { count, totals } = await openOf(context)
  if (!count) return card({ lines: [words.none], buttons: [addButton(context)] })
  const shown = await dealsOf(context, { ownerId: context.me.id }, { take: PAGE, skip: (page - 1) * PAGE, open: true })
  const total = sayTotals(totals, context.locale)
  return card({
    title: words.mine(count),
    lines: total ? [words.total(total)] : undefined,
    items: shown.map((one) => dealItem(context, one)),
    buttons: [
      ...(page > 1 ? [button(words.back, 'deals', { page: page - 1 })] : []),
      ...(count > page * PAGE ? [button(words.more, 'deals', { page: page + 1 })] : []),
      ...(context.me.role === 'reader' ? [] : [addButton(context)]),
    ],
  })
}

const addButton = ({ locale }: Context) => button(say(locale).addDeal, 'add deal', {}, { form: true })

async function openOf(context: Context): Promise<{ count: number; totals: { currency: string | null; amount: number }[] }> {
  const { text, values } = sql`SELECT x.currency, sum(x.amount)::float8 AS amount, count(*)::int AS count FROM deals x
    WHERE x."workspaceId" = ${context.workspace.id}::uuid AND x."ownerId" = ${context.me.id}::uuid AND x."archivedAt" IS NULL AND ${isOpenDeal}${dealSeen(context, 'x')}
    GROUP BY x.currency ORDER BY sum(x.amount) DESC NULLS LAST`
  const totals = await rows<{ currency: string | null; amount: number; count: number }>(context.db, text, values)
  return { count: totals.reduce((sum, one) => sum + one.count, 0), totals }
}
