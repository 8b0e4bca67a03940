import type { Context } from '../../bot/context.ts'
import { rows, type Sql, sql } from '../../database/index.ts'
import { lookupKeys, normalizeName } from '../../understanding/index.ts'
import { companySeen, contactSeen, dealSeen, type Viewer } from '../visibility.ts'
import { CLOSED, dealName } from './stages.ts'

/** A deal as lists show it, with the names around it of those whom the reader sees. */
export interface NamedDeal {
  id: string
  name: string
  stage: string
  amount: number | null
  currency: string | null
  /** YYYY-MM-DD. */
  closing: string | null
  closedOn: string | null
  companyId: string | null
  companyName: string | null
  contactId: string | null
  contactName: string | null
  ownerId: string | null
  ownerName: string | null
}

type Reader = Pick<Context, 'db'> & Viewer & { workspace: { id: string } }

/** In SQL, what a list shows of a deal `x` and of who is around it. */
export const namedDeal = sql`x.id::text, x.name, x.stage, x.amount::float8 AS amount, x.currency, x."expectedCloseDate"::text AS closing, x."closedOn"::text AS "closedOn",
  c.id::text AS "companyId", c.name AS "companyName", p.id::text AS "contactId", p.name AS "contactName", x."ownerId"::text AS "ownerId", m.name AS "ownerName"`

export const joinedDeal = (who: Viewer): Sql => sql`
  LEFT JOIN members m ON m."workspaceId" = x."workspaceId" AND m.id = x."ownerId"
  LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${companySeen(who, 'c')}
  LEFT JOIN contacts p ON p."workspaceId" = x."workspaceId" AND p.id = x."contactId" AND p."archivedAt" IS NULL${contactSeen(who, 'p')}`

/** `Renewal (Acme Corp)`. */
export const calledDeal = ({ name, companyName, contactName }: Pick<NamedDeal, 'name' | 'companyName' | 'contactName'>): string =>
  dealName(name, companyName ?? contactName)

export const customerRef = ({ companyId, contactId }: Pick<NamedDeal, 'companyId' | 'contactId'>): string | undefined =>
  contactId ? `contact:${contactId}` : companyId ? `company:${companyId}` : undefined

const CLOSED_ONES = [...CLOSED]
export const isOpenDeal = sql`(x.stage <> ALL(${CLOSED_ONES}::text[]))`

/** The deals of a customer, or of an owner: open ones first, the next to close first, then the closed ones, newest first. */
export async function dealsOf(
  reader: Reader,
  by: { companyId?: string | null; contactId?: string | null; ownerId?: string },
  { take, skip = 0, open = false }: { take: number; skip?: number; open?: boolean },
): Promise<NamedDeal[]> {
  const whose = by.ownerId
    ? sql`x."ownerId" = ${by.ownerId}::uuid`
    : by.contactId
      ? sql`x."contactId" = ${by.contactId}::uuid`
      : sql`x."companyId" = ${by.companyId ?? null}::uuid`
  const { text, values } =
    sql`SELECT ${namedDeal} FROM (SELECT * FROM deals x WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND ${whose}
      AND x."archivedAt" IS NULL${open ? sql` AND ${isOpenDeal}` : sql``}${dealSeen(reader, 'x')}
      ORDER BY x.stage = ANY(${CLOSED_ONES}::text[]), x."closedOn" DESC NULLS FIRST, x."expectedCloseDate" NULLS LAST, x.id LIMIT ${take} OFFSET ${skip}) x ${joinedDeal(reader)}
    ORDER BY x.stage = ANY(${CLOSED_ONES}::text[]), x."closedOn" DESC NULLS FIRST, x."expectedCloseDate" NULLS LAST, x.id`
  return rows<NamedDeal>(reader.db, text, values)
}

/** One that stands and is seen. */
export async function namedDealById(reader: Reader, id: string): Promise<NamedDeal | undefined> {
  const { text, values } =
    sql`SELECT ${namedDeal} FROM deals x ${joinedDeal(reader)} WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x.id = ${id}::uuid
    AND x."archivedAt" IS NULL${dealSeen(reader, 'x')}`
  return (await rows<NamedDeal>(reader.db, text, values))[0]
}

