import { DeliveryError } from '../bot/errors.ts'

/**
 * The least time between two messages, in milliseconds. Slack's chat.postMessage takes about one a second to a channel and a few hundred a
 * minute to a team; Discord takes five in five seconds to a channel and fifty a second from a bot, of which a fifth is left to answers.
 */
const SPACING: Readonly<Record<string, { channel: number; team: number; platform: number }>> = {
  slack: { channel: 1_100, team: 250, platform: 0 },
  discord: { channel: 1_100, team: 50, platform: 25 },
  playground: { channel: 0, team: 0, platform: 0 },
}
const UNKNOWN = { channel: 1_000, team: 250, platform: 0 }

/** Whether these platforms take as many at once as there are. */
export const takeAllAtOnce = (platforms: readonly string[]): boolean =>
  platforms.every((platform) => Object.values(SPACING[platform] ?? UNKNOWN).every((spacing) => spacing === 0))

/** Who asked us to slow down is waited for in line for so long (milliseconds): all who wait there still have their lease. */
const LONGEST_BREAK = 10_000

/** Where something goes, as far as its pace is concerned. */
export interface Towards {
  platform: string
  team: string
  /** The person, or the channel. */
  user: string
}

/** It was not its turn, and will not be for a while: nothing was tried. */
export class Resting extends Error {
  readonly milliseconds: number

  constructor(milliseconds: number) {
    super('the platform asks to wait')
    this.milliseconds = milliseconds
  }
}

/** Hands the turn on once this is over. */
type Pass = (over: Promise<unknown>) => void

/** Sends to one recipient one after the other, and no faster than the platform takes them for one recipient, for one team and in all. */
export class Pace {
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #rests = new Map<string, number>()
  readonly #wait: (milliseconds: number) => Promise<void>
  readonly #now: () => number

  constructor(wait: (milliseconds: number) => Promise<void>, now: () => number = () => performance.now()) {
    this.#wait = wait
    this.#now = now
  }

  /** Does the work when its turn comes. What the work throws is thrown; Resting when the platform wants none for longer than one can stand in line. */
  async inTurn<T>(to: Towards, work: () => Promise<T>): Promise<T> {
    const spacing = SPACING[to.platform] ?? UNKNOWN
    const keys = keysOf(to)
    const passChannel = await this.#turn(keys.channel)
    const passTeam = await this.#turn(keys.team)
    const passAll = spacing.platform ? await this.#turn(keys.platform) : () => undefined
    const rest = Math.max(...Object.values(keys).map((key) => this.#restOf(key)))
    passAll(this.#after(rest ? 0 : spacing.platform))
    passTeam(this.#after(rest ? 0 : spacing.team))
    try {
      if (rest) throw new Resting(rest)
      return await work()
    } catch (error) {
      if (error instanceof DeliveryError && error.retryAfter) this.#rest(keys[error.scope], error.retryAfter)
      throw error
    } finally {
      passChannel(this.#after(rest ? 0 : spacing.channel))
    }
  }

  // A timer, however short, would part those who may go at once.
  #after(milliseconds: number): Promise<void> {
    return milliseconds > 0 ? this.#wait(milliseconds) : Promise.resolve()
  }

  /** A short break stands in the line; a long one sends whoever comes away again. */
  #rest(key: string, milliseconds: number): void {
    if (milliseconds > LONGEST_BREAK) this.#rests.set(key, this.#now() + milliseconds)
    else void this.#turn(key).then((pass) => pass(this.#wait(milliseconds)))
  }

  #restOf(key: string): number {
    const left = (this.#rests.get(key) ?? 0) - this.#now()
    if (left <= 0) this.#rests.delete(key)
    return Math.max(0, left)
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

const keysOf = ({ platform, team, user }: Towards) => ({
  channel: `${platform}/${team}/${user}`,
  team: `${platform}/${team}`,
  platform,
})
