import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'

describe.each(['http', 'socket'] as const)('people in Slack by %s', (mode) => {
  let it: SlackHouse
  beforeAll(async () => {
    it = await slackHouse(mode)
    await withCustomers(it)
    await it.crm('log Acme Corp: spoke to Wei, wants a quote')
  })
  afterAll(() => it.close())

  test('members appear by themselves, with their name, zone and language; the first is the admin', async () => {
    it.slack.person('U3', '王芳', { locale: 'zh-CN', tz: 'Asia/Shanghai' })
    expect(wordsOf(await it.crm('last wei', BO))).toContain('wants a quote')
    expect(wordsOf(await it.crm('last wei', 'U3'))).toContain('最近一次联系')
    const members = await it.house.database.prisma.member.findMany({ orderBy: { createdAt: 'asc' } })
    expect(members.map(({ name, role, timeZone, locale }) => [name, role, timeZone, locale])).toEqual([
      ['Ana', 'admin', 'Europe/Berlin', 'en'],
      ['Bo', 'rep', 'Europe/Berlin', 'en'],
      ['王芳', 'rep', 'Asia/Shanghai', 'zh'],
    ])
  })

  test.each([
    ['a guest', 'U6', { is_restricted: true }],
    ['a single-channel guest', 'U7', { is_ultra_restricted: true }],
    ['somebody deactivated', 'U8', { deleted: true }],
    ['a stranger of a shared channel', 'U9', { team_id: 'T9', is_stranger: true }],
    ['a bot', 'U10', { is_bot: true }],
  ])('%s is refused politely, learns nothing and is not remembered', async (_, id, more) => {
    it.slack.person(id, 'Stranger', more)
    for (const answer of [await it.crm('last wei', id), await it.crm('log Acme Corp: no answer', id)]) {
      expect(wordsOf(answer).length).toBeGreaterThan(20)
      expect(wordsOf(answer)).not.toMatch(/quote|Logged|Something went wrong/)
      expect(answer.to).toBe(id)
    }
    expect(await it.slack.dm(id, 'last wei').then(() => wordsOf(it.slack.seenBy(id).at(-1)))).not.toContain('quote')
    expect(await it.house.database.prisma.identity.count({ where: { userId: id } })).toBe(0)
  })

  test('who is deactivated later is out at the next look', async () => {
    it.slack.person(BO, 'Bo', { deleted: true })
    it.house.clock.pass({ hours: 25 })
    expect(wordsOf(await it.crm('last wei', BO))).not.toContain('quote')
    expect(wordsOf(await it.crm('last wei', ANA))).toContain('quote')
  })

  test('nothing failed', () => {
    expect(it.slack.complaints).toEqual([])
    expect(it.house.faults).toEqual([])
  })
})
