/** The least time between two messages to one channel, in milliseconds: Slack's chat.postMessage takes about one a second a channel. */
const BETWEEN_MESSAGES: Record<string, number> = { slack: 1_100, discord: 250, playground: 0 }

/** Sends to one recipient one after the other, and no faster than the platform takes them. */
export class Pace {
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #wait: (milliseconds: number) => Promise<void>

  constructor(wait: (milliseconds: number) => Promise<void>) {
    this.#wait = wait
  }

  inTurn<T>(platform: string, channel: string, work: () => Promise<T>): Promise<T> {
    const key = `${platform}/${channel}`
    const before = this.#turns.get(key) ?? Promise.resolve()
    const mine = before.then(work)
    // The next one waits for the pause as well, whether this one went well or not.
    const after = mine.catch(() => undefined).then(() => this.#wait(BETWEEN_MESSAGES[platform] ?? 1_000))
    this.#turns.set(key, after)
    void after.then(() => this.#turns.get(key) === after && this.#turns.delete(key))
    return mine
  }
}
