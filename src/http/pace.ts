import type { Temporal } from 'temporal-polyfill'

/** Askers that are counted at once; beyond it, counting begins anew. */
const MOST_COUNTED = 10_000

/** Whether somebody, or for something, may be asked once more in this minute. */
export function paceOf(perMinute: number, now: () => Temporal.Instant): (asker: string) => boolean {
  const asked = new Map<string, number>()
  let minute = 0
  return (asker) => {
    const current = Math.floor(now().epochMilliseconds / 60_000)
    if (current !== minute || asked.size >= MOST_COUNTED) asked.clear()
    minute = current
    const times = (asked.get(asker) ?? 0) + 1
    asked.set(asker, times)
    return times <= perMinute
  }
}
