import { beforeEach, describe, expect, test } from 'vitest'
import { cardOf, said } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, bo, li, clear, cameTo, newest, task } = await people({ digest: true })
beforeEach(async () => {
  await clear()
  await db.activity.deleteMany()
  await db.member.updateMany({ data: { awayFrom: null, awayUntil: null, awayToId: null } })
})

describe('somebody who is away', () => {
  test('is not reminded: the named colleague is, told for whom, and may deal with it', async () => {
    await bo.say('remind @Li tomorrow 6pm send the quote')
    expect(said(await li.say('settings away until Friday to Ana'))).toContain('您离开到11月27日 周五 09:00')
    const [text] = await cameTo(ana, '2026-11-25T18:00:00+08:00')
    expect(text).toContain('For Li, who is away.')
    expect(await cameTo(li)).toEqual([])
    expect(said(await ana.press(newest(ana), 'Done'))).toContain('Done: send the quote')
    const back = await cameTo(li, '2026-11-27T09:00:00+08:00')
    expect(back).toEqual([expect.stringContaining('您离开期间\nAna已完成：send the quote')])
  })

  test('gets no daily message until the morning of their return, and all of it then', async () => {
    await ana.say('remind Friday 3pm file the report')
    expect(said(await ana.say('settings away until Friday'))).toContain('reminders still come to you')
    expect(await cameTo(ana, '2026-11-25T09:00:00+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-26T09:00:00+01:00')).toEqual([])
    expect(await cameTo(ana, '2026-11-27T09:00:00+01:00')).toEqual([expect.stringContaining('Your day, Fri 27 Nov')])
  })

  test('without a colleague is reminded themselves', async () => {
    await ana.say('remind tomorrow 3pm file the report')
    await ana.say('settings away until Friday')
    expect(await cameTo(ana, '2026-11-25T15:00:00+01:00')).toEqual([expect.stringContaining('Reminder: file the report')])
  })

  test('is back when they say so: told what was handled, reminded again', async () => {
    await ana.say('settings away until 4 December to Bo')
    expect(said(await ana.say('settings away'))).toContain('is said to Bo')
    clock.set('2026-11-25T16:00:00+01:00')
    await bo.say('log acme: spoke to Wei, wants a quote')
    clock.pass({ minutes: 10 })
    await ana.say('remind in 2 hours send the quote')
    expect(said(await ana.say('settings away off'))).toContain('Welcome back')
    expect([...(await cameTo(ana)), ...(await cameTo(ana))]).toContainEqual(
      expect.stringMatching(/While you were away\nAcme Corp\n.*by Bo.*wants a quote/),
    )
    expect(await cameTo(ana, '2026-11-25T18:10:00+01:00')).toEqual([expect.stringContaining('Reminder: send the quote')])
    expect(said(await ana.say('settings away off'))).toContain('Nothing was changed')
  })

  test('named somebody who is away too: whoever stands in for them hears it, and has a say', async () => {
    await bo.say('settings away until 4 December to Ana')
    expect(said(await li.say('settings away until 4 December to Bo'))).toContain('Bo也不在：在其回来之前，您的提醒会发给Ana')
    await ana.say('remind @Li tomorrow 6pm send the quote')
    expect((await cameTo(ana, '2026-11-25T18:00:00+08:00'))[0]).toContain('For Li, who is away.')
    expect(said(await ana.press(newest(ana), 'Done'))).toContain('Done: send the quote')
    await ana.say('remind @Li Friday 6pm file the report')
    await bo.say('settings away off')
    expect((await cameTo(bo, '2026-11-27T18:00:00+08:00')).join()).toContain('Reminder: file the report')
  })

  test('named one another: the manager hears it, else an admin who is here, else they themselves', async () => {
    await bo.say('settings away until 4 December to Li')
    expect(said(await li.say('settings away until 4 December to Bo'))).toContain('Bo也不在，且无人代替')
    await ana.say('remind @Li tomorrow 6pm send the quote')
    expect((await cameTo(li, '2026-11-25T18:00:00+08:00')).join()).toContain('send the quote')
    await db.member.updateMany({ where: { name: 'Ana' }, data: { role: 'admin' } })
    await ana.say('remind @Li Thursday 6pm file the report')
    expect((await cameTo(ana, '2026-11-26T18:00:00+08:00')).join()).toContain('For Li, who is away.')
    await db.member.updateMany({ where: { name: 'Ana' }, data: { role: 'rep' } })
    await li.say('settings manager @Ana')
    await ana.say('remind @Li Friday 6pm sign the lease')
    expect((await cameTo(ana, '2026-11-27T18:00:00+08:00')).join()).toContain('Reminder: sign the lease')
    expect(said(await ana.press(newest(ana), 'Done'))).toContain('Done: sign the lease')
    await li.say('settings manager off')
  })

  test('after their return the colleague has no say any more; a third never had', async () => {
    await bo.say('remind @Li tomorrow 6pm send the quote')
    const { id } = await task('send the quote')
    expect(said(await ana.say(`done ${id}`))).toContain("That task is Li's")
    await li.say('settings away until Friday to Ana')
    await cameTo(ana, '2026-11-25T18:00:00+08:00')
    const card = newest(ana)
    await cameTo(li, '2026-11-27T09:00:00+08:00')
    expect(said(await ana.press(card, 'Done'))).toContain("That task is Li's")
  })

  test('what cannot be read is said; undo takes it back', async () => {
    for (const typed of ['whenever', 'until yesterday'])
      expect(said(await ana.say(`settings away ${typed}`))).toContain('Until when?')
    expect(said(await ana.say('settings away until Friday to Ana'))).toContain('That is yourself')
    await ana.press(cardOf(await ana.say('settings away until Friday to Bo')), 'Undo')
    expect(said(await ana.say('settings away'))).toContain('You are not away.')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
