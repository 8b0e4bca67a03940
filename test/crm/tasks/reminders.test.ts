import { beforeEach, describe, expect, test } from 'vitest'
import { nextOf } from '../../delivery/office.ts'
import { cardOf, said } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, li, clear, cameTo, newest, task } = await people()
beforeEach(clear)

describe('a reminder', () => {
  test('comes at its time, not a second earlier, once', async () => {
    await ana.say('remind tomorrow 9am send the quote')
    expect(await cameTo(ana, '2026-11-25T08:59:59+01:00')).toEqual([])
    const [text, ...more] = await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(more).toEqual([])
    expect(text).toContain('Reminder: send the quote')
    expect(text).toContain('Due: Wed 25 Nov, 09:00')
    expect(text).not.toContain('Late')
    expect(await cameTo(ana, '2026-11-25T09:00:01+01:00')).toEqual([])
  })

  test('tells of the last contact, and of a colleague who was in touch since', async () => {
    await ana.say('log Acme Corp: spoke to Wei, wants a quote')
    await ana.say('remind Acme Corp in 2 hours call about the quote')
    expect((await cameTo(ana, '2026-11-24T12:00:00+01:00'))[0]).toMatch(/Last contact: .*Call, connected .*wants a quote/)
    await bo.say('log Acme Corp: emailed the price list')
    await ana.say('remind Acme Corp in 2 hours call again')
    expect((await cameTo(ana, '2026-11-24T14:00:00+01:00'))[0]).toContain('Bo emailed them 2 hours ago.')
  })

  test('says who has called since the task was made, and offers to close it', async () => {
    await ana.say('remind Acme Corp Friday 9am send the quote')
    clock.set('2026-11-25T09:00:00+01:00')
    await bo.say('log acme: spoke to Wei, sent the quote')
    const [text] = await cameTo(ana, '2026-11-27T09:00:00+01:00')
    expect(text).toMatch(/Bo called them (2 days ago|yesterday): connected\.[\s\S]*\[No need, close it\]/)
    expect(text).not.toContain('[Done]')
    expect(said(await ana.press(newest(ana), 'No need, close it'))).toContain('Done: send the quote')
  })

  test('of a colleague’s call that nobody answered, or from before the task, offers nothing', async () => {
    await bo.say('log acme: spoke to Wei, wants a quote')
    clock.set('2026-11-26T09:00:00+01:00')
    await db.activity.updateMany({
      where: { note: { contains: 'wants a quote' } },
      data: { occurredAt: new Date('2026-11-24T09:00:00Z') },
    })
    await ana.say('remind Acme Corp in 2 hours send the quote')
    const [before] = await cameTo(ana, '2026-11-26T11:00:00+01:00')
    expect(before).not.toContain('Bo called')
    expect(before).toContain('[Done]')
    await ana.say('remind Acme Corp in 2 hours call Wei')
    await bo.say('log acme: called Wei, no answer')
    const [vain] = await cameTo(ana, '2026-11-26T13:00:00+01:00')
    expect(vain).toContain('Bo called them 2 hours ago: no answer.')
    expect(vain).not.toContain('close it')
  })

  test('that a logged call may have dealt with is offered for closing, never closed in silence', async () => {
    for (const line of ['Acme Corp in 1 hour send the quote', 'Acme Corp tomorrow 9am call again', 'in 1 hour water the plants'])
      await ana.say(`remind ${line}`)
    await bo.say('remind Acme Corp in 1 hour of Bo')
    clock.set('2026-11-24T12:00:00+01:00')
    expect(said(await ana.say('log acme: called, no answer'))).not.toContain('Done:')
    const card = cardOf(await ana.say('log acme: spoke to Wei, all is well'))
    expect(card.buttons?.map((one) => one.label).filter((label) => label.startsWith('Done'))).toEqual(['Done: send the quote?'])
    expect((await task('send the quote')).doneAt).toBeNull()
    expect(said(await ana.press(card, 'Done: send the quote?'))).toContain('Done: send the quote')
    expect((await task('send the quote')).doneAt).not.toBeNull()
  })

  test('missed while the bot was down comes on its return, marked late', async () => {
    await ana.say('remind tomorrow 9am send the quote')
    expect((await cameTo(ana, '2026-11-25T09:15:00+01:00'))[0]).not.toContain('Late')
    await ana.say('remind tomorrow 9am send the invoice')
    const [text] = await cameTo(ana, '2026-11-26T12:00:00+01:00')
    expect(text).toContain('Late: this was due 3 hours ago.')
  })

  test('of a day without a time comes at the owner’s morning hour', async () => {
    await db.member.updateMany({ where: { name: 'Ana' }, data: { morningAt: '08:30' } })
    const { workspaceId } = await db.member.findFirstOrThrow({ where: { name: 'Ana' } })
    house.house.forget(workspaceId, new Set(['member']))
    expect(said(await ana.say('remind Friday send the quote'))).toContain('I will say it on Fri 27 Nov, 08:30.')
    expect(await cameTo(ana, '2026-11-27T08:29:59+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-27T08:30:00+01:00')).toHaveLength(1)
    await db.member.updateMany({ where: { name: 'Ana' }, data: { morningAt: '09:00' } })
    house.house.forget(workspaceId, new Set(['member']))
  })

  test('of today, asked for when the morning is over, comes in an hour and is not late', async () => {
    expect(said(await ana.say('remind today send the quote'))).toContain('I will say it on Tue 24 Nov, 11:00.')
    expect(await cameTo(ana)).toEqual([])
    const [text] = await cameTo(ana, '2026-11-24T11:00:00+01:00')
    expect(text).toContain('send the quote')
    expect(text).not.toContain('Late')
  })

  test('done, taken back or put off between its time and its sending is not sent', async () => {
    for (const line of ['remind in 1 hour one', 'remind in 1 hour two', 'remind in 1 hour three']) await ana.say(line)
    clock.pass({ hours: 1 })
    // The job owes all three; then hands are quicker than the sender.
    const due = house.bot.registry.jobs.find((job) => job.name === 'due reminders')!
    expect(await due.run({ db, transaction: house.house.transaction, now: clock.now() })).toBe(3)
    await ana.say('done one')
    await ana.say('snooze two 1h')
    await ana.say('remind in 3 hours four')
    expect(await cameTo(ana)).toEqual([expect.stringContaining('three')])
    expect(await db.message.count({ where: { fault: 'nothing was left to say' } })).toBe(2)
  })

  test('put off and due again before the first was sent comes once', async () => {
    await ana.say('remind in 1 hour two')
    clock.pass({ hours: 1 })
    const due = house.bot.registry.jobs.find((job) => job.name === 'due reminders')!
    await due.run({ db, transaction: house.house.transaction, now: clock.now() })
    await ana.say('snooze two 5m')
    clock.pass({ minutes: 5 })
    expect(await cameTo(ana)).toHaveLength(1)
  })

  test('is owed once, however many bots look at the same moment', async () => {
    for (let n = 0; n < 20; n++) await ana.say(`remind in 1 hour job ${n}`)
    clock.pass({ hours: 1 })
    const due = house.bot.registry.jobs.find((job) => job.name === 'due reminders')!
    const look = () => due.run({ db, transaction: house.house.transaction, now: clock.now() })
    const found = await Promise.all([look(), look(), look()])
    expect(found.reduce((sum, one) => sum + one)).toBe(20)
    expect(await db.message.count({ where: { kind: 'reminder' } })).toBe(20)
    expect(await look()).toBe(0)
  })

  test('whose row somebody is changing is left for the next look, without waiting', async () => {
    await ana.say('remind in 1 hour held')
    clock.pass({ hours: 1 })
    const due = house.bot.registry.jobs.find((job) => job.name === 'due reminders')!
    const look = () => due.run({ db, transaction: house.house.transaction, now: clock.now() })
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM tasks FOR UPDATE`
      expect(await look()).toBe(0)
    })
    expect(await nextOf(due, db, clock.now())).toEqual(new Date('2026-11-24T10:00:00Z'))
    expect(await look()).toBe(1)
  })

  test('that is about to be due wakes the sender', async () => {
    const heard: string[] = []
    const client = await house.database.pool.connect()
    client.on('notification', ({ channel }) => heard.push(channel))
    await client.query('LISTEN rapport_owed')
    await ana.say('remind tomorrow 9am far away')
    await ana.say('remind in 1 minute soon')
    await expect.poll(() => heard).toEqual(['rapport_owed'])
    client.release(true)
  })

  test('by the wall clock over the change to summer time: a gap moves on, an hour that comes twice is its first', async () => {
    clock.set('2027-03-27T10:00:00+01:00')
    await ana.say('remind tomorrow 02:30 in the gap')
    expect((await task('in the gap')).remindAt?.toISOString()).toBe('2027-03-28T01:30:00.000Z')
    clock.set('2027-10-30T10:00:00+02:00')
    await ana.say('remind tomorrow 02:30 twice')
    expect((await task('twice')).remindAt?.toISOString()).toBe('2027-10-31T00:30:00.000Z')
    await ana.say('remind Monday 9am after')
    expect((await task('after')).remindAt?.toISOString()).toBe('2027-11-01T08:00:00.000Z')
  })

  test('in quiet hours is announced as such, and held back', async () => {
    await ana.say('settings quiet 20:00-07:00')
    expect(said(await ana.say('remind today 21:30 lock up'))).toContain(
      'That is within quiet hours: I will say it when they end, on Wed 25 Nov, 07:00.',
    )
    expect(await cameTo(ana, '2026-11-24T21:30:00+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-25T06:59:00+01:00')).toEqual([])
    expect((await cameTo(ana, '2026-11-25T07:00:00+01:00'))[0]).toContain('lock up')
    await ana.say('settings quiet off')
  })
})

describe('its buttons', () => {
  const reminded = async (what = 'send the quote') => {
    await ana.say(`remind Acme Corp in 1 hour ${what}`)
    clock.pass({ hours: 1 })
    await house.delivery.tick()
    return newest(ana)
  }

  test('put it off: an hour, tomorrow morning, next week, or another time', async () => {
    await db.member.updateMany({ where: { name: 'Ana' }, data: { morningAt: '08:15' } })
    house.house.forget((await db.member.findFirstOrThrow({ where: { name: 'Ana' } })).workspaceId, new Set(['member']))
    const card = await reminded()
    const remindAt = async () => (await task('send the quote')).remindAt?.toISOString()
    expect(await ana.press(card, '1 hour')).toMatchObject({ replaces: true })
    expect(await remindAt()).toBe('2026-11-24T11:00:00.000Z')
    await ana.press(card, 'Tomorrow morning')
    expect(await remindAt()).toBe('2026-11-25T07:15:00.000Z')
    await ana.press(card, 'Next week')
    expect(await remindAt()).toBe('2026-11-30T07:15:00.000Z')
    const form = await ana.press(card, 'Pick a time')
    if (form.kind !== 'form') throw new Error('no form')
    expect(said(await ana.submit(form.form, { until: 'Thursday 16:00' }))).toContain('Thu 26 Nov, 16:00')
    expect(await remindAt()).toBe('2026-11-26T15:00:00.000Z')
    await db.member.updateMany({ where: { name: 'Ana' }, data: { morningAt: '09:00' } })
    house.house.forget((await db.member.findFirstOrThrow({ where: { name: 'Ana' } })).workspaceId, new Set(['member']))
  })

  test('pressed by two at once do it once', async () => {
    await ana.say('remind @Bo every Monday 9am call Wei')
    const { id } = await task('call Wei')
    const [first, second] = await Promise.all([ana.say(`done ${id}`), bo.say(`done ${id}`)])
    expect([said(first), said(second)].filter((text) => text.startsWith('Done: call Wei'))).toHaveLength(1)
    expect([said(first), said(second)].filter((text) => text.includes('is done already'))).toHaveLength(1)
    expect(await db.task.count({ where: { what: 'call Wei', doneAt: null } })).toBe(1)
  })

  test('of a task that is done, gone or another’s say so and change nothing', async () => {
    const card = await reminded()
    await bo.say(`done ${(await task('send the quote')).id}`)
    for (const label of ['Done', '1 hour', 'Tomorrow morning'])
      expect(said(await ana.press(card, label))).toMatch(
        /“send the quote” is done already \(Bo, just now\)\. Nothing was changed/,
      )
    const other = await reminded('sign the papers')
    await ana.press(other, '1 hour')
    await db.task.updateMany({ where: { what: 'sign the papers' }, data: { archivedAt: new Date() } })
    expect(said(await ana.press(other, 'Done'))).toContain('taken back in the meantime')
    await bo.say('remind tomorrow 9am secret')
    expect(said(await ana.say(`done ${(await task('secret')).id}`))).toContain("That task is Bo's")
  })
})

describe('in Chinese', () => {
  test('remind, the reminder, its buttons', async () => {
    const made = said(await li.say('remind 明天上午9点 发报价'))
    expect(made).toContain('我会提醒您：发报价')
    expect(made).toContain('11月25日 周三 09:00')
    expect(made).toContain('Asia/Shanghai')
    const [text] = await cameTo(li, '2026-11-25T09:00:00+08:00')
    expect(text).toContain('提醒: 发报价')
    expect(said(await li.press(newest(li), '1 小时'))).toContain('推迟到11月25日 周三 10:00')
    expect(said(await li.say('snooze 1 2小时'))).toContain('11:00')
    expect(said(await li.press(newest(li), '完成'))).toContain('已完成：发报价')
    expect(said(await li.press(newest(li), '完成'))).toMatch(/“发报价”已经完成（Li，.*什么都没有改动/)
  })

  test('what is missing, past or unreadable is said in Chinese', async () => {
    expect(said(await li.say('remind 发报价'))).toContain('什么时候提醒您')
    expect(said(await li.say('remind 2020-01-01 9:00 发报价'))).toContain('已经过去了')
    await li.say('remind 每周一上午9点 开周会')
    expect(said(await li.say('snooze 1 abc'))).toContain('我看不懂时间“abc”')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
