import type pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import { type Insert, insertion } from './inserts.ts'
import { gatheringOf } from './lazy.ts'
import { asPrepared, type Statement, together } from './statement.ts'
import type { Transaction } from './transaction.ts'

const pools = new WeakMap<object, pg.Pool>()
export const poolOf = (db: object): pg.Pool | undefined => pools.get(db)

/** Lets `rows` go straight to the pool that this client stands on. */
export function usePool(prisma: PrismaClient, pool: pg.Pool): void {
  pools.set(prisma, pool)
}

/** The way past Prisma, when there is one: a transaction in which something was written must see it. */
function past(db: Transaction): pg.Pool | undefined {
  const gathering = gatheringOf(db)
  return gathering ? (gathering.untouched() ? gathering.pool : undefined) : pools.get(db)
}

/**
 * The rows of one SQL statement, for reads that must be quick and take no lock: past Prisma, or inside the transaction when it has written. Values go in `params`
 * ($1, $2, …), never into the text; cast what is no text (`$1::uuid`, `$2::timestamptz`). Timestamps come as Date. Name the type of a
 * count (`count(*)::int`): bigint and numeric come differently from the two roads.
 */
export async function rows<T extends object>(db: Transaction, sql: string, params: unknown[] = []): Promise<T[]> {
  const pool = past(db)
  if (!pool) return db.$queryRawUnsafe<T[]>(sql, ...params)
  return (await pool.query<T & pg.QueryResultRow>(sql, params)).rows
}

/**
 * The same, for a statement that is asked again and again: PostgreSQL plans it once a connection. Such a statement keeps its values away from
 * the planner (in a table of one row, `SELECT $1::text[] AS words`), so that the plan it keeps is as good as one made anew.
 */
export async function prepared<T extends object>(db: Transaction, text: string, values: unknown[] = []): Promise<T[]> {
  const pool = past(db)
  if (!pool) return db.$queryRawUnsafe<T[]>(text, ...values)
  return (await pool.query<T & pg.QueryResultRow>(asPrepared({ text, values }))).rows
}

/** The answers of two questions in one trip. Their rows come as JSON has them: dates are text. */
export async function both<A extends object, B extends object>(
  db: Transaction,
  one: Statement,
  other: Statement,
): Promise<[A[], B[]]> {
  const { text, values } = together(one, other)
  const found = await prepared<{ at: 0 | 1; row: A | B }>(db, text, values)
  const of = (wanted: 0 | 1) => found.flatMap(({ at, row }) => (at === wanted ? [row] : []))
  return [of(0) as A[], of(1) as B[]]
}

/** Writes one row: at once, or in a transaction with all others that it has gathered, before its next statement or its end. Its faults come then. */
export async function insert(db: Transaction, table: string, row: object): Promise<void> {
  const one: Insert = { table, row }
  const gathering = gatheringOf(db)
  if (gathering) return gathering.add(one)
  const { text, values } = insertion([one])
  await rows(db, text, values)
}
