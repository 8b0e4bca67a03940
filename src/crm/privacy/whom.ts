import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { theCustomer } from '../customers/customers.ts'
import type { Erased } from './list.ts'
import { say } from './words.ts'

/** Who is to be erased: one person, all those of a company, or a member who left. */
export interface Whom {
  noun: Erased['noun']
  ids: string[]
  name: string
  /** Of a company: its people. */
  company?: boolean
}

const MEMBER = /^(?:member|成员)(?:\s+|:|：)(.+)$/is

/** Whom the typed words mean. Throws UserError, or Ask when several could be meant. */
export async function whomMeant(context: Context, typed: string): Promise<Whom> {
  const { db, workspace, locale } = context
  const former = MEMBER.exec(typed.trim())?.[1]
  if (former) return formerMember(context, former.trim())
  const found = await theCustomer(context, typed, { operation: 'erase', input: { who: typed }, field: 'who' })
  if (found.contactId) return { noun: 'contact', ids: [found.contactId], name: found.name }
  // All of the company's people, whoever looks after them: an admin sees all.
  const people = await db.contact.findMany({
    where: { workspaceId: workspace.id, companyId: found.companyId, archivedAt: null },
    select: { id: true },
  })
  if (!people.length) throw new UserError(say(locale).nobodyThere(found.name), { mend: false })
  return { noun: 'contact', ids: people.map(({ id }) => id), name: found.name, company: true }
}

async function formerMember({ db, workspace, locale }: Context, typed: string): Promise<Whom> {
  const words = say(locale)
  const isId = /^[0-9a-f-]{36}$/.test(typed)
  const all = await db.member.findMany({
    where: {
      workspaceId: workspace.id,
      ...(isId ? { id: typed } : { name: { equals: typed.replace(/^@/, ''), mode: 'insensitive' } }),
    },
    select: { id: true, name: true, active: true },
  })
  const left = all.filter((one) => !one.active)
  if (left.length > 1) throw new UserError(words.several(typed), { field: 'who' })
  if (left[0]) return { noun: 'member', ids: [left[0].id], name: left[0].name }
  throw new UserError(all[0] ? words.worksHere(all[0].name) : words.noFormer(typed), { field: 'who' })
}
