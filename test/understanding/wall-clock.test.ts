import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { localNow } from '../../src/understanding/index.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Sao_Paulo',
  'Asia/Shanghai',
]
const said = (local: Temporal.PlainDateTime) => local.toString({ smallestUnit: 'millisecond' })
const slowly = (now: Temporal.Instant, zone: string) => said(now.toZonedDateTimeISO(zone).toPlainDateTime())

test('the wall clock is the zone’s, at any instant', () => {
  const instants = fc
    .integer({ min: Date.UTC(1975, 0), max: Date.UTC(2060, 0) })
    .map((at) => Temporal.Instant.fromEpochMilliseconds(at))
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (now, zone) => {
      expect(said(localNow({ now, zone }))).toBe(slowly(now, zone))
    }),
    { numRuns: 300 },
  )
})

test.each(ZONES.filter((zone) => zone !== 'UTC'))('%s: just before its clocks change, as they change, and just after', (zone) => {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('2009-06-01T00:00:00Z').toZonedDateTimeISO(zone)
  for (let changes = 0; changes < 30 && at; changes++) {
    at = at.getTimeZoneTransition('next')
    if (!at) break
    for (const milliseconds of [-1, 0, 1, -3_600_000, 3_600_000]) {
      const now = at.toInstant().add({ milliseconds })
      expect(said(localNow({ now, zone }))).toBe(slowly(now, zone))
    }
  }
})
