import { z } from 'zod'
import { UserError } from '../../bot/errors.ts'
import type { Locale } from '../../bot/text.ts'
import { customerIndex, MOST_MONEY, understand } from '../../understanding/index.ts'
import { readBirthday, readDay, sayBirthday, sayDay } from './days.ts'
import type { FieldType, RecordField, Saying, Where } from './field.ts'
import type { Named } from './make.ts'
import { readNumber } from './number.ts'
import {
  consentOf,
  noContactOf,
  readConsent,
  readNoContact,
  sayConsent,
  sayNoContact,
  setConsent,
  setNoContact,
} from './standing.ts'
import { say } from './words.ts'
import { readYesno } from './yesno.ts'

/** What a type knows of its values; `get` and `set` only where a value takes several columns. */
type Kind = Pick<RecordField, 'read' | 'say' | 'typed'> & Partial<Pick<RecordField, 'get' | 'set'>>

const LONGEST = 500
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** How values of each type are read and said, for one field. */
export function kinds(field: Named): Partial<Record<FieldType, Kind>> {
  const label = (locale: Locale) => field.label[locale]
  const wrong = (message: string): never => {
    throw new UserError(message, { field: field.key })
  }
  const checked = <T>(schema: z.ZodType<T>, value: unknown, message: string): T => {
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : wrong(message)
  }
  const text: Kind = {
    read: (typed, { locale }) =>
      checked(z.string().max(field.max ?? LONGEST), typed, say(locale).tooLong(label(locale), field.max ?? LONGEST)),
    say: String,
    typed: String,
  }
  const { least = -1e15, most = 1e15, whole } = field
  const number = z
    .number()
    .min(least)
    .max(most)
    .refine((one) => !whole || Number.isInteger(one))
  const named = (value: unknown, { names }: Saying) => names.get(String(value)) ?? ''
  return {
    name: text,
    text,
    number: {
      read: (typed, { locale }) => checked(number, readNumber(typed), say(locale).badNumber(label(locale), typed.slice(0, 60))),
      // A year is a number that nobody parts.
      say: (value, { locale }) => (field.key === 'founded' ? String(value) : formatted(value, locale)),
      typed: (value) => String(Number(value)),
    },
    money: {
      read: (typed, where) =>
        checked(MONEY, readMoney(typed, where), say(where.locale).badMoney(label(where.locale), typed.slice(0, 60))),
      say: (value, { locale }) => sayMoney(value as Money, locale),
      typed: (value) =>
        [(value as Money).amount, (value as Money).currency].filter((one) => one !== undefined && one !== null).join(' '),
    },
    date: {
      read: (typed, where) => readDay(typed, where) ?? wrong(say(where.locale).badDate(label(where.locale), typed.slice(0, 60))),
      say: (value, { locale }) => sayDay(String(value), locale),
      typed: String,
    },
    birthday: {
      read: (typed, where) => readBirthday(typed, where) ?? wrong(say(where.locale).badBirthday(typed.slice(0, 60))),
      say: (value, { locale }) => sayBirthday(String(value), locale),
      typed: (value) => String(value),
    },
    yesno: {
      read: (typed, { locale }) => readYesno(typed) ?? wrong(say(locale).badYesno(label(locale), typed.slice(0, 60))),
      say: (value, { locale }) => (value ? say(locale).yes : say(locale).no),
      typed: (value, { locale }) => (value ? say(locale).yes : say(locale).no),
    },
    choice: {
      read: (typed, where) =>
        choiceOf(field, typed) ??
        wrong(say(where.locale).badChoice(label(where.locale), typed.slice(0, 60), choicesSaid(field, where.locale))),
      say: (value, { locale }) => sayChoice(field, value, locale),
      typed: (value, { locale }) => sayChoice(field, value, locale),
    },
    member: {
      read: (typed, where) =>
        (UUID.test(typed) ? typed : where.member?.(typed)) ??
        wrong(say(where.locale).badMember(label(where.locale), typed.slice(0, 60))),
      say: named,
      typed: named,
    },
    // Whose id it is was found out before: names of companies are asked about when two fit.
    company: { read: (typed) => typed, say: named, typed: named },
    contact: { read: (typed) => typed, say: named, typed: named },
    link: {
      read: (typed, { locale }) => readLink(typed) ?? wrong(say(locale).badLink(label(locale), typed.slice(0, 80))),
      say: String,
      typed: String,
    },
    consent: {
      get: consentOf,
      set: setConsent,
      read: (typed, where) => readConsent(typed, where) ?? wrong(say(where.locale).badConsent(typed.slice(0, 80))),
      say: sayConsent,
      typed: sayConsent,
    },
    nocontact: { get: noContactOf, set: setNoContact, read: readNoContact, say: sayNoContact, typed: sayNoContact },
  }
}

const formatted = (value: unknown, locale: Locale) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'zh-CN', { maximumFractionDigits: 6 }).format(Number(value))

const MONEY = z.object({ amount: z.number().min(-MOST_MONEY).max(MOST_MONEY), currency: z.string().length(3).optional() })
/** A sum, with at most two decimals; without a currency when none was said. */
export type Money = z.infer<typeof MONEY>

const ISO_MONEY = /^(-?\d+(?:\.\d+)?)(?:\s+([A-Z]{3}))?$/

function readMoney(typed: string, where: Where): Money | undefined {
  const [, plain, code] = ISO_MONEY.exec(typed) ?? []
  if (plain) return { amount: cents(Number(plain)), ...(code && { currency: code }) }
  // Beside the name of a deal a number with `k` or 万 is money too.
  const found = understand(`deal ${typed}`, { ...where, customers: customerIndex([]) }).facts.amount
  if (found) return { amount: cents(found.value), ...(found.currency && { currency: found.currency }) }
  const bare = readNumber(typed)
  return bare === undefined ? undefined : { amount: bare }
}

const cents = (value: number) => Math.round(value * 100) / 100

export function sayMoney({ amount, currency }: Money, locale: Locale): string {
  if (!currency) return formatted(amount, locale)
  const how = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'zh-CN', how).format(amount)
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** The value of a choice that was typed: itself, its words in either language, a further word for it, or the only one that begins so. */
function choiceOf({ options = [] }: Named, typed: string): string | undefined {
  const wanted = plain(typed)
  const words = (one: (typeof options)[number]) => [one.value, ...Object.values(one.label), ...(one.also ?? [])].map(plain)
  const whole = options.find((one) => words(one).includes(wanted))
  if (whole) return whole.value
  const beginning = options.filter((one) => words(one).some((word) => word.startsWith(wanted)))
  return beginning.length === 1 ? beginning[0]!.value : undefined
}

const choicesSaid = ({ options = [] }: Named, locale: Locale) => options.map((one) => one.label[locale]).join(', ')
const sayChoice = ({ options = [] }: Named, value: unknown, locale: Locale) =>
  options.find((one) => one.value === value)?.label[locale] ?? String(value)

const LONGEST_LINK = 2000

/** A web address in full, `https://` put before one without; undefined when it is none. Only http and https lead anywhere. */
export function readLink(typed: string): string | undefined {
  const text = typed.trim().replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1')
  if (/\s/.test(text) || text.length > LONGEST_LINK) return undefined
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/:]+:\d/.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  return /^(?:[^.]+\.)+[^.]{2,}$|^localhost$|^\[/.test(url.hostname) ? url.href : undefined
}
