/** What one bot has under way, by workspace, so that nobody's long line keeps others from being served. */
export class Lines {
  readonly #waiting = new Map<string, number>()
  readonly #resting = new Map<string, number>()

  /** Stands in line for its turn. */
  enter(workspaceId: string): void {
    this.#waiting.set(workspaceId, (this.#waiting.get(workspaceId) ?? 0) + 1)
  }

  leave(workspaceId: string): void {
    const left = (this.#waiting.get(workspaceId) ?? 0) - 1
    if (left > 0) this.#waiting.set(workspaceId, left)
    else this.#waiting.delete(workspaceId)
  }

  /** Its platform wants nothing before this time (epoch milliseconds). */
  rest(workspaceId: string, until: number): void {
    this.#resting.set(workspaceId, until)
  }

  get waiting(): number {
    return [...this.#waiting.values()].reduce((sum, one) => sum + one, 0)
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
