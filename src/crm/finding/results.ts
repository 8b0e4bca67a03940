import type { Context } from '../../bot/context.ts'
import { rows, type Sql, sql } from '../../database/index.ts'
import { type Customer, customer } from '../customers/customer.ts'
import { companySeen } from '../visibility.ts'
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
export const MOST_COUNTED = 10_000

/** What columns a result is sorted by; an id makes the order whole. */
const ORDER: Record<Sort, (noun: FoundNoun) => Sql> = {
  name: () => sql`x."searchName"`,
  created: () => sql`x."createdAt"`,
  last: (noun) =>
    sql`(SELECT l.at FROM last_contacts l WHERE l."workspaceId" = x."workspaceId" AND l.kind = ${noun} AND l.id = x.id)`,
}

/** One page of what a filter finds, and how many that is. */
export async function resultsOf(
  context: Context,
  asking: Asking,
  filter: Filter,
  { take, skip }: { take: number; skip: number },
): Promise<Results> {
  const nouns = nounsOf(filter, asking)
  const [here, count] = await Promise.all([
    page(context, asking, filter, nouns, { take, skip }),
    counted(context, asking, filter, nouns),
  ])
  return { here, count }
}

/** How many customers a filter finds, up to one more than `MOST_COUNTED`. */
export async function counted(
  context: Pick<Context, 'db'>,
  asking: Asking,
  filter: Filter,
  nouns = nounsOf(filter, asking),
): Promise<number> {
  const each = nouns.map((noun) => sql`(SELECT FROM ${found(asking, filter, noun)} LIMIT ${MOST_COUNTED + 1})`)
  const { text, values } = sql`SELECT least(count(*), ${MOST_COUNTED + 1})::int AS count FROM (${unionAll(each)}) f`
  const [row] = await rows<{ count: number }>(context.db, text, values)
  return row?.count ?? 0
}

interface Row {
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

async function page(
  { db, workspace }: Context,
  asking: Asking,
  filter: Filter,
  nouns: readonly FoundNoun[],
  { take, skip }: { take: number; skip: number },
): Promise<Result[]> {
  const { by = 'name', down } = filter.sort ?? {}
  // Whom nobody ever contacted has waited longest.
  const way = down ? sql`DESC NULLS LAST` : sql`ASC NULLS FIRST`
  const side = down ? sql`DESC` : sql`ASC`
  const each = nouns.map((noun) => {
    const key = ORDER[by](noun)
    const order =
      nouns.length === 1 && by === 'name'
        ? down
          ? sql`${key} DESC, x.id DESC`
          : sql`${key}, x.id`
        : sql`${key} ${way}, x.id ${side}`
    return sql`(SELECT ${noun} AS kind, x.id, ${key} AS key FROM ${found(asking, filter, noun)} ORDER BY ${order} LIMIT ${take + skip})`
  })
  const { text, values } = sql`
    SELECT f.kind, f.id, coalesce(c.name, p.name) AS name, pc.id AS "companyId", pc.name AS "companyName", coalesce(c.city, p.city, pc.city) AS city,
      coalesce(c.country, p.country, pc.country) AS country, p.title, m.name AS "ownerName", l.at AS "lastContact"
    FROM (SELECT *, row_number() OVER (ORDER BY f.key ${way}, f.kind, f.id ${side}) AS n FROM (${unionAll(each)}) f ORDER BY n LIMIT ${take} OFFSET ${skip}) f
    LEFT JOIN companies c ON c."workspaceId" = ${workspace.id}::uuid AND f.kind = 'company' AND c.id = f.id
    LEFT JOIN contacts p ON p."workspaceId" = ${workspace.id}::uuid AND f.kind = 'contact' AND p.id = f.id
    LEFT JOIN companies pc ON pc."workspaceId" = ${workspace.id}::uuid AND pc.id = p."companyId" AND pc."archivedAt" IS NULL${companySeen(asking, 'pc')}
    LEFT JOIN members m ON m."workspaceId" = ${workspace.id}::uuid AND m.id = coalesce(c."ownerId", p."ownerId", pc."ownerId")
    LEFT JOIN last_contacts l ON l."workspaceId" = ${workspace.id}::uuid AND l.kind = f.kind AND l.id = f.id
    ORDER BY f.n`
  return (await rows<Row>(db, text, values)).map(asResult)
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

const unionAll = (parts: readonly Sql[]): Sql => parts.reduce((one, other) => sql`${one} UNION ALL ${other}`)
