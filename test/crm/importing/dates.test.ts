import { describe, expect, test } from 'vitest'
import { plainDate, SeenDates } from '../../../src/crm/importing/dates.ts'

const orderOf = (...values: string[]) => {
  const seen = new SeenDates()
  for (const one of values) seen.add(one)
  return seen.order()
}

describe('the order in which a column writes its days', () => {
  test.each([
    ['dmy', ['01/02/2026', '31/01/2026']],
    ['mdy', ['01/02/2026', '1/31/2026 2:05 PM']],
    ['dmy', ['1.2.2026', '2.3.26']],
    ['unclear', ['01/02/2026', '03/04/2026']],
    ['unclear', ['01-02-2026']],
    ['unclear', ['31/01/2026', '01/31/2026']],
    [undefined, ['2026-01-02', '2026/1/2', '02/02/2026', '', 'soon', 'Jan 2, 2026']],
  ])('%s: %j', (order, values) => {
    expect(orderOf(...values)).toBe(order)
  })
})

describe('a day', () => {
  test.each([
    ['2026-02-01', undefined, '2026-02-01'],
    ['2026-02-01 14:05', undefined, '2026-02-01T14:05'],
    ['2026-02-01T14:05:07.123Z', undefined, '2026-02-01T14:05:07Z'],
    ['2026-02-01T14:05:00+0100', undefined, '2026-02-01T14:05:00+01:00'],
    ['2026-02-01T14:05:00.000+0000', undefined, '2026-02-01T14:05:00+00:00'],
    ['01/02/2026', 'dmy', '2026-02-01'],
    ['01/02/2026', 'mdy', '2026-01-02'],
    ['1/31/26, 2:05 PM', 'mdy', '2026-01-31T14:05'],
    ['12/1/2026 12:05 AM', 'mdy', '2026-12-01T00:05'],
    ['31.01.2026 14:05 Uhr', 'dmy', '31.01.2026 14:05 Uhr'],
    ['31.01.2026 14.05', 'dmy', '2026-01-31T14:05'],
    ['26/2/1', 'ymd', '2026-02-01'],
    ['Feb 1, 2026 02:05 PM', undefined, '2026-02-01T14:05'],
    ['1 February 2026', undefined, '2026-02-01'],
    ['Sunday, February 1st, 2026 at 14:05', undefined, '2026-02-01T14:05'],
    ['01-Feb-26', undefined, '2026-02-01'],
    ['2026年2月1日 下午2:05', undefined, '2026-02-01T14:05'],
    ['20260201', undefined, '2026-02-01'],
    ['1769954700000', undefined, '2026-02-01T14:05:00.000Z'],
    ['31/02/2026', 'dmy', '31/02/2026'],
    ['13/13/2026', 'dmy', '13/13/2026'],
    ['2026-02-01 25:00', undefined, '2026-02-01 25:00'],
    ['tomorrow', undefined, 'tomorrow'],
    ['', undefined, ''],
  ] as const)('%s (%s) is %s', (typed, order, plain) => {
    expect(plainDate(typed, order)).toBe(plain)
  })
})
