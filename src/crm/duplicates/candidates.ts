import { rows } from '../../database/index.ts'
import { companyKeys, nameTokens, normalizeName } from '../../understanding/index.ts'
import { domainOf, isFree } from './everybodys.ts'
import type { CompanyFacts, ContactFacts, Crowds } from './likeness.ts'
import type { Facts, Kind, Scope } from './records.ts'
import { probesFor, turned } from './slips.ts'

/** What so many have is no sign of one: it is read no further. */
const CROWD = 8
const MOST_OF_A_NAME = 40
const MOST_OF_A_WORD = 30
const MOST_LIKE = 50
/** Of a company's people so many are held against a new one, word by word; the same name is found among all. */
const MOST_PEOPLE = 2000

/** Whom a record may be, found by indexed keys; and what proves nothing, because many have it. */
export interface Candidates {
  ids: string[]
  crowds: Crowds
}

interface Found {
  at: number
  id: string
  why: 'name' | 'email' | 'phone' | 'domain' | 'id'
  value: string | null
}

const here = `x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL`
/** Those who have one of the given values; the order keeps PostgreSQL on the index of the values. */
const having = (table: string, why: string, column: string) => `
  SELECT f.id, '${why}' AS why, v AS value FROM unnest(g.${column}) v CROSS JOIN LATERAL (SELECT x.id FROM ${table} x
    WHERE ${here} AND x.${column} @> ARRAY[v] ORDER BY length(x."searchName"), x.id LIMIT ${CROWD + 1}) f`
const sameId = (table: string) => `
  SELECT x.id, 'id', NULL FROM ${table} x WHERE ${here} AND x.source = g.source AND x."externalId" = g."externalId"`

/** Words that begin (end, read backwards) as one that is perhaps mistyped does: by the indexes of company names' words that are ordered by their letters. */
const mistyped = (back: boolean) => {
  const word = back ? 'reverse(n.word)' : 'n.word'
  return `
  SELECT f.id, 'name', NULL FROM jsonb_to_recordset(g.probes) AS s(word text, back boolean, half text, more text, "end" text, least int, most int, "like" real)
    CROSS JOIN LATERAL (SELECT n.id FROM name_words n WHERE n."workspaceId" = $1::uuid AND n.kind = 'company'
      AND ${word} ~>=~ s.half AND ${word} ~<~ (s.half || chr(1114111)) AND char_length(n.word) BETWEEN s.least AND s.most
      AND (starts_with(${word}, s.more) OR right(${word}, char_length(s."end")) = s."end")
      AND similarity(n.word, s.word) >= s."like" LIMIT ${MOST_LIKE}) f
    WHERE ${back ? '' : 'NOT '}s.back`
}

const COMPANIES = `
  WITH given AS MATERIALIZED (SELECT g.* FROM jsonb_to_recordset($2::jsonb) AS g(at int, id uuid, names text[], words text[], probes jsonb, domains text[],
    emails text[], phones text[], source text, "externalId" text))
  SELECT g.at, f.id::text, f.why, f.value FROM given g CROSS JOIN LATERAL (
    (SELECT x.id, 'name' AS why, NULL AS value FROM companies x WHERE ${here} AND x."searchName" = ANY(g.names) LIMIT ${MOST_OF_A_NAME})
    UNION ALL SELECT f.id, 'name', NULL FROM unnest(g.words) w CROSS JOIN LATERAL (SELECT n.id FROM name_words n
      WHERE n."workspaceId" = $1::uuid AND n.word = w AND n.kind = 'company' ORDER BY n.length, n.id LIMIT ${MOST_OF_A_WORD}) f
    UNION ALL ${mistyped(false)}
    UNION ALL ${mistyped(true)}
    UNION ALL ${having('companies', 'domain', 'domains')}
    UNION ALL ${having('companies', 'email', 'emails')}
    UNION ALL ${having('companies', 'phone', 'phones')}
    UNION ALL ${sameId('companies')}) f
  WHERE f.id IS DISTINCT FROM g.id`

