import type { App } from '@slack/bolt'
import type { Express } from 'express'
import { DeliveryError, UserError } from '../../../bot/errors.ts'
import type { Grant, Grants } from '../../../bot/grants.ts'
import type { House, Log } from '../../../bot/house.ts'
import type { HostedConfig, SlackConfig } from '../config.ts'
import { codeOf } from '../failures.ts'
import { profileOf } from '../receive/profile.ts'
import type { Tenancy, Through } from '../tenancy.ts'
import type { Work } from '../work.ts'
import { INSTALL_PATH, showInstall } from './install.ts'
import { listenToLeaving } from './leaving.ts'
import { oauthOf } from './oauth.ts'
import { refuseOutsiders } from './outsiders.ts'
import { hostedSeats } from './seats.ts'
import { statesOf } from './state.ts'

/** How often tokens are looked at that are over soon (milliseconds). */
const RENEW_EVERY = 10 * 60_000

/** What the house gives to an adapter that serves many teams. */
export interface Hosting {
  grants: Grants
  /** Makes whoever let the bot in a member, the first one its workspace's admin. */
  identify: House['identify']
  /** Epoch milliseconds. */
  now: () => number
}

interface Parts extends Hosting {
  config: SlackConfig & { hosted: HostedConfig }
  /** Where the pages of an installation are put. */
  server: Express
  work: Work
  log: Log
}

/** Any team that lets the bot in, each with a token of its own. */
export function manyTeams({ config, server, grants, identify, now, work, log }: Parts): Tenancy {
  const oauth = oauthOf(config, log, now)
  const seats = hostedSeats({ config, oauth, grants, now, log })
  let open = false
  let renewing: NodeJS.Timeout | undefined

  const through: Through = async (team, doing) => {
    const seat = await seats.of(team)
    if (!seat) throw new DeliveryError('the bot is not installed in this Slack team', { permanent: false, refusesBot: true })
    try {
      return await doing(seat.client)
    } catch (error) {
      const instead = await seats.refused(seat, codeOf(error))
      if (!instead) throw error
      return doing(instead.client)
    }
  }

  const installed = async ({ team }: Grant, user: string) => {
    seats.forget(team)
    await work.take('greeting', async () => {
      const seat = await seats.of(team)
      if (!seat || !user) return
      const place = { platform: 'slack' as const, team, user, kind: 'direct' as const }
      await identify({ place, profile: () => profileOf(seat.client, seat.self, user) }).catch((error: unknown) => {
        // A guest may be let to install apps: the first one of the team to speak is its admin then.
        if (!(error instanceof UserError)) throw error
        log.info({ team, error }, 'who installed the bot may not use it')
      })
    })
  }

  const renew = () => work.take('renewal', seats.renewSoon)
  showInstall(server, { config: config.hosted, oauth, states: statesOf(config.hosted.stateSecret, now), grants, installed, log })

  return {
    seats,
    through,
    open: () => open,
    begin: async () => {
      open = true
      void renew()
      renewing = setInterval(renew, RENEW_EVERY).unref()
      return true
    },
    listen: (app: App) => {
      refuseOutsiders(app, `${config.hosted.publicUrl}${INSTALL_PATH}`, log)
      listenToLeaving({ app, seats, grants, work, log })
    },
    stop: () => clearInterval(renewing),
  }
}
