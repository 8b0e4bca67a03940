import type pg from 'pg'
import type { PrismaClient } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

const pools = new WeakMap<object, pg.Pool>()

/** Lets `rows` go straight to the pool that this client stands on. */
export function usePool(prisma: PrismaClient, pool: pg.Pool): void {
  pools.set(prisma, pool)
}

/**
 * The rows of one SQL statement, for reads that must be quick: past Prisma, or inside the transaction when given one. Values go in `params`
 * ($1, $2, …), never into the text; cast what is no text (`$1::uuid`, `$2::timestamptz`). Timestamps come as Date. Name the type of a
 * count (`count(*)::int`): bigint and numeric come differently from the two roads.
 */
export async function rows<T extends object>(db: Transaction, sql: string, params: unknown[] = []): Promise<T[]> {
  const pool = pools.get(db)
  if (!pool) return db.$queryRawUnsafe<T[]>(sql, ...params)
  return (await pool.query<T & pg.QueryResultRow>(sql, params)).rows
}

const names = new Map<string, string>()

/**
 * The same, for a statement that is asked again and again: PostgreSQL plans it once a connection. Such a statement keeps its values away from
 * the planner (in a table of one row, `SELECT $1::text[] AS words`), so that the plan it keeps is as good as one made anew.
 */
export async function prepared<T extends object>(db: Transaction, text: string, values: unknown[] = []): Promise<T[]> {
  const pool = pools.get(db)
  if (!pool) return db.$queryRawUnsafe<T[]>(text, ...values)
  const name = names.get(text) ?? `rapport_${names.size + 1}`
  names.set(text, name)
  return (await pool.query<T & pg.QueryResultRow>({ name, text, values })).rows
}
