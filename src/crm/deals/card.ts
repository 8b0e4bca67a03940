import { Temporal } from 'temporal-polyfill'
import { type Button, button, type Card, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { sayAgo } from '../../understanding/index.ts'
import { fieldsOf, type Row, saidFacts, sayingOf } from '../fields/fields.ts'
import { dealById } from './deals.ts'
import { customerRef, type NamedDeal, namedDealById } from './named.ts'
import { dealLine, dealTitle } from './said.ts'
import { isClosed } from './stages.ts'
import { dealRef } from './the-deal.ts'
import { say } from './words.ts'

/** A deal with all that is known of it, and what can be done with it. Throws UserError when it is gone. */
export async function shownDeal(
  context: Context,
  id: string,
  more: (called: string) => Partial<Card> = (title) => ({ title }),
): Promise<Card> {
  const words = say(context.locale)
  const row = await dealById(context, id)
  const deal = row && (await namedDealById(context, id))
  if (!row || !deal) throw new UserError(words.gone, { field: 'deal', mend: false, cause: `no deal ${id}` })
  const fields = await fieldsOf(context, 'deal')
  const facts = saidFacts(fields, row as unknown as Row, await sayingOf(context, fields, [row as unknown as Row]))
  const opened = sayAgo(Temporal.Instant.fromEpochMilliseconds(row.createdAt.getTime()), context, context.locale)
  const { buttons = [], ...rest } = more(dealTitle(deal))
  return card({
    fields: [...facts.map(({ label, value }) => ({ label, value })), { label: words.since, value: opened }],
    about: deal.id,
    buttons: [...dealButtons(context, deal), ...buttons],
    share: { operation: 'show deal', input: { deal: dealRef(deal) } },
    ...rest,
  })
}

/** Won or lost, or opened again; changed, and its customer. */
export function dealButtons(context: Context, deal: NamedDeal): Button[] {
  const words = say(context.locale)
  const ref = dealRef(deal)
  const customer = customerRef(deal)
  if (context.me.role === 'reader') return customer ? [showCustomer(deal, customer)] : []
  const closing = isClosed(deal.stage)
    ? [button(words.reopen, 'edit deal', { deal: ref, stage: 'negotiation' })]
    : [
        button(words.win, 'win deal', { deal: ref }, { style: 'primary' }),
        button(words.lose, 'lose deal', { deal: ref }, { form: true }),
      ]
  return [
    button(words.edit, 'edit deal', { deal: ref, whole: 'yes' }, { form: true }),
    ...closing,
    ...(customer ? [button(words.log, 'log', { customer }, { form: true }), showCustomer(deal, customer)] : []),
  ]
}

const showCustomer = ({ companyName, contactName }: NamedDeal, ref: string): Button =>
  button((contactName ?? companyName ?? '').slice(0, 60), 'show', { customer: ref })

/** A deal in a list. */
export function dealItem(context: Context, deal: NamedDeal, { owner = false } = {}): Item {
  const words = say(context.locale)
  const ref = dealRef(deal)
  const open = !isClosed(deal.stage) && context.me.role !== 'reader'
  return {
    text: dealTitle(deal),
    detail: [dealLine(context, deal), owner && deal.ownerName].filter(Boolean).join(' · '),
    about: deal.id,
    buttons: [
      button(words.show, 'show deal', { deal: ref }),
      ...(open
        ? [button(words.win, 'win deal', { deal: ref }), button(words.lose, 'lose deal', { deal: ref }, { form: true })]
        : []),
    ],
  }
}
