import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import type { Suggestion } from '../../bot/request.ts'
import {
  type CustomerIndex,
  type CustomerMatch,
  isOrdinaryWord,
  normalizeName,
  resolveCustomer,
  type Understanding,
  understand,
} from '../../understanding/index.ts'
import { ledTo } from '../audit/moved.ts'
import { companiesNamed } from '../companies/companies.ts'
import { factsOf, likelyOf } from '../duplicates/warn.ts'
import { companiesSeen, contactsSeen, seesCompany } from '../visibility.ts'
import { addCustomer } from './add.ts'
import { type Asked, askUnknown, askWhich, type Unknown } from './ask.ts'
import { type Customer, customer } from './customer.ts'
import { type LookupOptions, lookup, type Scope } from './lookup.ts'
import { oneSlipOff } from './one-slip.ts'
import { byReach } from './reach.ts'
import { suggestByName, suggestCustomers as suggestTyped } from './suggest.ts'
import { say } from './words.ts'

const REF = /^(company|contact):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

const MOST_NEAREST = 3

/** Whether a text is a reference out of a list or a button, not something typed. */
export const isRef = (text: string): boolean => REF.test(text)

/** The customers that a text can mean. */
export const indexFor = async (context: Context, text: string): Promise<CustomerIndex> => (await heard(context, text)).customers

/** What a line says, held against the customers it can mean. */
export const hear = async (context: Context, line: string): Promise<Understanding> => (await heard(context, line)).understanding

/** The dear question about slips of the keyboard is asked only when the plain one found nobody. */
async function heard(context: Context, text: string): Promise<{ customers: CustomerIndex; understanding: Understanding }> {
  const plain = await lookup(context, text)
  const understanding = understand(text, { ...context, customers: plain })
  if (!text.trim() || isSettled(understanding.customer)) return { customers: plain, understanding }
  const customers = await lookup(context, text, { slips: true })
  return { customers, understanding: understand(text, { ...context, customers }) }
}

/**
 * The customer behind a reference; of one that was merged into another since, that other. Throws UserError when it is gone, another workspace's, or not seen: one
 * cannot tell which.
 */
export async function byRef(scope: Scope & Pick<Context, 'locale'>, ref: string): Promise<Customer> {
  const found = await standingAt(scope, ref)
  if (found) return found
  const [, kind, id = ''] = REF.exec(ref) ?? []
  const led = kind ? (await ledTo(scope, [id])).get(id) : undefined
  const other = led && (await standingAt(scope, `${kind}:${led}`))
  if (other) return other
  throw new UserError(say(scope.locale).gone, { field: 'customer', cause: `no customer ${ref}` })
}

async function standingAt(scope: Scope, ref: string): Promise<Customer | undefined> {
  const { db, workspace } = scope
  const [, kind, id] = REF.exec(ref) ?? []
  const where = { workspaceId: workspace.id, id, archivedAt: null }
  if (kind === 'company') {
    const found = await db.company.findFirst({ where: { ...where, AND: companiesSeen(scope) }, select: { id: true, name: true } })
    if (found) return customer(found, undefined)
  }
  if (kind === 'contact') {
    const select = {
      id: true,
      name: true,
      company: { select: { id: true, name: true, archivedAt: true, ownerId: true } },
    } as const
    const found = await db.contact.findFirst({ where: { ...where, AND: contactsSeen(scope) }, select })
    const company = found?.company && !found.company.archivedAt && seesCompany(scope, found.company) ? found.company : undefined
    if (found) return customer(company, found)
  }
  return undefined
}

/** The customer that understanding is sure of. A person it does not know at a company it knows stays in the note: the company is the customer. */
export async function byMatch(_context: Scope, match: Extract<CustomerMatch, { status: 'known' }>): Promise<Customer> {
  const contact = match.contact?.id ? { id: match.contact.id, name: match.contact.name } : undefined
  return customer(match.company, contact)
}

/**
 * The one customer that was typed or picked: a reference, a name with its slips, an e-mail, its domain, a phone number.
 * Throws Ask when two fit equally (a pick list) or none does (nearest names, a way to add it); never guesses.
 * An unknown one is made when the person has said so (`add` in the operation's input). `known` are the customers the text can mean, when they were
 * looked up already.
 */
export async function theCustomer(context: Context, typed: string, ask: Asked, known?: CustomerIndex): Promise<Customer> {
  const found = await oneOf(context, typed, ask, known)
  if (ask.only !== 'company' || !found.contactId) return found
  if (found.companyId) return byRef(context, `company:${found.companyId}`)
  throw new Ask(askUnknown(context, { status: 'unknown', company: typed, nearest: [] }, ask))
}

async function oneOf(context: Context, typed: string, ask: Asked, known?: CustomerIndex): Promise<Customer> {
  if (isRef(typed)) return byRef(context, typed)
  const [reached, ...more] = await byReach(context, typed)
  if (reached && more.length) throw new Ask(askWhich(context, [reached, ...more].map(asCandidate), ask))
  if (reached) return reached
  const match = await resolved(context, typed, { only: ask.only }, known)
  if (match.status === 'known') return byMatch(context, match)
  if (match.status === 'ambiguous') throw new Ask(askWhich(context, match.candidates, ask))
  const unknown = match.status === 'unknown' ? whole(match, typed) : { status: 'unknown' as const, company: typed, nearest: [] }
  if (!ask.input.add) throw new Ask(askUnknown(context, await withNearest(context, unknown, typed), ask))
  return addCustomer(context, ask.only ? { company: typed } : { company: unknown.company, contact: unknown.contact })
}

