import { Prisma, type PrismaClient } from './generated/client.ts'
import { type Lazy, lazily, type Once } from './lazy.ts'
import { pause } from './patience.ts'
import { poolOf } from './rows.ts'

/** The tables, as they are seen inside a transaction. The database itself serves where none is needed. */
export type Transaction = Prisma.TransactionClient

export interface TransactionOptions<T = unknown> {
  /** The row that lets it happen once; when it stands already, DoneBefore is thrown and nothing is written. */
  once?: Once<T>
  /** Read committed unless told. */
  isolation?: Prisma.TransactionIsolationLevel
  /** How often it is tried when others are in the way; 5 unless told. */
  attempts?: number
  /** A number from 0 to 1, which spreads out those who try again. */
  jitter?: () => number
  /** How long it may take, and how long it may wait for a connection, in milliseconds; 10 s and 5 s unless told. */
  timeout?: number
  maxWait?: number
}

/**
 * Does work in one short transaction: all of it is kept, or nothing. When PostgreSQL breaks it off because another was in the way (serialization
 * failure, deadlock) it is done again from the start, so that `work` must do nothing outside the database. It begins when it must: see `lazily`.
 */
export async function inTransaction<T>(
  db: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions<T> = {},
): Promise<T> {
  const { isolation = Prisma.TransactionIsolationLevel.ReadCommitted, attempts = 5, jitter = Math.random } = options
  const { timeout = 10_000, maxWait = 5_000 } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await tried(lazily<T>(db, poolOf(db), { isolationLevel: isolation, timeout, maxWait }, options.once), work)
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error
      await pause(10 * 2 ** attempt * jitter())
    }
  }
}

async function tried<T>({ db, commit, rollback }: Lazy<T>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    const done = await work(db)
    await commit(done)
    return done
  } catch (error) {
    await rollback(error)
    throw error
  }
}

/** Prisma's own code; PostgreSQL's for serialization failure and deadlock; the adapter's word for both. */
const CONFLICTS = ['P2034', '40001', '40P01', 'TransactionWriteConflict']

/** Whether PostgreSQL broke the transaction off because of another one. Raw queries hide that one or two levels down. */
export function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const { code, kind, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>
  if ([code, kind, originalCode].some((mark) => CONFLICTS.includes(String(mark)))) return true
  return [cause, meta, driverAdapterError].some((inner) => isConflict(inner, depth + 1))
}
