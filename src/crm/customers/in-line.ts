import type { Context } from '../../bot/context.ts'
import type { CustomerMatch, OtherPerson, Understanding } from '../../understanding/index.ts'
import type { Customer } from './customer.ts'
import { type Addressed, byAddress } from './reach.ts'

/** More addresses than these in one line are a mailing list. */
const MOST_ADDRESSES = 5

/** A line with its customer and people as the names in it say, and as its addresses and numbers do where the names do not. */
export interface Peopled extends Understanding {
  /** What each address and number of the line found. */
  addressed: Addressed[]
}

/** Asks the database for the addresses and numbers of a line that was understood. */
export async function peopleIn(context: Context, understood: Understanding): Promise<Peopled> {
  const typed = [...understood.emails, ...understood.phones, ...understood.domains].slice(0, MOST_ADDRESSES)
  const addressed: Addressed[] = []
  for (const one of typed) addressed.push(await byAddress(context, one))
  const first = addressed.map(foundBy).find((found) => found.length)
  const customer = first ? decided(understood.customer, first) : understood.customer
  return { ...understood, customer, others: [...understood.others, ...alsoThere(understood, customer, addressed)], addressed }
}

const foundBy = ({ exact, near }: Addressed): Customer[] => (exact.length ? exact : near)

/** The names of a line and whom its first known address belongs to, as one answer. */
function decided(match: CustomerMatch, found: Customer[]): CustomerMatch {
  const [first] = found
  switch (match.status) {
    case 'none':
      return found.length === 1 ? known(first!) : { status: 'ambiguous', candidates: found.map(candidate) }
    case 'ambiguous': {
      const fit = match.candidates.filter((one) => found.some((other) => isSame(one, other)))
      return fit.length === 1 ? { status: 'known', company: fit[0]!.company, contact: fit[0]!.contact } : match
    }
    case 'known': {
      const there = found.filter((one) => one.contactId && one.companyId === match.company?.id)
      return match.contact || there.length !== 1 ? match : known(there[0]!)
    }
    case 'unknown':
      // Somebody new who writes from a company that is known.
      if (!match.company && found.length === 1 && first?.companyName && !first.contactId)
        return { ...match, company: first.companyName }
      return { ...match, nearest: [...found.map(near), ...match.nearest] }
  }
}

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : undefined)
const candidate = (one: Customer) => ({
  company: named(one.companyId, one.companyName),
  contact: named(one.contactId, one.contactName),
  label: one.name,
})
const known = (one: Customer): CustomerMatch => {
  const { company, contact } = candidate(one)
  return { status: 'known', company, contact }
}
const near = (one: Customer) => ({
  kind: one.contactId ? ('contact' as const) : ('company' as const),
  id: one.contactId ?? one.companyId ?? '',
  name: one.contactName ?? one.name,
  label: one.name,
})

const isSame = (one: ReturnType<typeof candidate> | { company?: { id: string }; contact?: { id: string } }, other: Customer) =>
  other.contactId ? one.contact?.id === other.contactId : !one.contact && one.company?.id === other.companyId

/** People whose address stands in the line beside the customer's. */
function alsoThere(understood: Understanding, customer: CustomerMatch, addressed: Addressed[]): OtherPerson[] {
  if (customer.status !== 'known') return []
  const taken = new Set([customer.contact?.id, ...understood.others.map(({ id }) => id)])
  return addressed.flatMap(({ exact }) => {
    const [one, more] = exact
    if (!one?.contactId || more || taken.has(one.contactId)) return []
    taken.add(one.contactId)
    return [{ id: one.contactId, name: one.contactName ?? '', companyId: one.companyId ?? undefined }]
  })
}

/** The addresses and numbers of a line that nobody has, and that can be the customer's: not those at another company. */
export const newDetails = ({ addressed }: Peopled, customer: Customer): string[] =>
  addressed
    .filter(
      ({ exact, near, kind }) => kind !== 'domain' && !exact.length && near.every((one) => one.companyId === customer.companyId),
    )
    .map(({ typed }) => typed)
