import pg from 'pg'
import type { Log } from '../bot/house.ts'

const RECONNECT_FIRST = 500
const RECONNECT_MOST = 30_000

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

  const again = (error: unknown) => {
    if (stopped || timer) return
    log.debug({ error }, 'not listening for a moment')
    timer = setTimeout(() => {
      timer = undefined
      connect()
    }, wait)
    timer.unref()
    wait = Math.min(wait * 2, RECONNECT_MOST)
  }
  const connect = () => {
    const fresh = new pg.Client({ ...connection, application_name: 'rapport listener' })
    client = fresh
    fresh.on('notification', onHeard)
    fresh.on('error', again)
    fresh.on('end', () => again('the connection ended'))
    fresh
      .connect()
      .then(() => fresh.query(`LISTEN ${channel}`))
      .then(() => {
        wait = RECONNECT_FIRST
        onHeard()
      })
      .catch(again)
  }
  connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch((error: unknown) => log.debug({ error }, 'the listener was gone already'))
    },
  }
}
