import { beforeEach, expect, test } from 'vitest'
import { cardOf, formOf, said } from '../../support/rapport.ts'
import { people } from './people.ts'

/** How a task is called when it is not called by its number. */
const { house, db, ana, li, clear, task } = await people()
beforeEach(clear)

const open = async () =>
  (await db.task.findMany({ where: { doneAt: null, archivedAt: null }, orderBy: { id: 'asc' } })).map((one) => one.what)
const three = async () => {
  for (const line of [
    'Wei Zhang tomorrow 9am call about the phone',
    'every day 5pm until 1 December stand-up',
    'Friday send the bill',
  ])
    await ana.say(`remind ${line}`)
  return open()
}

test.each(['done all', 'done one', 'done it', 'done the', 'done hone', 'done until', 'done tomorrow', 'done every day'])(
  '“%s” names no task, and does none: a piece of a word or of a date is no name',
  async (line) => {
    const before = await three()
    expect(said(await ana.say(line))).toContain('I find no open task')
    expect(await open()).toEqual(before)
  },
)

test.each([
  ['done call', 'call about the phone'],
  ['done PHONE', 'call about the phone'],
  ['done wei', 'call about the phone'],
  ['done acme', 'call about the phone'],
  ['done stand', 'stand-up'],
  ['done the bill', 'send the bill'],
])('“%s” does “%s”', async (line, what) => {
  await three()
  expect(said(await ana.say(line))).toContain(`Done: ${what}`)
})

test('a task that is called “all” is done by that name', async () => {
  await ana.say('remind tomorrow 9am all')
  expect(said(await ana.say('done all'))).toContain('Done: all')
})

test('until when, behind the words of the task; with none, the task is asked for', async () => {
  await three()
  expect(said(await ana.say('snooze send the bill until Monday 9am'))).toContain(
    'Put off until Mon 30 Nov, 09:00 (in 6 days): send the bill',
  )
  expect(said(await ana.say('pause stand-up until Friday'))).toContain('Paused: stand-up')
  const form = formOf(await ana.say('snooze until Monday 9am'))
  expect(form.fields.map((one) => one.value)).toEqual([undefined, 'Monday 9am'])
  expect(said(await ana.submit(form, { task: 'call' }))).toContain('Put off until Mon 30 Nov, 09:00 (in 6 days): call about')
})

test('to whom, behind the words of the task', async () => {
  await three()
  expect(said(await ana.say('handover send the bill to @Bo'))).toContain('Handed over to Bo: send the bill')
  expect(said(await ana.say('handover call about @Bo'))).toContain('Handed over to Bo: call about the phone')
})

test('a number from a Chinese keyboard; Chinese words anywhere in the task', async () => {
  await li.say('remind 明天上午9点 给客户发报价')
  await li.say('任务')
  expect(said(await li.say('推迟 １ 周五上午9点'))).toContain('推迟到11月27日 周五 09:00')
  expect(said(await li.say('完成 报价'))).toContain('已完成：给客户发报价')
  const none = cardOf(await li.say('完成 8'))
  expect(none.buttons?.map((one) => one.label)).toEqual(['任务'])
  expect(said(await li.press(none, '任务'))).toContain('您没有待办')
  expect((await task('给客户发报价')).doneAt).not.toBeNull()
})

test('nothing failed behind anybody’s back', () => expect(house.faults).toEqual([]))
