import { rows } from '../../../database/index.ts'
import { normalizeName } from '../../../understanding/index.ts'
import type { Writer } from '../../companies/companies.ts'
import type { Entry } from '../read.ts'
import { mergedAway } from '../records/merged.ts'
import type { Run } from '../records/run.ts'
import { personIn } from '../records/said.ts'
import type { Customer } from './kind.ts'
import { withoutUnseen } from './unseen-customers.ts'

/** Whom a row names: by ids of the program, by name, by address. */
export interface SaidCustomer {
  line: number
  company?: string
  companyIds: string[]
  domain?: string
  /** The first is whom it is about; the others took part. */
  people: SaidPerson[]
}
export interface SaidPerson {
  externalId?: string
  name?: string
  email?: string
  phone?: string
}

/** Whose a row is as far as it is known here, and whom it names beside that. */
export interface FoundCustomer extends Customer {
  missing: { company?: true; person?: SaidPerson }
  /** Several are called so. */
  several?: string
  /** Whom it names is looked after by somebody whose records the importer does not see. */
  unseen?: string
}

/** Whom a row names, if anybody. */
export function customerIn({ line, values }: Entry): SaidCustomer {
  const ids = listed(values['contact id'])
  const named = peopleIn(personIn(values))
  const [first, ...others] = ids.length > 1 ? ids.map((externalId): SaidPerson => ({ externalId })) : named
  const person: SaidPerson = {
    ...(ids.length && { externalId: ids[0] }),
    ...(ids.length > 1 ? named[0] : first),
    ...(values['contact email'] && { email: values['contact email'].split(',')[0]!.trim().toLowerCase() }),
    ...(values['contact phone'] && { phone: values['contact phone'].split(',')[0]!.replaceAll(/[^+\d]/g, '') }),
  }
  return {
    line,
    company: values.company,
    companyIds: listed(values['company id']),
    domain: values.domain?.split(',')[0]?.trim().toLowerCase(),
    people: [...(Object.keys(person).length ? [person] : []), ...others],
  }
}

const listed = (value = '') =>
  value
    .split(/[;,]/)
    .map((one) => one.trim().replace(/^zcrm_/, ''))
    .filter(Boolean)
    .slice(0, 50)

/** `Wei Zhang (wei@acme.example); Laura Bennett`: as HubSpot writes who was there. */
const peopleIn = (value = ''): SaidPerson[] =>
  value
    .split(';')
    .map((one) => /^\s*(.*?)\s*(?:[(<]\s*([^\s()<>]+@[^\s()<>]+)\s*[)>])?\s*$/.exec(one))
    .flatMap((found): SaidPerson[] => {
      const [, name, email] = found ?? []
      if (!name && !email) return []
      if (name && !email && /^\S+@\S+$/.test(name)) return [{ email: name.toLowerCase() }]
      return [{ ...(name && { name }), ...(email && { email: email.toLowerCase() }) }]
    })
    .slice(0, 50)

/** Whose the rows are, by line, of those that stand here; a preview looks at what it would have made too. */
export async function customersFor(writer: Writer, run: Run, said: readonly SaidCustomer[]): Promise<Map<number, FoundCustomer>> {
  const companies = await companiesNamed(writer, run, said)
  const companyOf = new Map(said.map((one) => [one.line, companies(one)]))
  const people = await peopleNamed(writer, run, said, companyOf)
  const found = new Map(
    said.map((one) => {
      const company = companyOf.get(one.line)
      const [first, ...others] = one.people
      const person = first && people(first, company?.id)
      const found: FoundCustomer = {
        companyId: company?.id ?? person?.companyId ?? null,
        contactId: person?.id ?? null,
        otherContactIds: others.flatMap((other) => people(other, company?.id)?.id ?? []).filter((id) => id !== person?.id),
        missing: {
          ...(!company && (one.company || one.domain || one.companyIds.length) && { company: true as const }),
          ...(first && !person && { person: first }),
        },
      }
      const several = [company?.several && one.company, person?.several && first?.name].find(Boolean)
      return [one.line, several ? { ...found, several } : found]
    }),
  )
  return withoutUnseen(writer, run, said, found)
}

interface One {
  id: string | null
  several?: boolean
}

async function companiesNamed({ db, workspace }: Writer, run: Run, said: readonly SaidCustomer[]) {
  const names = [...new Set(said.flatMap(({ company }) => (company ? normalizeName(company) : [])))]
  const ids = [...new Set(said.flatMap(({ companyIds }) => companyIds))]
  const domains = [...new Set(said.flatMap(({ domain }) => domain ?? []))]
  const found = await rows<{ id: string; name: string; externalId: string | null; domains: string[] }>(
    db,
    `SELECT c.id::text, c."searchName" AS name, CASE WHEN c.source = $3 THEN c."externalId" END AS "externalId", c.domains FROM companies c
      WHERE c."workspaceId" = $1::uuid AND c."archivedAt" IS NULL AND c.id IN (
        SELECT id FROM companies WHERE "workspaceId" = $1::uuid AND "searchName" = ANY($2::text[])
        UNION SELECT id FROM companies WHERE "workspaceId" = $1::uuid AND source = $3 AND "externalId" = ANY($4::text[])
        UNION SELECT x.id FROM unnest($5::text[]) AS w(domain) CROSS JOIN LATERAL (
          SELECT id FROM companies WHERE "workspaceId" = $1::uuid AND domains @> ARRAY[w.domain] OFFSET 0) x)`,
    [workspace.id, names, run.source, ids, domains],
  )
  const merged = await mergedAway({ db, workspace }, 'company', { source: run.source, externalIds: ids })
  const byId = new Map([
    ...merged.map(({ row, into }) => [String(row.externalId), into] as const),
    ...found.flatMap(({ id, externalId }) => (externalId ? [[externalId, id] as const] : [])),
  ])
  const byName = grouped(found.map((one) => [one.name, one.id]))
  const byDomain = grouped(found.flatMap((one) => one.domains.map((domain): [string, string] => [domain, one.id])))
  return ({ company, companyIds, domain }: SaidCustomer): One | undefined => {
    const id = companyIds.map((one) => byId.get(one)).find(Boolean)
    if (id) return { id }
    const name = company ? normalizeName(company) : ''
    return one(name ? (byName.get(name) ?? run.aliases.get(name)) : undefined) ?? one(domain ? byDomain.get(domain) : undefined)
  }
}

