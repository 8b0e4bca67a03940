import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { quietUntil } from '../../src/bot/quiet.ts'

const at = (now: string, quietFrom: string | null, quietUntilTime: string | null, timeZone = 'Europe/Berlin') =>
  quietUntil({ quietFrom, quietUntil: quietUntilTime, timeZone }, Temporal.Instant.from(now))?.toString()

test('nobody is quiet who has not asked for it', () => {
  expect(at('2026-11-24T03:00:00+01:00', null, null)).toBeUndefined()
})

test('hours within a day', () => {
  expect(at('2026-11-24T11:59:59+01:00', '12:00', '13:30')).toBeUndefined()
  expect(at('2026-11-24T12:00:00+01:00', '12:00', '13:30')).toBe('2026-11-24T12:30:00Z')
  expect(at('2026-11-24T13:29:59+01:00', '12:00', '13:30')).toBe('2026-11-24T12:30:00Z')
  expect(at('2026-11-24T13:30:00+01:00', '12:00', '13:30')).toBeUndefined()
})

test('hours over midnight end on the morning that follows', () => {
  expect(at('2026-11-24T20:00:00+01:00', '20:00', '07:00')).toBe('2026-11-25T06:00:00Z')
  expect(at('2026-11-25T06:59:00+01:00', '20:00', '07:00')).toBe('2026-11-25T06:00:00Z')
  expect(at('2026-11-25T07:00:00+01:00', '20:00', '07:00')).toBeUndefined()
  expect(at('2026-11-25T19:59:00+01:00', '20:00', '07:00')).toBeUndefined()
})

test('by the wall clock of the member, over the change to summer time', () => {
  expect(at('2026-11-24T12:00:00Z', '20:00', '07:00', 'Asia/Shanghai')).toBe('2026-11-24T23:00:00Z')
  expect(at('2027-03-27T23:00:00+01:00', '22:00', '07:00')).toBe('2027-03-28T05:00:00Z')
  // 02:30 does not exist on that night: quiet ends when the clock shows 03:30.
  expect(at('2027-03-28T01:00:00+01:00', '22:00', '02:30')).toBe('2027-03-28T01:30:00Z')
})
