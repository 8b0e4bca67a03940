import { beforeEach, describe, expect, test } from 'vitest'
import { DeliveryError } from '../../src/bot/errors.ts'
import { MOST_TRIES, MOST_TRIES_HERE } from '../../src/delivery/failed.ts'
import { freshDatabase } from '../support/database.ts'
import { FakePlatform, office, promised } from './office.ts'

const database = await freshDatabase()
const { db, clock, ana, bo, hire, tell, bot, messages, clear } = await office(database)
let slack: FakePlatform

beforeEach(async () => {
  await clear()
  slack = new FakePlatform()
})

const fails = (error: Error) => () => Promise.reject(error)
const busyNow = (retryAfter?: number) => new DeliveryError('busy', { permanent: false, retryAfter })

describe('what is owed', () => {
  test('is sent once, and where it stands is kept', async () => {
    await tell(ana, 'one')
    const delivery = bot([slack])
    expect(await delivery.tick()).toBe(1)
    expect(await delivery.tick()).toBe(0)
    expect(slack.texts).toEqual(['one'])
    expect(await messages()).toMatchObject([
      { attempts: 1, claimedBy: null, claimedUntil: null, receipt: { platform: 'slack', channel: 'D-ana', ts: '1' } },
    ])
    expect((await messages())[0]!.sentAt?.toISOString()).toBe('2026-11-24T09:00:00.000Z')
    const identity = await db.identity.findFirstOrThrow({ where: { memberId: ana } })
    expect(identity.directChannel).toBe('D-ana')
  })

  test('goes with its transaction: taken back with it, and not there before', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await tx.message.create({
          data: {
            workspaceId: (await tx.workspace.findFirstOrThrow()).id,
            id: ana,
            memberId: ana,
            kind: 'word',
            input: { text: 'no' },
            sendAt: new Date(0),
            createdAt: new Date(0),
          },
        })
        expect(await bot([slack]).tick()).toBe(0)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect(await bot([slack]).tick()).toBe(0)
  })

  test('is not sent before its time', async () => {
    await tell(ana, 'later', '2026-11-24T10:00:01+01:00')
    expect(await bot([slack]).tick()).toBe(0)
    clock.pass({ seconds: 1 })
    expect(await bot([slack]).tick()).toBe(1)
  })

  test('in the order in which it was owed, to each', async () => {
    for (const text of ['1', '2', '3', '4', '5']) for (const to of [ana, bo]) await tell(to, text)
    expect(await bot([slack]).tick()).toBe(10)
    for (const user of ['ana', 'bo'])
      expect(slack.sent.filter((one) => one.to === user).map((one) => one.text)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('what fails keeps its place, and only its member waits', async () => {
    await tell(ana, 'first')
    slack.next.push(fails(busyNow()))
    await bot([slack]).tick()
    await tell(ana, 'second')
    await tell(bo, 'for Bo')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['for Bo'])
    clock.pass({ seconds: 5 })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['for Bo', 'first', 'second'])
  })

  test('what is due later holds up nothing that is due now', async () => {
    await tell(ana, 'tonight', '2026-11-24T20:00:00+01:00')
    await tell(ana, 'now')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['now'])
  })

  test('nothing left to say: nothing is sent, the reason is kept, the next one goes', async () => {
    await tell(ana, 'gone')
    await tell(ana, 'next')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['next'])
    expect((await messages())[0]).toMatchObject({ sentAt: null, fault: 'nothing was left to say' })
    expect((await messages())[0]!.gaveUpAt).not.toBeNull()
  })

  test('whoever left gets nothing any more', async () => {
    const cem = await hire('Cem')
    await tell(cem, 'hello')
    await db.member.updateMany({ where: { id: cem }, data: { active: false } })
    await bot([slack]).tick()
    expect(slack.sent).toEqual([])
    expect((await messages())[0]).toMatchObject({ fault: 'the member is no longer active' })
  })
})

describe('a platform that is not connected', () => {
  test('is left to a bot that is, and counts as no try', async () => {
    const dee = await hire('Dee', 'discord')
    await tell(dee, 'hello')
    expect(await bot([slack]).tick()).toBe(0)
    expect((await messages())[0]).toMatchObject({ attempts: 0, claimedBy: null, gaveUpAt: null })
    const discord = new FakePlatform('discord')
    expect(await bot([discord]).tick()).toBe(1)
    expect(discord.texts).toEqual(['hello'])
  })
})

