import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DeliveryError } from '../../src/bot/errors.ts'
import type { Job } from '../../src/bot/operation.ts'
import { sql } from '../../src/database/index.ts'
import { nextDue } from '../../src/delivery/claim.ts'
import { waitBefore } from '../../src/delivery/failed.ts'
import { Pace } from '../../src/delivery/pace.ts'
import { asInstant, look, Schedule, sleepUntil } from '../../src/delivery/schedule.ts'
import { freshDatabase } from '../support/database.ts'
import { FakePlatform, office, promised } from './office.ts'

const database = await freshDatabase()
const { db, clock, ana, hire, tell, bot, messages, clear } = await office(database)
let slack: FakePlatform

beforeEach(async () => {
  await clear()
  slack = new FakePlatform()
})

const AHEAD = Temporal.Duration.from({ seconds: 30 })
const next = async () => {
  const [found] = await look(db, [nextDue({ by: 'me', platforms: ['slack'] }, clock.now(), AHEAD)])
  return asInstant(found)?.toISOString()
}

describe('when to look again', () => {
  test('at the time of the next message, and not for one that is far away', async () => {
    expect(await next()).toBeUndefined()
    await tell(ana, 'far', '2026-11-24T18:00:00+01:00')
    expect(await next()).toBeUndefined()
    await tell(ana, 'near', '2026-11-24T10:00:20+01:00')
    expect(await next()).toBe('2026-11-24T09:00:20.000Z')
  })

  test('when a failed one is tried again, not for those that wait behind it', async () => {
    slack.next.push(() => Promise.reject(new DeliveryError('busy', { permanent: false })))
    await tell(ana, 'first')
    await tell(ana, 'second')
    await bot([slack]).tick()
    expect(await next()).toBe('2026-11-24T09:00:05.000Z')
  })

  test('not for somebody whom this bot cannot reach', async () => {
    await tell(await hire('Dee', 'discord'), 'hello')
    expect(await next()).toBeUndefined()
  })

  test('not for what another bot is sending, before its lease is over', async () => {
    await tell(ana, 'hello')
    const hang = promised()
    slack.next.push(() => hang.kept)
    const sending = bot([slack]).tick()
    await expect.poll(async () => (await messages())[0]!.claimedBy).not.toBeNull()
    expect(await next()).toBe('2026-11-24T09:03:00.000Z')
    hang.keep()
    await sending
  })
})

describe('the loop', () => {
  test('wakes up for what is owed, and ends when it is told to', async () => {
    const delivery = bot([slack])
    await delivery.start()
    await expect
      .poll(
        async () =>
          (
            await db.$queryRaw<
              object[]
            >`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN rapport%' AND datname = current_database()`
          ).length,
      )
      .toBe(1)
    await tell(ana, 'one')
    await expect.poll(() => slack.texts).toEqual(['one'])
    await tell(ana, 'two')
    await tell(ana, 'three')
    await expect.poll(() => slack.texts).toEqual(['one', 'two', 'three'])
    await delivery.stop()
    await tell(ana, 'after')
    expect(slack.texts).toEqual(['one', 'two', 'three'])
    expect((await messages()).at(-1)).toMatchObject({ attempts: 0, claimedBy: null })
  })

  test('hears again after its connection was cut', async () => {
    const delivery = bot([slack])
    await delivery.start()
    const cut = () =>
      db.$queryRaw<
        object[]
      >`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN rapport%' AND datname = current_database()`
    await expect.poll(async () => (await cut()).length).toBe(1)
    await tell(ana, 'while deaf')
    await expect.poll(() => slack.texts, { timeout: 5_000 }).toEqual(['while deaf'])
    await tell(ana, 'hearing')
    await expect.poll(() => slack.texts, { timeout: 5_000 }).toEqual(['while deaf', 'hearing'])
    await delivery.stop()
  })

  test('goes on when the database has cut every connection', async () => {
    const delivery = bot([slack])
    await delivery.start()
    await tell(ana, 'before')
    await expect.poll(() => slack.texts).toEqual(['before'])
    await database.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await expect
      .poll(() =>
        tell(ana, 'after').then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    await expect.poll(() => slack.texts, { timeout: 10_000 }).toContain('after')
    await delivery.stop()
  })

  test('can be stopped before it has begun', async () => {
    const delivery = bot([slack])
    await delivery.start()
    await delivery.stop()
  })

  test('a failing job stops neither the others nor the messages, and is tried again', async () => {
    const failing = vi.fn(async () => {
      throw new Error('no')
    })
    const working = vi.fn(async () => 0)
    const delivery = bot([slack], {
      jobs: [
        { name: 'failing', every: 30_000, run: failing },
        { name: 'working', every: 30_000, run: working },
      ],
    })
    await tell(ana, 'hello')
    await delivery.tick()
    expect(slack.texts).toEqual(['hello'])
    clock.pass({ seconds: 29 })
    await delivery.tick()
    expect([failing, working].map((job) => job.mock.calls.length)).toEqual([1, 1])
    clock.pass({ seconds: 1 })
    await delivery.tick()
    expect([failing, working].map((job) => job.mock.calls.length)).toEqual([2, 2])
  })

  test('a job is run again at once while it finds work', async () => {
    const found = [500, 20, 0]
    const run = vi.fn(async () => found.shift() ?? 0)
    await bot([slack], { jobs: [{ name: 'batches', every: 30_000, run }] }).tick()
    expect(run).toHaveBeenCalledTimes(3)
  })
})

describe('the schedule', () => {
  const job = (more: Partial<Job> = {}): Job => ({ name: 'one', every: 60_000, run: async () => 0, ...more })

  const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds)
  const iso = (milliseconds: number) => at(milliseconds).toString()

  test('runs a job at once, then as often as it asks for', () => {
    const schedule = new Schedule([job()])
    expect([0, 59_999, 60_000, 60_001].map((now) => schedule.take(at(now)).length)).toEqual([1, 0, 1, 0])
    expect(schedule.due).toEqual([120_000])
  })

  test('runs what says when it is due at its time, be it named before or only now', () => {
    const schedule = new Schedule([job({ every: undefined, next: { value: sql`NULL` } })])
    const take = (now: number, next: number | null) => schedule.take(at(now), [next === null ? null : iso(next), true]).length
    expect(take(0, null)).toBe(0)
    expect(take(1_000, 5_000)).toBe(0)
    expect(schedule.due).toEqual([5_000])
    // The next after this one is named already.
    expect(take(5_000, 9_000)).toBe(1)
    expect(take(6_000, 9_000)).toBe(0)
    expect(take(6_001, 6_000)).toBe(1)
  })

  test('does not run what has nothing to do', () => {
    const schedule = new Schedule([job({ when: sql`FALSE` })])
    expect([0, 60_000].map((now) => schedule.take(at(now), [null, false]).length)).toEqual([0, 0])
    expect(schedule.due).toEqual([120_000])
    expect(schedule.take(at(120_000), [null, true])).toHaveLength(1)
  })

  test('does not wait for the old time when the clock is set back', () => {
    const schedule = new Schedule([job()])
    expect([1_000_000, 500, 501].map((now) => schedule.take(at(now)).length)).toEqual([1, 1, 0])
  })

  test('sleeps until the next is due, a minute at most; what is overdue is looked at soon, not at once', () => {
    expect(sleepUntil([undefined, undefined], 0)).toBe(60_000)
    expect(sleepUntil([undefined, 12_000], 0)).toBe(12_000)
    expect(sleepUntil([3_600_000], 0)).toBe(60_000)
    expect(sleepUntil([1], 0)).toBe(50)
    expect(sleepUntil([0, 12_000], 0)).toBe(2_000)
    expect(sleepUntil([-3_600_000], 0)).toBe(2_000)
  })
})

