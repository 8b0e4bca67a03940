import type { App } from '@slack/bolt'
import type { Grants } from '../../../bot/grants.ts'
import type { Log } from '../../../bot/house.ts'
import { codeOf } from '../failures.ts'
import { refusalOf } from '../refusal.ts'
import type { Work } from '../work.ts'
import type { HostedSeats } from './seats.ts'

interface Parts {
  app: App
  seats: HostedSeats
  grants: Grants
  work: Work
  log: Log
}

/**
 * A team has put the bot out. Slack may tell it late, twice, and after the team has let the bot in again: so Slack is asked whether the token that is
 * kept still works, and what works is kept.
 */
export function listenToLeaving({ app, seats, grants, work, log }: Parts): void {
  const left = (team: string) => work.take('removal', () => leave(team))

  async function leave(team: string): Promise<void> {
    seats.forget(team)
    const seat = await seats.of(team)
    if (seat && !(await isOver(seat.client.auth.test()))) {
      log.info({ team }, 'Slack tells of a removal that is over: the bot is in that team')
      return
    }
    if (await grants.forget(team))
      log.warn({ team }, 'a Slack team has removed the app: nothing is sent there any more, its data stay')
    seats.forget(team)
  }

  app.event('app_uninstalled', ({ body }) => left(body.team_id))
  app.event('tokens_revoked', async ({ event, body }) => {
    if (event.tokens.bot?.length) await left(body.team_id)
  })
}

/** Whether Slack refuses a token for good. Throws when Slack cannot be asked: then it is found out by the next message. */
async function isOver(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return false
  } catch (error) {
    if (!refusalOf(error)) throw error
    // One that is only over is renewed by whoever uses it next; what cannot be renewed any more is found out then.
    return codeOf(error) !== 'token_expired'
  }
}
