import { type Client, DiscordjsErrorCodes, Events, Status } from 'discord.js'
import type { Log } from '../../bot/house.ts'

/** All in milliseconds. */
export interface Timing {
  /** Between two looks at whether the connection stands. */
  look: number
  /** How long the library may try to reconnect by itself before everything is built anew. */
  patience: number
  /** The first pause after a failure; doubled each time. */
  firstPause: number
  longestPause: number
}
export const TIMING: Timing = { look: 1000, patience: 60_000, firstPause: 1000, longestPause: 120_000 }

export interface Connection {
  /** Begins to connect, and keeps at it; returns at once. */
  start: () => void
  stop: () => Promise<void>
  ready: () => boolean
}

/**
 * A connection that is kept for ever. Short interruptions are the library's to mend, by resuming; when it has not managed that in time,
 * or Discord closed for good (a refused token, a wrong intent), the client is thrown away and a new one tries, more and more slowly:
 * what was wrong may be mended at Discord's side while we run.
 */
export function keepConnected(make: (retired: () => boolean) => Client, token: string, timing: Timing, log: Log): Connection {
  const stopping = new AbortController()
  let current: Client | undefined
  let running: Promise<void> | undefined
  let saidRefused = false

  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      let retired = false
      const client = make(() => retired)
      current = client
      if (await connectOnce(client)) {
        failures = 0
        saidRefused = false
      }
      retired = true
      await destroy(client, log)
      await pause(Math.min(timing.longestPause, timing.firstPause * 2 ** Math.min(failures, 20)), stopping.signal)
    }
  }

  // Said once, and once more when it had stood in between.
  const sayRefused = () => {
    const what = 'discord refuses DISCORD_TOKEN: nothing goes through Discord until that is mended; everything else works'
    log[saidRefused ? 'debug' : 'error']({ next: NEXT }, what)
    saidRefused = true
  }

  /** Stays as long as the connection is worth keeping; says whether it ever stood. */
  const connectOnce = async (client: Client): Promise<boolean> => {
    const over = new AbortController()
    client.once(Events.ShardDisconnect, ({ code }) => {
      if (code === REFUSED) sayRefused()
      else log.error({ code, hint: hintOf(code) }, 'discord closed the connection for good')
      over.abort()
    })
    client.once(Events.Invalidated, () => over.abort())
    client.login(token).catch((error: unknown) => {
      if (isRefused(error)) sayRefused()
      else log.warn({ error }, 'could not connect to discord')
      over.abort()
    })
    return watch(client, AbortSignal.any([over.signal, stopping.signal]))
  }

  const watch = async (client: Client, over: AbortSignal): Promise<boolean> => {
    let stood = false
    for (let missing = 0; missing * timing.look < timing.patience && !over.aborted; missing++) {
      await pause(timing.look, over)
      if (!isUp(client)) continue
      stood = true
      missing = -1
    }
    return stood
  }

  return {
    start: () => {
      running ??= run()
    },
    stop: async () => {
      stopping.abort()
      await running
      current = undefined
    },
    ready: () => current !== undefined && !stopping.signal.aborted && isUp(current),
  }
}

const isUp = (client: Client): boolean =>
  client.isReady() && client.ws.shards.size > 0 && client.ws.shards.every((shard) => shard.status === Status.Ready)

const destroy = async (client: Client, log: Log): Promise<void> => {
  // The library calls its own end a loss that it mends.
  client.removeAllListeners(Events.ShardReconnecting)
  try {
    await client.destroy()
  } catch (error) {
    log.warn({ error }, 'the discord client did not close cleanly')
  }
}

/** The gateway's code for a token it does not take. */
const REFUSED = 4004
const NEXT =
  'Open https://discord.com/developers/applications, your application, Bot, Reset Token, set DISCORD_TOKEN to the new one and start again.'

const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid

const hintOf = (code: number): string | undefined =>
  ({ 4013: 'wrong intents', 4014: 'an intent is not allowed for this application' })[code]

/** Waits, or less when the signal comes. */
const pause = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) return done()
    const timer = setTimeout(over, time)
    signal.addEventListener('abort', over, { once: true })
    function over() {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      done()
    }
  })
