import { DeliveryError } from '../bot/errors.ts'

/**
 * The least time between two messages, in milliseconds. Slack's chat.postMessage takes about one a second to a channel and a few hundred a
 * minute to a team; Discord takes five in five seconds to a channel and fifty a second from a bot.
 */
const SPACING: Readonly<Record<string, { channel: number; team: number }>> = {
  slack: { channel: 1_100, team: 250 },
  discord: { channel: 1_100, team: 50 },
  playground: { channel: 0, team: 0 },
}
const UNKNOWN = { channel: 1_000, team: 250 }

/** A team that asked us to slow down is left alone for at most so long at a time: all who wait in line still have their lease. */
const LONGEST_BREAK = 10_000

/** Hands the turn on once this is over. */
type Pass = (over: Promise<unknown>) => void

/** Sends to one recipient one after the other, and no faster than the platform takes them for one recipient and for one team. */
export class Pace {
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #wait: (milliseconds: number) => Promise<void>

  constructor(wait: (milliseconds: number) => Promise<void>) {
    this.#wait = wait
  }

  /** Does the work when its turn comes. What the work throws is thrown. */
  async inTurn<T>(
    { platform, team, user }: { platform: string; team: string; user: string },
    work: () => Promise<T>,
  ): Promise<T> {
    const spacing = SPACING[platform] ?? UNKNOWN
    const passChannel = await this.#turn(`${platform}/${team}/${user}`)
    const passTeam = await this.#turn(`${platform}/${team}`)
    passTeam(this.#wait(spacing.team))
    try {
      return await work()
    } catch (error) {
      if (error instanceof DeliveryError && error.retryAfter) this.#rest(`${platform}/${team}`, error.retryAfter)
      throw error
    } finally {
      passChannel(this.#wait(spacing.channel))
    }
  }

  /** Puts a break into the line of a team. */
  #rest(team: string, milliseconds: number): void {
    void this.#turn(team).then((pass) => pass(this.#wait(Math.min(milliseconds, LONGEST_BREAK))))
  }

  #turn(key: string): Promise<Pass> {
    const before = this.#turns.get(key) ?? Promise.resolve()
    let pass: Pass = () => undefined
    const mine = new Promise<void>((resolve) => {
      pass = (over) =>
        void over.then(
          () => resolve(),
          () => resolve(),
        )
    })
    const after = before.then(() => mine)
    this.#turns.set(key, after)
    void after.then(() => this.#turns.get(key) === after && this.#turns.delete(key))
    return before.then(() => pass)
  }
}
