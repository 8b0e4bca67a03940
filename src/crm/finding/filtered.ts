import { Temporal } from 'temporal-polyfill'
import { type Button, button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { sayAgo } from '../../understanding/index.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { CUSTOMER_SORTS, type Filter } from './filter.ts'
import { filteredDeals } from './filtered-deals.ts'
import { settled } from './matching.ts'
import type { Read } from './reading/read.ts'
import { MOST_COUNTED, type Result, resultsOf } from './results.ts'
import { sayFilter, saySort } from './say.ts'
import type { World } from './scene.ts'
import { say } from './words.ts'

const PAGE = 8

interface Asked {
  text: string
  page?: number
  as?: string
  sort?: Filter['sort']
}

/** What a filter finds: how it was understood, what of it was not, how many there are, one page of them, and what can be done with them. */
export async function filtered(
  context: Context,
  world: World,
  { filter: read, unread }: Read,
  { text, page = 1, sort }: Asked,
): Promise<Card> {
  const words = say(context.locale)
  const filter = settled({ ...read, ...(sort && { sort }) }, world)
  if (filter.noun === 'deal')
    return filteredDeals(context, world, filter, unread, { text, page, ...(sort && { sort: sortText(sort) }) })
  const { here, count } = await resultsOf(context, world, filter, { take: PAGE, skip: (page - 1) * PAGE })
  const again = { text, as: 'filter', ...(sort && { sort: sortText(sort) }) }
  return card({
    tone: unread.length ? 'warning' : undefined,
    title: titleOf(context, filter, count),
    lines: [
      words.readAs(sayFilter(filter, world).join(' · ')),
      ...(unread.length ? [words.notUnderstood(unread)] : []),
      ...(here.length ? [] : [page > 1 ? sayCustomer(context.locale).nothingMore : words.nobody]),
    ],
    items: here.map((one) => itemOf(context, one)),
    context:
      count > MOST_COUNTED
        ? sayCustomer(context.locale).page(page)
        : count > PAGE
          ? words.pageOf(page, Math.ceil(count / PAGE))
          : undefined,
    buttons: [
      ...(page > 1 ? [button(sayCustomer(context.locale).back, 'find', { ...again, page: page - 1 })] : []),
      ...(count > page * PAGE || (count > MOST_COUNTED && here.length === PAGE)
        ? [button(sayCustomer(context.locale).more, 'find', { ...again, page: page + 1 })]
        : []),
      ...saveButton(context, text, unread),
      button(words.readAsWords, 'find', { text, as: 'words' }),
    ],
    pick: count > 1 ? sorts(context, again, filter) : undefined,
    share: { operation: 'find', input: { ...again, page } },
    // What was wholly understood was a filter, not a line that begins like one.
    ...(count === 0 && unread.length && { nothing: true as const }),
  })
}

function titleOf({ locale }: Context, { noun }: Filter, count: number): string {
  const words = say(locale)
  const said = count > MOST_COUNTED ? words.moreThan(MOST_COUNTED) : String(count)
  if (!noun) return words.countCustomers(said, count)
  return noun === 'company' ? words.countCompanies(said, count) : words.countContacts(said, count)
}

/** What was not wholly understood is not kept under a name. */
const saveButton = ({ locale, me }: Context, text: string, unread: readonly string[]): Button[] =>
  unread.length || me.role === 'reader' ? [] : [button(say(locale).saveSegment, 'segment save', { filter: text }, { form: true })]

const sortText = ({ by, down }: NonNullable<Filter['sort']>) => `${by}${down ? ' down' : ''}`

function sorts({ locale }: Context, again: Record<string, string>, { sort }: Filter): Card['pick'] {
  const ways = CUSTOMER_SORTS.flatMap((by): NonNullable<Filter['sort']>[] =>
    by === 'name' ? [{ by }] : [{ by }, { by, down: true }],
  )
  return {
    placeholder: say(locale).sort,
    options: ways
      .filter((one) => sortText(one) !== sortText(sort ?? { by: 'name' }))
      .map((one) => ({ label: saySort(one, locale), operation: 'find', input: { ...again, sort: sortText(one) } })),
  }
}

function itemOf(context: Context, { customer, place, title, ownerName, lastContact }: Result): Item {
  const { locale } = context
  const words = sayCustomer(locale)
  const ago = lastContact && sayAgo(Temporal.Instant.fromEpochMilliseconds(lastContact.getTime()), context, locale)
  return {
    text: [customer.name, title].filter(Boolean).join(locale === 'en' ? ', ' : '，'),
    detail: [place, ownerName ?? say(locale).noOwner, ago ? words.coldSince(ago) : words.neverReached]
      .filter(Boolean)
      .join(' · '),
    about: customer.contactId ?? customer.companyId ?? undefined,
    buttons: [
      button(words.show, 'show', { customer: customer.ref }),
      ...(context.me.role === 'reader'
        ? []
        : [
            button(words.log, 'log', { customer: customer.ref }, { form: true }),
            button(words.remind, 'remind', { customer: customer.ref }, { form: true }),
          ]),
    ],
  }
}
