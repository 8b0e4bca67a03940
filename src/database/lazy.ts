import type pg from 'pg'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { completion, type Insert, insertion } from './inserts.ts'
import { asPrepared, type Statement } from './statement.ts'

type Tables = Prisma.TransactionClient

/** The row that lets a transaction happen once: stands its key already, the transaction does nothing. */
export interface Once<T> {
  table: string
  key: Readonly<Record<string, unknown>>
  /** Known from the start. */
  row: object
  /** Known when the work is done. */
  result: (done: T) => object
}

/** The work of this `Once` was done before: nothing is written. */
export class DoneBefore extends Error {}

export interface Beginning {
  isolationLevel: Prisma.TransactionIsolationLevel
  timeout: number
  maxWait: number
}

/** A transaction that begins when a statement needs it, see `lazily`. */
export interface Lazy<T> {
  db: Tables
  /** Keeps everything; throws DoneBefore. */
  commit: (done: T) => Promise<void>
  rollback: (error: unknown) => Promise<void>
}

/** What `insert` and `rows` ask of a transaction that has perhaps not begun. */
interface Gathering {
  add: (insert: Insert) => void
  /** Nothing has been written yet: a read may go past the transaction, through the pool. */
  untouched: () => boolean
  pool: pg.Pool | undefined
}

const gatherings = new WeakMap<object, Gathering>()
export const gatheringOf = (db: object): Gathering | undefined => gatherings.get(db)

/**
 * Most writes read a little, then add a few rows. Those rows are gathered, and when nothing but them is to be written they go out with `once` in a
 * single statement, which is a transaction of its own: one trip instead of one for each row, for BEGIN and for COMMIT. Anything else (an update,
 * a lock, a read through Prisma) begins a transaction in the ordinary way, writes what was gathered so far, and goes on in it.
 */
export function lazily<T>(prisma: PrismaClient, pool: pg.Pool | undefined, how: Beginning, once?: Once<T>): Lazy<T> {
  let gathered: Insert[] = []
  let begun: Promise<Tables> | undefined
  let running: Promise<void> | undefined
  const finish = gate()

  const begin = (): Promise<Tables> => {
    begun ??= new Promise<Tables>((resolve, reject) => {
      running = prisma.$transaction(async (real) => {
        if (once && !(await on(real, insertion([], firstOf(once)))).length) throw new DoneBefore()
        resolve(real)
        await finish.opened
      }, how)
      running.catch(reject)
    })
    return begun
  }
  const flushed = async (): Promise<Tables> => {
    const real = await begin()
    const inserts = gathered
    gathered = []
    if (inserts.length) await on(real, insertion(inserts))
    return real
  }
  const commit = async (done: T): Promise<void> => {
    if (begun || !pool) {
      const real = await flushed()
      if (once) await on(real, completion(firstOf(once, done), Object.keys(once.key)))
      finish.open()
      return running
    }
    if (!once && !gathered.length) return
    const { rowCount } = await pool.query(asPrepared(insertion(gathered, once && firstOf(once, done))))
    if (!rowCount) throw new DoneBefore()
  }
  const rollback = async (error: unknown): Promise<void> => {
    finish.fail(error)
    await running?.catch(() => undefined)
  }

  const db = standingFor(flushed)
  gatherings.set(db, { add: (insert) => void gathered.push(insert), untouched: () => !begun && !gathered.length, pool })
  return { db, commit, rollback }
}

const on = (db: Tables, { text, values }: Statement) => db.$queryRawUnsafe<object[]>(text, ...values)

const firstOf = <T>({ table, key, row, result }: Once<T>, done?: T): Insert => ({
  table,
  row: { ...key, ...row, ...(done !== undefined && result(done)) },
})

function gate() {
  let open: () => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  opened.catch(() => undefined)
  return { opened, open, fail }
}

type Method = (...args: unknown[]) => Promise<unknown>

/** Prisma's tables and raw queries, each of which first asks for the transaction. */
function standingFor(transaction: () => Promise<Tables>): Tables {
  const method =
    (pick: (real: Tables) => unknown, name: string): Method =>
    async (...args) =>
      (pick(await transaction()) as Record<string, Method>)[name]!(...args)
  const table = (name: string) =>
    new Proxy({}, { get: (_, called) => method((real) => (real as unknown as Record<string, unknown>)[name], String(called)) })
  return new Proxy({} as Tables, {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : name.startsWith('$') ? method((real) => real, name) : table(name),
  })
}
