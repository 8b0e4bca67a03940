import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { rows, sql } from '../../database/index.ts'
import { theCustomer } from '../customers/customers.ts'
import { filtered } from '../finding/filtered.ts'
import { saysDeals } from '../finding/reading/deal-rules.ts'
import { understood, worldOf } from '../finding/scene.ts'
import { dealSeen } from '../visibility.ts'
import { dealItem } from './card.ts'
import { dealsOf, isOpenDeal } from './named.ts'
import { sayTotals } from './said.ts'
import { say } from './words.ts'

const PAGE = 8

/** My open deals, the next to close first, and what they come to; those of a customer, or of a filter in words. */
export const dealsList = operation({
  name: 'deals',
  zh: '商机',
  also: ['opportunities'],
  summary: {
    en: 'Your open deals, or those that fit: of a customer, by amount, day, stage',
    zh: '您进行中的商机，或按客户、金额、日期、阶段查找',
  },
  examples: ['deals', 'deals over 50k closing this month', 'deals for acme', 'deals won this quarter'],
  group: 'sales',
  allow: 'reader',
  effect: 'read',
  rare: true,
  // `deals were discussed with Wei` is a line to log.
  lineWhen: /^(?:were|was|are|is|have|has|had|discussed|went|going|look|looks)\b/i,
  formTitle: { en: 'Deals', zh: '商机' },
  input: z.object({
    text: field
      .text({ en: 'Which', zh: '哪些' }, { hint: { en: 'Empty: your open ones', zh: '留空：您进行中的商机' }, max: 300 })
      .optional(),
    customer: field.hidden(100).optional(),
    page: field.page().optional(),
  }),
  handle: async (context, { text, customer, page = 1 }) => {
    if (customer) return ofCustomer(context, customer, page)
    if (!text) return mine(context, page)
    const world = await worldOf(context)
    const asked = saysDeals(text)
      ? text
      : context.locale === 'zh' || /\p{Script=Han}/u.test(text)
        ? `${text} 商机`
        : `deals ${text}`
    return filtered(context, world, await understood(context, asked, world), { text: asked, page })
  },
})

/** All deals of a customer that are seen: open ones first. */
async function ofCustomer(context: Context, ref: string, page: number): Promise<Card> {
  const words = say(context.locale)
  const customer = await theCustomer(context, ref, { operation: 'deals', input: { page }, field: 'customer' })
  const whose = customer.contactId ? { contactId: customer.contactId } : { companyId: customer.companyId }
  const found = await dealsOf(context, whose, { take: PAGE + 1, skip: (page - 1) * PAGE })
  const add = context.me.role === 'reader' ? [] : [button(words.addDeal, 'add deal', { customer: customer.ref }, { form: true })]
  return card({
    title: words.dealsOf(customer.name),
    lines: found.length ? undefined : [words.noneOf(customer.name)],
    items: found.slice(0, PAGE).map((one) => dealItem(context, one, { owner: true })),
    buttons: [
      ...(page > 1 ? [button(words.back, 'deals', { customer: customer.ref, page: page - 1 })] : []),
      ...(found.length > PAGE ? [button(words.more, 'deals', { customer: customer.ref, page: page + 1 })] : []),
      ...add,
    ],
    share: { operation: 'deals', input: { customer: customer.ref, page } },
  })
}

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
