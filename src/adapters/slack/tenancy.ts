import type { App } from '@slack/bolt'
import type { Log } from '../../bot/house.ts'
import { type Client, clientOf } from './client.ts'
import type { SlackConfig } from './config.ts'
import { refusalOf, refusals, refusedPause } from './refusal.ts'
import { onlySeat, type Seats } from './seats.ts'
import { type Self, whoAmI } from './who-am-i.ts'
import { pause } from './within.ts'

const LONGEST_PAUSE = 15_000
/** So many tries in vain, within a second of each other, are no blip: Slack is away. */
const AWAY_AFTER = 2

/** Does work with the client of a team. Throws DeliveryError where the bot is not in that team. */
export type Through = <T>(team: string, work: (client: Client) => Promise<T>) => Promise<T>

/** In one team, or in many: where requests may come from, and with what messages go out. */
export interface Tenancy {
  seats: Seats
  through: Through
  /** Able to take requests. */
  open: () => boolean
  /**
   * Gets ready, however long Slack is away; calls `waiting` when that is not soon: Slack does not take the token, or does not answer. Says whether it is:
   * not when it was stopped before.
   */
  begin: (waiting: () => void) => Promise<boolean>
  /** What else it hears from Slack. */
  listen: (app: App) => void
  stop: () => void
}

/** The one team whose token was set. Nothing is taken before Slack has said whose token it is. */
export function oneTeam(botToken: string, config: SlackConfig, log: Log): Tenancy {
  const client = clientOf(botToken, config, log)
  let self: Self | undefined
  let stopped = false
  const known = (): Self => {
    if (!self) throw new Error('Slack has not said yet whose token this is')
    return self
  }
  return {
    seats: onlySeat(client, known),
    through: (_, work) => work(client),
    open: () => self !== undefined,
    begin: async (waiting) => {
      self = await identified(client, log, () => stopped, waiting)
      return self !== undefined
    },
    listen: () => undefined,
    stop: () => {
      stopped = true
    },
  }
}

async function identified(client: Client, log: Log, stopped: () => boolean, waiting: () => void): Promise<Self | undefined> {
  const sayRefused = refusals('SLACK_BOT_TOKEN', log)
  for (let failed = 0; !stopped(); failed++) {
    try {
      const self = await whoAmI(client)
      if (failed) log.info({ team: self.teamName, failed }, 'Slack answers now')
      return self
    } catch (error) {
      const code = refusalOf(error)
      if (code) {
        sayRefused(code, error)
        waiting()
      } else {
        log.warn({ error, failed }, 'Slack cannot be reached; trying again')
        if (failed + 1 >= AWAY_AFTER) waiting()
      }
      await pause(code ? refusedPause(failed) : Math.min(200 * 2 ** failed, LONGEST_PAUSE))
    }
  }
  return undefined
}