const CONTACTS = `
  WITH given AS MATERIALIZED (SELECT g.* FROM jsonb_to_recordset($2::jsonb) AS g(at int, id uuid, names text[], words text[], "companyId" uuid,
    emails text[], phones text[], source text, "externalId" text))
  SELECT g.at, f.id::text, f.why, f.value FROM given g CROSS JOIN LATERAL (
    (SELECT x.id, 'name' AS why, x."searchName" AS value FROM contacts x WHERE ${here} AND x."searchName" = ANY(g.names)
      AND x."companyId" IS NOT DISTINCT FROM g."companyId" LIMIT ${MOST_OF_A_NAME})
    UNION ALL (SELECT x.id, 'name', NULL FROM contacts x WHERE g."companyId" IS NOT NULL AND ${here} AND x."searchName" = ANY(g.names) LIMIT ${MOST_OF_A_NAME})
    UNION ALL SELECT f.id, 'name', NULL FROM (SELECT x.id, x."nameTokens" FROM contacts x
      WHERE ${here} AND x."companyId" = g."companyId" LIMIT ${MOST_PEOPLE}) f WHERE f."nameTokens" && g.words
    UNION ALL ${having('contacts', 'email', 'emails')}
    UNION ALL ${having('contacts', 'phone', 'phones')}
    UNION ALL ${sameId('contacts')}) f
  WHERE f.id IS DISTINCT FROM g.id`

/** For each of the given records, whom it may be: one question for all of them, each by its own indexed keys. */
export async function candidatesFor({ db, workspace }: Scope, kind: Kind, given: readonly Facts[]): Promise<Candidates[]> {
  const keys = given.map((one, at) => ({
    at,
    ...(kind === 'company' ? keysOfCompany(one as CompanyFacts) : keysOfContact(one as ContactFacts)),
  }))
  const found = await rows<Found>(db, kind === 'company' ? COMPANIES : CONTACTS, [workspace.id, JSON.stringify(keys)])
  const mine = given.map((): Found[] => [])
  for (const one of found) mine[one.at]?.push(one)
  return given.map((facts, at) => apart(facts, mine[at]!))
}

const named = ({ name, aliases }: Facts) => [...new Set([name, ...aliases].map(normalizeName))]

function keysOfCompany(facts: CompanyFacts) {
  const keys = [facts.name, ...facts.aliases].map(companyKeys)
  const { id, emails, phones, source, externalId } = facts
  const domains = [...new Set([...facts.domains, ...emails.map(domainOf)])].filter((one) => !isFree(one))
  const mistyped = [...new Set(keys.flatMap((one) => one.mistyped))]
  const words = [...new Set([...keys.flatMap((one) => one.words), ...mistyped.flatMap(turned)])]
  return {
    ...{ id, names: named(facts), words, probes: mistyped.flatMap(probesFor) },
    ...{ domains, emails, phones, source, externalId },
  }
}

function keysOfContact(facts: ContactFacts) {
  const { id, companyId, emails, phones, source, externalId } = facts
  const words = [...new Set([facts.name, ...facts.aliases].flatMap(nameTokens))]
  return { id, names: named(facts), words, companyId, emails, phones, source, externalId }
}

/** What more than a few have is a crowd's; who was found by that alone is no candidate. */
function apart(facts: Facts, found: readonly Found[]): Candidates {
  const count = new Map<string, number>()
  for (const { why, value } of found) if (value) count.set(`${why} ${value}`, (count.get(`${why} ${value}`) ?? 0) + 1)
  const crowd = (why: Found['why']) =>
    new Set([...count].flatMap(([key, many]) => (many > CROWD && key.startsWith(`${why} `) ? [key.slice(why.length + 1)] : [])))
  const crowds = {
    ...{ emails: crowd('email'), phones: crowd('phone'), domains: crowd('domain') },
    names: 'companyId' in facts && facts.companyId === null ? crowd('name') : new Set<string>(),
  }
  const isCrowds = ({ why, value }: Found) => value !== null && why !== 'name' && (count.get(`${why} ${value}`) ?? 0) > CROWD
  return { ids: [...new Set(found.filter((one) => !isCrowds(one)).map(({ id }) => id))], crowds }
}
