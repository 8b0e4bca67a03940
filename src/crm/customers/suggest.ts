import type { Context } from '../../bot/context.ts'
import type { Suggestion } from '../../bot/request.ts'
import { rows } from '../../database/index.ts'
import { lookupKeys, normalizeName } from '../../understanding/index.ts'
import { companiesSeen, seenInText, type Viewer } from '../visibility.ts'
import { type Customer, type CustomerRow, customerOfRow } from './customer.ts'
import type { Scope } from './lookup.ts'
import { byReach } from './reach.ts'

const MOST = 25
/** Discord's longest choice. */
const LONGEST_LABEL = 100

/** Customers while a name is being typed: those that begin so first, then those that are merely like it. Nothing typed: the ones I dealt with last. */
export async function suggestCustomers(context: Context, typed: string): Promise<Suggestion[]> {
  const found = typed.trim() ? await typedSoFar(context, typed.trim()) : await recent(context)
  const known = new Map(found.map((one) => [one.ref, one]))
  return [...known.values()].slice(0, MOST).map((one) => ({ value: one.ref, label: shortened(one.name) }))
}

function shortened(label: string): string {
  if (label.length <= LONGEST_LABEL) return label
  return `${label
    .slice(0, LONGEST_LABEL - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`
}

async function typedSoFar(context: Context, typed: string): Promise<Customer[]> {
  const reached = await byReach(context, typed)
  return reached.length ? reached : suggestByName(context, typed, MOST)
}

/** Customers by the beginning of their name, or by its words; when those are few, also those that are merely like it. */
export async function suggestByName(context: Scope, typed: string, most: number): Promise<Customer[]> {
  const text = normalizeName(typed).slice(0, 60)
  if (!text) return []
  const begun = [...(await beginning(context, text, most)), ...(await beginningLast(context, text, most))]
  return begun.length >= 5 || text.length < 3 ? begun : [...begun, ...(await alike(context, text, most))]
}

const columns = {
  companies:
    'x.id AS "companyId", x.name AS "companyName", NULL::uuid AS "contactId", NULL AS "contactName", x."searchName" AS name',
  contacts: 'c.id, c.name, x.id, x.name, x."searchName"',
}
type Table = keyof typeof columns

/** The companies, or the people with their companies, whom somebody sees; and what the conditions on them need behind so many values. */
function whoStands(viewer: Viewer, after: number) {
  const seen = seenInText(viewer, after)
  const tables = {
    companies: 'companies x',
    contacts: `contacts x LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${seen.company('c')}`,
  }
  const here = `x."workspaceId" = $1::uuid AND x."archivedAt" IS NULL`
  const rows = { companies: `${here}${seen.company('x')}`, contacts: `${here}${seen.contact('x')}` }
  return { from: (table: Table) => `${tables[table]} WHERE ${rows[table]}`, values: seen.values }
}

/** Names that begin with the text, in the order of the alphabet; then names that have its words anywhere. */
async function beginning(scope: Scope, text: string, most: number): Promise<Customer[]> {
  const standing = whoStands(scope, 4)
  // The sum keeps PostgreSQL from walking the whole alphabet for a rare word: it is to use the index of the words.
  const from = (table: Table) => `
    (SELECT ${columns[table]}, 0 AS rank FROM ${standing.from(table)} AND x."searchName" LIKE $2 ORDER BY x."searchName", x.id LIMIT ${most})
    UNION ALL
    (SELECT ${columns[table]}, 1 FROM ${standing.from(table)} AND (x."nameTokens" @> $3::text[] OR x."nameTokens" @> $4::text[]) ORDER BY x."searchName" || '', x.id LIMIT ${most})`
  const { tokens } = lookupKeys(text)
  const found = await rows<CustomerRow & { name: string; rank: number }>(
    scope.db,
    `SELECT * FROM (${from('companies')} UNION ALL ${from('contacts')}) f ORDER BY rank, "contactId" IS NOT NULL, name LIMIT ${most * 2}`,
    // A Chinese name in Latin letters is one word, wherever the spaces were put: `huatai keji`.
    [
      scope.workspace.id,
      `${escaped(text)}%`,
      tokens.length ? tokens.slice(0, 6) : [text],
      [text.replaceAll(' ', '')],
      ...standing.values,
    ],
  )
  return found.map(customerOfRow)
}

