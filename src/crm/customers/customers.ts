import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { type CustomerIndex, type CustomerMatch, resolveCustomer, understand } from '../../understanding/index.ts'
import { type Asked, askUnknown, askWhich } from './ask.ts'
import { lookup, type Scope } from './lookup.ts'
import { byReach } from './reach.ts'
import { say } from './words.ts'

/** A company, a person at a company, or a person alone: what `log`, `last` and `remind` are about. */
export interface Customer {
  /** `company:ID` or `contact:ID`: what buttons and option values carry. */
  ref: string
  companyId: string | null
  contactId: string | null
  /** `Wei Zhang (Acme Corp)`, `Acme Corp`. */
  name: string
  companyName: string | null
  contactName: string | null
}

const REF = /^(company|contact):([0-9a-f]{8}-[0-9a-f-]{27})$/

/** A customer from the names and ids of a company and a person; one of the two at least. */
export function customer(
  company: { id: string; name: string } | undefined,
  contact: { id: string; name: string } | undefined,
): Customer {
  if (!company && !contact) throw new Error('a customer is a company or a person')
  return {
    ref: contact ? `contact:${contact.id}` : `company:${company!.id}`,
    companyId: company?.id ?? null,
    contactId: contact?.id ?? null,
    name: contact ? (company ? `${contact.name} (${company.name})` : contact.name) : company!.name,
    companyName: company?.name ?? null,
    contactName: contact?.name ?? null,
  }
}

/** The customers that a text can mean. The dear question about slips of the keyboard is asked only when the plain one found nobody. */
export async function indexFor(context: Context, text: string): Promise<CustomerIndex> {
  if (!text.trim()) return lookup(context, '')
  const plain = await lookup(context, text)
  const { status } = understand(text, { ...context, customers: plain }).customer
  return status === 'known' || status === 'ambiguous' ? plain : lookup(context, text, true)
}

/** The customer behind a reference. Throws UserError when it is gone, or another workspace's. */
export async function byRef({ db, workspace, locale }: Scope & Pick<Context, 'locale'>, ref: string): Promise<Customer> {
  const [, kind, id] = REF.exec(ref) ?? []
  if (kind === 'company' && id) {
    const found = await db.company.findFirst({
      where: { workspaceId: workspace.id, id, archivedAt: null },
      select: { id: true, name: true },
    })
    if (found) return customer(found, undefined)
  }
  if (kind === 'contact' && id) {
    const select = { id: true, name: true, company: { select: { id: true, name: true } } } as const
    const found = await db.contact.findFirst({ where: { workspaceId: workspace.id, id, archivedAt: null }, select })
    if (found) return customer(found.company ?? undefined, found)
  }
  throw new UserError(say(locale).gone, { field: 'customer', cause: `no customer ${ref}` })
}

/** The customer that understanding is sure of. A person it does not know at a company it knows stays in the note: the company is the customer. */
export async function byMatch(_context: Scope, match: Extract<CustomerMatch, { status: 'known' }>): Promise<Customer> {
  const contact = match.contact?.id ? { id: match.contact.id, name: match.contact.name } : undefined
  return customer(match.company, contact)
}

/**
 * The one customer that was typed or picked: a reference, a name with its slips, an e-mail, its domain, a phone number.
 * Throws Ask when two fit equally (a pick list) or none does (nearest names, a way to add it); never guesses.
 */
export async function theCustomer(context: Context, typed: string, ask: Asked): Promise<Customer> {
  if (REF.test(typed)) return byRef(context, typed)
  const reached = await byReach(context, typed)
  if (reached.length === 1) return reached[0]!
  if (reached.length > 1) throw new Ask(askWhich(context, reached.map(asCandidate), ask))
  const plain = resolveCustomer(typed, await lookup(context, typed))
  const match =
    (plain.status === 'known' && !halfKnown(plain)) || plain.status === 'ambiguous'
      ? plain
      : resolveCustomer(typed, await lookup(context, typed, true))
  if (match.status === 'known') return byMatch(context, match)
  if (match.status === 'ambiguous') throw new Ask(askWhich(context, match.candidates, ask))
  throw new Ask(askUnknown(context, match.status === 'unknown' ? match : { status: 'unknown', company: typed, nearest: [] }, ask))
}

const halfKnown = (match: Extract<CustomerMatch, { status: 'known' }>) => Boolean(match.contact && !match.contact.id)

const asCandidate = (one: Customer) => ({
  company: one.companyId ? { id: one.companyId, name: one.companyName ?? '' } : undefined,
  contact: one.contactId ? { id: one.contactId, name: one.contactName ?? '' } : undefined,
  label: one.name,
})

export { addCustomer } from './add.ts'
export { askUnknown, askWhich } from './ask.ts'
export { suggestCustomers } from './suggest.ts'