interface Person extends One {
  companyId: string | null
}

async function peopleNamed(
  { db, workspace }: Writer,
  run: Run,
  said: readonly SaidCustomer[],
  companyOf: ReadonlyMap<number, One | undefined>,
) {
  const people = said.flatMap(({ line, people: some }) =>
    some.map((one) => ({ ...one, company: companyOf.get(line)?.id ?? null })),
  )
  const named = people.flatMap(({ name, company }) => (name ? [{ name: normalizeName(name), company }] : []))
  const ids = [...new Set(people.flatMap(({ externalId }) => externalId ?? []))]
  const found = await rows<{
    id: string
    name: string
    companyId: string | null
    externalId: string | null
    emails: string[]
    phones: string[]
  }>(
    db,
    `SELECT DISTINCT c.id::text, c."searchName" AS name, c."companyId"::text AS "companyId", c.emails, c.phones,
        CASE WHEN c.source = $2 THEN c."externalId" END AS "externalId" FROM contacts c
      WHERE c."workspaceId" = $1::uuid AND c."archivedAt" IS NULL AND c.id IN (
      SELECT id FROM contacts WHERE "workspaceId" = $1::uuid AND source = $2 AND "externalId" = ANY($3::text[])
      UNION SELECT x.id FROM unnest($4::text[], $5::uuid[]) AS w(name, company) ${each('"searchName" = w.name AND "companyId" = w.company')}
      UNION SELECT x.id FROM (SELECT DISTINCT name FROM unnest($4::text[]) AS n(name)) w ${each('"searchName" = w.name AND "archivedAt" IS NULL', 'ORDER BY "companyId" NULLS FIRST LIMIT 2')}
      UNION SELECT x.id FROM unnest($6::text[]) AS w(email) ${each('emails @> ARRAY[w.email]')}
      UNION SELECT x.id FROM unnest($7::text[]) AS w(phone) ${each('phones @> ARRAY[w.phone]')})`,
    [
      ...[workspace.id, run.source, ids],
      ...[named.map(({ name }) => name), named.map(({ company }) => company)],
      ...[[...new Set(people.flatMap(({ email }) => email ?? []))], [...new Set(people.flatMap(({ phone }) => phone ?? []))]],
    ],
  )
  const merged = await mergedAway({ db, workspace }, 'contact', { source: run.source, externalIds: ids })
  const companies = new Map(found.map(({ id, companyId }) => [id, companyId]))
  const byId = new Map([
    ...merged.map(({ row, into }) => [String(row.externalId), into] as const),
    ...found.flatMap(({ id, externalId }) => (externalId ? [[externalId, id] as const] : [])),
  ])
  const at = (name: string, company: string | null | undefined) => `${name}@${company ?? ''}`
  const byPlace = grouped(found.map((one) => [at(one.name, one.companyId), one.id]))
  const byName = grouped(found.map((one) => [one.name, one.id]))
  const byEmail = grouped(found.flatMap((one) => one.emails.map((email): [string, string] => [email, one.id])))
  const byPhone = grouped(found.flatMap((one) => one.phones.map((phone): [string, string] => [phone, one.id])))
  return ({ externalId, name, email, phone }: SaidPerson, company: string | null | undefined): Person | undefined => {
    const id = externalId ? byId.get(externalId) : undefined
    const wanted = name ? normalizeName(name) : ''
    // Somebody of that name at another company is somebody else.
    const byTheirName =
      wanted && (company ? (byPlace.get(at(wanted, company)) ?? byPlace.get(at(wanted, ''))) : byName.get(wanted))
    const candidates = [email && byEmail.get(email), byTheirName, phone && byPhone.get(phone)]
    const which = id ? { id } : one(candidates.find((ids) => ids !== '' && ids?.length) || undefined)
    return which && { ...which, companyId: (which.id && companies.get(which.id)) || null }
  }
}

const each = (found: string, most = 'OFFSET 0') =>
  `CROSS JOIN LATERAL (SELECT id FROM contacts WHERE "workspaceId" = $1::uuid AND ${found} ${most}) x`

function grouped(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, id] of pairs) groups.set(key, [...new Set([...(groups.get(key) ?? []), id])])
  return groups
}

const one = (ids: readonly string[] | undefined): One | undefined =>
  ids?.length ? (ids.length === 1 ? { id: ids[0]! } : { id: null, several: true }) : undefined
