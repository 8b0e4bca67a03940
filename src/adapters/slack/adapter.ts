import type { App, Receiver } from '@slack/bolt'
import type { Express } from 'express'
import type { Adapter, Bot, Log } from '../../bot/house.ts'
import { type Client, clientOf, clientOptions, loggerOver } from './client.ts'
import type { SlackConfig } from './config.ts'
import { courierOver } from './courier.ts'
import { httpReceiver } from './http.ts'
import { LateAckApp } from './late-ack.ts'
import { listen } from './receive/listen.ts'
import { refusalOf, refusals, refusedPause } from './refusal.ts'
import { onlySeat, type Seats } from './seats.ts'
import { socketOf } from './socket.ts'
import { type Self, whoAmI } from './who-am-i.ts'
import { pause, untilTold } from './within.ts'
import { work } from './work.ts'

/** How long stopping waits for what is under way (milliseconds). */
const GRACE = 7_000
/** Slack being away, or refusing its token, is no reason not to start: the adapter goes on trying behind (milliseconds). */
const START = 10_000
const LONGEST_PAUSE = 15_000

export interface SlackAdapterOptions {
  bot: Bot
  config: SlackConfig
  log: Log
  /** The house's own server: needed when there is no app token. */
  app?: Express
}

/** Slack by Socket Mode when there is an app token, else by HTTP. It only translates between Slack and the bot. */
export function slackAdapter({ bot, config, log, app: server }: SlackAdapterOptions): Adapter {
  const client = clientOf(config, log)
  const busy = work(log)
  let self: Self | undefined
  let stopped = false
  const isOpen = () => self !== undefined && !stopped
  const known = (): Self => {
    if (!self) throw new Error('Slack has not said yet whose token this is')
    return self
  }

  const socket = config.appToken ? socketOf({ ...config, appToken: config.appToken }, log) : undefined
  const seats = onlySeat(client, known)
  const app = boltApp(config, log, socket?.receiver ?? receiverOn(server, config, log, isOpen), seats, isOpen)
  listen(app, { bot, log, work: busy })

  const begin = async (refused: () => void) => {
    self = await identified(client, log, () => stopped, refused)
    if (self) await socket?.start()
  }

  return {
    platform: 'slack',
    courier: courierOver(async () => client, log),
    ready: () => isOpen() && (socket?.connected() ?? true),
    start: async () => {
      await untilTold(START, (refused) =>
        begin(refused).catch((error: unknown) => log.error({ error }, 'Slack could not be started')),
      )
    },
    stop: async () => {
      stopped = true
      await busy.close(GRACE)
      await socket?.stop()
    },
  }
}

async function identified(client: Client, log: Log, stopped: () => boolean, refused: () => void): Promise<Self | undefined> {
  const sayRefused = refusals('SLACK_BOT_TOKEN', log)
  for (let failed = 0; !stopped(); failed++) {
    try {
      return await whoAmI(client)
    } catch (error) {
      const code = refusalOf(error)
      if (code) {
        sayRefused(code, error)
        refused()
      } else log.warn({ error, failed }, 'Slack cannot be reached; trying again')
      await pause(code ? refusedPause(failed) : Math.min(200 * 2 ** failed, LONGEST_PAUSE))
    }
  }
  return undefined
}

function receiverOn(server: Express | undefined, config: SlackConfig, log: Log, open: () => boolean): Receiver {
  if (!server || !config.signingSecret) throw new Error('Slack needs an app token, or a signing secret and a server to listen on')
  return httpReceiver(server, config.signingSecret, log, open)
}

// Authorised from what is known of the team: no call of Bolt's own stands between a request and its acknowledgement. Bolt is given no token: it keeps
// a client for each that it ever saw, and we use none of them.
function boltApp(config: SlackConfig, log: Log, receiver: Receiver, seats: Seats, open: () => boolean): App {
  const app = new LateAckApp({
    open,
    longest: config.acknowledgeWithin,
    receiver,
    logger: loggerOver(log),
    clientOptions: clientOptions(config, log),
    convoStore: false,
    authorize: async ({ teamId }) => {
      const seat = await seats.of(teamId)
      return { seat, botId: seat?.self.bot, botUserId: seat?.self.botUser }
    },
  })
  app.error(async (error) => log.error({ error }, 'a Slack request could not be read'))
  return app
}
