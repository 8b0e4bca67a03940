import { beforeEach, describe, expect, test } from 'vitest'
import { cardOf, formOf, said, textOf } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, li, clear, cameTo, newest, task } = await people()
beforeEach(clear)

describe('remind', () => {
  test('from fields, as a form or Discord’s options send them', async () => {
    const form = formOf(await ana.say('remind'))
    expect(form.fields.map((one) => one.name)).toEqual(['customer', 'when', 'what', 'for'])
    const made = said(
      await ana.submit(form, { customer: 'Acme Corp', when: 'every Monday 9am', what: 'call Friday people', for: 'Bo' }),
    )
    expect(made).toContain('I will remind Bo: call Friday people')
    expect(made).toContain('Acme Corp')
    expect(made).toContain('Repeats every Monday.')
    expect(made).toContain('America/New_York')
    expect(await task('call Friday people')).toMatchObject({ zone: 'America/New_York', dueLocal: '2026-11-30T09:00' })
  })

  test('what cannot be read is pointed at in the form', async () => {
    const form = formOf(await ana.say('remind'))
    expect(await ana.submit(form, { when: 'whenever', what: 'call' })).toMatchObject({
      kind: 'faults',
      faults: { when: expect.stringContaining('whenever') },
    })
    expect(await ana.submit(form, { when: 'yesterday 9am', what: 'call' })).toMatchObject({
      kind: 'faults',
      faults: { when: expect.stringContaining('is over already') },
    })
    expect(await db.task.count()).toBe(0)
  })

  test('without a time says what to type and keeps the words', async () => {
    const card = cardOf(await ana.say('remind Acme Corp send the quote'))
    expect(textOf(card)).toContain('When shall I remind you?')
    expect(textOf(card)).toContain('You typed: Acme Corp send the quote')
  })

  test('for somebody else: the hour is theirs, a span of time is the same everywhere', async () => {
    await ana.say('remind @Bo tomorrow 9am their morning')
    expect((await task('their morning')).remindAt?.toISOString()).toBe('2026-11-25T14:00:00.000Z')
    await ana.say('remind @Bo in 2 hours soon')
    expect((await task('soon')).remindAt?.toISOString()).toBe('2026-11-24T11:00:00.000Z')
    expect((await cameTo(bo, '2026-11-24T12:00:00+01:00'))[0]).toMatch(
      /Reminder: soon[\s\S]*Due: Tue 24 Nov, 06:00[\s\S]*from Ana/,
    )
  })

  test('is taken back by its button', async () => {
    const card = cardOf(await ana.say('remind tomorrow 9am send the quote'))
    await ana.press(card, 'Undo')
    expect(await cameTo(ana, '2026-11-25T09:00:00+01:00')).toEqual([])
  })
})

describe('what repeats', () => {
  test('comes again by the wall clock when it is done, never in the past', async () => {
    await ana.say('remind every weekday 9am look at the board')
    await cameTo(ana, '2026-11-25T09:00:00+01:00')
    clock.set('2026-11-27T15:00:00+01:00')
    expect(said(await ana.press(newest(ana), 'Done'))).toContain('Next time: Mon 30 Nov, 09:00')
  })

  test('put off, only that time moves; the series keeps its hour', async () => {
    await ana.say('remind every Monday 9am call Wei')
    await cameTo(ana, '2026-11-30T09:00:00+01:00')
    const snoozed = cardOf(await ana.press(newest(ana), 'Tomorrow morning'))
    const open = await db.task.findMany({ where: { doneAt: null }, orderBy: { remindAt: 'asc' } })
    expect(open.map((one) => [one.dueLocal, one.recurrence])).toEqual([
      ['2026-12-01', null],
      ['2026-12-07T09:00', 'FREQ=WEEKLY;BYDAY=MO'],
    ])
    await ana.press(snoozed, 'Undo')
    expect(await db.task.findMany({ where: { doneAt: null, archivedAt: null } })).toMatchObject([
      { dueLocal: '2026-11-30T09:00', recurrence: 'FREQ=WEEKLY;BYDAY=MO' },
    ])
  })

  test.each([
    ['every Monday and Friday 9am', 'every Monday and Friday', '每周一、周五'],
    ['every 2 weeks on Friday 3pm', 'every 2 weeks on Friday', '每2周的周五'],
    ['every weekday 9am', 'every weekday', '每个工作日'],
    ['every day 9am', 'every day', '每天'],
    ['every month on the 31st', 'every month on its last day', '每月最后一天'],
    ['last day of every month', 'every month on its last day', '每月最后一天'],
    ['first Monday of every month', 'every month on the first Monday', '每月第1个周一'],
  ])('%s is said back as people say it', async (typed, en, zh) => {
    expect(said(await ana.say(`remind ${typed} x`))).toContain(`Repeats ${en}.`)
    expect(said(await li.say(`remind ${typed} x`))).toContain(`重复：${zh}。`)
  })
})

