import type { App, Receiver } from '@slack/bolt'
import type { Express } from 'express'
import type { Adapter, Bot, Log } from '../../bot/house.ts'
import { clientOptions, loggerOver } from './client.ts'
import type { SlackConfig } from './config.ts'
import { courierOver } from './courier.ts'
import { type Hosting, manyTeams } from './hosted/hosted.ts'
import { httpReceiver } from './http.ts'
import { LateAckApp } from './late-ack.ts'
import { listen } from './receive/listen.ts'
import type { Seats } from './seats.ts'
import { socketOf } from './socket.ts'
import { oneTeam, type Tenancy } from './tenancy.ts'
import { untilTold } from './within.ts'
import { type Work, work } from './work.ts'

/** How long stopping waits for what is under way (milliseconds). */
const GRACE = 7_000
/** Slack being away, or refusing its token, is no reason not to start: the adapter goes on trying behind, and says when it is connected (milliseconds). */
const START = 3_000

export interface SlackAdapterOptions {
  bot: Bot
  config: SlackConfig
  log: Log
  /** The house's own server: needed when there is no app token, or the app is installed by many teams. */
  app?: Express
  /** Needed when the app is installed by many teams. */
  hosting?: Hosting
}

/** Slack by Socket Mode when there is an app token, else by HTTP. It only translates between Slack and the bot. */
export function slackAdapter(options: SlackAdapterOptions): Adapter {
  const { bot, config, log, app: server } = options
  const busy = work(log)
  const tenancy = tenancyOf(options, busy)
  let stopped = false
  const isOpen = () => tenancy.open() && !stopped

  const socket = config.appToken ? socketOf({ ...config, appToken: config.appToken }, log) : undefined
  const app = boltApp(config, log, socket?.receiver ?? receiverOn(server, config, log, isOpen), tenancy.seats, isOpen)
  tenancy.listen(app)
  listen(app, { bot, log, work: busy })

  const begin = async (waiting: () => void) => {
    if (await tenancy.begin(waiting)) await socket?.start()
  }

  return {
    platform: 'slack',
    courier: courierOver(tenancy.through, log),
    ready: () => isOpen() && (socket?.connected() ?? true),
    start: async () => {
      await untilTold(START, (waiting) =>
        begin(waiting).catch((error: unknown) => log.error({ error }, 'Slack could not be started')),
      )
    },
    stop: async () => {
      stopped = true
      tenancy.stop()
      await busy.close(GRACE)
      await socket?.stop()
    },
  }
}

function tenancyOf({ config, log, app, hosting }: SlackAdapterOptions, busy: Work): Tenancy {
  const { botToken, hosted } = config
  if (botToken) return oneTeam(botToken, config, log)
  if (!hosted || !hosting || !app)
    throw new Error('Slack needs a bot token, or what many teams need: a client id, their grants and a server')
  return manyTeams({ ...hosting, config: { ...config, hosted }, server: app, work: busy, log })
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
