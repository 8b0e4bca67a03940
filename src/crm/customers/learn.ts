import type { Context } from '../../bot/context.ts'
import { isCommonName, normalizeName, resolveCustomer, type Understanding } from '../../understanding/index.ts'
import { companiesNamed } from '../companies/companies.ts'
import type { Customer } from './customer.ts'
import { lookup } from './lookup.ts'
import { say } from './words.ts'

/** Longer ones are sentences. */
const LONGEST_NAME = 60

/** Why a company cannot be called by a further name, in words; undefined when it can. */
export async function refusedName(context: Context, name: string, companyId: string): Promise<string | undefined> {
  const words = say(context.locale)
  if (!normalizeName(name)) return words.noName
  if (isCommonName(name) || name.length > LONGEST_NAME) return words.commonName(name.slice(0, LONGEST_NAME))
  const same = await companiesNamed(context, name)
  const other = same.find((one) => one.id !== companyId)
  if (other) return other.seen ? words.nameOfAnother(name, other.name) : words.nameTaken(name)
  const match = resolveCustomer(name, await lookup(context, name))
  const meant = match.status === 'known' ? [match] : match.status === 'ambiguous' ? match.candidates : []
  const another = meant.find((one) => one.company?.id !== companyId)
  return another && words.nameOfAnother(name, another.company?.name ?? another.contact?.name ?? '')
}

/** The name by which a line called the company that the person then said it meant; only one that will be taken. */
export async function nameToLearn(context: Context, understood: Understanding, customer: Customer): Promise<string | undefined> {
  const name = nameTyped(understood, customer)
  if (!name || !customer.companyId) return undefined
  return (await refusedName(context, name, customer.companyId)) ? undefined : name
}

function nameTyped({ customer: match, evidence }: Understanding, { contactId }: Customer): string | undefined {
  if (match.status === 'unknown') return match.company ?? (contactId ? undefined : match.contact)
  return evidence.find(({ fact }) => fact === 'company')?.words
}
