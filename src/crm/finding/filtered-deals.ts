import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { dealItem } from '../deals/card.ts'
import { isOpenDeal, joinedDeal, type NamedDeal, namedDeal } from '../deals/named.ts'
import { sayTotals } from '../deals/said.ts'
import { say as sayDeals } from '../deals/words.ts'
import { DEAL_SORTS, type Filter, type Sort } from './filter.ts'
import { found } from './matching.ts'
import { sayFilter, saySort } from './say.ts'
import type { World } from './scene.ts'
import { say } from './words.ts'

const PAGE = 8

interface Asked {
  text: string
  page: number
  sort?: string
}

/** Which deals a filter finds, what they come to, and what can be done with each. */
export async function filteredDeals(
  context: Context,
  world: World,
  filter: Filter,
  unread: string[],
  { text, page, sort }: Asked,
): Promise<Card> {
  const words = say(context.locale)
  const [{ count, totals }, here] = await Promise.all([summed(context, world, filter), pageOf(context, world, filter, page)])
  const again = { text, as: 'filter', ...(sort && { sort }) }
  const total = sayTotals(totals, context.locale)
  return card({
    tone: unread.length ? 'warning' : undefined,
    title: words.countDeals(String(count), count),
    lines: [
      words.readAs(sayFilter(filter, world).join(' · ')),
      ...(unread.length ? [words.notUnderstood(unread)] : []),
      ...(total ? [sayDeals(context.locale).total(total)] : []),
      ...(here.length ? [] : [page > 1 ? sayCustomer(context.locale).nothingMore : words.noDeals]),
    ],
    items: here.map((one) => dealItem(context, one, { owner: true })),
    context: count > PAGE ? words.pageOf(page, Math.ceil(count / PAGE)) : undefined,
    buttons: [
      ...(page > 1 ? [button(sayCustomer(context.locale).back, 'find', { ...again, page: page - 1 })] : []),
      ...(count > page * PAGE ? [button(sayCustomer(context.locale).more, 'find', { ...again, page: page + 1 })] : []),
      button(words.readAsWords, 'find', { text, as: 'words' }),
    ],
    pick: count > 1 ? sorts(context, { text, as: 'filter' }, filter) : undefined,
    share: { operation: 'find', input: { ...again, page } },
    ...(count === 0 && unread.length && { nothing: true as const }),
  })
}

interface Summed {
  count: number
  totals: { currency: string | null; amount: number }[]
}

async function summed(context: Context, world: World, filter: Filter): Promise<Summed> {
  const { text, values } =
    sql`SELECT x.currency, coalesce(sum(x.amount), 0)::float8 AS amount, count(*)::int AS count FROM ${found(world, filter, 'deal')}
    GROUP BY x.currency ORDER BY sum(x.amount) DESC NULLS LAST`
  const totals = await rows<{ currency: string | null; amount: number; count: number }>(context.db, text, values)
  return { count: totals.reduce((sum, one) => sum + one.count, 0), totals }
}

/** Open ones first, the next to close first; then the closed ones, the newest first. */
const inTurn = sql`NOT ${isOpenDeal}, x."closedOn" DESC NULLS FIRST, x."expectedCloseDate" NULLS LAST, x.id`

const ORDER: Partial<Record<Sort, ReturnType<typeof sql>>> = {
  amount: sql`x.amount`,
  closing: sql`x."expectedCloseDate"`,
  name: sql`x."searchName"`,
  created: sql`x."createdAt"`,
}

async function pageOf(context: Context, world: World, filter: Filter, page: number): Promise<NamedDeal[]> {
  const { by, down } = filter.sort ?? {}
  const key = by && ORDER[by]
  const order = !key ? inTurn : down ? sql`${key} DESC NULLS LAST, x.id DESC` : sql`${key} ASC NULLS LAST, x.id`
  const { text, values } =
    sql`SELECT ${namedDeal} FROM (SELECT x.* FROM ${found(world, filter, 'deal')} ORDER BY ${order} LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}) x
    ${joinedDeal(context)} ORDER BY ${order}`
  return rows<NamedDeal>(context.db, text, values)
}

function sorts({ locale }: Context, again: Record<string, string>, { sort }: Filter): Card['pick'] {
  const text = ({ by, down }: NonNullable<Filter['sort']>) => `${by}${down ? ' down' : ''}`
  const ways = DEAL_SORTS.flatMap((by): NonNullable<Filter['sort']>[] =>
    by === 'name' ? [{ by }] : [{ by }, { by, down: true }],
  )
  return {
    placeholder: say(locale).sort,
    options: ways
      .filter((one) => !sort || text(one) !== text(sort))
      .map((one) => ({ label: saySort(one, locale), operation: 'find', input: { ...again, sort: text(one) } })),
  }
}
