import type pg from 'pg'
import { codeOf, DatabaseError, messageOf } from './errors.ts'
import type { Log } from './log.ts'
import { pause } from './patience.ts'

/** The server answers and says no, and will say no again: what to do about each. */
const REFUSALS: Record<string, string> = {
  '28P01': 'The user or the password is wrong: check DATABASE_URL.',
  '28000': 'The server does not let this user in: check DATABASE_URL and the server’s pg_hba.conf.',
  '3D000': 'That database does not exist: make it with CREATE DATABASE, or check the name in DATABASE_URL.',
  '42501': 'This user may not connect to that database: GRANT CONNECT to it.',
}

/** What to do about a server that answers and says no; undefined for any other error. */
export const adviceOnRefusal = (error: unknown): string | undefined => REFUSALS[codeOf(error) ?? '']

/**
 * Waits until the database answers a query, less and less often; `patience` is in milliseconds.
 * @throws DatabaseError `unreachable` when patience ends, `refused` at once when waiting is in vain.
 */
export async function waitUntilReachable(pool: pg.Pool, patience: number, log: Log): Promise<void> {
  const end = performance.now() + patience
  for (let wait = 100; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await checkZone(pool)
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      const advice = adviceOnRefusal(error)
      if (advice) throw new DatabaseError('refused', `The database refused the connection: ${messageOf(error)}. ${advice}`, error)
      if (performance.now() + wait >= end) throw unreachable(error)
      log.warn({ fault: messageOf(error), nextTryInMs: wait }, 'waiting for the database')
      await pause(wait)
    }
  }
}

async function checkZone(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ TimeZone: string }>('SHOW timezone')
  const zone = rows[0]?.TimeZone
  if (zone === 'UTC') return
  const advice = 'A connection pooler that drops the start-up option "timezone" must let it pass.'
  throw new DatabaseError(
    'refused',
    `The database session is in the time zone ${zone}, not UTC: instants would be wrong. ${advice}`,
  )
}

const unreachable = (cause: unknown) =>
  new DatabaseError(
    'unreachable',
    `The database does not answer (${messageOf(cause)}). Check that the server in DATABASE_URL runs and can be reached from here.`,
    cause,
  )
