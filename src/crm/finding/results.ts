import type { Context } from '../../bot/context.ts'
import { rows, type Sql, sql } from '../../database/index.ts'
import { type Customer, customer } from '../customers/customer.ts'
import { companySeen } from '../visibility.ts'
import { unionAll } from './conditions.ts'
import type { Filter, FoundNoun, Sort } from './filter.ts'
import { type Asking, found, nounsOf } from './matching.ts'

/** One customer that a filter found, with what tells it from the others. */
export interface Result {
  customer: Customer
  place: string | null
  title: string | null
  ownerName: string | null
  lastContact: Date | null
}

export interface Results {
  here: Result[]
  /** How many there are; one more than `MOST_COUNTED` when there are more than that. */
  count: number
}

/** More are not counted: it would take longer than it is worth. */
export const MOST_COUNTED = 1000

/** What columns a result is sorted by; an id makes the order whole. */
const ORDER: Record<Sort, (noun: FoundNoun) => Sql> = {
  name: () => sql`x."searchName"`,
  created: () => sql`x."createdAt"`,
  amount: () => sql`x.amount`,
  closing: () => sql`x."expectedCloseDate"`,
  last: (noun) =>
    sql`(SELECT l.at FROM last_contacts l WHERE l."workspaceId" = x."workspaceId" AND l.kind = ${noun} AND l.id = x.id)`,
}

/**
 * One page of what a filter finds, and how many that is. All that it finds is looked at once, counted and sorted; only where it is too much to count, the
 * page is found anew, by an index in its order.
 */
export async function resultsOf(
  context: Context,
  asking: Asking,
  filter: Filter,
  wanted: { take: number; skip: number },
  most = MOST_COUNTED,
): Promise<Results> {
  const nouns = nounsOf(filter, asking)
  const { by = 'name' } = filter.sort ?? {}
  const each = nouns.map(
    (noun) =>
      sql`(SELECT ${noun} AS kind, x.id, ${ORDER[by](noun)} AS key FROM ${found(asking, filter, noun, 'whole')} LIMIT ${most + 1})`,
  )
  const whole = await page(context, asking, filter, sql`SELECT * FROM all_found`, unionAll(each), wanted)
  const [first] = whole
  const count = Math.min(first?.count ?? 0, most + 1)
  if (count <= most) return { here: whole.flatMap((row) => (row.id ? [asResult(row)] : [])), count }
  const ordered = await page(context, asking, filter, inOrder(asking, filter, nouns, wanted), undefined, wanted)
  return { here: ordered.flatMap((row) => (row.id ? [asResult(row)] : [])), count }
}

/** How many customers a filter finds, up to one more than `MOST_COUNTED`. */
export async function counted(
  context: Pick<Context, 'db'>,
  asking: Asking,
  filter: Filter,
  nouns = nounsOf(filter, asking),
): Promise<number> {
  const each = nouns.map((noun) => sql`(SELECT FROM ${found(asking, filter, noun, 'whole')} LIMIT ${MOST_COUNTED + 1})`)
  const { text, values } = sql`SELECT least(count(*), ${MOST_COUNTED + 1})::int AS count FROM (${unionAll(each)}) f`
  const [row] = await rows<{ count: number }>(context.db, text, values)
  return row?.count ?? 0
}

interface Row {
  count: number
  kind: FoundNoun
  id: string
  name: string
  companyId: string | null
  companyName: string | null
  city: string | null
  country: string | null
  title: string | null
  ownerName: string | null
  lastContact: Date | null
}

const wayOf = (filter: Filter) => {
  const { down } = filter.sort ?? {}
  // Whom nobody ever contacted has waited longest.
  return { way: down ? sql`DESC NULLS LAST` : sql`ASC NULLS FIRST`, side: down ? sql`DESC` : sql`ASC` }
}

/** The first of each kind, as far as the page goes, in the order of an index. */
function inOrder(
  asking: Asking,
  filter: Filter,
  nouns: readonly FoundNoun[],
  { take, skip }: { take: number; skip: number },
): Sql {
  const { by = 'name', down } = filter.sort ?? {}
  const { way, side } = wayOf(filter)
  const most = take + skip
  if (by === 'last') return unionAll(nouns.map((noun) => byLastContact(asking, filter, noun, most)))
  return unionAll(
    nouns.map((noun) => {
      const key = ORDER[by](noun)
      // A name is never absent: without a word of that, its index is walked.
      const order = by === 'name' ? (down ? sql`${key} DESC` : key) : sql`${key} ${way}`
      return sql`(SELECT ${noun} AS kind, x.id, ${key} AS key FROM ${found(asking, filter, noun)} ORDER BY ${order}, x.id ${side} LIMIT ${most})`
    }),
  )
}

