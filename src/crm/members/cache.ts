import type { Temporal } from 'temporal-polyfill'

const MOST = 10_000

/** Remembers what was found for a short while; what was not found is looked for again. */
export function cacheOf<T>(keepFor: Temporal.Duration, now: () => Temporal.Instant) {
  const kept = new Map<string, { value: T; group: string; until: number }>()
  const milliseconds = keepFor.total('milliseconds')
  let forgotten = 0

  async function get(key: string, find: () => Promise<T | undefined>, groupOf: (value: T) => string): Promise<T | undefined> {
    const known = kept.get(key)
    if (known && known.until > now().epochMilliseconds) return known.value
    const before = forgotten
    const value = await find()
    // What was read while something was being forgotten may be from before the change.
    if (value === undefined || before !== forgotten) return value
    if (kept.size >= MOST) kept.clear()
    kept.set(key, { value, group: groupOf(value), until: now().epochMilliseconds + milliseconds })
    return value
  }

  /** Drops everything of a group (a workspace). */
  function forget(group: string): void {
    forgotten++
    for (const [key, one] of kept) if (one.group === group) kept.delete(key)
  }

  return { get, forget }
}
