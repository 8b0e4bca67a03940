import type { Grant, Grants } from '../../../bot/grants.ts'
import type { Log } from '../../../bot/house.ts'
import { clientOf } from '../client.ts'
import type { SlackConfig } from '../config.ts'
import { codeOf } from '../failures.ts'
import { refusalOf } from '../refusal.ts'
import type { Seat, Seats } from '../seats.ts'
import { type OAuth, selfOf } from './oauth.ts'

/** How long a team's token is remembered in memory: as long at most another process answers with what an installation has replaced (milliseconds). */
const REMEMBERED = 10_000
/** So many teams are remembered, the newest asked for. */
const MOST = 5_000
/** A token is renewed this long before it is over, in the background; when that failed, before it is used (milliseconds). */
const EARLY = 2 * 3_600_000
const LATE = 120_000

/** The team has put the bot out: its token will never work again. */
const OUT = new Set(['token_revoked', 'account_inactive'])
/** So it refuses to renew what such a team had. */
const NOT_RENEWED = new Set([...OUT, 'invalid_refresh_token', 'invalid_grant'])
const OVER = new Set(['token_expired', 'invalid_auth', 'not_authed'])

export interface HostedSeat extends Seat {
  grant: Grant
}

export interface HostedSeats extends Seats {
  of: (team: string | undefined) => Promise<HostedSeat | undefined>
  /** Asks the database again next time. */
  forget: (team: string) => void
  /** Slack did not take the token of this seat. Gives the seat to try with instead, when there is a newer token. */
  refused: (seat: HostedSeat, code: string | undefined) => Promise<HostedSeat | undefined>
  /** Renews what is over soon. */
  renewSoon: () => Promise<void>
}

/** The bot in every team that let it in. `now` in epoch milliseconds. */
export function hostedSeats(parts: {
  config: SlackConfig
  oauth: OAuth
  grants: Grants
  now: () => number
  log: Log
}): HostedSeats {
  const { config, oauth, grants, now, log } = parts
  const remembered = new Map<string, { until: number; seat: Promise<HostedSeat | undefined> }>()
  const newest = new Map<string, HostedSeat>()
  const complained = new Set<string>()

  const of: HostedSeats['of'] = (team) => {
    if (!team) return Promise.resolve(undefined)
    const known = remembered.get(team)
    if (known && known.until > now() && known.until <= now() + REMEMBERED) return known.seat
    const seat = load(team).catch((error: unknown) => {
      forget(team)
      throw error
    })
    remembered.delete(team)
    remembered.set(team, { until: now() + REMEMBERED, seat })
    const oldest = remembered.size > MOST ? remembered.keys().next().value : undefined
    if (oldest !== undefined) forget(oldest)
    return seat
  }
  const forget = (team: string) => {
    remembered.delete(team)
    newest.delete(team)
  }

  async function load(team: string): Promise<HostedSeat | undefined> {
    const grant = await grants.find(team)
    if (!grant || grant === 'unreadable') return undefined
    if (grant.expiresAt === undefined || grant.expiresAt > now() + LATE) return seatOf(grant)
    return (await renewed(grant)) ?? seatOf(grant)
  }

  // The client of a token stays: it knows what Slack asked it to wait for.
  function seatOf(grant: Grant): HostedSeat {
    const before = newest.get(grant.team)
    const isSame = before?.grant.secret.token === grant.secret.token
    const seat = { grant, self: selfOf(grant), client: isSame ? before.client : clientOf(grant.secret.token, config, log) }
    newest.set(grant.team, seat)
    return seat
  }

  async function renewed(grant: Grant): Promise<HostedSeat | undefined> {
    const { team, secret } = grant
    if (!secret.refreshToken) return undefined
    try {
      const fresh = await grants.renew(team, secret.token, oauth.renewed)
      complained.delete(team)
      return fresh && fresh !== 'unreadable' ? seatOf(fresh) : undefined
    } catch (error) {
      const isOver = grant.expiresAt !== undefined && grant.expiresAt <= now()
      if (isOver && NOT_RENEWED.has(codeOf(error) ?? '')) return putOut(team, codeOf(error))
      const facts = { team, error, code: codeOf(error), next: 'If it goes on, somebody of that team opens /slack/install again.' }
      const isNews = !!refusalOf(error) && !complained.has(team)
      log[isNews ? 'error' : 'warn'](facts, 'the token of a Slack team could not be renewed')
      if (isNews) complained.add(team)
      return undefined
    }
  }

  async function refused({ grant }: HostedSeat, code: string | undefined): Promise<HostedSeat | undefined> {
    if (!code || !(OUT.has(code) || OVER.has(code))) return undefined
    const { team } = grant
    forget(team)
    const newer = await of(team)
    if (newer && newer.grant.secret.token !== grant.secret.token) return newer
    if (OVER.has(code)) return newer && renewed(newer.grant)
    return putOut(team, code)
  }

  async function putOut(team: string, code: string | undefined): Promise<undefined> {
    if (await grants.forget(team))
      log.warn({ team, code }, 'a Slack team has put the bot out: nothing is sent there any more, its data stay')
    forget(team)
  }

  return {
    of,
    forget,
    refused,
    renewSoon: async () => {
      for (const team of await grants.expiring(now() + EARLY)) {
        const grant = await grants.find(team)
        if (!grant || grant === 'unreadable') continue
        await renewed(grant)
        remembered.delete(team)
      }
    },
  }
}
