import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  customerIndex,
  everyMonth,
  localToInstant,
  nextInSeries,
  occurrenceFrom,
  understand,
  understandTask,
} from '../../src/understanding/index.ts'

const customers = customerIndex([{ id: 'acme', name: 'Acme Corp', contacts: [{ id: 'wei', name: 'Wei Zhang' }] }])
/** Tuesday 24 November 2026, 10:00 in Berlin. */
const moment = { now: Temporal.Instant.from('2026-11-24T09:00:00Z'), zone: 'Europe/Berlin', customers }

describe('how a repeat ends, as typed', () => {
  test.each([
    ['every Monday 9am until June send the report', '2026-11-30T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270531'],
    ['every Monday 9am through June send the report', '2026-11-30T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['every Monday 22:30 until 31 January send the report', '2026-11-30T22:30', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270131'],
    ['every Monday until 30 June 2027 send the report', '2026-11-30', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['every Monday until the end of June send the report', '2026-11-30', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['every Monday 9am send the report until 30 June', '2026-11-30T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['every day for 2 weeks send the report', '2026-11-25', 'FREQ=DAILY;UNTIL=20261208'],
    ['every month 6 times send the report', '2026-12-24', 'FREQ=MONTHLY;COUNT=6'],
    ['every day at 9am send the report 5 times', '2026-11-25T09:00', 'FREQ=DAILY;COUNT=5'],
    ['每周一到六月底 send the report', '2026-11-30', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['每周一上午9点直到6月30日为止 send the report', '2026-11-30T09:00', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630'],
    ['每天共5次 send the report', '2026-11-25', 'FREQ=DAILY;COUNT=5'],
    ['每天上午9点，连续两周 send the report', '2026-11-25T09:00', 'FREQ=DAILY;UNTIL=20261208'],
  ])('%s', (line, at, recurrence) => {
    const read = understandTask(line, moment)
    expect([read.when?.at, read.when?.recurrence, read.what]).toEqual([at, recurrence, 'send the report'])
  })

  test.each([
    ['every Monday 9am review the plan for 2 weeks', 'FREQ=WEEKLY;BYDAY=MO', 'review the plan for 2 weeks'],
    ['every day 9am work until 5pm', 'FREQ=DAILY', 'work until 5pm'],
    ['every Monday 9am call Wei 3 times a day at most', 'FREQ=WEEKLY;BYDAY=MO', 'call Wei 3 times a day at most'],
  ])('but not “%s”', (line, recurrence, what) => {
    const read = understandTask(line, moment)
    expect([read.when?.recurrence, read.what]).toEqual([recurrence, what])
  })
})

describe('how the repeat of a follow-up ends, in a line that is logged', () => {
  const chinese = customerIndex([{ id: 'jc', name: '锦程物流', contacts: [{ id: 'li', name: '李娜' }] }])
  test.each([
    ['Acme: spoke to Wei, call Wei every Monday until March', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270228', 'call Wei'],
    ['Acme: spoke to Wei, every Monday until March call Wei', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270228', 'call Wei'],
    ['Acme: spoke to Wei, call back every Friday 10am for 3 weeks', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261217', 'call back'],
    ['Acme: spoke to Wei, call back every Friday 6 times', 'FREQ=WEEKLY;BYDAY=FR;COUNT=6', 'call back'],
    ['Acme: no answer, try again every day until Friday', 'FREQ=DAILY;UNTIL=20261127', 'try again'],
    [
      'Acme: spoke to Wei, send the report every Friday through June, then review',
      'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630',
      'send the report',
    ],
    ['锦程物流：和李娜通话，每周一打电话到三月底', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331', '打电话'],
    ['锦程物流：和李娜通话，每周五发报告，直到6月30日', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630', '发报告'],
    ['锦程物流：和李娜通话，每周一上午9点打电话给李娜，共5次', 'FREQ=WEEKLY;BYDAY=MO;COUNT=5', '打电话给李娜'],
    ['锦程物流：没接，每天再打，连续两周', 'FREQ=DAILY;UNTIL=20261208', '再打'],
  ])('%s', (line, series, what) => {
    const read = understand(line, { ...moment, customers: line.startsWith('Acme') ? customers : chinese })
    expect([read.series, read.facts.followUp?.what]).toEqual([series, what])
    expect(read.facts.recurrence).toBe(series.replace(/;(?:UNTIL|COUNT).*/, ''))
  })

  test.each([
    'Acme: spoke to Wei, call him every Monday, he is away until March',
    'Acme: spoke to Wei, he is away until March, call him every Monday',
    'Acme: called 3 times, call every Monday',
    'Acme: spoke to Wei, call him every Monday until the contract is signed',
    'Acme: spoke to Wei, call him every Monday until yesterday',
    '锦程物流：李娜说到三月底都不在，每周一打电话',
  ])('but not “%s”', (line) => {
    const read = understand(line, { ...moment, customers: line.startsWith('Acme') ? customers : chinese })
    expect(read.series).toBe('FREQ=WEEKLY;BYDAY=MO')
  })
})

const series = (rule: string, from: string, most = 40): string[] => {
  const all = [from]
  let left: string | undefined = rule
  while (left && all.length < most) {
    const next = nextInSeries(left, all.at(-1)!, all.at(-1)!)
    if (next) all.push(next.at)
    left = next?.recurrence
  }
  return all
}

describe('no month is left out', () => {
  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    [
      'FREQ=MONTHLY',
      '2027-12-30T09:00',
      ['2027-12-30T09:00', '2028-01-30T09:00', '2028-02-29T09:00', '2028-03-30T09:00', '2028-04-30T09:00'],
    ],
    ['FREQ=MONTHLY;INTERVAL=3', '2026-11-30', ['2026-11-30', '2027-02-28', '2027-05-30', '2027-08-30', '2027-11-30']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2027-02-28', ['2027-02-28', '2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28']],
    ['FREQ=YEARLY', '2028-02-29', ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2027-01-15', ['2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-15']],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31', '2027-03-31', ['2027-03-31', '2028-03-31', '2029-03-31', '2030-03-31', '2031-03-31']],
  ])('%s from %s', (rule, from, days) => {
    expect(series(everyMonth(rule, from), from, 5)).toEqual(days)
  })

  test('the 31st asked for in a short month is its last day', () => {
    const at = { ...moment, now: Temporal.Instant.from('2027-02-05T09:00:00Z') }
    expect(understandTask('every month on the 31st send the report', at).when?.at).toBe('2027-02-28')
  })
})

test('a rhythm keeps its hour even where its first day skips it', () => {
  const at = { ...moment, now: Temporal.Instant.from('2027-03-27T09:00:00Z') }
  expect(understandTask('every day at 02:30 send the report', at).when?.at).toBe('2027-03-28T02:30')
})

describe('whatever the rule, the zone and the moment', () => {
  const rule = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;INTERVAL=3',
    'FREQ=YEARLY',
  )
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const hour = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)

  test('the next one is later by the calendar and by the clock, and at the same hour', () => {
    fc.assert(
      fc.property(rule, zone, day, hour, fc.nat(900), (rule, zone, day, hour, days) => {
        const from = `${day}${hour}`
        const after = `${Temporal.PlainDate.from(day).add({ days })}${hour}`
        const next = nextInSeries(everyMonth(rule, from), from, after)!.at
        expect(next > after).toBe(true)
        expect(next.slice(10)).toBe(hour)
        expect(Temporal.Instant.compare(localToInstant(next, zone), localToInstant(after, zone))).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  test('a count comes out exactly, also when some were missed', () => {
    fc.assert(
      fc.property(rule, day, hour, fc.integer({ min: 1, max: 30 }), fc.nat(29), (rule, day, hour, count, missed) => {
        const from = `${day}${hour}`
        const bare = everyMonth(rule, from)
        const first = nextInSeries(bare, from, from)!.at
        const free = series(bare, first, count + 1)
        expect(series(`${bare};COUNT=${count}`, first)).toEqual(free.slice(0, count))
        const next = nextInSeries(`${bare};COUNT=${count}`, first, free[Math.min(missed, count)]!)
        expect(next?.recurrence).toBe(missed + 1 < count ? `${bare};COUNT=${count - missed - 1}` : undefined)
      }),
      { numRuns: 150 },
    )
  })

  test('nothing comes after the last day, and all before it does', () => {
    fc.assert(
      fc.property(rule, day, hour, fc.nat(400), (rule, day, hour, days) => {
        const from = `${day}${hour}`
        const bare = everyMonth(rule, from)
        const first = nextInSeries(bare, from, from)!.at
        const last = Temporal.PlainDate.from(first.slice(0, 10)).add({ days }).toString()
        const free = series(bare, first, 60).filter((at) => at.slice(0, 10) <= last)
        expect(series(`${bare};UNTIL=${last.replaceAll('-', '')}`, first, free.length + 1).slice(0, 60)).toEqual(free)
      }),
      { numRuns: 100 },
    )
  })

  test('paused, it goes on from the day on, in its own rhythm, with its count untouched', () => {
    fc.assert(
      fc.property(rule, day, hour, fc.nat(400), (rule, day, hour, days) => {
        const from = `${day}${hour}`
        const bare = everyMonth(rule, from)
        const first = nextInSeries(bare, from, from)!.at
        const until = Temporal.PlainDate.from(first.slice(0, 10)).add({ days }).toString()
        const paused = occurrenceFrom(`${bare};COUNT=3`, first, until)!
        expect(paused.recurrence).toBe(`${bare};COUNT=3`)
        expect(paused.at).toBe(series(bare, first, 450).find((at) => at.slice(0, 10) >= until))
      }),
      { numRuns: 60 },
    )
  })
})