const MOST_WORDS = 8

/**
 * Deals that a text names by the words of their names and of their customers': `acme renewal`, 锦程续约. Those named so exactly first, open ones before closed
 * ones. When none has all of the words, those whose names are merely like it.
 */
export async function dealsNamed(
  reader: Reader,
  typed: string,
  take: number,
  { alike: likely = true } = {},
): Promise<NamedDeal[]> {
  const text = normalizeName(typed).slice(0, 100)
  const words = text.split(' ').filter(Boolean).slice(0, MOST_WORDS)
  if (!words.length) return []
  const found = await withWords(reader, words, text, take)
  return found.length || !likely ? found : alike(reader, text, take)
}

/** Every word stands in the deal's name or in its customer's; a Chinese one without spaces may be of both. */
function withWords(reader: Reader, words: readonly string[], text: string, take: number): Promise<NamedDeal[]> {
  const { tokens } = lookupKeys(text)
  const here = sql`"workspaceId" = ${reader.workspace.id}::uuid AND "archivedAt" IS NULL`
  // The last word may still be being typed.
  const begun = `%${escaped(words.at(-1) ?? '')}%`
  const candidates = sql`SELECT id FROM deals WHERE ${here} AND ("nameTokens" && ${tokens}::text[] OR "searchName" LIKE ${begun})
    UNION SELECT id FROM deals WHERE ${here} AND "companyId" IN (SELECT id FROM companies WHERE ${here} AND ("nameTokens" && ${tokens}::text[] OR "searchName" LIKE ${begun}))
    UNION SELECT id FROM deals WHERE ${here} AND "contactId" IN (SELECT id FROM contacts WHERE ${here} AND "nameTokens" && ${tokens}::text[])`
  const all = sql`x."nameTokens" || coalesce(c."nameTokens", '{}') || coalesce(p."nameTokens", '{}')`
  const whole = sql`x."searchName" || ' ' || coalesce(c."searchName", '') || ' ' || coalesce(p."searchName", '')`
  const each = words
    .map((word) => {
      const parts = lookupKeys(word).tokens
      return /\p{Script=Han}/u.test(word)
        ? sql`(${whole} LIKE ${`%${escaped(word)}%`} OR ${all} @> ${[word]}::text[] OR ${runsOf(word, whole)})`
        : sql`(${all} && ${parts.length ? parts : [word]}::text[] OR ${whole} LIKE ${`% ${escaped(word)}%`} OR x."searchName" LIKE ${`${escaped(word)}%`})`
    })
    .reduce((one, other) => sql`${one} AND ${other}`)
  const asked = sql`SELECT ${namedDeal} FROM deals x ${joinedDeal(reader)} WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL${dealSeen(reader, 'x')}
    AND x.id IN (${candidates}) AND ${each}
    ORDER BY x."searchName" = ${text} DESC, x.stage = ANY(${CLOSED_ONES}::text[]), x."updatedAt" DESC, x.id LIMIT ${take}`
  return rows<NamedDeal>(reader.db, asked.text, asked.values)
}

/** A run of Chinese that is a customer's beginning and a deal's name, put together: 锦程续约. */
function runsOf(word: string, whole: Sql): Sql {
  const cuts = [...word].slice(1).map((_, at) => [...word].slice(0, at + 1).join(''))
  const ways = cuts
    .slice(0, 12)
    .map((one) => sql`(${whole} LIKE ${`%${escaped(one)}%`} AND ${whole} LIKE ${`%${escaped(word.slice(one.length))}%`})`)
  return ways.length ? sql`(${ways.reduce((one, other) => sql`${one} OR ${other}`)})` : sql`FALSE`
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function alike(reader: Reader, text: string, take: number): Promise<NamedDeal[]> {
  if (text.length < 3) return Promise.resolve([])
  const asked = sql`SELECT ${namedDeal} FROM deals x ${joinedDeal(reader)} WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL${dealSeen(reader, 'x')}
    AND x."searchName" %> ${text} ORDER BY x."searchName" <->> ${text}, x.id LIMIT ${take}`
  return rows<NamedDeal>(reader.db, asked.text, asked.values)
}
