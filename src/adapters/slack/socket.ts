import { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../bot/house.ts'
import { clientOptions, loggerOver } from './client.ts'
import type { SlackConfig } from './config.ts'
import { refusalOf, refusals, refusedPause } from './refusal.ts'
import { pause, untilTold, within } from './within.ts'

/** Between two tries to connect: from at once to this (milliseconds). */
const LONGEST_PAUSE = 15_000
/** A connection that says no hello within this time is given up (milliseconds). */
const HELLO = 15_000
export interface Socket {
  receiver: SocketModeReceiver
  connected: () => boolean
  /** Connects, and stays connected for ever. Returns when it stands, when the app token is refused, or when that takes too long: it goes on trying. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Socket Mode over a connection of our own keeping. The SDK's own reconnecting waits a whole ping timeout after each `disconnect` frame, and gives up, with an
 * unhandled rejection, when the network is away at that moment; so it is off, and this loop connects anew at once, then with growing pauses.
 */
export function socketOf(config: SlackConfig & { appToken: string }, log: Log): Socket {
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: 5_000,
    logger: loggerOver(log),
    installerOptions: { clientOptions: clientOptions(config, log) },
  })
  const { client } = receiver
  let up = false
  let stopped = false
  let running = false
  client.on('connected', () => {
    up = true
  })
  client.on('disconnected', () => {
    up = false
    if (!running) void keepTrying()
  })

  async function connectOnce(): Promise<void> {
    const started = client.start().then(() => true)
    if (await within(HELLO, started)) return
    started.catch(() => undefined) // given up already
    await within(1_000, client.disconnect())
    throw new Error('Slack said no hello')
  }

  const sayRefused = refusals('SLACK_APP_TOKEN', log)

  async function keepTrying(refused: () => void = () => undefined): Promise<void> {
    running = true
    try {
      for (let failed = 0; !stopped && !up; ) {
        try {
          await connectOnce()
          log.info({}, 'connected to Slack')
        } catch (error) {
          const code = refusalOf(error)
          if (code) {
            sayRefused(code, error)
            refused()
          } else log.warn({ error, failed }, 'no connection to Slack; trying again')
          await pause(code ? refusedPause(failed++) : Math.min(100 * 2 ** failed++, LONGEST_PAUSE))
        }
      }
    } finally {
      running = false
    }
  }

  return {
    receiver,
    connected: () => up,
    start: async () => {
      await untilTold(HELLO, keepTrying)
    },
    stop: async () => {
      stopped = true
      await within(2_000, client.disconnect())
      up = false
    },
  }
}
