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