/** The sign before a number is no part of a name, and all of where the number is. */
const whole = (match: Unknown, typed: string): Unknown =>
  match.company && typed.trim() === `+${match.company}` ? { ...match, company: typed.trim() } : match

/** Where customers are looked for whose names are then said. */
type Naming = Scope & Pick<Context, 'locale'>

/** Understanding offers names that a few slips lead to; when there are none, names that merely look alike are better than nothing. */
export async function withNearest(scope: Naming, match: Unknown, typed: string): Promise<Unknown> {
  return { ...(await nearestTo(scope, match, typed)), likely: await likelyUnknown(scope, match) }
}

/** Whom somebody unknown likely is: of a person behind a company that is known, somebody there. */
async function likelyUnknown(scope: Scope, { company, contact }: Unknown): Promise<Unknown['likely']> {
  if (company && !contact)
    return { kind: 'company', ...(await likelyOf(scope, 'company', factsOf('company', { name: company }))) }
  if (!contact) return undefined
  const [at] = company ? (await companiesNamed(scope, company)).filter(({ seen }) => seen) : []
  const given = { name: contact, ...(at && { companyId: at.id, companyName: at.name }) }
  return { kind: 'contact', ...(await likelyOf(scope, 'contact', factsOf('contact', given))) }
}

async function nearestTo(scope: Naming, match: Unknown, typed: string): Promise<Unknown> {
  if (match.nearest.length) return match
  const again = await resolved(scope, typed, {})
  if (again.status === 'unknown' && again.nearest.length) return { ...match, nearest: again.nearest }
  const off = await mistyped(scope, typed)
  const alike = off.length < MOST_NEAREST ? await suggestByName(scope, typed, MOST_NEAREST) : []
  const all = [...off, ...alike.filter(({ ref }) => off.every((one) => one.ref !== ref))].slice(0, MOST_NEAREST)
  const nearest = all.map((one) => ({
    kind: one.contactId ? ('contact' as const) : ('company' as const),
    id: one.contactId ?? one.companyId ?? '',
    name: one.contactName ?? one.name,
    label: one.name,
  }))
  return { ...match, nearest }
}

/** Customers a word of whose names is one slip from what was typed. */
const mistyped = async (scope: Naming, typed: string): Promise<Customer[]> =>
  Promise.all((await oneSlipOff(scope, typed, MOST_NEAREST)).map((ref) => byRef(scope, ref)))

/** What a typed name means, by exact names first, then by similar ones. */
async function resolved(scope: Scope, typed: string, options: LookupOptions, known?: CustomerIndex): Promise<CustomerMatch> {
  const plain = resolveCustomer(typed, known ?? (await lookup(scope, typed, options)))
  return isSettled(plain) ? plain : resolveCustomer(typed, await lookup(scope, typed, { ...options, slips: true }))
}

/** Looking on for slips would find nothing better: not so when a company is known and the person typed with it is not. */
const isSettled = (match: CustomerMatch) =>
  match.status === 'ambiguous' || (match.status === 'known' && !(match.contact && !match.contact.id))

/** Whether a plain line may begin with this word: a customer's name, somebody's given name, an ordinary word of the language or the trade. */
export async function opensLine(scope: Scope, word: string): Promise<boolean> {
  if (isOrdinaryWord(word)) return true
  const { companies, people } = await lookup(scope, word)
  return companies.length + people.length > 0
}

/**
 * Whether a text is a customer's name, or that of several, and nothing else: each of its words stands in the name. `whole`: each is a word of it, which
 * spares the dear look for what is merely similar.
 */
export async function namesCustomer(scope: Scope, text: string, { whole = false } = {}): Promise<boolean> {
  const match = whole ? resolveCustomer(text, await lookup(scope, text)) : await resolved(scope, text, {})
  const candidates = match.status === 'known' ? [match] : match.status === 'ambiguous' ? match.candidates : []
  const typed = normalizeName(text).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []
  return candidates.some(({ company, contact }) => {
    const name = normalizeName([company?.name, contact?.name].filter(Boolean).join(' '))
    return typed.every((word) => name.includes(word))
  })
}

/** Customers whose names a few slips of the keyboard lead to: for when nobody is called as it was typed. */
export async function similarlyCalled(scope: Naming, typed: string): Promise<Customer[]> {
  const match = await resolved(scope, typed, {})
  if (match.status === 'known') return match.contact && !match.contact.id ? [] : [await byMatch(scope, match)]
  if (match.status === 'ambiguous')
    return match.candidates.map(({ company, contact }) =>
      customer(company, contact?.id ? { id: contact.id, name: contact.name } : undefined),
    )
  const near = match.status === 'unknown' ? match.nearest.slice(0, MOST_NEAREST) : []
  return near.length ? Promise.all(near.map(({ kind, id }) => byRef(scope, `${kind}:${id}`))) : mistyped(scope, typed)
}

const asCandidate = (one: Customer) => ({
  company: one.companyId ? { id: one.companyId, name: one.companyName ?? '' } : undefined,
  contact: one.contactId ? { id: one.contactId, name: one.contactName ?? '' } : undefined,
  label: one.name,
})

export { addCustomer } from './add.ts'
export { type Asked, askUnknown, askWhich, cancelButton } from './ask.ts'
export { type Customer, customer } from './customer.ts'
export { newDetails, type Peopled, peopleIn } from './in-line.ts'
export { nameToLearn, refusedName } from './learn.ts'
export { lookupBeside } from './lookup.ts'
/** Customers while a name is being typed; for a reference, the one it stands for. */
export async function suggestCustomers(context: Context, typed: string): Promise<Suggestion[]> {
  if (!isRef(typed)) return suggestTyped(context, typed)
  const { ref, name } = await byRef(context, typed)
  return [{ value: ref, label: name }]
}
