import type { Temporal } from 'temporal-polyfill'
import { v7 } from 'uuid'

/** A new id that sorts by time: UUIDv7 (RFC 9562). */
export const newId = (now: Temporal.Instant): string => v7({ msecs: now.epochMilliseconds })

/** An instant as the database client wants it. */
export const asDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
