import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { localToInstant, nextInSeries, nextOccurrence } from '../../../src/understanding/index.ts'
import { addressIn, office } from './office.ts'

const { db, http, house, ana, clear, clock, feed, task } = await office()
beforeEach(clear)
const address = addressIn(await ana.say('settings calendar'))
afterAll(() => http.stop())

/** What an independent reader makes of the feed. */
async function read() {
  const calendar = new ICAL.Component(ICAL.parse(await feed(address)))
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { calendar, events, event: (summary: string) => events.find((one) => one.summary.includes(summary))! }
}

const instants = (event: ICAL.Event, count: number): string[] => {
  const all = event.iterator()
  return Array.from({ length: count }, () => all.next()?.toJSDate().toISOString()).filter((at) => at !== undefined)
}

const livesIn = async (timeZone: string) => {
  await db.member.updateMany({ where: { name: 'Ana' }, data: { timeZone } })
  house.house.forget((await db.workspace.findFirstOrThrow()).id, new Set(['member']))
}

/** The first occurrences of a task, as our own reminders would come. */
async function ours(what: string, count: number): Promise<(string | undefined)[]> {
  const { dueLocal, zone, recurrence } = await task(what)
  const all = [dueLocal!]
  while (all.length < count) all.push(nextOccurrence(recurrence!, all.at(-1)!, all.at(-1)!)!)
  return all.map((at) => (isPlain(at, zone) ? new Date(localToInstant(at, zone).epochMilliseconds).toISOString() : undefined))
}

/** Not within an hour that the clocks skip or repeat: there this reader does not do as the standard says (3.3.5), and we do. */
function isPlain(at: string, zone: string): boolean {
  const wall = Temporal.PlainDateTime.from(at)
  return wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).equals(wall.toZonedDateTime(zone, { disambiguation: 'later' }))
}

test('a timed task is an event at its time in its zone, with an alarm; a day is a whole day, said at the morning hour', async () => {
  await ana.say('remind Wei Zhang tomorrow 9am send the quote')
  await ana.say('remind Friday tidy up')
  await db.task.updateMany({ where: { what: 'tidy up' }, data: { what: 'call; “Bö”, \\ 报价' } })
  const { event, events } = await read()
  expect(events).toHaveLength(2)
  const timed = event('send the quote')
  const { id, updatedAt } = await task('send the quote')
  expect(timed.uid).toBe(`${id}@rapport`)
  expect(timed.summary).toBe('send the quote · Wei Zhang (Acme Corp)')
  expect(timed.startDate.zone.tzid).toBe('Europe/Berlin')
  expect(timed.startDate.toJSDate().toISOString()).toBe('2026-11-25T08:00:00.000Z')
  expect(timed.component.getFirstPropertyValue('last-modified')?.toString()).toBe(updatedAt.toISOString().replace('.000', ''))
  expect(alarmOf(timed)).toBe('PT0S')
  const day = event('call')
  expect([day.startDate.isDate, day.startDate.toString(), day.duration.toString()]).toEqual([true, '2026-11-27', 'P1D'])
  expect(day.summary).toBe('call; “Bö”, \\ 报价')
  expect(alarmOf(day)).toBe('PT9H')
})

const alarmOf = (event: ICAL.Event) =>
  event.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()

test('no line is longer than 75 octets, and no character is broken', async () => {
  const what = `报价单🙂é,;\\ `.repeat(60).trim()
  await ana.say(`remind tomorrow 9am ${what}`)
  const text = await feed(address)
  const lines = text.split('\r\n')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text).not.toContain('\uFFFD')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect((await read()).events[0]!.summary).toBe((await task(what)).what)
})

test('a line break in a task cannot write lines of its own into the feed', async () => {
  await ana.say('remind tomorrow 9am harmless')
  await db.task.updateMany({ data: { what: 'one\r\nEND:VEVENT\nBEGIN:VEVENT\u001b' } })
  const { events } = await read()
  expect(events.map((one) => one.summary)).toEqual(['one\nEND:VEVENT\nBEGIN:VEVENT'])
})

test('a task without a date is a to-do', async () => {
  await ana.say('remind tomorrow 9am some day')
  await db.task.updateMany({ data: { dueLocal: null, remindAt: null } })
  const { calendar } = await read()
  expect(calendar.getAllSubcomponents('vtodo').map((one) => one.getFirstPropertyValue('summary'))).toEqual(['some day'])
})

