import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { rows } from '../../database/index.ts'
import { nameTokens, normalizeName } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { companyFoundBy } from '../names.ts'
import { companiesSeen, seesCompany, type Viewer } from '../visibility.ts'
import { readDomain, readEmail, readPhone } from './details.ts'
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

/** What can be said of a company, all of it as typed. */
export const COMPANY_FIELDS = [
  'name',
  'domain',
  'email',
  'phone',
  'industry',
  'city',
  'country',
  'address',
  'employees',
  'revenue',
  'founded',
] as const
export type CompanyField = (typeof COMPANY_FIELDS)[number]

/** Other names that people type for a field. */
const SYNONYMS: Record<string, CompanyField> = {
  company: 'name',
  domains: 'domain',
  website: 'domain',
  web: 'domain',
  url: 'domain',
  site: 'domain',
  mail: 'email',
  emails: 'email',
  tel: 'phone',
  telephone: 'phone',
  phones: 'phone',
  sector: 'industry',
  staff: 'employees',
  size: 'employees',
  since: 'founded',
  名称: 'name',
  公司: 'name',
  域名: 'domain',
  网站: 'domain',
  邮箱: 'email',
  电话: 'phone',
  行业: 'industry',
  城市: 'city',
  国家: 'country',
  地址: 'address',
  员工: 'employees',
  人数: 'employees',
  收入: 'revenue',
  营收: 'revenue',
  成立: 'founded',
}

export const companyField = (typed: string): CompanyField | undefined =>
  COMPANY_FIELDS.find((one) => one === typed) ?? SYNONYMS[typed]

/** Typed facts by field; an empty one clears. */
export type CompanyFacts = Partial<Record<CompanyField, string>>

export interface CompanyColumns {
  name: string
  domains: string[]
  emails: string[]
  phones: string[]
  industry: string | null
  city: string | null
  country: string | null
  address: string | null
  employees: number | null
  revenue: number | null
  founded: number | null
}

type Locale = Context['locale']

/** Typed facts as the table keeps them. Throws UserError that names the field and what to type. */
export function readCompany(facts: CompanyFacts, { zone, locale }: Pick<Context, 'zone' | 'locale'>): Partial<CompanyColumns> {
  const read: Partial<CompanyColumns> = {}
  if (facts.name) read.name = facts.name
  if (facts.domain !== undefined) read.domains = each(facts.domain, readDomain, (one) => say(locale).badDomain(one), 'domain')
  if (facts.email !== undefined) read.emails = each(facts.email, readEmail, (one) => say(locale).badEmail(one), 'email')
  if (facts.phone !== undefined)
    read.phones = each(
      facts.phone,
      (one) => readPhone(one, zone),
      (one) => say(locale).badPhone(one),
      'phone',
    )
  for (const one of ['industry', 'city', 'country', 'address'] as const)
    if (facts[one] !== undefined) read[one] = facts[one] || null
  for (const one of ['employees', 'founded', 'revenue'] as const)
    if (facts[one] !== undefined) read[one] = facts[one] ? numberIn(facts[one], one, locale) : null
  return read
}

/** Several values stand in one field, parted by commas. Throws UserError at the first that cannot be read. */
export function each(
  typed: string,
  read: (one: string) => string | undefined,
  fault: (one: string) => string,
  name: string,
): string[] {
  const parts = typed.split(/[,，;；\n]+/).map((one) => one.trim())
  const found = parts.filter(Boolean).map((one) => {
    const value = read(one)
    if (!value) throw new UserError(fault(one.slice(0, 100)), { field: name })
    return value
  })
  return [...new Set(found)]
}

const LARGEST = { employees: 100_000_000, founded: 2100, revenue: 1e17 }

/** `1,100`, `1 100.04`, `12k`, `3 million`, `30万`. */
export function readNumber(typed: string): number | undefined {
  const found = /^[^\d-]{0,4}([\d,. ]*\d)\s*(k|m|bn|b|thousand|million|billion|千|万|亿)?\D{0,6}$/i.exec(typed.trim())
  if (!found) return undefined
  const scale = { k: 1e3, thousand: 1e3, 千: 1e3, 万: 1e4, m: 1e6, million: 1e6, 亿: 1e8, b: 1e9, bn: 1e9, billion: 1e9 }
  const plain = found[1]!.replaceAll(/[, ](?=\d{3}(?:\D|$))/g, '')
  const value = Number(plain) * (scale[(found[2] ?? '').toLowerCase() as keyof typeof scale] ?? 1)
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : undefined
}

function numberIn(typed: string, name: keyof typeof LARGEST, locale: Locale): number {
  const value = readNumber(typed)
  const whole = name === 'revenue' || Number.isInteger(value)
  if (value === undefined || !whole || value < 0 || value > LARGEST[name])
    throw new UserError(say(locale).badNumber(say(locale)[name], typed.slice(0, 60)), { field: name })
  return value
}

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
export async function createCompany(
  writer: Writer,
  given: Partial<CompanyColumns> & { name: string; parentId?: string | null; source?: string },
) {
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
    },
  })
  await record(writer, { noun: 'company', id: row.id, before: null, after: row })
  return row
}

export type Company = Awaited<ReturnType<typeof createCompany>>
/** What a change of a company may carry. */
export type CompanyChange = Partial<CompanyColumns> & { aliases?: string[]; parentId?: string | null; keepDays?: number | null }

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

/** Its facts, said for people: label and value, those it has. */
export function companyFacts(company: Company, locale: Locale): { label: string; value: string; field: CompanyField }[] {
  const words = say(locale)
  const typed = typedCompany(company)
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'zh-CN')
  const shown = { ...typed, employees: shownNumber(company.employees), revenue: shownNumber(company.revenue) }
  function shownNumber(value: unknown) {
    return value === null ? undefined : number.format(Number(value))
  }
  return COMPANY_FIELDS.filter((one) => one !== 'name').flatMap((one) => {
    const value = shown[one]
    return value ? [{ field: one, label: words[one], value }] : []
  })
}

/** Its facts as one would type them: what a form begins with. */
export const typedCompany = (company: Company): CompanyFacts => ({
  name: company.name,
  domain: company.domains.join(', ') || undefined,
  email: company.emails.join(', ') || undefined,
  phone: company.phones.join(', ') || undefined,
  industry: company.industry ?? undefined,
  city: company.city ?? undefined,
  country: company.country ?? undefined,
  address: company.address ?? undefined,
  employees: company.employees?.toString(),
  revenue: company.revenue === null ? undefined : String(company.revenue),
  founded: company.founded?.toString(),
})

export { digitsOf, FEWEST_DIGITS, readDomain, readEmail, readPhone } from './details.ts'
export { readDetails, readPairs, type TypedLine } from './typed.ts'
