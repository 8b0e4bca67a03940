/** What one bot has under way, by workspace, so that nobody's long line keeps others from being served. */
export class Lines {
  readonly #waiting = new Map<string, number>()
  readonly #resting = new Map<string, number>()
  #out = 0

  /** Waits for its turn, from when it was claimed. */
  enter(workspaceId: string): void {
    this.#waiting.set(workspaceId, (this.#waiting.get(workspaceId) ?? 0) + 1)
  }

  leave(workspaceId: string): void {
    const left = (this.#waiting.get(workspaceId) ?? 0) - 1
    if (left > 0) this.#waiting.set(workspaceId, left)
    else this.#waiting.delete(workspaceId)
  }

  /** While it is at its platform, or stands in line for that, it is no work for the database. */
  async out<T>(work: () => Promise<T>): Promise<T> {
    this.#out++
    try {
      return await work()
    } finally {
      this.#out--
    }
  }

  /** How many are at their platforms. */
  get outside(): number {
    return this.#out
  }

  /** How many of each workspace wait for their turn. */
  get waiting(): ReadonlyMap<string, number> {
    return this.#waiting
  }

  /** Its platform wants nothing before this time (epoch milliseconds). */
  rest(workspaceId: string, until: number): void {
    this.#resting.set(workspaceId, until)
  }

  /** The workspaces of which nothing more is to be claimed now: so many wait already, or its platform wants none. */
  full(most: number, now: number): string[] {
    for (const [id, until] of this.#resting) if (until <= now) this.#resting.delete(id)
    const crowded = [...this.#waiting].filter(([, count]) => count >= most).map(([id]) => id)
    return [...new Set([...crowded, ...this.#resting.keys()])]
  }

  /** When the first of those that rest may be asked again. */
  get restsUntil(): number | undefined {
    return this.#resting.size ? Math.min(...this.#resting.values()) : undefined
  }
}
