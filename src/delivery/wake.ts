import pg from 'pg'
import type { Log } from '../bot/house.ts'

const RECONNECT_FIRST = 500
const RECONNECT_MOST = 30_000
const CONNECT_WITHIN = 10_000

/**
 * Hears PostgreSQL's NOTIFY on a channel over a connection of its own, and comes back by itself when that breaks.
 * Missing a notification costs nothing but time: the schedule looks by itself.
 */
export function listenFor(
  channel: string,
  connection: pg.ClientConfig,
  onHeard: () => void,
  log: Log,
): { stop: () => Promise<void> } {
  let client: pg.Client | undefined
  let stopped = false
  let wait = RECONNECT_FIRST
  let timer: NodeJS.Timeout | undefined

  const close = (one: pg.Client | undefined) =>
    one?.end().catch((error: unknown) => log.debug({ error }, 'a listening connection was gone already'))

  const lost = (one: pg.Client, error: unknown) => {
    if (stopped || one !== client) return
    client = undefined
    void close(one)
    log.debug({ error }, 'not listening for a moment')
    timer = setTimeout(connect, wait)
    timer.unref()
    wait = Math.min(wait * 2, RECONNECT_MOST)
  }
  function connect(): void {
    const fresh = new pg.Client({
      ...connection,
      application_name: 'rapport listener',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_WITHIN,
    })
    client = fresh
    fresh.on('notification', onHeard)
    fresh.on('error', (error) => lost(fresh, error))
    fresh.on('end', () => lost(fresh, 'the connection ended'))
    fresh
      .connect()
      .then(() => fresh.query(`LISTEN ${channel}`))
      .then(() => {
        wait = RECONNECT_FIRST
        // What was owed while nobody listened.
        onHeard()
      })
      .catch((error: unknown) => lost(fresh, error))
  }
  connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await close(client)
    },
  }
}