describe('a failure', () => {
  test('is tried again after 5 s, 10 s, 20 s … with the same id, and says so', async () => {
    await tell(ana, 'hello')
    for (const seconds of [5, 10, 20, 40]) {
      slack.next.push(fails(busyNow()))
      await bot([slack]).tick()
      const [message] = await messages()
      expect(message!.fault).toBe('busy')
      expect(message!.claimedUntil!.getTime() - clock.now().epochMilliseconds).toBe(seconds * 1000)
      clock.pass({ milliseconds: seconds * 1000 - 1 })
      expect(await bot([slack]).tick()).toBe(0)
      clock.pass({ milliseconds: 1 })
    }
    await bot([slack]).tick()
    expect(slack.sent).toEqual([{ id: (await messages())[0]!.id, to: 'ana', text: 'hello', again: true }])
    expect((await messages())[0]).toMatchObject({ attempts: 5, fault: null })
  })

  test('waits at least as long as the platform asks', async () => {
    await tell(ana, 'hello')
    slack.next.push(fails(busyNow(90_000)))
    await bot([slack]).tick()
    clock.pass({ seconds: 89 })
    expect(await bot([slack]).tick()).toBe(0)
    clock.pass({ seconds: 1 })
    expect(await bot([slack]).tick()).toBe(1)
  })

  test('that no trying mends is given up at once', async () => {
    await tell(ana, 'hello')
    await tell(ana, 'after')
    slack.next.push(fails(new DeliveryError('user_not_found', { permanent: true })))
    await bot([slack]).tick()
    expect((await messages())[0]).toMatchObject({ attempts: 1, sentAt: null, fault: 'user_not_found' })
    expect(slack.texts).toEqual(['after'])
  })

  test('that goes on for two days is given up, and the rest goes out', async () => {
    await tell(ana, 'hello')
    const since = clock.now()
    for (let tried = 1; tried <= MOST_TRIES; tried++) {
      slack.next.push(fails(busyNow()))
      expect(await bot([slack]).tick()).toBe(1)
      clock.pass({ hours: 1 })
    }
    expect(clock.now().since(since).total('hours')).toBeGreaterThan(48)
    expect((await messages())[0]).toMatchObject({ attempts: MOST_TRIES, sentAt: null, fault: 'busy' })
    expect(await bot([slack]).tick()).toBe(0)
  })

  test('because the platform refuses the bot itself waits for as long as it takes, and goes out when that is mended', async () => {
    await tell(ana, 'hello')
    for (let minute = 0; minute < MOST_TRIES + 1; minute++) {
      slack.next.push(fails(new DeliveryError('invalid_auth', { permanent: false, refusesBot: true })))
      expect(await bot([slack]).tick()).toBe(1)
      clock.pass({ minutes: 1 })
    }
    expect((await messages())[0]).toMatchObject({ attempts: 0, fault: 'invalid_auth', gaveUpAt: null })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['hello'])
    expect((await messages())[0]).toMatchObject({ attempts: 1, fault: null })
  })

  test('of our own making is given up sooner, for it holds up what comes after it', async () => {
    await tell(ana, 'broken')
    await tell(ana, 'after')
    for (let tried = 1; tried < MOST_TRIES_HERE; tried++) {
      await bot([slack]).tick()
      clock.pass({ hours: 1 })
    }
    expect(slack.texts).toEqual([])
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['after'])
    expect((await messages())[0]).toMatchObject({ fault: 'a bug of ours', attempts: MOST_TRIES_HERE })
  })

  test('to answer at all is one, and holds up nobody else', async () => {
    await tell(ana, 'hangs')
    await tell(bo, 'goes')
    slack.hangsFor.add('ana')
    expect(await bot([slack], { patience: 20 }).tick()).toBe(2)
    expect(slack.texts).toEqual(['goes'])
    expect((await messages())[0]).toMatchObject({ fault: 'the platform did not answer within 0.02 s', gaveUpAt: null })
  })
})

