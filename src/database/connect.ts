import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from './embedded/start.ts'
import { DatabaseError, messageOf } from './errors.ts'
import { PrismaClient } from './generated/client.ts'
import type { Log } from './log.ts'
import { waitUntilReachable } from './reach.ts'
import { usePool } from './rows.ts'

/** The tables, through Prisma. What is to be quick may ask with `rows`. */
export type Database = PrismaClient

export interface OpenOptions {
  /** A PostgreSQL server; without it the embedded one runs. */
  databaseUrl?: string
  /** Where the embedded server keeps its data. */
  dataDir: string
  log: Log
  /** Connections at most; 10 unless told. */
  poolSize?: number
  /** How long one statement may run, in milliseconds; 30 s unless told. */
  statementTimeout?: number
  /** How long to wait at the start for a server that does not answer, in milliseconds; a minute unless told. */
  patience?: number
}

export interface Health {
  ok: boolean
  /** Milliseconds the database took to answer. */
  took: number
  /** Why not ok. */
  fault?: string
}

export interface OpenDatabase {
  prisma: Database
  pool: pg.Pool
  /** The server runs as long as this bot does. */
  embedded: boolean
  /** For a connection of one's own, as `migrate` needs it. */
  connection: pg.ClientConfig
  /** Asks the database for a sign of life; answers within 2 s, and never throws. */
  health: () => Promise<Health>
  /** Waits for queries that run, disconnects, and stops the embedded server. */
  close: () => Promise<void>
}

/**
 * Opens the database once it answers: the one at `databaseUrl`, else the embedded one in `dataDir`. Tables are made by `migrate`.
 * Later breaks of the connection are survived: queries fail while there is no server, and work again when it is back.
 * @throws DatabaseError that says what to do.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, log, patience = 60_000 } = options
  const embedded = databaseUrl ? undefined : await startEmbedded(options)
  const connection = embedded?.connection ?? serverAt(databaseUrl ?? '')
  const pool = openPool(connection, options)
  try {
    await waitUntilReachable(pool, patience, log)
  } catch (error) {
    await shut(pool, embedded)
    throw error
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  usePool(prisma, pool)
  return {
    prisma,
    pool,
    embedded: embedded !== undefined,
    connection: { ...connection, options: UTC },
    health: () => healthOf(pool),
    close: async () => {
      await prisma.$disconnect()
      await shut(pool, embedded)
    },
  }
}

/** The tables over a database that was reached for a command (`reachDatabase`). */
export function tablesOf(connection: pg.ClientConfig): { prisma: Database; close: () => Promise<void> } {
  const pool = new pg.Pool({ ...connection, max: 2 })
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  usePool(prisma, pool)
  return {
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** In a session of another time zone Prisma's adapter stores other instants than it was given. */
export const UTC = '-c timezone=UTC'

/** The server of an address. Options in the address would otherwise take the place of ours. */
export function serverAt(databaseUrl: string): pg.ClientConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new Error('it does not begin with postgresql://')
    const connectionString = databaseUrl.replace(/(?<=[?&]options=)[^&#]*/, (own) => `${own}${encodeURIComponent(` ${UTC}`)}`)
    // Its constructor reads the address, and throws when it cannot.
    new pg.Client({ connectionString })
    return { connectionString }
  } catch (cause) {
    const form = 'postgresql://user:password@host:5432/database'
    throw new DatabaseError('refused', `DATABASE_URL is not an address of PostgreSQL. It looks like this: ${form}`, cause)
  }
}

function openPool(connection: pg.ClientConfig, { log, poolSize = 10, statementTimeout = 30_000 }: OpenOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    options: UTC,
    application_name: 'rapport',
    max: poolSize,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  const lost = (error: Error) => log.warn({ fault: error.message }, 'lost a connection to the database')
  pool.on('error', lost)
  // While a connection is lent out the pool does not listen, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', (error) => log.debug({ fault: error.message }, 'a connection broke')))
  return pool
}

async function healthOf(pool: pg.Pool): Promise<Health> {
  const since = performance.now()
  const took = () => Math.round(performance.now() - since)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within 2 s')), 2000)
  })
  try {
    await Promise.race([pool.query('SELECT 1'), late])
    return { ok: true, took: took() }
  } catch (error) {
    return { ok: false, took: took(), fault: messageOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

async function shut(pool: pg.Pool, embedded: EmbeddedServer | undefined): Promise<void> {
  await pool.end()
  await embedded?.stop()
}
