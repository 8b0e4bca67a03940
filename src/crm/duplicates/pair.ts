import { type Context, isAtLeast } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { type Company, companyById } from '../companies/companies.ts'
import { type Contact, contactById } from '../contacts/contacts.ts'
import { type Customer, theCustomer } from '../customers/customers.ts'
import { type Kind, type Standing, standing } from './records.ts'
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

/** Whose records somebody may merge: their own and nobody's; a manager everybody's whom they see. */
export const mayTouch = (
  { me }: Pick<Context, 'me'>,
  { ownerId, companyOwnerId }: Pick<Standing, 'ownerId' | 'companyOwnerId'>,
) => {
  const owner = ownerId ?? companyOwnerId
  return isAtLeast(me.role, owner === null || owner === me.id ? 'rep' : 'manager')
}

/** Throws NotAllowed for what somebody may not merge. */
export async function mayMerge(context: Context, { kind, winner, loser }: Pair): Promise<void> {
  const records = await standing(context, kind, [winner.id, loser.id])
  const other = [...records.values()].find((one) => !mayTouch(context, one))
  if (other) throw new NotAllowed(say(context.locale).notYours(other.name))
}
