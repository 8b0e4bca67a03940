import type { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'

let made = 0

/** A new id that sorts by time, and within one millisecond by the order in which this process made them: UUIDv7 (RFC 9562, 6.2 method 1). */
export const newId = (now: Temporal.Instant): string => v7({ msecs: now.epochMilliseconds, seq: made++ >>> 0 })

/** An instant as the database client wants it. */
export const asDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
