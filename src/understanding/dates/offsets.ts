import { Temporal } from 'temporal-polyfill'

/** A time in which a zone's clocks are not changed: from, and up to but without, in milliseconds since 1970. */
interface Span {
  from: number
  until: number
  /** Milliseconds that the wall clock is ahead of UTC. */
  offset: number
}

const known = new Map<string, Span[]>()
/** Of each zone so many are kept: ten years of summer and winter. */
const MOST_SPANS = 20

/**
 * The wall clock of a zone at an instant, to the millisecond. The same as `instant.toZonedDateTimeISO(zone).toPlainDateTime()`, but the changes of its clocks
 * are looked up once and not for every instant: a list of what happened asks for many.
 */
export function wallClock(instant: Temporal.Instant, zone: string): Temporal.PlainDateTime {
  const at = instant.epochMilliseconds
  const spans = known.get(zone) ?? []
  let span = spans.find(({ from, until }) => from <= at && at < until)
  if (!span) {
    span = spanAround(instant, zone)
    if (spans.length >= MOST_SPANS) spans.length = 0
    spans.push(span)
    known.set(zone, spans)
  }
  const local = new Date(at + span.offset)
  return new Temporal.PlainDateTime(
    local.getUTCFullYear(),
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
    local.getUTCMilliseconds(),
  )
}

function spanAround(instant: Temporal.Instant, zone: string): Span {
  const here = instant.toZonedDateTimeISO(zone)
  // “Previous” is strictly before: a change at this very instant is asked for from a moment later.
  const from = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const until = here.getTimeZoneTransition('next')
  return {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: Math.round(here.offsetNanoseconds / 1e6),
  }
}
