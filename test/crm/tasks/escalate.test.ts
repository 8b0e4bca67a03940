import { beforeEach, describe, expect, test } from 'vitest'
import { cardOf, said, textOf } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, li, clear: clearAll, cameTo, newest, task } = await people()
const roles = async (given: Record<string, string>) => {
  for (const [name, role] of Object.entries(given)) await db.member.updateMany({ where: { name }, data: { role } })
  house.house.forget((await db.workspace.findFirstOrThrow()).id, new Set(['member']))
}
beforeEach(async () => {
  await clearAll()
  await db.workspace.updateMany({ data: { escalateDays: null } })
  await db.member.updateMany({ data: { managerId: null, awayFrom: null, awayUntil: null, awayToId: null, active: true } })
  await roles({ Ana: 'rep', Bo: 'admin', Li: 'rep' })
})

const job = house.bot.registry.jobs.find((one) => one.name === 'escalations')!
const look = () => job.run({ db, transaction: house.house.transaction, now: clock.now() })
/** The clock goes on, and everybody's own reminders go out; nobody looked at. */
const until = async (at: string) => {
  clock.set(at)
  await house.delivery.tick()
}
const overdue = (texts: string[]) => texts.filter((one) => one.includes('Overdue for'))

describe('a task that is overdue for days', () => {
  test('is told of to the owner’s manager, once, with whose it is, about whom and for how long', async () => {
    await bo.say('settings escalate 3 days')
    await li.say('settings manager @Ana')
    await li.say('remind Acme tomorrow 6pm send the quote')
    await until('2026-11-25T18:00:00+08:00')
    expect(overdue(await cameTo(ana, '2026-11-28T17:59:00+08:00'))).toEqual([])
    const [text, ...more] = overdue(await cameTo(ana, '2026-11-28T18:00:00+08:00'))
    expect(more).toEqual([])
    expect(text).toMatch(/^Overdue for 3 days: send the quote\nOwner: Li\nCustomer: Acme Corp\nDue: Wed 25 Nov, 11:00/)
    expect(text).toContain('[Hand over] [Done?]')
    for (const day of ['2026-11-29', '2026-12-07']) expect(overdue(await cameTo(ana, `${day}T18:00:00+08:00`))).toEqual([])
    expect(overdue(bo.inbox.map(textOf))).toEqual([])
  })

  test('off unless an admin wants it, and off again', async () => {
    await ana.say('remind tomorrow 9am water the plants')
    expect(overdue(await cameTo(bo, '2026-12-07T16:00:00+01:00'))).toEqual([])
    expect(said(await ana.say('settings escalate 3'))).toContain('Only an admin')
    expect(said(await ana.say('settings escalate'))).toContain('Managers are not told of overdue tasks.')
    const on = cardOf(await bo.say('settings escalate 3天'))
    expect(textOf(on)).toContain('A task that is overdue for 3 days is told to its owner’s manager, once.')
    await bo.press(on, 'Undo')
    expect(overdue(await cameTo(bo, '2026-12-08T16:00:00+01:00'))).toEqual([])
    for (const typed of ['soon', '0 days', '999'])
      expect(said(await bo.say(`settings escalate ${typed}`))).toContain('After how many days?')
    await bo.say('settings escalate 3')
    expect(said(await bo.say('settings escalate off'))).toContain('Managers are not told')
  })

  test('Done? closes it, Hand over gives it to somebody else, also by a manager who is no manager by role', async () => {
    await bo.say('settings escalate 1 day')
    await bo.say('settings manager @Ana for @Li')
    await li.say('remind tomorrow 6pm send the quote')
    await until('2026-11-26T18:00:00+08:00')
    expect(said(await ana.press(newest(ana), 'Done?'))).toContain('Done: send the quote')
    await li.say('remind 27 November 6pm file the report')
    await until('2026-11-28T18:00:00+08:00')
    const form = await ana.press(newest(ana), 'Hand over')
    if (form.kind !== 'form') throw new Error('no form came')
    expect(form.form.fields[0]).toMatchObject({ name: 'task', value: 'Li: file the report' })
    expect(said(await ana.submit(form.form, { to: 'Bo' }))).toContain('Handed over to Bo')
    // Somebody else's task is none of hers.
    await bo.say('remind tomorrow 6pm sign the lease')
    expect(said(await ana.say(`done ${(await task('sign the lease')).id}`))).toContain("That task is Bo's")
  })

  test('put off it begins anew; handed over it is not told of again', async () => {
    await bo.say('settings escalate 2 days')
    await ana.say('remind tomorrow 5pm send the quote')
    await until('2026-11-25T17:00:00+01:00')
    expect(overdue(await cameTo(bo, '2026-11-27T17:00:00+01:00'))).toHaveLength(1)
    await ana.say(`snooze ${(await task('send the quote')).id} until Monday 5pm`)
    expect(overdue(await cameTo(bo, '2026-12-02T16:00:00+01:00'))).toEqual([])
    expect(overdue(await cameTo(bo, '2026-12-02T17:00:00+01:00'))).toHaveLength(1)
    await bo.say(`handover ${(await task('send the quote')).id} to Li`)
    expect(overdue(await cameTo(bo, '2026-12-09T17:00:00+01:00'))).toEqual([])
  })

  test('what was done, or put off, before it could be said is not said', async () => {
    await bo.say('settings escalate 1 day')
    await bo.say('settings quiet 0:00-23:00')
    await ana.say('remind tomorrow 9am water the plants')
    await until('2026-11-26T12:00:00+01:00')
    expect(await db.message.count({ where: { kind: 'escalated', sentAt: null } })).toBe(1)
    await ana.say('done water the plants')
    expect(overdue(await cameTo(bo, '2026-11-26T23:30:00-05:00'))).toEqual([])
    await bo.say('settings quiet off')
  })

  test('what was sent says so when the task is dealt with elsewhere', async () => {
    await bo.say('settings escalate 1 day')
    await ana.say('remind tomorrow 5pm water the plants')
    await until('2026-11-26T17:00:00+01:00')
    await ana.say('done water the plants')
    await house.delivery.tick()
    expect(textOf(newest(bo))).toBe('Done: water the plants\nAna')
  })

  test('quiet hours hold it, and what waits together is one message', async () => {
    await bo.say('settings escalate 1 day')
    await bo.say('settings quiet 0:00-12:00')
    for (const what of ['one', 'two']) await ana.say(`remind tomorrow 10am ${what}`)
    expect(overdue(await cameTo(bo, '2026-11-26T11:00:00+01:00'))).toEqual([])
    const [text, ...more] = overdue(await cameTo(bo, '2026-11-26T12:00:00-05:00'))
    expect(more).toEqual([])
    expect(text).toMatch(/2 messages for you\nOverdue for a day: one\n[\s\S]*Overdue for a day: two/)
    await bo.say('settings quiet off')
  })

  test('is told of once by any number of bots', async () => {
    await bo.say('settings escalate 1 day')
    for (const what of ['one', 'two', 'three']) await ana.say(`remind tomorrow 10am ${what}`)
    clock.set('2026-11-26T12:00:00+01:00')
    const told = await Promise.all([look(), look(), look()])
    expect(told.reduce((sum, one) => sum + one)).toBe(3)
    expect(await db.message.count({ where: { kind: 'escalated' } })).toBe(3)
    expect(await look()).toBe(0)
  })
})

