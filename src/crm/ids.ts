import { randomFillSync } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'

let made = 0

/** Randomness is fetched for many ids at once: one at a time it is the dearest part of making one. */
const pool = new Uint8Array(16 * 256)
let used = pool.length
function random(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.slice(used - 16, used)
}

/** A new id that sorts by time, and within one millisecond by the order in which this process made them: UUIDv7 (RFC 9562, 6.2 method 1). */
export const newId = (now: Temporal.Instant): string => v7({ msecs: now.epochMilliseconds, seq: made++ >>> 0, random: random() })

/** An instant as the database client wants it. */
export const asDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
