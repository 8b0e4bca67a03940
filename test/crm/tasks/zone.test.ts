import { beforeEach, describe, expect, test } from 'vitest'
import { said } from '../../support/rapport.ts'
import { people } from './people.ts'

const { house, db, clock, ana, li, clear, cameTo, newest, task } = await people()
beforeEach(async () => {
  await clear()
  await db.member.updateMany({ where: { name: 'Ana' }, data: { timeZone: 'Europe/Berlin' } })
  house.house.forget((await db.workspace.findFirstOrThrow()).id, new Set(['member']))
})

const toTokyo = async () => {
  await ana.say('remind tomorrow 9am send the quote')
  await ana.say('remind Friday water the plants')
  await ana.say('settings zone Tokyo')
  const [text, ...more] = await cameTo(ana)
  expect(more).toEqual([])
  return text
}

describe('another time zone', () => {
  test('asks once what moves, and until then nothing does', async () => {
    const text = await toTokyo()
    expect(text).toMatch(/Your time zone is now Asia\/Tokyo\n2 open tasks were made by the clock of Europe\/Berlin/)
    expect(text).toContain('send the quote: Wed 25 Nov, 09:00 in Europe/Berlin is Wed 25 Nov, 17:00 here.')
    expect(await cameTo(ana)).toEqual([])
    expect(await task('send the quote')).toMatchObject({ zone: 'Europe/Berlin', remindAt: new Date('2026-11-25T08:00:00Z') })
  })

  test('keeps the hour, is taken back', async () => {
    await toTokyo()
    const answer = await ana.press(newest(ana), 'Same hour, here')
    expect(answer).toMatchObject({ replaces: true })
    expect(said(answer)).toContain('2 tasks come at the same hour, by the clock of Asia/Tokyo.')
    expect(await task('send the quote')).toMatchObject({
      dueLocal: '2026-11-25T09:00',
      zone: 'Asia/Tokyo',
      remindAt: new Date('2026-11-25T00:00:00Z'),
    })
    expect((await task('water the plants')).remindAt).toEqual(new Date('2026-11-27T00:00:00Z'))
    expect(said(await ana.press(newest(ana), 'Same moment'))).toContain('Nothing was changed')
    await ana.say('undo')
    expect(await task('send the quote')).toMatchObject({ zone: 'Europe/Berlin', remindAt: new Date('2026-11-25T08:00:00Z') })
  })

  test('or the moment', async () => {
    await toTokyo()
    expect(said(await ana.press(newest(ana), 'Same moment'))).toContain('2 tasks stay at their moment')
    expect(await task('send the quote')).toMatchObject({
      dueLocal: '2026-11-25T17:00',
      zone: 'Asia/Tokyo',
      remindAt: new Date('2026-11-25T08:00:00Z'),
    })
    expect((await cameTo(ana, '2026-11-25T09:00:00+01:00'))[0]).toContain('Due: Wed 25 Nov, 17:00')
  })

  test('what was reminded of already is not said again', async () => {
    await ana.say('remind in 1 hour send the quote')
    await cameTo(ana, '2026-11-24T11:00:00+01:00')
    await ana.say('settings zone New York')
    await cameTo(ana)
    await ana.press(newest(ana), 'Same hour, here')
    expect(await cameTo(ana, '2026-11-25T11:00:00-05:00')).toEqual([])
  })

  test('there and back again before anybody answered: nothing is asked, an old answer changes nothing', async () => {
    await toTokyo()
    await ana.say('settings zone Berlin')
    expect(await cameTo(ana)).toEqual([])
    expect(said(await ana.press(newest(ana), 'Same hour, here'))).toContain('Your time zone is Europe/Berlin by now')
  })

  test('by what the platform says: asked as well; without tasks nothing is', async () => {
    const eve = house.person('Eve')
    const moved = house.person('Eve', { profile: { timeZone: 'Asia/Tokyo' } })
    await eve.say('help')
    await cameTo(eve)
    await eve.say('remind Friday 9am send the quote')
    clock.pass({ hours: 25 })
    await moved.say('help')
    expect(await cameTo(eve)).toContainEqual(expect.stringContaining('One open task was made by the clock of Europe/Berlin'))
    await li.say('settings zone Tokyo')
    expect(await cameTo(li)).toEqual([])
  })

  test('in Chinese', async () => {
    await li.say('settings zone 上海')
    await li.say('remind 明天上午9点 发报价')
    await li.say('settings zone Tokyo')
    expect((await cameTo(li))[0]).toMatch(/您的时区现在是 Asia\/Tokyo\n有 1 项待办是按 Asia\/Shanghai/)
    expect(said(await li.press(newest(li), '按这里的同一钟点'))).toContain('1 项待办改为 Asia/Tokyo 的同一钟点')
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults).toEqual([])
})