describe('who hears of it', () => {
  const heardBy = async () => {
    await ana.say('remind tomorrow 5pm water the plants')
    clock.set('2026-11-26T17:00:00+01:00')
    await look()
    const told = await db.message.findMany({ where: { kind: 'escalated' } })
    const names = await db.member.findMany({ where: { id: { in: told.map((one) => one.memberId) } }, orderBy: { name: 'asc' } })
    return names.map((one) => one.name)
  }
  beforeEach(() => bo.say('settings escalate 1'))

  test('with no manager named: the managers, not the admins', async () => {
    await roles({ Li: 'manager' })
    expect(await heardBy()).toEqual(['Li'])
  })

  test('with no manager at all: the admins', async () => {
    expect(await heardBy()).toEqual(['Bo'])
  })

  test('never the owner themselves: where nobody else could, it waits until somebody can', async () => {
    await roles({ Ana: 'admin', Bo: 'rep' })
    expect(await heardBy()).toEqual([])
    await roles({ Bo: 'manager' })
    expect(overdue(await cameTo(bo, '2026-11-26T19:00:00+01:00'))).toHaveLength(1)
  })

  test('a manager who left is none; one who is away is stood in for', async () => {
    await ana.say('settings manager @Li')
    await db.member.updateMany({ where: { name: 'Li' }, data: { active: false } })
    expect(await heardBy()).toEqual(['Bo'])
    await db.member.updateMany({ where: { name: 'Li' }, data: { active: true } })
    await db.task.deleteMany()
    await db.message.deleteMany()
    clock.set('2026-11-24T10:00:00+01:00')
    await li.say('settings away until 4 December to Bo')
    expect(await heardBy()).toEqual(['Bo'])
  })
})

test('one’s manager is set by oneself or an admin, shown, and taken back', async () => {
  expect(said(await ana.say('settings manager'))).toContain('Nobody is named as your manager')
  expect(said(await ana.say('settings manager @Ana'))).toContain('Nobody is their own manager')
  expect(said(await ana.say('settings manager @Bo for @Li'))).toContain('Only an admin')
  expect(said(await bo.say('settings manager @Ana for @Li'))).toContain('Ana is Li’s manager.')
  const set = cardOf(await ana.say('settings manager @Bo'))
  expect(textOf(set)).toContain('Bo is your manager.')
  await ana.press(set, 'Undo')
  expect(said(await ana.say('settings manager'))).toContain('Nobody is named')
  expect(said(await bo.say('settings manager off for @Li'))).toContain('Nobody is named as Li’s manager.')
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
