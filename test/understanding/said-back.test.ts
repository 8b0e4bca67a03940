import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localToInstant, nextOccurrence, sayAt, understandWhen } from '../../src/understanding/index.ts'

/** What is said of a moment, typed back, means the same moment: in both languages, in any zone, across changes of the clock and of the year. */

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Santiago',
  'Africa/Casablanca',
  'UTC',
)
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) })
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at - (at % 60_000)))
const locale = fc.constantFrom('en' as const, 'zh' as const)
/** Minutes from now: up to four years ahead or back. */
const away = fc.integer({ min: -2_000_000, max: 2_000_000 }).filter((minutes) => minutes !== 0)

const prefer = (minutes: number) => (minutes < 0 ? ('past' as const) : ('future' as const))

test('a moment', () => {
  fc.assert(
    fc.property(instant, zone, locale, away, (now, zone, locale, minutes) => {
      const at = now.add({ minutes }).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
      const said = sayAt(at, { now, zone }, locale)
      expect(understandWhen(said, { now, zone }, prefer(minutes))?.at, `${said} (${zone}, ${now})`).toBe(at)
    }),
    { numRuns: 1500 },
  )
})

test('a day', () => {
  fc.assert(
    fc.property(instant, zone, locale, fc.integer({ min: -1400, max: 1400 }), (now, zone, locale, days) => {
      const at = now.toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString()
      const said = sayAt(at, { now, zone }, locale)
      expect(understandWhen(said, { now, zone }, prefer(days))?.at, `${said} (${zone}, ${now})`).toBe(at)
    }),
    { numRuns: 1500 },
  )
})

test('a wall-clock time is an instant, in gaps of the clock too', () => {
  fc.assert(
    fc.property(instant, zone, away, (now, zone, minutes) => {
      const local = now.add({ minutes }).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
      const back = localToInstant(local, zone).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
      expect(back).toBe(local)
    }),
  )
})

const rule = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=MONTHLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYMONTHDAY=15',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;INTERVAL=3',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28',
)

test('a repeat comes at its time of day, after what was, and soon', () => {
  fc.assert(
    fc.property(instant, rule, fc.integer({ min: 0, max: 800 }), (now, recurrence, days) => {
      const from = now.toZonedDateTimeISO('UTC').toPlainDateTime()
      const after = from.add({ days })
      const text = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' })
      const next = nextOccurrence(recurrence, text(from), text(after))
      expect(next).toBeDefined()
      expect(next!.slice(11)).toBe(text(from).slice(11))
      expect(next! > text(after)).toBe(true)
      expect(next! <= text(after.add({ days: 400 }))).toBe(true)
    }),
  )
})
