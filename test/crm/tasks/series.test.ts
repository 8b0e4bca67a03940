import { beforeEach, expect, test } from 'vitest'
import { cardOf, said } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, li, clear, cameTo, newest, task } = await people()
beforeEach(clear)

test('what repeats says how and until when, in the answer and in the list', async () => {
  expect(said(await ana.say('remind every Monday 9am until 30 June call Wei'))).toContain(
    'Repeats every Monday, until Wed 30 Jun 2027.',
  )
  expect(said(await ana.say('tasks'))).toContain('every Monday, until Wed 30 Jun 2027')
  expect(said(await li.say('remind 每周一上午9点到六月底 开周会'))).toContain('重复：每周一，到2027年6月30日 周三。')
  expect(said(await li.say('tasks'))).toContain('每周一，到2027年6月30日 周三')
  expect(said(await ana.say('remind every month on the 31st 3 times send the invoice'))).toContain(
    'Repeats every month on its last day, 3 times.',
  )
  expect(said(await ana.say('remind every year on 29 February send the card'))).toContain(
    'Repeats every year on the last day of February.',
  )
})

test('the follow-up of a logged line repeats as long as the line says', async () => {
  expect(said(await ana.say('log Acme: spoke to Wei, call Wei every Monday 9am until March'))).toContain(
    'Mon 30 Nov, 09:00 (in 6 days): call Wei · every Monday, until Sun 28 Feb 2027',
  )
  expect((await task('call Wei')).recurrence).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270228')
  expect(said(await li.say('log Acme：和 Wei 通话，每周五发报告，共3次'))).toContain('发报告 · 每周五，共3次')
})

test('a count is kept from one to the next, and the last one is the last', async () => {
  await ana.say('remind every day 9am 3 times call Wei')
  expect(said(await ana.say('done 1'))).toContain('Next time: Thu 26 Nov, 09:00')
  expect((await task('call Wei')).recurrence).toBe('FREQ=DAILY;COUNT=2')
  await ana.say('done 1')
  expect(said(await ana.say('done 1'))).not.toContain('Next time')
  expect(await db.task.count({ where: { doneAt: null } })).toBe(0)
})

test('skipped by the button of its reminder, it comes next time and not again before; taken back, it is as it was', async () => {
  await ana.say('remind every day 9am 2 times call Wei')
  await cameTo(ana, '2026-11-25T09:00:00+01:00')
  const skipped = await ana.press(newest(ana), 'Skip this one')
  expect(said(skipped)).toContain('Skipped this once: call Wei. Next time: Thu 26 Nov, 09:00 (tomorrow)')
  expect(await cameTo(ana, '2026-11-26T08:59:59+01:00')).toEqual([])
  expect(await cameTo(ana, '2026-11-26T09:00:00+01:00')).toHaveLength(1)
  const last = await ana.say('skip 1')
  expect(said(last)).toContain('That was the last time.')
  expect(said(await ana.say('tasks'))).toContain('no open tasks')
  await ana.say('undo')
  expect((await task('call Wei')).dueLocal).toBe('2026-11-26T09:00')
})

test('skipped by the button of a list, which is shown again; what does not repeat has no such button', async () => {
  await ana.say('remind every Friday 9am call Wei')
  await ana.say('remind tomorrow 9am send the quote')
  const list = cardOf(await ana.say('tasks'))
  expect(list.items?.map((item) => item.buttons?.map((one) => one.label))).toEqual([
    ['Done', 'Snooze'],
    ['Done', 'Snooze', 'Skip this one', 'Log'],
  ])
  const skipped = said(await ana.press(list, 'Skip this one'))
  expect(skipped).toMatch(
    /^Your 2 open tasks\nSkipped this once: call Wei\. Next time: Fri 4 Dec[\s\S]*2\. call Wei\n.*Fri 4 Dec, 09:00/,
  )
  await li.say('remind 每天上午9点 开会')
  expect(said(await li.press(cardOf(await li.say('today')), '跳过这次'))).toContain('已跳过这一次：开会')
})

test('paused, nothing comes before the day; then it goes on by its rhythm', async () => {
  await ana.say('remind every other Monday 9am call Wei')
  expect(said(await ana.say('pause 1 until 1 February'))).toContain('It goes on Mon 8 Feb 2027, 09:00')
  expect(await cameTo(ana, '2027-02-08T08:59:59+01:00')).toEqual([])
  expect(await cameTo(ana, '2027-02-08T09:00:00+01:00')).toHaveLength(1)
})

test('what cannot be skipped, paused or begun says why and changes nothing', async () => {
  await ana.say('remind tomorrow 9am send the quote')
  for (const line of ['skip 1', 'pause 1 until 1 February']) expect(said(await ana.say(line))).toContain('does not repeat')
  await ana.say('remind every day 9am until 5 December call Wei')
  expect(said(await ana.say('pause call until 1 February'))).toContain('ends before that day')
  expect(said(await ana.say('pause call until banana'))).toContain('I cannot read “banana” as a time')
  expect(said(await ana.say('remind every Monday 9am until Friday call Wei'))).toContain('before it begins')
  expect((await task('call Wei')).dueLocal).toBe('2026-11-25T09:00')
  expect(await db.task.count()).toBe(2)
})

test('by the wall clock over the change to summer time and back', async () => {
  clock.set('2027-03-27T10:00:00+01:00')
  await ana.say('remind every day at 02:30 look after the backup')
  expect((await task('look after the backup')).remindAt?.toISOString()).toBe('2027-03-28T01:30:00.000Z')
  await ana.say('skip 1')
  expect((await task('look after the backup')).remindAt?.toISOString()).toBe('2027-03-29T00:30:00.000Z')
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
