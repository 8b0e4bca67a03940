import { beforeEach, expect, test } from 'vitest'
import { cardOf, rapport, said, textOf } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, clear, cameTo, newest, task } = await people()
beforeEach(clear)

const five = async () => {
  for (const what of ['one', 'two', 'three', 'four', 'five']) await ana.say(`remind 30 November 9am ${what}`)
}
const open = async () =>
  (await db.task.findMany({ where: { doneAt: null, archivedAt: null }, orderBy: { id: 'asc' } })).map((one) => one.what)

test('a number means what stood there in the list last shown, whatever was done since', async () => {
  await five()
  expect(said(await ana.say('tasks'))).toMatch(/1\. one[\s\S]*5\. five/)
  expect(said(await ana.say('done 1'))).toContain('Done: one')
  expect(said(await ana.say('done 2'))).toContain('Done: two')
  expect(said(await ana.say('snooze 3 tomorrow 9am'))).toContain(': three')
  expect(said(await ana.say('handover 5 @Bo'))).toContain(': five')
  await ana.say('remind in 1 hour sooner than all')
  expect(said(await ana.say('done 4'))).toContain('Done: four')
  expect(await open()).toEqual(['three', 'five', 'sooner than all'])
})

test('what is done already says so; a number that was not shown is none', async () => {
  await five()
  await ana.say('tasks')
  await ana.say('done 2')
  expect(said(await ana.say('done 2'))).toContain('“two” is done already (Ana')
  await ana.say('remind in 1 hour six')
  expect(said(await ana.say('done 6'))).toContain('I find no open task “6”')
  expect(await open()).toEqual(['one', 'three', 'four', 'five', 'six'])
})

test('shown again, the list has new numbers, which hold from then on', async () => {
  await five()
  await ana.say('tasks')
  await ana.say('done 1')
  expect(said(await ana.say('tasks'))).toMatch(/1\. two/)
  expect(said(await ana.say('done 1'))).toContain('Done: two')
  const pressed = cardOf(await ana.press(cardOf(await ana.say('tasks')), 'Done'))
  expect(textOf(pressed)).toMatch(/Done: three\n1\. four/)
  expect(said(await ana.say('done 1'))).toContain('Done: four')
})

test('what repeats: skipped and paused by the number that was shown', async () => {
  await ana.say('remind tomorrow 9am once')
  await ana.say('remind every Thursday 9am twice')
  await ana.say('tasks')
  await ana.say('done 1')
  expect(said(await ana.say('skip 2'))).toContain('Skipped this once: twice')
  expect(said(await ana.say('pause 2 until 1 February'))).toContain('Paused: twice')
})

test('each member has their own list, and a restart keeps it', async () => {
  await five()
  await bo.say('remind tomorrow 9am the offer')
  await ana.say('tasks')
  await bo.say('tasks')
  await ana.say('done 1')
  const restarted = await rapport({ over: house.database, clock })
  expect(said(await restarted.person('Ana').say('done 2'))).toContain('Done: two')
  expect(said(await restarted.person('Bo').say('done 1'))).toContain('Done: the offer')
})

test('a day without tasks in it leaves the numbers as they are', async () => {
  for (const what of ['one', 'two']) await ana.say(`remind 20 December 9am ${what}`)
  await ana.say('tasks')
  await ana.say('done 1')
  expect(said(await ana.say('today'))).toContain('Nothing is due')
  expect(said(await ana.say('done 2'))).toContain('Done: two')
})

test('the daily message, made true again, keeps its numbers', async () => {
  await db.member.updateMany({ where: { name: 'Ana' }, data: { digest: true } })
  for (const what of ['one', 'two', 'three']) await ana.say(`remind tomorrow 3pm ${what}`)
  await cameTo(ana, '2026-11-25T09:00:00+01:00')
  expect(textOf(newest(ana))).toMatch(/1\. one[\s\S]*3\. three/)
  await ana.say('done 1')
  await db.message.updateMany({ where: { kind: 'digest' }, data: { refreshAt: new Date(clock.now().epochMilliseconds) } })
  await house.delivery.tick()
  expect(textOf(newest(ana))).toMatch(/Today\n2\. two[\s\S]*3\. three/)
  expect(said(await ana.say('done 2'))).toContain('Done: two')
  expect((await task('three')).doneAt).toBeNull()
})
