import { beforeEach, describe, expect, test } from 'vitest'
import { nextOf } from '../../delivery/office.ts'
import { cardOf, said } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, li, clear, cameTo, newest } = await people({ digest: true })
beforeEach(clear)

const job = house.bot.registry.jobs.find((one) => one.name === 'daily digests')!
const look = () => job.run({ db, transaction: house.house.transaction, now: clock.now() })
const owed = () => db.message.count({ where: { kind: 'digest', gaveUpAt: null } })

describe('the daily digest', () => {
  test('comes at the member’s morning hour with what today shows, in one message, once', async () => {
    await ana.say('remind in 1 hour old')
    await ana.say('remind tomorrow 3pm file the report')
    await cameTo(ana, '2026-11-24T11:00:00+01:00')
    expect(await cameTo(ana, '2026-11-25T08:59:59+01:00')).toEqual([])
    const [text, ...more] = await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(more).toEqual([])
    expect(text).toMatch(/Your day, Wed 25 Nov\nOverdue\n1\. old[\s\S]*Today\n2\. file the report/)
    const { buttons: _, ...digest } = newest(ana)
    expect(digest).toEqual(cardOf(await ana.say('today')))
    for (const at of ['2026-11-25T09:00:31+01:00', '2026-11-25T23:59:00+01:00'])
      expect((await cameTo(ana, at)).filter((one) => one.includes('Your day'))).toEqual([])
    expect(await cameTo(ana, '2026-11-26T09:00:00+01:00')).toEqual([expect.stringContaining('Your day, Thu 26 Nov')])
  })

  test('is woken up for: the next morning, wherever anybody is', async () => {
    const next = () => nextOf(job, db, clock.now())
    expect(await next()).toEqual(new Date('2026-11-24T14:00:00Z')) // New York, today
    clock.set('2026-11-24T15:00:00+01:00')
    expect(await next()).toEqual(new Date('2026-11-25T01:00:00Z')) // Shanghai, tomorrow
  })

  test('its buttons work', async () => {
    await ana.say('remind tomorrow 3pm file the report')
    await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(said(await ana.press(newest(ana), 'Done'))).toContain('Done: file the report')
  })

  test('each on their own clock, in their own language', async () => {
    await li.say('remind 明天下午6点 发报价')
    await bo.say('remind tomorrow 6pm sign')
    const [text] = await cameTo(li, '2026-11-25T09:00:00+08:00')
    expect(text).toMatch(/您的一天，11月25日[\s\S]*今天\n1\. 发报价/)
    expect(await cameTo(bo, '2026-11-25T08:59:00-05:00')).toEqual([])
    expect((await cameTo(bo, '2026-11-25T09:00:00-05:00'))[0]).toMatch(/Your day, Wed 25 Nov[\s\S]*sign/)
  })

  test('nothing to say: nothing is sent, and what turns up later in the day is no reason for one', async () => {
    await ana.say('remind 20 December 9am far away')
    expect(await cameTo(ana, '2026-11-25T09:00:00+01:00')).toEqual([])
    await ana.say('remind today 3pm file the report')
    expect(await cameTo(ana, '2026-11-25T12:00:00+01:00')).toEqual([])
    expect(await owed()).toBe(0)
  })

  test('not on days off', async () => {
    await ana.say('remind Monday 9am call Wei')
    expect(await cameTo(ana, '2026-11-28T09:00:00+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-29T09:00:00+01:00')).toEqual([])
    const all = await cameTo(ana, '2026-11-30T09:00:00+01:00')
    expect(all.filter((text) => text.includes('Your day, Mon 30 Nov'))).toHaveLength(1)
  })

  test('missed in the morning comes when the bot is back, but not on another day', async () => {
    await ana.say('remind tomorrow 5pm file the report')
    // Of the report its own reminder speaks; the day has something else to say.
    await ana.say('remind Friday 6pm lock up')
    expect((await cameTo(ana, '2026-11-25T14:00:00+01:00'))[0]).toContain('Your day, Wed 25 Nov')
    clock.set('2026-11-26T09:00:00+01:00')
    await look()
    // The platform is away for a day.
    const all = await cameTo(ana, '2026-11-27T09:00:00+01:00')
    expect(all.filter((text) => text.includes('Your day'))).toEqual([expect.stringContaining('Your day, Fri 27 Nov')])
  })

  test('is owed once by any number of bots, before and after they start again', async () => {
    for (const one of [ana, bo, li]) await one.say('remind Thursday 6pm file the report')
    clock.set('2026-11-26T15:00:00+01:00')
    const begun = await Promise.all([look(), look(), look()])
    expect(begun.reduce((sum, one) => sum + one)).toBe(3)
    expect(await owed()).toBe(3)
    await house.delivery.tick()
    expect(await look()).toBe(0)
    expect(await owed()).toBe(3)
  })

  test('a day that is not begun whole is not begun at all', async () => {
    await ana.say('remind Thursday 6pm file the report')
    clock.set('2026-11-26T09:00:00+01:00')
    const crashing = {
      db,
      now: clock.now(),
      transaction: <T>(work: (tx: typeof db) => Promise<T>) =>
        db.$transaction(async (tx) => {
          await work(tx as typeof db)
          throw new Error('the power went')
        }) as Promise<T>,
    }
    await expect(job.run(crashing as Parameters<typeof job.run>[0])).rejects.toThrow('the power went')
    expect(await owed()).toBe(0)
    expect((await cameTo(ana))[0]).toContain('Your day, Thu 26 Nov')
  })

  test('who joins during the day gets the first one on the next', async () => {
    const eve = house.person('Eve')
    await eve.say('help')
    await house.delivery.tick()
    await eve.say('remind tomorrow 6pm file the report')
    expect(await cameTo(eve, '2026-11-24T18:00:00+01:00')).toEqual([])
    expect(await cameTo(eve, '2026-11-25T09:00:00+01:00')).toHaveLength(1)
  })

  test('on the day of the change to summer time as on any other', async () => {
    clock.set('2027-03-26T10:00:00+01:00')
    await ana.say('settings days every day')
    await ana.say('remind 28 March 6pm file the report')
    expect(await cameTo(ana, '2027-03-28T08:59:59+02:00')).toEqual([])
    expect((await cameTo(ana, '2027-03-28T09:00:00+02:00'))[0]).toContain('Your day, Sun 28 Mar')
    await ana.say('settings days mon-fri')
  })

  test('can be switched off from itself, and on again for the next morning', async () => {
    await ana.say('remind Friday 6pm file the report')
    await cameTo(ana, '2026-11-25T09:00:00+01:00')
    expect(said(await ana.press(newest(ana), 'No daily message'))).toContain('No daily message any more')
    expect(await cameTo(ana, '2026-11-26T09:00:00+01:00')).toEqual([])
    expect(said(await ana.say('settings digest on'))).toContain('Your day comes as a message at 09:00')
    expect(await cameTo(ana, '2026-11-26T12:00:00+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-27T09:00:00+01:00')).toHaveLength(1)
    expect(said(await ana.say('settings digest maybe'))).toContain('Type settings digest on')
    expect(said(await li.say('settings digest 关'))).toContain('不再每天发送')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
