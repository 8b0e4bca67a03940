import { beforeEach, describe, expect, test } from 'vitest'
import { nextOf } from '../../delivery/office.ts'
import { cardOf, said, textOf } from '../../support/rapport.ts'
import { people } from '../tasks/people.ts'

const { house, db, clock, ana, bo, li, clear: clearAll, cameTo, newest } = await people()
const clear = async () => {
  await clearAll()
  await db.activity.deleteMany()
  await db.channel.deleteMany()
  house.refusing.clear()
}
beforeEach(clear)

const job = house.bot.registry.jobs.find((one) => one.name === 'team digests')!
const look = () => job.run({ db, transaction: house.house.transaction, now: clock.now() })
let channels = 0
/** A channel that was never written to. */
const fresh = () => `#sales-${++channels}`
/** What came into a channel meanwhile, as text. */
async function heard(channel: string, at: string): Promise<string[]> {
  const before = house.channel(channel).length
  clock.set(at)
  await house.delivery.tick()
  return house.channel(channel).slice(before).map(textOf)
}

describe('the team’s day in a channel', () => {
  test('says what went well, who did what, what is due today and how much is overdue, on the clock of who set it', async () => {
    const channel = fresh()
    expect(said(await bo.say(`settings digest ${channel} 9:00`))).toMatch(
      new RegExp(
        `${channel} hears the team’s day at 09:00 \\(America/New_York\\)[\\s\\S]*Everybody in that channel can read it[\\s\\S]*only because you asked`,
      ),
    )
    await ana.say('log Acme: spoke to Wei, wants a quote over €40,000')
    await ana.say('log Acme: called Wei, no answer')
    await li.say('log Acme: 与 Wei 开会，已完成')
    await ana.say('remind Acme tomorrow 5pm send the quote')
    await ana.say('remind tomorrow water the plants')
    await li.say('remind today 8pm file the report')
    await ana.say('remind today 7pm call the printer')
    await ana.say('done call the printer')
    expect(await heard(channel, '2026-11-25T08:59:59-05:00')).toEqual([])
    const [text, ...more] = await heard(channel, '2026-11-25T09:00:00-05:00')
    expect(more).toEqual([])
    expect(text).toMatch(
      /^The team’s day, Wed 25 Nov\n1 task is overdue\.\nWhat went well\nWei Zhang \(Acme Corp\) · €40,000\nCall, connected · Ana · /,
    )
    expect(text).toContain('1 task closed\ncall the printer (Ana)')
    expect(text).toMatch(/Who did what\nAna\n2 calls · 1 task closed\nLi\n1 meeting/)
    expect(text).toMatch(/Today\nsend the quote · Acme Corp · €40,000\n11:00 · Ana\nwater the plants\nAna/)
    expect(house.channel(channel).at(-1)?.buttons ?? []).toEqual([])
    expect(await heard(channel, '2026-11-25T23:00:00-05:00')).toEqual([])
  })

  test('largest amounts come first, then the hour; of many only the first are named', async () => {
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9:00`)
    const asked = cardOf(await ana.say('log Initech: spoke to Peter Gibbons, offered $9,000, call back tomorrow 6pm'))
    await ana.press(asked, 'Add Peter Gibbons (Initech) and log')
    for (const hour of [16, 17, 18, 19, 20, 21]) await ana.say(`remind tomorrow ${hour}:00 errand ${hour}`)
    const [text] = await heard(channel, '2026-11-25T09:00:00-05:00')
    expect(text).toMatch(/Today\n.*Initech.*\$9,000\n12:00 · Ana\nerrand 16\n[\s\S]*errand 19\n.*\nand 2 more/)
  })

  test('nothing to say: nothing is sent', async () => {
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9:00`)
    await ana.say('remind 20 December 9am far away')
    expect(await heard(channel, '2026-11-25T09:00:00-05:00')).toEqual([])
  })

  test('on the team’s working days alone; a Monday tells of the days since Friday', async () => {
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9:00`)
    clock.set('2026-11-27T12:00:00-05:00')
    await ana.say('log Acme: spoke to Wei')
    expect(await heard(channel, '2026-11-28T09:00:00-05:00')).toEqual([])
    expect(await heard(channel, '2026-11-29T09:00:00-05:00')).toEqual([])
    expect((await heard(channel, '2026-11-30T09:00:00-05:00'))[0]).toMatch(/What went well, since Fri 27 Nov\nWei Zhang/)
    for (const one of [ana, bo]) await one.say('settings days every day')
    clock.set('2026-12-04T12:00:00-05:00')
    await ana.say('log Acme: spoke to Wei')
    expect((await heard(channel, '2026-12-05T09:00:00-05:00'))[0]).toContain('The team’s day, Sat 5 Dec')
    for (const one of [ana, bo]) await one.say('settings days mon-fri')
  })

  test('9:00 stays 9:00 when summer time comes', async () => {
    clock.set('2027-03-12T10:00:00-05:00')
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9am`)
    await ana.say('remind 15 March 6pm file the report')
    expect(await nextOf(job, db, clock.now())).toEqual(new Date('2027-03-13T14:00:00Z'))
    expect(await heard(channel, '2027-03-15T08:59:59-04:00')).toEqual([])
    expect(await heard(channel, '2027-03-15T09:00:00-04:00')).toHaveLength(1)
  })

  test('quiet hours and the ten minutes of who set it are theirs alone', async () => {
    const channel = fresh()
    await bo.say('settings quiet 8:00-10:00')
    await bo.say(`settings digest ${channel} 9:00`)
    await bo.say('remind tomorrow 9am call Wei')
    await bo.say('remind Acme 25 November send the quote')
    expect(await heard(channel, '2026-11-25T09:00:00-05:00')).toHaveLength(1)
    expect(await cameTo(bo, '2026-11-25T10:00:00-05:00')).toHaveLength(1)
    await bo.say('settings quiet off')
  })

  test('is owed once by any number of bots', async () => {
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9:00`)
    await ana.say('remind tomorrow 6pm file the report')
    clock.set('2026-11-25T09:00:00-05:00')
    const begun = await Promise.all([look(), look(), look()])
    expect(begun.reduce((sum, one) => sum + one)).toBe(1)
    expect(await heard(channel, '2026-11-25T09:00:00-05:00')).toHaveLength(1)
    expect(await look()).toBe(0)
  })

  test('set after its hour it begins on the next day; without an hour it is that of one’s morning', async () => {
    const channel = fresh()
    await bo.say('remind today 8pm file the report')
    clock.set('2026-11-24T10:00:00-05:00')
    await bo.say(`settings digest ${channel}`)
    expect(await heard(channel, '2026-11-24T18:00:00-05:00')).toEqual([])
    expect(await heard(channel, '2026-11-25T09:00:00-05:00')).toHaveLength(1)
  })

  test('is ended by anybody who may set it, and undo takes back either', async () => {
    const channel = fresh()
    await ana.say('remind tomorrow 6pm file the report')
    await bo.press(cardOf(await bo.say(`settings digest ${channel} 9:00`)), 'Undo')
    expect(said(await bo.say('settings digest'))).not.toContain(channel)
    await bo.say(`settings digest ${channel} 8:00`)
    expect(said(await bo.say('settings digest'))).toContain(`${channel} hears the team’s day at 08:00`)
    const ended = cardOf(await bo.say(`settings digest ${channel} off`))
    expect(textOf(ended)).toContain('does not hear the team’s day any more')
    expect(await heard(channel, '2026-11-25T09:00:00-05:00')).toEqual([])
    await bo.press(ended, 'Undo')
    expect(await heard(channel, '2026-11-25T09:05:00-05:00')).toHaveLength(1)
    expect(said(await bo.say('settings digest #elsewhere off'))).toContain('Nothing was changed')
  })

  test('a rep may not, and what cannot be read, or is closed to the bot, is said', async () => {
    expect(said(await ana.say('settings digest #sales 9:00'))).toContain('Only a manager or an admin')
    expect(said(await ana.say('settings digest #sales off'))).toContain('Only a manager or an admin')
    expect(said(await bo.say('settings digest #sales whenever'))).toContain('cannot read “whenever”')
    expect(said(await bo.say('settings digest <#C1> 9:00'))).toContain('I find no channel')
    house.refusing.add('#closed')
    expect(said(await bo.say('settings digest #closed 9:00'))).toContain('I am not in #closed. Type /invite @Rapport there')
    expect(await db.channel.count()).toBe(0)
  })

  test('a channel of somebody else’s server is none of ours', async () => {
    const place = { platform: 'playground', team: 'acme-sales', user: 'bo', kind: 'direct' } as const
    const foreign = async () => ({ team: 'globex', channel: '#deals', name: '#deals', open: true })
    const answer = await house.bot.dispatch({
      id: 'foreign',
      place,
      ask: { kind: 'line', text: 'settings digest #deals 9:00' },
      profile: async () => ({ name: 'Bo' }),
      channel: foreign,
    })
    expect(said(answer)).toContain('That channel is not in this team')
    expect(await db.channel.count()).toBe(0)
  })

  test('in the language of who set it', async () => {
    const channel = fresh()
    await bo.say('settings language zh')
    await bo.say(`settings digest ${channel} 9点`)
    await ana.say('log Acme: spoke to Wei')
    expect((await heard(channel, '2026-11-25T09:00:00-05:00'))[0]).toMatch(
      /团队日报，11月25日[\s\S]*进展顺利[\s\S]*谁做了什么\nAna\n电话 1/,
    )
    await bo.say('settings language en')
  })
})

describe('a channel that refuses', () => {
  test('is told of once to who set it, stands with the undelivered, and goes on when it is mended', async () => {
    const channel = fresh()
    await bo.say(`settings digest ${channel} 9:00`)
    for (const day of ['Wednesday', 'Thursday', 'Friday']) await ana.say(`remind ${day} 6pm file the report`)
    house.refusing.add(channel)
    await heard(channel, '2026-11-25T09:00:00-05:00')
    expect(await cameTo(bo, '2026-11-25T09:01:00-05:00')).toEqual([
      expect.stringMatching(
        new RegExp(`The team’s day did not get into ${channel}[\\s\\S]*/invite @Rapport there[\\s\\S]*\\[End it\\]`),
      ),
    ])
    await heard(channel, '2026-11-26T09:00:00-05:00')
    expect(await cameTo(bo, '2026-11-26T09:01:00-05:00')).toEqual([])
    await db.member.updateMany({ where: { name: 'Ana' }, data: { role: 'admin' } })
    house.house.forget((await db.workspace.findFirstOrThrow()).id, new Set(['member']))
    expect(said(await ana.say('admin undelivered'))).toContain(`The team’s day · ${channel}`)
    house.refusing.delete(channel)
    expect(said(await ana.say('admin undelivered retry'))).toContain('2 messages are tried again now')
    await db.member.updateMany({ where: { name: 'Ana' }, data: { role: 'rep' } })
    house.house.forget((await db.workspace.findFirstOrThrow()).id, new Set(['member']))
    // That of the day before has nothing to say any more.
    expect(await heard(channel, '2026-11-26T09:02:00-05:00')).toEqual([expect.stringContaining('Thu 26 Nov')])
    house.refusing.add(channel)
    await heard(channel, '2026-11-27T09:00:00-05:00')
    expect(await cameTo(bo, '2026-11-27T09:15:00-05:00')).toEqual([expect.stringContaining('did not get into')])
    expect(said(await bo.press(newest(bo), 'End it'))).toContain('does not hear the team’s day any more')
  })

  test('where who set it has left, the admins are told', async () => {
    const channel = fresh()
    await db.member.updateMany({ where: { name: 'Li' }, data: { role: 'admin' } })
    await bo.say(`settings digest ${channel} 9:00`)
    await ana.say('remind tomorrow 6pm file the report')
    await db.member.updateMany({ where: { name: 'Bo' }, data: { active: false } })
    house.refusing.add(channel)
    await heard(channel, '2026-11-25T09:00:00-05:00')
    expect(await cameTo(li, '2026-11-25T09:01:00-05:00')).toEqual([expect.stringContaining(channel)])
    await db.member.updateMany({ where: { name: 'Bo' }, data: { active: true } })
    await db.member.updateMany({ where: { name: 'Li' }, data: { role: 'rep' } })
  })
})

test('nothing failed behind anybody’s back', () => {
  expect(house.faults.filter((one) => !('message' in one))).toEqual([])
})