describe('what repeats comes at the same instants as our reminders, over every change of the clocks', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Sao_Paulo',
    'Europe/Dublin',
  ]
  test.each(zones)('%s', async (zone) => {
    await livesIn(zone)
    for (const line of [
      'every day at 9:00 a daily',
      'every day at 01:30 b early',
      'every Monday and Thursday 18:45 c weekly',
      'every month on the 15th 12:00 d monthly',
      'every other Friday 16:20 e fortnightly',
    ])
      await ana.say(`remind ${line}`)
    const { calendar, event } = await read()
    expect(calendar.getAllSubcomponents('vtimezone').map((one) => one.getFirstPropertyValue('tzid'))).toEqual([zone])
    for (const [what, count] of [
      ['a daily', 400],
      ['b early', 400],
      ['c weekly', 120],
      ['d monthly', 30],
      ['e fortnightly', 40],
    ] as const) {
      const expected = await ours(what, count)
      const plain = (_: unknown, at: number) => expected[at] !== undefined
      expect(instants(event(what), count).filter(plain), what).toEqual(expected.filter(plain))
    }
    await livesIn('Europe/Berlin')
  })

  test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
    'the zone of %s is told right, hour by hour, for two years',
    async (zone) => {
      await livesIn(zone)
      await ana.say('remind tomorrow 9am send the quote')
      const [told] = (await read()).calendar.getAllSubcomponents('vtimezone')
      const timezone = new ICAL.Timezone(told!)
      for (let at = clock.now(); at.epochMilliseconds < Date.UTC(2028, 11, 1); at = at.add({ hours: 13 })) {
        const wall = at.toZonedDateTimeISO(zone)
        const { year, month, day, hour, minute, second } = wall
        // Of an hour that comes twice, a wall clock names the first.
        if (wall.toPlainDateTime().toZonedDateTime(zone).offset !== wall.offset) continue
        const there = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, timezone)
        expect(there.utcOffset(), wall.toString()).toBe(wall.offsetNanoseconds / 1e9)
      }
      await livesIn('Europe/Berlin')
    },
  )
})

test('what ends, ends at the same time; months without a 31st, and 29 February, fall on the same days', async () => {
  await livesIn('America/New_York')
  for (const line of [
    'every Monday 22:30 until 31 January a until',
    'every day 9am 5 times b count',
    'every month on the 31st 8am 20 times c monthly',
    'every year on 29 February 8am 6 times d leap',
    'every Friday until 31 January e day',
  ])
    await ana.say(`remind ${line}`)
  const { event } = await read()
  for (const what of ['a until', 'b count', 'c monthly', 'd leap']) {
    const { zone } = await task(what)
    const expected = (await bounded(what)).map((at) => new Date(localToInstant(at, zone).epochMilliseconds).toISOString())
    expect(instants(event(what), 100), what).toEqual(expected)
  }
  const days = event('e day').iterator()
  expect((await bounded('e day')).map(() => days.next()?.toString())).toEqual(await bounded('e day'))
  expect(days.next()).toBeFalsy()
  await livesIn('Europe/Berlin')
})

/** All occurrences of a task that ends. */
async function bounded(what: string): Promise<string[]> {
  const { dueLocal, recurrence } = await task(what)
  const all = [dueLocal!]
  for (let next = nextInSeries(recurrence!, dueLocal!, dueLocal!); next; next = nextInSeries(next.recurrence, next.at, next.at))
    all.push(next.at)
  return all
}

test('the hour that is skipped, and the one that comes twice', async () => {
  clock.set('2027-03-27T10:00:00+01:00')
  await ana.say('remind tomorrow 02:30 in the gap')
  clock.set('2027-10-30T10:00:00+02:00')
  await ana.say('remind tomorrow 02:30 twice')
  const { event } = await read()
  for (const what of ['in the gap', 'twice']) expect(event(what).startDate.toJSDate()).toEqual((await task(what)).remindAt)
  expect(Temporal.Instant.from('2027-03-28T01:30:00Z').epochMilliseconds).toBe(event('in the gap').startDate.toJSDate().getTime())
})
