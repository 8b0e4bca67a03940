import { beforeEach, describe, expect, test } from 'vitest'
import { cardOf, rapport, said, textOf } from '../../support/rapport.ts'

const house = await rapport()
const [ana, bo] = [house.person('Ana'), house.person('Bo')]
const { prisma: db } = house.database
for (const one of [ana, bo]) await one.say('help')
await house.delivery.tick()
const bosId = (await db.member.findFirstOrThrow({ where: { name: 'Bo' } })).id

/** A message to Bo that was given up. */
async function lost(fault = 'user_not_found') {
  const { workspaceId } = await db.workspace.findFirstOrThrow().then(({ id }) => ({ workspaceId: id }))
  const at = new Date(house.clock.now().epochMilliseconds)
  const row = { id: crypto.randomUUID(), memberId: bosId, kind: 'welcome', input: {}, sendAt: at, createdAt: at }
  await db.message.create({ data: { ...row, workspaceId, attempts: 54, gaveUpAt: at, undelivered: true, fault } })
  return row.id
}

beforeEach(async () => {
  await db.message.deleteMany()
  house.clock.set('2026-11-24T10:00:00+01:00')
})

describe('admin undelivered', () => {
  test('shows an admin what could not be delivered, to whom and why, and nobody else', async () => {
    await lost()
    const text = said(await ana.say('admin undelivered'))
    expect(text).toContain('1 message could not be delivered')
    expect(text).toContain('Welcome · Bo')
    expect(text).toContain('given up just now: user_not_found')
    expect(said(await bo.say('admin undelivered'))).toContain('Only an admin can do that')
  })

  test('retries one, written down: it goes out at once', async () => {
    const id = await lost()
    await lost()
    const card = cardOf(await ana.say('admin undelivered'))
    const before = bo.inbox.length
    await ana.ask({ kind: 'press', token: card.items!.at(-1)!.buttons![0]!.token })
    await house.delivery.tick()
    expect(bo.inbox.length).toBe(before + 1)
    expect(await db.message.count({ where: { undelivered: true } })).toBe(1)
    const sent = await db.message.findFirstOrThrow({ where: { sentAt: { not: null } } })
    expect(await db.change.findFirst({ where: { entityId: sent.id } })).toMatchObject({
      noun: 'message',
      operation: 'admin undelivered',
    })
    expect([id, sent.id]).toContain(sent.id)
  })

  test('retries or drops all; what is dropped is not sent', async () => {
    for (let n = 0; n < 10; n++) await lost()
    expect(said(await ana.say('admin undelivered'))).toContain('[More]')
    expect(said(await ana.press(cardOf(await ana.say('admin undelivered')), 'Drop all'))).toContain('10 messages were dropped.')
    await house.delivery.tick()
    expect(await db.message.count({ where: { sentAt: { not: null } } })).toBe(0)
    for (let n = 0; n < 3; n++) await lost()
    expect(said(await ana.say('admin undelivered retry'))).toContain('3 messages are tried again now.')
    await house.delivery.tick()
    expect(await db.message.count({ where: { memberId: bosId, sentAt: { not: null } } })).toBe(3)
    expect(said(await ana.say('admin undelivered'))).toContain('Everything was delivered.')
  })

  test('a button of what was dealt with meanwhile says so', async () => {
    await lost()
    const card = cardOf(await ana.say('admin undelivered'))
    await ana.press(card, 'Drop all')
    expect(said(await ana.press(card, 'Drop'))).toContain('dealt with already')
  })

  test('is not taken back by undo', async () => {
    await lost()
    await ana.say('admin undelivered drop')
    expect(said(await ana.say('undo'))).not.toContain('Undelivered')
  })
})

describe('the admins', () => {
  const news = () => ana.inbox.filter((one) => one.title?.includes('could not be delivered'))

  test('are told how many and why, once a day at most, however many bots look', async () => {
    await lost()
    await lost('cannot_dm_bot')
    await lost()
    const before = news().length
    const job = house.bot.registry.jobs.find((one) => one.name === 'tell admins of undelivered messages')!
    const look = () => job.run({ db, transaction: house.house.transaction, now: house.clock.now() })
    await Promise.all([look(), look()])
    await house.delivery.tick()
    expect(news()).toHaveLength(before + 1)
    expect(textOf(news().at(-1)!)).toContain('3 messages could not be delivered\n2 × user_not_found\n1 × cannot_dm_bot')
    house.clock.pass({ hours: 23 })
    await lost()
    await look()
    await house.delivery.tick()
    expect(news()).toHaveLength(before + 1)
    house.clock.pass({ hours: 1 })
    await look()
    await house.delivery.tick()
    expect(news()).toHaveLength(before + 2)
    house.clock.pass({ hours: 25 })
    await look()
    await house.delivery.tick()
    expect(news()).toHaveLength(before + 2)
    expect(bo.inbox.some((one) => one.title?.includes('could not be delivered'))).toBe(false)
  })
})
