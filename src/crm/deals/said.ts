import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import type { Locale } from '../../bot/text.ts'
import { localToday } from '../../understanding/index.ts'
import { sayDay } from '../fields/days.ts'
import { sayMoney } from '../fields/kinds.ts'
import { calledDeal, type NamedDeal } from './named.ts'
import { isClosed, sayStage } from './stages.ts'
import { say } from './words.ts'

export const dealTitle = calledDeal

/** `$50,000`; empty when no amount was said. */
export const sayDealAmount = ({ amount, currency }: Pick<NamedDeal, 'amount' | 'currency'>, locale: Locale): string =>
  amount === null ? '' : sayMoney({ amount, ...(currency && { currency }) }, locale)

/** `Proposal · closes Mar 31, 2027`, `Won · Nov 24, 2026`. */
export function sayStanding(context: Pick<Context, 'locale' | 'now' | 'zone'>, deal: NamedDeal): string {
  const { locale } = context
  const words = say(locale)
  const stage = sayStage(deal.stage, locale)
  if (isClosed(deal.stage)) return [stage, deal.closedOn && sayDay(deal.closedOn, locale)].filter(Boolean).join(' · ')
  if (!deal.closing) return stage
  const isLate = Temporal.PlainDate.compare(deal.closing, localToday(context)) < 0
  const day = sayDay(deal.closing, locale)
  return `${stage} · ${isLate ? words.wasToClose(day) : words.closes(day)}`
}

/** What one sees of a deal behind its name: `$50,000 · Proposal · closes Mar 31, 2027`. */
export const dealLine = (context: Pick<Context, 'locale' | 'now' | 'zone'>, deal: NamedDeal): string =>
  [sayDealAmount(deal, context.locale), sayStanding(context, deal)].filter(Boolean).join(' · ')

/** What deals come to, by currency: `$50,000 + €12,000`; nothing where none has an amount. */
export function sayTotals(totals: readonly { currency: string | null; amount: number }[], locale: Locale): string {
  return totals
    .filter(({ amount }) => amount)
    .map((one) => sayDealAmount(one, locale))
    .join(' + ')
}

/** The open deals of a customer, on their card. */
export const dealsField = (context: Pick<Context, 'locale' | 'now' | 'zone'>, deals: readonly NamedDeal[]) =>
  deals.length
    ? [{ label: say(context.locale).openDeals, value: deals.map((one) => `${one.name} · ${dealLine(context, one)}`).join('\n') }]
    : []
