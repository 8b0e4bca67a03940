import { afterAll, beforeEach, expect, test } from 'vitest'
import { cardOf, formOf, rapport, said, textOf } from '../support/rapport.ts'

/** What is asked of `remind` and cannot be done as it stands: it says what to type, and keeps what was typed. */
const house = await rapport()
const { prisma: db } = house.database
const ana = house.person('Ana')
const li = house.person('Li', { profile: { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } })
await ana.say('add company Acme Corp')
beforeEach(async () => {
  house.clock.set('2026-11-24T10:00:00+01:00')
  await db.task.deleteMany()
})
afterAll(() => expect(house.faults).toEqual([]))
const tasks = async () => (await db.task.findMany()).map((one) => [one.dueLocal, one.what])

test.each([
  '2/30 9am',
  '30/2 9am',
  '31 June',
  'June 31 9am',
  '2027-02-30',
  '2/29/2027',
  '2月30日',
  '25:00',
  'tomorrow 25:00',
  '9:75',
  '明天25点',
])('there is no %s: refused, with what to type, and the words kept', async (when) => {
  const line = `Acme ${when} send quote`
  const card = cardOf(await ana.say(`remind ${line}`))
  expect(textOf(card)).toMatch(/There is no “[^”]+”\. Type a day and a time that there are/)
  expect(textOf(card)).toContain(`You typed: ${line}`)
  expect(await tasks()).toEqual([])
  const form = formOf(await ana.press(card, 'Mend and send again'))
  expect(form.fields.find((one) => one.name === 'what')?.value).toBe('send quote')
  await ana.submit(form, { when: '28 February 9am' })
  expect(await tasks()).toEqual([['2027-02-28T09:00', 'send quote']])
})

test('the same in the form, in Chinese, and where a task is put off', async () => {
  const form = formOf(await ana.say('remind'))
  expect(await ana.submit(form, { when: '2/30 9am', what: 'send quote' })).toMatchObject({
    kind: 'faults',
    faults: { when: expect.stringContaining('2/30') },
  })
  expect(said(await li.say('remind Acme 2月30日 发报价'))).toContain('没有“2月30日”这个时间')
  await ana.say('remind tomorrow 9am send quote')
  expect(said(await ana.say('snooze send 2/30 9am'))).toContain('I cannot read “2/30 9am” as a time')
  expect(await tasks()).toEqual([['2026-11-25T09:00', 'send quote']])
})

test.each([
  ['tomorrow agree the 50:50 split', '2026-11-25'],
  ['tomorrow offer 24/7 support', '2026-11-25'],
  ['29 February 9am leap', '2028-02-29T09:00'],
])('%s: there is such a time', async (line, at) => {
  await ana.say(`remind ${line}`)
  expect((await tasks())[0]?.[0]).toBe(at)
})

test.each([
  ['me friday', 'friday', '2026-11-27'],
  ['tomorrow', 'tomorrow', '2026-11-25'],
  ['me tomorrow 9am', 'tomorrow 9am', '2026-11-25T09:00'],
  ['me every Friday until June', 'every Friday until June', '2026-11-27'],
])('remind %s: asks what for, and keeps the time', async (line, when, at) => {
  const card = cardOf(await ana.say(`remind ${line}`))
  expect(textOf(card)).toContain('What shall I remind you of?')
  expect(await tasks()).toEqual([])
  const form = formOf(await ana.press(card, 'Mend and send again'))
  expect(form.fields.find((one) => one.name === 'when')?.value).toBe(when)
  await ana.submit(form, { what: 'send quote' })
  expect(await tasks()).toEqual([[at, 'send quote']])
})

test('提醒我: the person is not part of the task', async () => {
  expect(said(await li.command('提醒我明天'))).toContain('要提醒您什么事？')
  expect(said(await li.command('提醒我明天9点开会'))).toContain('我会提醒您：开会')
})

test('the 31st of every month is its last day, the 30th the last one of February; it says so', async () => {
  expect(said(await ana.say('remind every 31st of the month pay rent'))).toMatch(
    /I will remind you: pay rent\n[\s\S]*Repeats every month on its last day\./,
  )
  expect(said(await ana.say('remind every 30th of the month 9am pay Bo'))).toContain(
    'Repeats every month on day 30. In a shorter month, on its last day.',
  )
  house.clock.set('2027-01-31T10:00:00+01:00')
  expect(said(await ana.say('done pay rent'))).toContain('Next time: Sun 28 Feb')
  expect(said(await ana.say('done pay Bo'))).toContain('Next time: Sun 28 Feb, 09:00')
})

test('an hour from now is in 1 hour, whatever the second', async () => {
  house.clock.set('2026-11-24T10:00:42.500+01:00')
  await ana.say('remind tomorrow 9am send quote')
  expect(said(await ana.say('snooze send 1h'))).toContain('Tue 24 Nov, 11:00 (in 1 hour)')
  expect(said(await ana.say('snooze send 20 min'))).toContain('Tue 24 Nov, 10:20 (in 20 min)')
})