describe('the wait before another try', () => {
  test('doubles from 5 s to an hour, spread by up to a half', () => {
    expect([1, 2, 3, 10, 11, 50].map((tried) => waitBefore(tried, undefined, 0))).toEqual([
      5_000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000,
    ])
    expect(waitBefore(1, undefined, 1)).toBe(7_500)
  })

  test('is at least what the platform asks for, within reason', () => {
    expect(waitBefore(1, 60_000, 0)).toBe(60_000)
    expect(waitBefore(4, 1_000, 0)).toBe(40_000)
    expect(waitBefore(1, 86_400_000, 0)).toBe(4 * 3_600_000)
  })
})

describe('pace', () => {
  /** Time that passes only as the pace waits. */
  function timed() {
    const waits: { until: number; resolve: () => void }[] = []
    let now = 0
    const wait = (milliseconds: number) => new Promise<void>((resolve) => void waits.push({ until: now + milliseconds, resolve }))
    const pass = async (milliseconds: number) => {
      now += milliseconds
      for (const one of waits.splice(0)) one.until <= now ? one.resolve() : waits.push(one)
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    }
    return { pace: new Pace(wait), pass }
  }
  const to = (user: string, team = 'T1') => ({ platform: 'slack', team, user })

  test('one recipient gets one message in 1.1 s, another does not wait for that', async () => {
    const { pace, pass } = timed()
    const sent: string[] = []
    for (const user of ['ana', 'ana', 'bo']) void pace.inTurn(to(user), async () => void sent.push(user))
    await pass(0)
    expect(sent).toEqual(['ana'])
    await pass(250)
    expect(sent).toEqual(['ana', 'bo'])
    await pass(849)
    expect(sent).toEqual(['ana', 'bo'])
    await pass(1)
    await pass(250)
    expect(sent).toEqual(['ana', 'bo', 'ana'])
  })

  test('one team gets four in a second, another team has its own line', async () => {
    const { pace, pass } = timed()
    const sent: string[] = []
    for (const user of ['a', 'b', 'c']) void pace.inTurn(to(user), async () => void sent.push(user))
    void pace.inTurn(to('z', 'T2'), async () => void sent.push('z'))
    await pass(0)
    expect(sent.sort()).toEqual(['a', 'z'])
    await pass(250)
    expect(sent).toContain('b')
    expect(sent).not.toContain('c')
  })

  test('a team that asks us to slow down is left alone for a moment', async () => {
    const { pace, pass } = timed()
    const sent: string[] = []
    const refused = pace.inTurn(to('a'), () =>
      Promise.reject(new DeliveryError('ratelimited', { permanent: false, retryAfter: 5_000 })),
    )
    await expect(refused).rejects.toThrow('ratelimited')
    void pace.inTurn(to('b'), async () => void sent.push('b'))
    await pass(250)
    await pass(4_999)
    expect(sent).toEqual([])
    await pass(1)
    expect(sent).toEqual(['b'])
  })
})
