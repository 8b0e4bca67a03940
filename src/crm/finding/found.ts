import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { digitsOf } from '../companies/companies.ts'
import { type Customer, type CustomerRow, customerOfRow } from '../customers/customer.ts'
import { byReach } from '../customers/reach.ts'
import { escaped, suggestByName } from '../customers/suggest.ts'
import { companySeen, contactSeen } from '../visibility.ts'

/** Customers that a text finds: by address or number or a part of one, by a tag, by exact and beginning names, then by similar ones; each once. */
export async function foundCustomers(context: Context, typed: string, most: number): Promise<Customer[]> {
  const text = typed.normalize('NFKC')
  const [reached, parts, tagged, named] = await Promise.all([
    byReach(context, text),
    byPart(context, text, most),
    byTag(context, text, most),
    suggestByName(context, text, most),
  ])
  const all = [...reached, ...parts, ...tagged, ...named]
  return [...new Map(all.map((one) => [one.ref, one])).values()].slice(0, most)
}

/** A few digits of a phone number, as one remembers its end. */
const DIGITS = /^[+(]?\d[\d\s().\-/]*$/
const FEWEST_DIGITS = 3
/** A part of an address: with the sign in it, `wei@`, or what joins its words, `wei.zhang`. */
const ADDRESS = /^(?:[^\s@]*@[^\s@]*|[a-z\d]+(?:[._+-][a-z\d]+)+)$/i

async function byPart(context: Context, typed: string, most: number): Promise<Customer[]> {
  const text = typed.trim()
  if (!DIGITS.test(text)) return ADDRESS.test(text) && text.length > 2 ? reaching(context, text.toLowerCase(), most) : []
  const digits = digitsOf(text)
  const found = digits.length < FEWEST_DIGITS ? [] : await reaching(context, digits, most)
  // A number as it is dialled at home: abroad it has no 0 in front.
  const abroad = digits.replace(/^00?/, '')
  return found.length || abroad === digits || abroad.length < FEWEST_DIGITS ? found : reaching(context, abroad, most)
}

/** Whether there is nothing in a text by which anything is found; else of digits, whether they are too few to be a part of a number. */
export function isTooLittle(typed: string): 'signs' | 'digits' | undefined {
  const text = typed.normalize('NFKC').trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return 'signs'
  return DIGITS.test(text) && digitsOf(text).length < FEWEST_DIGITS ? 'digits' : undefined
}

/** Those whose addresses and numbers hold the part; where it is the end of one first. */
async function reaching(context: Context, part: string, most: number): Promise<Customer[]> {
  const like = `%${escaped(part)}%`
  const isEnd = sql`reach_text(x.emails, x.phones) || ' ' LIKE ${`%${escaped(part)} %`}`
  const holds = sql`x."workspaceId" = ${context.workspace.id}::uuid AND x."archivedAt" IS NULL AND reach_text(x.emails, x.phones) LIKE ${like}`
  const { text, values } = sql`SELECT * FROM (
      (SELECT c.id AS "companyId", c.name AS "companyName", x.id AS "contactId", x.name AS "contactName", ${isEnd} AS "isEnd"
        FROM contacts x LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${companySeen(context, 'c')}
        WHERE ${holds}${contactSeen(context, 'x')} ORDER BY ${isEnd} DESC, x."searchName" || '', x.id LIMIT ${most})
      UNION ALL (SELECT x.id, x.name, NULL, NULL, ${isEnd} FROM companies x
        WHERE ${holds}${companySeen(context, 'x')} ORDER BY ${isEnd} DESC, x."searchName" || '', x.id LIMIT ${most})) f
    ORDER BY "isEnd" DESC, "contactName" NULLS FIRST, "companyName" LIMIT ${most}`
  return (await rows<CustomerRow>(context.db, text, values)).map(customerOfRow)
}

async function byTag(context: Context, typed: string, most: number): Promise<Customer[]> {
  const tag = typed.trim().replace(/^#/, '').toLowerCase()
  if (!tag || tag.length > 100) return []
  const tagged = sql`x."workspaceId" = ${context.workspace.id}::uuid AND x."archivedAt" IS NULL AND x.tags @> ARRAY[${tag}]`
  const { text, values } = sql`
    (SELECT x.id AS "companyId", x.name AS "companyName", NULL::uuid AS "contactId", NULL AS "contactName" FROM companies x
      WHERE ${tagged}${companySeen(context, 'x')} ORDER BY x."searchName" || '', x.id LIMIT ${most})
    UNION ALL (SELECT c.id, c.name, x.id, x.name
      FROM contacts x LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${companySeen(context, 'c')}
      WHERE ${tagged}${contactSeen(context, 'x')} ORDER BY x."searchName" || '', x.id LIMIT ${most})`
  return (await rows<CustomerRow>(context.db, text, values)).map(customerOfRow)
}
