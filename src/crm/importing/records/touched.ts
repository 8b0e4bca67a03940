import type { Fate } from './draft.ts'

const FATES: readonly Fate[] = ['unchanged', 'updated', 'added']
const FEWEST = 1024

/**
 * Which records a run spoke of, by which line first, and what became of them: some 30 bytes for each, so that a million of them are held beside
 * everything else. They are known by the last half of their ids, which is random.
 */
export class Touched {
  readonly counts: Record<Fate, number> = { added: 0, updated: 0, unchanged: 0 }
  #size = 0
  #keys = new Uint32Array(2 * FEWEST)
  /** A line is never 0: that is a free place. */
  #lines = new Uint32Array(FEWEST)
  #fates = new Uint8Array(FEWEST)

  /** The line that spoke of a record first. */
  lineOf(id: string): number | undefined {
    return this.#lines[this.#placeOf(...halves(id))] || undefined
  }

  /** The better news wins: a record made by this run stays new, whatever its later rows add. */
  note(id: string, line: number, fate: Fate): void {
    if (this.#size * 3 > this.#lines.length * 2) this.#grow()
    const [high, low] = halves(id)
    const at = this.#placeOf(high, low)
    const before = this.#lines[at] ? this.#fates[at]! : undefined
    const now = Math.max(before ?? 0, FATES.indexOf(fate))
    if (before === undefined) this.#put(at, high, low, line)
    else this.counts[FATES[before]!]--
    this.#fates[at] = now
    this.counts[FATES[now]!]++
  }

  #put(at: number, high: number, low: number, line: number): void {
    this.#keys[2 * at] = high
    this.#keys[2 * at + 1] = low
    this.#lines[at] = line
    this.#size++
  }

  /** Where a record stands, or the free place where it would. */
  #placeOf(high: number, low: number): number {
    const mask = this.#lines.length - 1
    let at = (low ^ Math.imul(high, 0x9e3779b1)) & mask
    while (this.#lines[at] && (this.#keys[2 * at] !== high || this.#keys[2 * at + 1] !== low)) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const [keys, lines, fates] = [this.#keys, this.#lines, this.#fates]
    this.#keys = new Uint32Array(2 * keys.length)
    this.#lines = new Uint32Array(2 * lines.length)
    this.#fates = new Uint8Array(2 * fates.length)
    this.#size = 0
    for (const [was, line] of lines.entries()) {
      if (!line) continue
      const at = this.#placeOf(keys[2 * was]!, keys[2 * was + 1]!)
      this.#put(at, keys[2 * was]!, keys[2 * was + 1]!, line)
      this.#fates[at] = fates[was]!
    }
  }
}

/** The last 64 bits of a UUID. */
const halves = (id: string): [number, number] => [
  Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16),
  Number.parseInt(id.slice(28), 16),
]
