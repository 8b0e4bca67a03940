import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { NotAllowed } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { type Customer, theCustomer } from '../customers/customers.ts'
import { memberNamed } from '../members/members.ts'
import { entriesOf, type Wanted } from './entries.ts'
import { isAll, readSpan, readTyped } from './history-asked.ts'
import { grouped, itemsOf } from './history-items.ts'
import { say } from './history-words.ts'

const ON_A_PAGE = 8
/** So many changes are read for a page; of a request that changed more, the next page tells the rest. */
const READ = 120

export const history = operation({
  name: 'history',
  zh: '历史',
  also: ['audit', '改动'],
  summary: {
    en: 'Who changed what, when and from where: of a customer, or your own changes',
    zh: '谁在何时何地改了什么：某个客户的，或您自己的',
  },
  examples: [
    'history',
    'history acme',
    'history acme by Ana since Monday',
    'history @Bo last week',
    'history all',
    'history wei zhang last month',
  ],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'History', zh: '历史' },
  input: z.object({
    customer: field.customer({ en: 'Customer', zh: '客户' }).optional(),
    by: field.member({ en: 'Changed by', zh: '改动人' }).optional(),
    since: field
      .text({ en: 'Since', zh: '自' }, { hint: { en: 'Monday, last week, 2026-11-01', zh: '周一、上周、2026-11-01' }, max: 60 })
      .optional(),
    until: field
      .text({ en: 'Until', zh: '至' }, { hint: { en: 'Friday, 2026-11-15', zh: '周五、2026-11-15' }, max: 60 })
      .optional(),
    /** The last change that was told. */
    before: field.id().optional(),
  }),
  line: readTyped,
  handle: async (context, input) => {
    const customer = input.customer
      ? await theCustomer(context, input.customer, {
          operation: 'history',
          input: input as Record<string, string>,
          field: 'customer',
        })
      : undefined
    const wanted = await whose(context, input.by, customer)
    const span = readSpan(input, context)
    const asked = { ...wanted, ...span, ...(input.before && { before: input.before }) }
    const entries = await entriesOf(context, asked, READ)
    const { groups, next } = grouped(entries, ON_A_PAGE, entries.length < READ)
    const words = say(context.locale)
    const { before: _, ...same } = input
    const more = next && button(words.more, 'history', { ...same, ...(customer && { customer: customer.ref }), before: next })
    return card({
      title: await titleOf(context, customer, wanted),
      ...(groups.length ? { items: await itemsOf(context, groups) } : emptyOf(context, input)),
      ...(more && { buttons: [more] }),
    })
  },
})

function emptyOf(
  { locale }: Context,
  { before, by, since, until }: Record<string, string | undefined>,
): Pick<Card, 'lines' | 'nothing'> {
  const words = say(locale)
  if (before) return { lines: [words.nothingMore] }
  return { lines: [by || since || until ? words.nothingIn : words.nothing], nothing: true }
}

/** Whose changes: of a customer everybody's, unless somebody is named; else my own. What others did elsewhere is for who leads. */
async function whose(context: Context, by: string | undefined, customer: Customer | undefined): Promise<Wanted> {
  const about = customer ? { companyId: customer.contactId ? null : customer.companyId, contactId: customer.contactId } : {}
  const everybody = by !== undefined && isAll(by)
  const member = by && !everybody ? await memberNamed(context, by) : undefined
  if (customer) return { ...about, ...(member && { memberId: member.id }) }
  const leads = context.me.role === 'manager' || context.me.role === 'admin'
  if (!leads && (everybody || (member && member.id !== context.me.id)))
    throw new NotAllowed(say(context.locale).leadersOnly, 'by')
  return everybody ? {} : { memberId: member?.id ?? context.me.id }
}

async function titleOf(context: Context, customer: Customer | undefined, { memberId }: Wanted): Promise<string> {
  const words = say(context.locale)
  if (customer) return words.of(customer.name)
  if (!memberId) return words.all
  if (memberId === context.me.id) return words.mine
  const { db, workspace } = context
  const found = await db.member.findFirst({ where: { workspaceId: workspace.id, id: memberId }, select: { name: true } })
  return words.by(found?.name ?? '')
}