/**
 * Those whom somebody contacted, read off the table of last contacts in its order, and those whom nobody did. Who comes second is only looked for as far as the first
 * leave room.
 */
function byLastContact(asking: Asking, filter: Filter, noun: FoundNoun, most: number): Sql {
  const { side } = wayOf(filter)
  const of = sql`l."workspaceId" = ${asking.workspace.id}::uuid AND l.kind = ${noun}`
  const ever = sql`SELECT ${noun} AS kind, l.id, l.at AS key FROM last_contacts l WHERE ${of}
    AND EXISTS (SELECT FROM ${found(asking, filter, noun)} AND x.id = l.id) ORDER BY l.at ${side}, l.id ${side} LIMIT ${most}`
  const never = sql`SELECT ${noun} AS kind, x.id, NULL::timestamptz AS key FROM ${found(asking, filter, noun)}
    AND NOT EXISTS (SELECT FROM last_contacts l WHERE ${of} AND l.id = x.id) ORDER BY x.id ${side} LIMIT ${most}`
  const [first, second] = filter.sort?.down ? [ever, never] : [never, ever]
  return sql`(WITH first AS MATERIALIZED (${first}) SELECT * FROM first
    UNION ALL (SELECT * FROM (${second}) second LIMIT ${most}::bigint - (SELECT count(*) FROM first)))`
}

/** One page out of `from`, with the names to show it by; of `all`, how many they are, in a row of their own where the page is empty. */
async function page(
  { db, workspace }: Context,
  asking: Asking,
  filter: Filter,
  from: Sql,
  all: Sql | undefined,
  { take, skip }: { take: number; skip: number },
): Promise<Row[]> {
  const { way, side } = wayOf(filter)
  const first = all ? sql`WITH all_found AS MATERIALIZED (${all})` : sql``
  const counting = all ? sql`(SELECT count(*)::int AS count FROM all_found)` : sql`(SELECT 0 AS count)`
  const { text, values } = sql`${first}
    SELECT q.count, f.kind, f.id, coalesce(c.name, p.name) AS name, pc.id AS "companyId", pc.name AS "companyName", coalesce(c.city, p.city, pc.city) AS city,
      coalesce(c.country, p.country, pc.country) AS country, p.title, m.name AS "ownerName", l.at AS "lastContact"
    FROM ${counting} q
    LEFT JOIN (SELECT *, row_number() OVER (ORDER BY f.key ${way}, f.kind, f.id ${side}) AS n FROM (${from}) f ORDER BY n LIMIT ${take} OFFSET ${skip}) f ON TRUE
    LEFT JOIN companies c ON c."workspaceId" = ${workspace.id}::uuid AND f.kind = 'company' AND c.id = f.id
    LEFT JOIN contacts p ON p."workspaceId" = ${workspace.id}::uuid AND f.kind = 'contact' AND p.id = f.id
    LEFT JOIN companies pc ON pc."workspaceId" = ${workspace.id}::uuid AND pc.id = p."companyId" AND pc."archivedAt" IS NULL${companySeen(asking, 'pc')}
    LEFT JOIN members m ON m."workspaceId" = ${workspace.id}::uuid AND m.id = coalesce(c."ownerId", p."ownerId", pc."ownerId")
    LEFT JOIN last_contacts l ON l."workspaceId" = ${workspace.id}::uuid AND l.kind = f.kind AND l.id = f.id
    ORDER BY f.n`
  return rows<Row>(db, text, values)
}

function asResult({ kind, id, name, companyId, companyName, city, country, title, ownerName, lastContact }: Row): Result {
  const company = kind === 'company' ? { id, name } : companyId && companyName ? { id: companyId, name: companyName } : null
  return {
    customer: customer(company, kind === 'contact' ? { id, name } : null),
    place: [city, country].filter(Boolean).join(', ') || null,
    title,
    ownerName,
    lastContact,
  }
}
