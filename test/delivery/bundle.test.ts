import { beforeEach, describe, expect, test } from 'vitest'
import { DeliveryError } from '../../src/bot/errors.ts'
import { freshDatabase } from '../support/database.ts'
import { FakePlatform, office, promised } from './office.ts'

const database = await freshDatabase()
const { db, clock, ana, bo, tell, bot, messages, clear } = await office(database)
let slack: FakePlatform

beforeEach(async () => {
  await clear()
  slack = new FakePlatform()
})

const calmly = (to: string, text: string) => tell(to, text, undefined, false)
const busy = () => Promise.reject(new DeliveryError('busy', { permanent: false }))

describe('ten minutes', () => {
  test('lie between two messages that are not urgent; what comes meanwhile comes as one', async () => {
    await calmly(ana, 'one')
    await bot([slack]).tick()
    for (const text of ['two', 'three']) await calmly(ana, text)
    await calmly(bo, 'for Bo')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one', 'for Bo'])
    clock.pass({ minutes: 9, seconds: 59 })
    expect(await bot([slack]).tick()).toBe(0)
    clock.pass({ seconds: 1 })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one', 'for Bo', 'two+three'])
  })

  test('are not waited for by what is urgent, which takes along what waits, in order', async () => {
    await calmly(ana, 'one')
    await bot([slack]).tick()
    await calmly(ana, 'two')
    await bot([slack]).tick()
    clock.pass({ minutes: 1 })
    await tell(ana, 'now')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one', 'two+now'])
  })

  test('do not part two that are urgent', async () => {
    await tell(ana, 'one')
    await tell(ana, 'two')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one', 'two'])
  })

  test('that lie in the future after a clock was set back hold up nothing', async () => {
    clock.set('2030-01-01T00:00:00Z')
    await calmly(ana, 'one')
    await bot([slack]).tick()
    clock.set('2026-11-24T10:00:00+01:00')
    await calmly(ana, 'two')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one', 'two'])
  })
})

describe('what was missed while no bot ran', () => {
  test('comes as one message, in order, of at most ten', async () => {
    for (let n = 1; n <= 12; n++) await tell(ana, `${n}`)
    clock.pass({ minutes: 6 })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['1+2+3+4+5+6+7+8+9+10', '11+12'])
  })

  test('is recorded as one: each row has the receipt of the message', async () => {
    for (const text of ['one', 'two']) await calmly(ana, text)
    await bot([slack]).tick()
    const [first, second] = await messages()
    expect(first).toMatchObject({ receipt: { ts: '1' }, claimedBy: null, attempts: 1 })
    expect(second!.receipt).toEqual(first!.receipt)
    expect(second!.bundle).toBe(first!.bundle)
    expect(slack.sent[0]!.id).toBe(first!.bundle)
  })

  test('leaves out what nobody needs any more, and what cannot be made comes later by itself', async () => {
    for (const text of ['broken', 'one', 'gone', 'two']) await calmly(ana, text)
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one+two'])
    expect(await messages()).toMatchObject([
      { fault: 'a bug of ours', bundle: null, sentAt: null, gaveUpAt: null },
      { sentAt: expect.any(Date) },
      { fault: 'nothing was left to say' },
      { sentAt: expect.any(Date) },
    ])
    await db.message.updateMany({ where: { fault: 'a bug of ours' }, data: { input: { text: 'mended' } } })
    clock.pass({ minutes: 10 })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one+two', 'mended'])
    expect(new Set(slack.sent.map((one) => one.id)).size).toBe(2)
  })

  test('with one part left is that part', async () => {
    for (const text of ['gone', 'one']) await calmly(ana, text)
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one'])
  })
})

