import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { rows, sql } from '../../database/index.ts'
import { normalizeName } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import type { Reader, Writer } from '../companies/companies.ts'
import { defaultsOf } from '../fields/defaults.ts'
import { columnsOf, type Facts } from '../fields/facts.ts'
import type { Where } from '../fields/field.ts'
import { asDate, newId } from '../ids.ts'
import { contactFoundBy } from '../names.ts'
import { contactSeen, contactsSeen } from '../visibility.ts'
import { CONTACT_FIELDS } from './fields.ts'
import { say } from './words.ts'

export interface ContactColumns {
  name: string
  title: string | null
  emails: string[]
  phones: string[]
  labels: Record<string, string>
  tags: string[]
  companyId: string | null
  ownerId: string | null
  birthday: string | null
  website: string | null
  city: string | null
  country: string | null
  address: string | null
  lifecycleStage: string | null
  leadSource: string | null
  consent: string | null
  consentAt: string | null
  consentHow: string | null
  doNotContact: boolean
  doNotContactSince: string | null
  doNotContactWhy: string | null
  custom: Record<string, never>
}

/** Typed facts as the table keeps them. Throws UserError that names the field and what to type. */
export const readContact = (facts: Facts, where: Where): Partial<ContactColumns> => columnsOf(CONTACT_FIELDS, facts, where)

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

type NewContact = Partial<ContactColumns> & { name: string; source?: string }

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
      ...(await defaultsOf(writer, 'contact', given)),
    },
  })
  await record(writer, { noun: 'contact', id: row.id, before: null, after: row })
  return row
}

export type Contact = Awaited<ReturnType<typeof createContact>>
export type ContactChange = Partial<ContactColumns> & { aliases?: string[]; keepDays?: number | null }

/** Changes some facts of a person, with the audit row. */
export async function changeContact(writer: Writer, before: Contact, change: ContactChange): Promise<Contact> {
  const after = await writer.db.contact.update({
    where: { workspaceId_id: { workspaceId: writer.workspace.id, id: before.id } },
    data: {
      ...change,
      ...contactFoundBy(change.name ?? before.name, change.aliases ?? before.aliases),
      updatedAt: asDate(writer.now),
    },
  })
  await record(writer, { noun: 'contact', id: before.id, before, after })
  return after
}

/** A person who stands; null when gone, another workspace's, or not seen. */
export const contactById = (reader: Reader, id: string): Promise<Contact | null> =>
  reader.db.contact.findFirst({ where: { workspaceId: reader.workspace.id, id, archivedAt: null, AND: contactsSeen(reader) } })

export { CONTACT_FIELDS } from './fields.ts'
