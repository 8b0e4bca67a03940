import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { type Company, companyById } from '../companies/companies.ts'
import { type Contact, contactById } from '../contacts/contacts.ts'
import { type Customer, theCustomer } from '../customers/customers.ts'
import type { Kind } from './records.ts'
import { say } from './words.ts'

export type RecordRow = Company | Contact

/** Two records of one kind: the one that is to stay, and the one that is to go. */
export interface Pair {
  kind: Kind
  winner: RecordRow
  loser: RecordRow
}

export interface Asked {
  from: string
  into: string
}

/** The two customers that were typed or picked. Asks which one when several fit; throws UserError when they are one, or of two kinds. */
export async function pairAsked(context: Context, given: Asked, operation: string): Promise<Pair> {
  const words = say(context.locale)
  const input = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const loser = await theCustomer(context, given.from, { operation, input, field: 'from' })
  const winner = await theCustomer(context, given.into, { operation, input: { ...input, from: loser.ref }, field: 'into' })
  if (loser.ref === winner.ref) throw new UserError(words.isOne(winner.name), { mend: false })
  const [kind, other] = [kindOf(winner), kindOf(loser)]
  if (kind !== other) throw new UserError(words.twoKinds, { field: 'into' })
  return { kind, winner: await rowOf(context, kind, winner), loser: await rowOf(context, kind, loser) }
}

const kindOf = ({ contactId }: Customer): Kind => (contactId ? 'contact' : 'company')

async function rowOf(context: Context, kind: Kind, { companyId, contactId }: Customer): Promise<RecordRow> {
  const row = kind === 'company' ? await companyById(context, companyId ?? '') : await contactById(context, contactId ?? '')
  if (!row) throw new UserError(say(context.locale).gone, { mend: false, cause: `no ${kind}` })
  return row
}

export const refOf = (kind: Kind, { id }: { id: string }): string => `${kind}:${id}`

/** Whose records one may merge: one's own and nobody's; a manager everybody's whom they see. Throws UserError otherwise. */
export async function mayMerge(context: Context, { kind, winner, loser }: Pair): Promise<void> {
  if (context.me.role === 'manager' || context.me.role === 'admin') return
  for (const row of [winner, loser]) {
    const owner = row.ownerId ?? (kind === 'contact' ? await companyOwner(context, row as Contact) : null)
    if (owner !== null && owner !== context.me.id) throw new UserError(say(context.locale).notYours(row.name), { mend: false })
  }
}

const companyOwner = async (context: Context, { companyId }: Contact) =>
  companyId ? ((await companyById(context, companyId))?.ownerId ?? null) : null