describe('a bundle that fails', () => {
  test('is tried again with the same rows and the same id, whatever has come since', async () => {
    for (const text of ['one', 'two']) await calmly(ana, text)
    slack.next.push(busy)
    await bot([slack]).tick()
    await calmly(ana, 'three')
    clock.pass({ seconds: 5 })
    await bot([slack]).tick()
    expect(slack.sent).toMatchObject([{ text: 'one+two', again: true }])
    const [first] = await messages()
    expect(slack.sent[0]!.id).toBe(first!.bundle)
    clock.pass({ minutes: 10 })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['one+two', 'three'])
  })

  test('after a crash between sending and recording shows once: another bot sends the same rows under the same id', async () => {
    for (const text of ['one', 'two']) await calmly(ana, text)
    slack.next.push(async () => {
      slack.sent.push({ id: (await messages())[0]!.bundle!, to: 'ana', text: 'one+two', again: false })
      return new Promise(() => undefined)
    })
    // Of a bot that is dead nobody hears how it would have ended.
    void bot([slack], { id: 'dying' })
      .tick()
      .catch(() => undefined)
    await expect.poll(() => slack.sent.length).toBe(1)
    await calmly(ana, 'three')
    clock.pass({ minutes: 3 })
    await bot([slack], { id: 'heir' }).tick()
    expect(slack.sent[1]).toMatchObject({ id: slack.sent[0]!.id, text: 'one+two', again: true })
    expect(slack.shown).toEqual(['one+two'])
  })

  test('one that was tried alone stays alone', async () => {
    await calmly(ana, 'one')
    slack.next.push(busy)
    await bot([slack]).tick()
    await calmly(ana, 'two')
    clock.pass({ minutes: 10 })
    await bot([slack]).tick()
    expect(slack.sent).toMatchObject([{ text: 'one', again: true }])
  })

  test('for good gives up each of its rows', async () => {
    for (const text of ['one', 'two']) await calmly(ana, text)
    slack.next.push(() => Promise.reject(new DeliveryError('user_not_found', { permanent: true })))
    await bot([slack]).tick()
    expect(await messages()).toMatchObject([
      { undelivered: true, fault: 'user_not_found' },
      { undelivered: true, fault: 'user_not_found' },
    ])
  })

  test('two bots never put one row into two messages', async () => {
    for (let n = 1; n <= 30; n++) for (const to of [ana, bo]) await calmly(to, `${n}`)
    clock.pass({ minutes: 6 })
    await Promise.all(['a', 'b', 'c'].map((id) => bot([slack], { id }).tick()))
    for (let n = 0; n < 3; n++) {
      clock.pass({ minutes: 10 })
      await bot([slack]).tick()
    }
    const numbers = Array.from({ length: 30 }, (_, at) => `${at + 1}`)
    for (const user of ['ana', 'bo'])
      expect(slack.sent.filter((one) => one.to === user).flatMap((one) => one.text.split('+'))).toEqual(numbers)
  })
})

describe('a closed direct message', () => {
  const closed = () => Promise.reject(new DeliveryError('closed', { permanent: true, closed: true }))
  const usedIn = (channel: string | null) => db.identity.updateMany({ where: { userId: 'ana' }, data: { usedIn: channel } })

  test('calls the person in the channel where they used the bot, and says nothing of what it was about', async () => {
    await usedIn('C7')
    await tell(ana, 'call Wei Zhang')
    slack.next.push(closed)
    await bot([slack]).tick()
    expect(slack.mentions).toEqual([
      {
        to: 'ana',
        channel: 'C7',
        text: 'Ana, I cannot reach you in a direct message; type “/crm today”.',
        id: (await messages())[0]!.id,
      },
    ])
    expect((await messages())[0]).toMatchObject({ undelivered: false, sentAt: expect.any(Date), receipt: { channel: 'C7' } })
    expect((await db.identity.findFirstOrThrow({ where: { userId: 'ana' } })).directChannel).not.toBe('C7')
  })

  test('and no such channel: it is undelivered', async () => {
    await usedIn(null)
    await tell(ana, 'call Wei Zhang')
    slack.next.push(closed)
    await bot([slack]).tick()
    expect(slack.mentions).toEqual([])
    expect((await messages())[0]).toMatchObject({ undelivered: true, fault: 'closed' })
  })
})

describe('a long line', () => {
  test('of one workspace does not keep another from what is urgent', async () => {
    const other = '0193b000-0000-7000-8000-0000000000ff'
    await db.workspace.create({ data: { id: other, name: 'Globex', timeZone: 'Europe/Berlin', locale: 'en' } })
    const cem = { workspaceId: other, id: other, name: 'Cem', role: 'rep', timeZone: 'Europe/Berlin', locale: 'en' }
    await db.member.create({ data: cem })
    await db.identity.create({ data: { workspaceId: other, platform: 'slack', teamId: 'T2', userId: 'cem', memberId: other } })
    for (let n = 0; n < 20; n++) await calmly(n % 2 ? ana : bo, `${n}`)
    const row = { workspaceId: other, id: other, memberId: other, kind: 'word', input: { text: 'at once' }, urgent: true }
    const at = new Date(clock.now().epochMilliseconds)
    await db.message.create({ data: { ...row, sendAt: at, createdAt: at } })
    const hang = promised()
    slack.next.push(
      async () => undefined,
      () => hang.kept,
      () => hang.kept,
    )
    const sending = bot([slack]).tick()
    await expect.poll(() => slack.texts).toContain('at once')
    hang.keep()
    await sending
  })

  test('that its platform wants to rest is not claimed from until then', async () => {
    await tell(ana, 'one')
    await tell(bo, 'two')
    slack.next.push(() => Promise.reject(new DeliveryError('ratelimited', { permanent: false, retryAfter: 60_000 })))
    const delivery = bot([slack])
    await delivery.tick()
    await tell(bo, 'three')
    await delivery.tick()
    const calls = slack.texts
    clock.pass({ seconds: 59 })
    await delivery.tick()
    expect(slack.texts).toEqual(calls)
    clock.pass({ seconds: 2 })
    await delivery.tick()
    expect(slack.texts.toSorted()).toEqual(['one', 'three', 'two'])
    expect((await messages()).every((one) => one.attempts <= 2)).toBe(true)
  })
})
