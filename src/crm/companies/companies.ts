import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { rows } from '../../database/index.ts'
import { nameTokens, normalizeName } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import { defaultsOf } from '../fields/defaults.ts'
import { columnsOf, type Facts } from '../fields/facts.ts'
import type { Where } from '../fields/field.ts'
import { asDate, newId } from '../ids.ts'
import { companyFoundBy } from '../names.ts'
import { companiesSeen, seesCompany, type Viewer } from '../visibility.ts'
import { COMPANY_FIELDS } from './fields.ts'
import { say } from './words.ts'

/** Who writes, and where: what a change of the records needs to know. */
export interface Writer extends Pick<Context, 'db' | 'requestId' | 'operation' | 'now' | 'zone' | 'locale'> {
  workspace: { id: string }
  me: { id: string }
  sees: Context['sees']
}
/** Where records are read, and by whom. */
export interface Reader extends Pick<Context, 'db'>, Viewer {
  workspace: { id: string }
}
/** Where it is asked what stands, whoever sees it. */
type Within = Pick<Reader, 'db' | 'workspace'>

export interface CompanyColumns {
  name: string
  domains: string[]
  emails: string[]
  phones: string[]
  labels: Record<string, string>
  tags: string[]
  industry: string | null
  city: string | null
  country: string | null
  address: string | null
  employees: number | null
  revenue: number | null
  founded: number | null
  parentId: string | null
  ownerId: string | null
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
export const readCompany = (facts: Facts, where: Where): Partial<CompanyColumns> => columnsOf(COMPANY_FIELDS, facts, where)

/**
 * The company that is to be added, if it stands already. Throws UserError when one of that name is somebody else's and not seen: neither is it given away,
 * nor is there to be a second one that nobody knows of.
 */
export async function sameCompany(
  reader: Reader & Pick<Context, 'locale'>,
  name: string,
): Promise<{ id: string; name: string } | undefined> {
  const found = await companiesNamed(reader, name)
  if (found.some((one) => !one.seen))
    throw new UserError(say(reader.locale).lookedAfter(name), { field: 'name', cause: 'a customer that is not seen' })
  return found[0]
}

/**
 * Companies of the same name, however it is written; so also by a further name they were given. All of the workspace's, so that no name stands twice: those
 * that are not `seen` are not to be named.
 */
export async function companiesNamed(reader: Reader, name: string) {
  const { db, workspace } = reader
  const wanted = normalizeName(name)
  const [token] = nameTokens(name)
  const found = await rows<{ id: string; name: string; aliases: string[]; ownerId: string | null }>(
    db,
    `SELECT id, name, coalesce(aliases, '{}') AS aliases, "ownerId" FROM companies WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL
      AND ("searchName" = $2 OR (cardinality(aliases) > 0 AND "nameTokens" @> $3::text[])) ORDER BY "createdAt", id LIMIT 50`,
    [workspace.id, wanted, [token ?? wanted]],
  )
  return found
    .filter((one) => [one.name, ...one.aliases].some((known) => normalizeName(known) === wanted))
    .map((one) => ({ ...one, seen: seesCompany(reader, one) }))
}

/** Two who add the same name at the same time: the second waits, and then sees the first one's. */
export const oneAtATime = ({ db, workspace }: Within, name: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${workspace.id} ${normalizeName(name)}`}, 0))`

/** Writes a new company and its audit row. */
export async function createCompany(writer: Writer, given: Partial<CompanyColumns> & { name: string; source?: string }) {
  const { db, workspace, me, now } = writer
  const { domains = [], emails = [], phones = [], ...rest } = given
  const data = { domains, emails, phones, aliases: [], ...rest, ...companyFoundBy(given.name) }
  const row = await db.company.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      ownerId: me.id,
      createdById: me.id,
      createdAt: asDate(now),
      updatedAt: asDate(now),
      ...data,
      ...(await defaultsOf(writer, 'company', given)),
    },
  })
  await record(writer, { noun: 'company', id: row.id, before: null, after: row })
  return row
}

export type Company = Awaited<ReturnType<typeof createCompany>>
/** What a change of a company may carry. */
export type CompanyChange = Partial<CompanyColumns> & { aliases?: string[]; keepDays?: number | null }

/** Changes some facts of a company, with its audit row. */
export async function changeCompany(writer: Writer, before: Company, change: CompanyChange): Promise<Company> {
  const after = await writer.db.company.update({
    where: { workspaceId_id: { workspaceId: writer.workspace.id, id: before.id } },
    data: {
      ...change,
      ...companyFoundBy(change.name ?? before.name, change.aliases ?? before.aliases),
      updatedAt: asDate(writer.now),
    },
  })
  await record(writer, { noun: 'company', id: before.id, before, after })
  return after
}

/** A company that stands; null when it is gone, another workspace's, or not seen. */
export const companyById = (reader: Reader, id: string): Promise<Company | null> =>
  reader.db.company.findFirst({ where: { workspaceId: reader.workspace.id, id, archivedAt: null, AND: companiesSeen(reader) } })

export { digitsOf, FEWEST_DIGITS, readDomain, readEmail, readPhone } from '../fields/reach.ts'
export { readDetails, readPairs, type TypedLine } from '../fields/typed.ts'
export { COMPANY_FIELDS } from './fields.ts'