describe('today and tasks', () => {
  test('say that nothing is open, in both languages', async () => {
    expect(said(await ana.say('today'))).toContain('Nothing is due')
    expect(said(await ana.say('tasks'))).toContain('You have no open tasks')
    expect(said(await li.say('today'))).toContain('今天没有到期的事')
    expect(said(await li.say('tasks'))).toContain('您没有待办')
  })

  test('today: overdue, today, the coming week; each task with what can be done with it', async () => {
    for (const line of [
      'Monday 30 November 9am later',
      'today 3pm file the report',
      'in 1 hour noonish',
      '8 December 9am far away',
    ])
      await ana.say(`remind ${line}`)
    await ana.say('remind Acme Corp in 1 hour call Wei')
    clock.set('2026-11-24T12:00:00+01:00')
    const card = cardOf(await ana.say('today'))
    const text = textOf(card)
    expect(text).toMatch(
      /Your day, Tue 24 Nov[\s\S]*Overdue: did you call any of these\?\n1\. noonish[\s\S]*2\. call Wei[\s\S]*Today\n3\. file the report[\s\S]*Coming up\n4\. later/,
    )
    expect(text).not.toContain('far away')
    expect(card.items?.map((item) => item.buttons?.map((one) => one.label))).toEqual([
      ['Done', 'Snooze'],
      ['Done', 'Snooze', 'Log'],
      ['Done', 'Snooze'],
      ['Done', 'Snooze'],
    ])
    expect(said(await ana.press(card, 'Done'))).toContain('Done: noonish')
  })

  test('what is done in a list is said above it, and the list goes on', async () => {
    for (const line of ['today 3pm file the report', 'today 4pm call', 'tomorrow 9am later']) await ana.say(`remind ${line}`)
    const rest = cardOf(await ana.press(cardOf(await ana.say('today')), 'Done'))
    expect(textOf(rest)).toMatch(/Your day, Tue 24 Nov\nDone: file the report\nToday\n1\. call[\s\S]*2\. later[\s\S]*\[Undo\]/)
    const form = formOf(await ana.press(rest, 'Snooze'))
    const moved = said(await ana.submit(form, { until: 'tomorrow 10am' }))
    expect(moved).toMatch(/Put off until Wed 25 Nov, 10:00 .*: call\nComing up\n1\. later[\s\S]*2\. call/)
    const all = cardOf(await ana.say('tasks'))
    expect(said(await ana.press(all, 'Done'))).toMatch(/Your open task\nDone: later\n1\. call/)
    expect(said(await ana.press(cardOf(await ana.say('tasks')), 'Done'))).toBe('Done: call\n[Undo]')
  })

  test('today in Chinese', async () => {
    await li.say('remind 今天下午6点 发报价')
    await li.say('remind 明天上午9点 开会')
    expect(said(await li.say('today'))).toMatch(/您的一天，11月24日[\s\S]*今天\n1\. 发报价[\s\S]*接下来\n2\. 开会/)
  })

  test('a long day does not hide what is due behind what is overdue', async () => {
    for (let n = 1; n <= 12; n++) await ana.say(`remind in 1 hour old ${n}`)
    await ana.say('remind today 6pm lock up')
    clock.set('2026-11-24T13:00:00+01:00')
    const text = said(await ana.say('today'))
    expect(text).toContain('old 4')
    expect(text).not.toContain('old 5')
    expect(text).toContain('and 8 more')
    expect(text).toMatch(/Today\n13\. lock up/)
    const unfolded = cardOf(await ana.press(cardOf(await ana.say('today')), 'Show them'))
    expect(textOf(unfolded)).toMatch(/Overdue\n1\. old 1\n[\s\S]*8\. old 8/)
    expect(textOf(unfolded)).not.toContain('lock up')
    expect(said(await ana.press(unfolded, 'More'))).toMatch(/9\. old 9[\s\S]*12\. old 12/)
    expect(said(await ana.press(unfolded, 'Whole day'))).toContain('13. lock up')
  })

  test('tasks: all of mine, numbered over the pages; no one else’s', async () => {
    for (let n = 1; n <= 10; n++) await ana.say(`remind in ${n} hours task ${n}`)
    await bo.say('remind in 1 hour of Bo')
    const first = cardOf(await ana.say('tasks'))
    expect(textOf(first)).toMatch(/Your 10 open tasks[\s\S]*1\. task 1\n[\s\S]*8\. task 8/)
    expect(textOf(first)).not.toContain('of Bo')
    const second = cardOf(await ana.press(first, 'More'))
    expect(textOf(second)).toMatch(/9\. task 9[\s\S]*10\. task 10/)
    expect(said(await ana.say('done 10'))).toContain('Done: task 10')
  })
})

