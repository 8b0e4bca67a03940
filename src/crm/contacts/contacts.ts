import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { rows, sql } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import { each, type Reader, readEmail, readPhone, type Writer } from '../companies/companies.ts'
import { asDate, newId } from '../ids.ts'
import { contactFoundBy } from '../names.ts'
import { contactSeen, contactsSeen } from '../visibility.ts'
import { say } from './words.ts'

/** What can be said of a person, all of it as typed; their company is a customer of its own. */
export const CONTACT_FIELDS = ['name', 'title', 'email', 'phone', 'company'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

const SYNONYMS: Record<string, ContactField> = {
  contact: 'name',
  role: 'title',
  job: 'title',
  position: 'title',
  mail: 'email',
  emails: 'email',
  tel: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  cell: 'phone',
  phones: 'phone',
  account: 'company',
  at: 'company',
  姓名: 'name',
  名称: 'name',
  职位: 'title',
  职务: 'title',
  邮箱: 'email',
  电话: 'phone',
  手机: 'phone',
  公司: 'company',
}

export const contactField = (typed: string): ContactField | undefined =>
  CONTACT_FIELDS.find((one) => one === typed) ?? SYNONYMS[typed]

/** Typed facts by field; an empty one clears. */
export type ContactFacts = Partial<Record<ContactField, string>>

export interface ContactColumns {
  name: string
  title: string | null
  emails: string[]
  phones: string[]
}

/** Typed facts as the table keeps them, but for the company. Throws UserError that names the field and what to type. */
export function readContact(facts: ContactFacts, { zone, locale }: Pick<Context, 'zone' | 'locale'>): Partial<ContactColumns> {
  const words = say(locale)
  return {
    ...(facts.name && { name: facts.name }),
    ...(facts.title !== undefined && { title: facts.title || null }),
    ...(facts.email !== undefined && { emails: each(facts.email, readEmail, words.badEmail, 'email') }),
    ...(facts.phone !== undefined && { phones: each(facts.phone, (one) => readPhone(one, zone), words.badPhone, 'phone') }),
  }
}

export interface SameContact {
  id: string
  name: string
}

/**
 * The person of that name at a company (or with none) who is to be added, if there is one already. Throws UserError when one whom somebody else looks after is
 * not seen; of a person without a company, wherever that one is.
 */
export async function sameContact(
  reader: Reader & Pick<Context, 'locale'>,
  name: string,
  companyId: string | null,
): Promise<SameContact | undefined> {
  const { db, workspace, locale } = reader
  const wanted = normalizeName(name)
  if (reader.sees !== 'all' && (await isHidden(reader, wanted, companyId)))
    throw new UserError(say(locale).lookedAfter(name), { field: 'name', cause: 'a customer that is not seen' })
  const [same] = await rows<SameContact>(
    db,
    `SELECT id, name FROM contacts WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND "searchName" = $2
      AND "companyId" IS NOT DISTINCT FROM $3::uuid ORDER BY "createdAt", id LIMIT 1`,
    [workspace.id, wanted, companyId],
  )
  return same
}

// All of the workspace, so that no person is added a second time unknown to whom they belong.
async function isHidden(reader: Reader, wanted: string, companyId: string | null): Promise<boolean> {
  const at = companyId ? sql`x."companyId" = ${companyId}::uuid` : sql`TRUE`
  const hidden = await reader.db.$queryRaw<
    object[]
  >`SELECT x.id FROM contacts x WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL
    AND x."searchName" = ${wanted} AND ${at} AND NOT (TRUE${contactSeen(reader, 'x')}) LIMIT 1`
  return hidden.length > 0
}

type NewContact = Partial<ContactColumns> & { name: string; companyId?: string | null; source?: string }

/** Writes a new person and the audit row. */
export async function createContact(writer: Writer, given: NewContact) {
  const { db, workspace, me, now } = writer
  const at = asDate(now)
  const { emails = [], phones = [], ...rest } = given
  const row = await db.contact.create({
    data: {
      ...{ workspaceId: workspace.id, id: newId(now), ownerId: me.id, createdById: me.id, createdAt: at, updatedAt: at },
      ...{ emails, phones, ...rest },
      ...contactFoundBy(given.name),
    },
  })
  await record(writer, { noun: 'contact', id: row.id, before: null, after: row })
  return row
}

export type Contact = Awaited<ReturnType<typeof createContact>>
export type ContactChange = Partial<ContactColumns> & { companyId?: string | null; keepDays?: number | null }

/** Changes some facts of a person, with the audit row. */
export async function changeContact(writer: Writer, before: Contact, change: ContactChange): Promise<Contact> {
  const after = await writer.db.contact.update({
    where: { workspaceId_id: { workspaceId: writer.workspace.id, id: before.id } },
    data: { ...change, ...contactFoundBy(change.name ?? before.name), updatedAt: asDate(writer.now) },
  })
  await record(writer, { noun: 'contact', id: before.id, before, after })
  return after
}

/** A person who stands; null when gone, another workspace's, or not seen. */
export const contactById = (reader: Reader, id: string): Promise<Contact | null> =>
  reader.db.contact.findFirst({ where: { workspaceId: reader.workspace.id, id, archivedAt: null, AND: contactsSeen(reader) } })

/** Facts said for people: label and value, those there are. */
export function contactFacts(contact: Contact, locale: Context['locale']): { label: string; value: string }[] {
  const typed = typedContact(contact)
  return (['title', 'email', 'phone'] as const).flatMap((one) => {
    const value = typed[one]
    return value ? [{ label: say(locale)[one], value }] : []
  })
}

/** Facts as one would type them: what a form begins with. */
export const typedContact = (contact: Contact): ContactFacts => ({
  name: contact.name,
  title: contact.title ?? undefined,
  email: contact.emails.join(', ') || undefined,
  phone: contact.phones.join(', ') || undefined,
})
