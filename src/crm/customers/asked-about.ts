import type { Context } from '../../bot/context.ts'
import { byMatch, hear } from './customers.ts'

/** The one customer that a line is about, by reference and name; undefined when it is about nobody known, or perhaps about several. */
export async function askedAbout(context: Context, line: string): Promise<{ ref: string; name: string } | undefined> {
  const { customer } = await hear(context, line)
  if (customer.status !== 'known' || (customer.contact && !customer.contact.id)) return undefined
  const { ref, name } = await byMatch(context, customer)
  return { ref, name }
}
