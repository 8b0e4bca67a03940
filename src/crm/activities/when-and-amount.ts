import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { customerIndex, MOST_MONEY, understand, understandWhen } from '../../understanding/index.ts'
import { type Amount, asDecimal } from './activities.ts'
import { say } from './vocabulary.ts'

/** When it took place and the amount that was named, as one field holds both: no platform's form has more than five. */
export interface WhenAndAmount {
  when: string
  amount: string
}

const APART = /\s*[;；]\s*/

/** What the field shows: `Nov 23, 2026, 15:00; USD 12,000`. The code, for a sign may be that of several currencies. */
export const written = ({ when, amount }: WhenAndAmount): string => [when, amount].filter(Boolean).join('; ')

/** An amount as the field shows it; empty for none. */
export const amountText = ({ amount, currency }: Amount): string =>
  amount === null
    ? ''
    : [currency, new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(Number(amount))].filter(Boolean).join(' ')

/** The two parts as typed; with nothing between them (`yesterday 3pm $12k`, `$12k`) each is looked for in the whole. */
export function apart(typed: string, context: Context): WhenAndAmount {
  const [when = '', ...rest] = typed.trim().split(APART)
  if (rest.length) return { when, amount: rest.join(' ') }
  const amount = moneyIn(when, context)
  if (!amount) return { when, amount: '' }
  return { when: understandWhen(when, context, 'past')?.at ? when : '', amount: when }
}

/** An amount that was typed for the one that stood: of a bare number the currency stays. */
export function readAmount(typed: string, before: Amount, context: Context): { amount: string | null; currency: string | null } {
  if (!typed) return { amount: null, currency: null }
  const found = moneyIn(typed, context)
  if (found) return { amount: asDecimal(found.value), currency: found.currency ?? null }
  const plain = /^\d[\d, ]*(?:\.\d+)?$/.test(typed) ? Number(typed.replaceAll(/[, ]/g, '')) : 0
  if (!(plain > 0 && plain <= MOST_MONEY)) throw new UserError(say(context.locale).badAmount(typed), { field: 'when' })
  return { amount: asDecimal(plain), currency: before.currency }
}

/** The amount that a changed note names. */
export function amountOfNote(note: string, context: Context): { amount: string | null; currency: string | null } {
  const { amount } = understand(note, { ...context, customers: customerIndex([]) }).facts
  return { amount: asDecimal(amount?.value), currency: amount?.currency ?? null }
}

// Beside the name of a deal a number with `k` or 万 is money too.
const moneyIn = (typed: string, context: Context) =>
  understand(`deal ${typed}`, { ...context, customers: customerIndex([]) }).facts.amount