describe('done, snooze, handover', () => {
  test('by number or by words; several that fit are asked for', async () => {
    for (const line of ['in 1 hour send the quote', 'in 2 hours send the invoice', 'in 3 hours call'])
      await ana.say(`remind ${line}`)
    const asked = cardOf(await ana.say('done send'))
    expect(textOf(asked)).toContain('Several open tasks fit “send”')
    const [option] = (asked.pick?.options ?? []).filter((one) => one.label.startsWith('send the invoice'))
    expect(said(await ana.press(asked, option!.label))).toContain('Done: send the invoice')
    expect(said(await ana.say('done 2'))).toContain('Done: call')
    expect(said(await ana.say('done 2'))).toContain('I find no open task “2”')
    expect(said(await ana.say('snooze 1 until Monday 9am'))).toContain('Put off until Mon 30 Nov, 09:00')
  })

  test('snooze to the past or to nonsense changes nothing', async () => {
    await ana.say('remind in 1 hour send the quote')
    expect(said(await ana.say('snooze 1 yesterday 9am'))).toContain('is over already')
    expect(said(await ana.say('snooze 1 blah'))).toContain('I cannot read “blah” as a time')
    expect(await task('send the quote')).toMatchObject({ dueLocal: '2026-11-24T11:00' })
  })

  test('a colleague’s task is put off on their clock', async () => {
    await ana.say('remind @Bo in 1 hour review')
    const { id } = await task('review')
    await ana.say(`snooze ${id} tomorrow 9am`)
    expect((await task('review')).remindAt?.toISOString()).toBe('2026-11-25T14:00:00.000Z')
  })

  test('handed over: the colleague is told, and reminded at the same hour of their clock', async () => {
    await ana.say('remind Acme Corp tomorrow 9am call Wei')
    expect(said(await ana.say('handover 1 @Bo'))).toContain('Handed over to Bo: call Wei')
    expect((await cameTo(bo))[0]).toMatch(/Handed over to you by Ana[\s\S]*call Wei/)
    expect(await cameTo(ana, '2026-11-25T15:00:00+01:00')).toEqual([])
    expect(await task('call Wei')).toMatchObject({ remindAt: new Date('2026-11-25T14:00:00Z') })
  })

  test('handed over when it is due already: comes as its reminder, at once, and only to the new owner', async () => {
    await ana.say('remind in 1 hour call Wei')
    await cameTo(ana, '2026-11-24T11:00:00+01:00')
    await db.member.updateMany({ where: { name: 'Bo' }, data: { timeZone: 'Europe/Berlin' } })
    const form = formOf(await ana.press(newest(ana), 'Hand over'))
    await ana.submit(form, { to: 'Bo' })
    expect((await cameTo(bo)).map((text) => text.split('\n')[0])).toEqual(['Reminder: call Wei · Wei Zhang · Acme Corp'])
    await db.member.updateMany({ where: { name: 'Bo' }, data: { timeZone: 'America/New_York' } })
  })

  test('in Chinese', async () => {
    await li.say('remind 明天上午9点 发报价')
    expect(said(await li.say('snooze 1 明天上午10点'))).toContain('推迟到11月25日 周三 10:00')
    expect(said(await li.say('handover 1 Ana'))).toContain('已转交给Ana：发报价')
    expect((await cameTo(ana))[0]).toContain('Handed over to you by Li')
    await li.say('remind 明天上午9点 开会')
    expect(said(await li.say('done 开会'))).toContain('已完成：开会')
    expect(said(await li.say('done 9'))).toContain('没有找到待办“9”')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
