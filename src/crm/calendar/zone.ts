import { Temporal } from 'temporal-polyfill'
import { component, local } from './ics.ts'

/** A time zone as every calendar reads it: each change of its clocks from the beginning of one year to the end of another, by the platform's own data. */
export function zoneLines(zone: string, fromYear: number, toYear: number): string[] {
  const start = midnight(zone, fromYear)
  const end = midnight(zone, toYear + 1)
  const lines = observance(start, start.offset)
  let before = start
  for (let at = next(start); at && Temporal.ZonedDateTime.compare(at, end) < 0; at = next(at)) {
    lines.push(...observance(at, before.offset))
    before = at
  }
  return component('VTIMEZONE', `TZID:${zone}`, ...lines)
}

const midnight = (timeZone: string, year: number) =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime({ timeZone })
const next = (at: Temporal.ZonedDateTime) => at.getTimeZoneTransition('next')

/** The clocks go from one offset to that of `at`. Its beginning is said by the clock that went before. */
function observance(at: Temporal.ZonedDateTime, from: string): string[] {
  const begins = at.withTimeZone(from).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return component(
    isSummerTime(at) ? 'DAYLIGHT' : 'STANDARD',
    `DTSTART:${local(begins)}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(at.offset)}`,
  )
}

const offset = (said: string) => said.replaceAll(':', '')

function isSummerTime(at: Temporal.ZonedDateTime): boolean {
  const [january, july] = [1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds)
  return at.offsetNanoseconds > Math.min(january!, july!)
}