/** Names that have all the words but the last, which is still being typed: `zhang w`, `wang we` for 王伟. */
async function beginningLast(scope: Scope, text: string, most: number): Promise<Customer[]> {
  const standing = whoStands(scope, 3)
  const [last = '', ...before] = text.split(' ').toReversed()
  if (!before.length) return []
  const from = (table: Table) => `
    (SELECT ${columns[table]} FROM ${standing.from(table)} AND x."nameTokens" @> $2::text[] AND EXISTS (SELECT FROM unnest(x."nameTokens") word WHERE starts_with(word, $3))
      ORDER BY x."searchName" || '', x.id LIMIT ${most})`
  const found = await rows<CustomerRow>(
    scope.db,
    `SELECT * FROM (${from('companies')} UNION ALL ${from('contacts')}) f ORDER BY "contactId" IS NOT NULL, name LIMIT ${most}`,
    [scope.workspace.id, before.slice(0, 6), last, ...standing.values],
  )
  return found.map(customerOfRow)
}

/** In a LIKE pattern these three are themselves. */
export const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** Names like the text: slips of the keyboard, and words from the middle of a name. */
async function alike(scope: Scope, text: string, most: number): Promise<Customer[]> {
  const standing = whoStands(scope, 2)
  const from = (table: Table) => `
    (SELECT ${columns[table]}, x."searchName" <->> $2 AS far FROM ${standing.from(table)} AND x."searchName" %> $2 ORDER BY x."searchName" <->> $2, x.id LIMIT ${most})`
  const found = await rows<CustomerRow>(
    scope.db,
    `SELECT * FROM (${from('companies')} UNION ALL ${from('contacts')}) f ORDER BY far, "contactId" IS NOT NULL, name LIMIT ${most}`,
    [scope.workspace.id, text, ...standing.values],
  )
  return found.map(customerOfRow)
}

/** The customers of my newest activities; before there are any, the newest companies. */
async function recent(context: Context): Promise<Customer[]> {
  const { db, workspace, me } = context
  const seen = seenInText(context, 2)
  const mine = await rows<CustomerRow>(
    db,
    `SELECT c.id AS "companyId", c.name AS "companyName", p.id AS "contactId", p.name AS "contactName"
      FROM (SELECT "companyId", "contactId", "occurredAt" FROM activities
        WHERE "workspaceId" = $1::uuid AND "memberId" = $2::uuid AND "archivedAt" IS NULL ORDER BY "occurredAt" DESC LIMIT 60) a
      LEFT JOIN companies c ON c."workspaceId" = $1::uuid AND c.id = a."companyId" AND c."archivedAt" IS NULL${seen.company('c')}
      LEFT JOIN contacts p ON p."workspaceId" = $1::uuid AND p.id = a."contactId" AND p."archivedAt" IS NULL${seen.contact('p')}
      WHERE c.id IS NOT NULL OR p.id IS NOT NULL ORDER BY a."occurredAt" DESC`,
    [workspace.id, me.id, ...seen.values],
  )
  if (mine.length) return mine.map(customerOfRow)
  const newest = await db.company.findMany({
    where: { workspaceId: workspace.id, archivedAt: null, AND: companiesSeen(context) },
    orderBy: { id: 'desc' },
    take: MOST,
    select: { id: true, name: true },
  })
  return newest.map((one) => customerOfRow({ companyId: one.id, companyName: one.name, contactId: null, contactName: null }))
}