describe('a bot that dies', () => {
  test('before sending: another takes over when its lease is over, not before', async () => {
    await tell(ana, 'hello')
    const hang = promised()
    slack.next.push(() => hang.kept)
    const dying = bot([slack], { id: 'dying' })
    const never = dying.tick()
    await expect.poll(async () => (await messages())[0]!.claimedBy).toBe('dying')
    const other = new FakePlatform()
    clock.pass({ minutes: 2, seconds: 59 })
    expect(await bot([other], { id: 'heir' }).tick()).toBe(0)
    clock.pass({ seconds: 1 })
    expect(await bot([other], { id: 'heir' }).tick()).toBe(1)
    expect(other.sent).toMatchObject([{ text: 'hello', again: true }])
    hang.keep()
    await never
  })

  test('between sending and recording: sent again with the same id, so that it shows once', async () => {
    await tell(ana, 'hello')
    // The platform took it, and then the power went: nothing of it was recorded.
    slack.next.push(async () => {
      slack.sent.push({ id: (await messages())[0]!.id, to: 'ana', text: 'hello', again: false })
      return new Promise(() => undefined)
    })
    // Of a bot that is dead nobody hears how it would have ended.
    void bot([slack], { id: 'dying' })
      .tick()
      .catch(() => undefined)
    await expect.poll(() => slack.sent.length).toBe(1)
    clock.pass({ minutes: 3 })
    await bot([slack], { id: 'heir' }).tick()
    expect(slack.sent).toHaveLength(2)
    expect(slack.sent[1]).toMatchObject({ id: slack.sent[0]!.id, again: true })
    expect(slack.shown).toEqual(['hello'])
  })

  test('and comes back late has no say over what another took over', async () => {
    await tell(ana, 'hello')
    const hang = promised()
    slack.next.push(async () => {
      await hang.kept
      throw new DeliveryError('too late', { permanent: true })
    })
    const late = bot([slack], { id: 'late' }).tick()
    await expect.poll(async () => (await messages())[0]!.claimedBy).toBe('late')
    clock.pass({ minutes: 3 })
    const sending = promised()
    const other = new FakePlatform()
    other.next.push(() => sending.kept)
    const heir = bot([other], { id: 'heir' }).tick()
    await expect.poll(async () => (await messages())[0]!.claimedBy).toBe('heir')
    hang.keep()
    await late
    expect((await messages())[0]).toMatchObject({ claimedBy: 'heir', gaveUpAt: null })
    sending.keep()
    await heir
    expect((await messages())[0]).toMatchObject({ gaveUpAt: null, fault: null })
    expect((await messages())[0]!.sentAt).not.toBeNull()
  })

  test('during each of its tries does not take all others with it for ever', async () => {
    await tell(ana, 'poison')
    await tell(ana, 'after')
    await db.message.updateMany({ where: { input: { equals: { text: 'poison' } } }, data: { attempts: MOST_TRIES } })
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['after'])
  })
})

describe('clocks', () => {
  test('a clock set back does not lose what was claimed in its future', async () => {
    await tell(ana, 'hello')
    slack.next.push(fails(busyNow()))
    clock.set('2030-01-01T00:00:00Z')
    await bot([slack]).tick()
    clock.set('2026-11-24T10:00:00+01:00')
    expect(await bot([slack]).tick()).toBe(1)
  })
})

describe('two bots', () => {
  test('share the work and never send anything twice, nor out of order', async () => {
    const people = [ana, bo, ...(await Promise.all(['Eve', 'Fay', 'Gus', 'Hal'].map((name) => hire(name))))]
    for (let n = 1; n <= 10; n++) for (const to of people) await tell(to, `${n}`)
    await Promise.all(['a', 'b', 'c'].map((id) => bot([slack], { id }).tick()))
    // What one bot had claimed while the others looked and left is its own to finish.
    await bot([slack]).tick()
    expect(slack.sent).toHaveLength(60)
    expect(new Set(slack.sent.map((one) => one.id)).size).toBe(60)
    for (const user of ['ana', 'bo', 'eve', 'fay', 'gus', 'hal'])
      expect(slack.sent.filter((one) => one.to === user).map((one) => one.text)).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '8',
        '9',
        '10',
      ])
  })
})

describe('quiet hours', () => {
  test('hold messages back until they end; then they come as one, in order; no try is counted', async () => {
    await db.member.updateMany({ where: { id: ana }, data: { quietFrom: '20:00', quietUntil: '07:00' } })
    clock.set('2026-11-24T20:00:00+01:00')
    await tell(ana, 'one')
    await tell(ana, 'two')
    await tell(bo, 'for Bo')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['for Bo'])
    expect(await messages()).toMatchObject([{ attempts: 0, heldUntil: new Date('2026-11-25T06:00:00Z'), fault: null }, {}, {}])
    clock.set('2026-11-25T06:59:59+01:00')
    expect(await bot([slack]).tick()).toBe(0)
    clock.set('2026-11-25T07:00:00+01:00')
    await bot([slack]).tick()
    expect(slack.texts).toEqual(['for Bo', 'one+two'])
    expect(slack.sent.every((one) => !one.again)).toBe(true)
    await db.member.updateMany({ where: { id: ana }, data: { quietFrom: null, quietUntil: null } })
  })
})
