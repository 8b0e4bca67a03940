import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../src/bot/errors.ts'
import { Pace, Resting } from '../../src/delivery/pace.ts'

/** Time that passes only when everybody waits, in whole milliseconds. */
function virtualTime() {
  const due = new Map<number, (() => void)[]>()
  let now = 0
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const at = now + Math.ceil(milliseconds)
      due.set(at, [...(due.get(at) ?? []), resolve])
    })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  /** Until nobody waits any more, or that time has come. */
  const run = async (until = Number.POSITIVE_INFINITY) => {
    await settled()
    for (; due.size && now <= until; now++) {
      for (let ready = due.get(now); ready; ready = due.get(now)) {
        due.delete(now)
        for (const resolve of ready) resolve()
        await settled()
      }
    }
  }
  return { wait, run, now: () => now, pace: new Pace(wait, () => now) }
}

/** A platform that counts what comes, and when. */
class CountingPlatform {
  readonly came: { at: number; team: string; user: string }[] = []

  /** The most that came within a span of that many milliseconds, of each of those that `by` tells apart. */
  most(span: number, by: (one: { team: string; user: string }) => string): number {
    const groups = new Map<string, number[]>()
    for (const one of this.came) groups.set(by(one), [...(groups.get(by(one)) ?? []), one.at])
    let most = 0
    for (const times of groups.values())
      for (let from = 0, to = 0; to < times.length; to++) {
        while (times[to]! - times[from]! >= span) from++
        most = Math.max(most, to - from + 1)
      }
    return most
  }
}

/** So many digests at the same moment, spread over teams. */
async function rush(platform: string, digests: number, teams: number) {
  const time = virtualTime()
  const fake = new CountingPlatform()
  for (let n = 0; n < digests; n++) {
    const to = { platform, team: `T${n % teams}`, user: `U${n}` }
    void time.pace.inTurn(to, async () => void fake.came.push({ at: time.now(), ...to }))
  }
  await time.run()
  return { fake, took: fake.came.at(-1)!.at - fake.came[0]!.at }
}

describe('a morning rush of 10,000 digests', () => {
  test('on Discord: at most 40 a second in all, so that answers find room in the 50, and 20 a server', async () => {
    const { fake, took } = await rush('discord', 10_000, 50)
    expect(fake.came).toHaveLength(10_000)
    expect(fake.most(1_000, () => 'all')).toBeLessThanOrEqual(40)
    expect(fake.most(1_000, (one) => one.team)).toBeLessThanOrEqual(20)
    expect(took).toBeLessThanOrEqual(10_000 * 25 + 1_000)
  })

  test('on Slack: at most four a second a team, and every team at once', async () => {
    const { fake, took } = await rush('slack', 10_000, 100)
    expect(fake.came).toHaveLength(10_000)
    expect(fake.most(1_000, (one) => one.team)).toBeLessThanOrEqual(4)
    expect(took).toBeLessThanOrEqual(100 * 250 + 1_000)
  })
})

describe('who asks us to wait', () => {
  const refusing = (scope: DeliveryError['scope'], retryAfter: number) => () =>
    Promise.reject(new DeliveryError('slow down', { permanent: false, scope, retryAfter }))
  const hear = (promise: Promise<unknown>) =>
    promise.then(
      () => 'sent',
      (error: unknown) => (error instanceof Resting ? `rests ${error.milliseconds}` : 'refused'),
    )

  test.each([
    ['channel', ['T1/b', 'T2/c']],
    ['team', ['T2/c']],
    ['platform', []],
  ] as const)('a %s is obeyed by all that it names, and by nobody else', async (scope, goes) => {
    const time = virtualTime()
    const sent: string[] = []
    void hear(time.pace.inTurn({ platform: 'discord', team: 'T1', user: 'a' }, refusing(scope, 5_000)))
    await time.run(10)
    for (const [team, user] of [
      ['T1', 'a'],
      ['T1', 'b'],
      ['T2', 'c'],
    ] as const)
      void time.pace.inTurn({ platform: 'discord', team, user }, async () => void sent.push(`${team}/${user}`))
    await time.run(4_900)
    expect(sent.toSorted()).toEqual(goes)
    await time.run()
    expect(sent).toHaveLength(3)
  })

  test('for longer than one can stand in line sends whoever comes away, and says for how long', async () => {
    const time = virtualTime()
    const first = hear(time.pace.inTurn({ platform: 'slack', team: 'T1', user: 'a' }, refusing('team', 60_000)))
    await time.run(2_000)
    expect(await first).toBe('refused')
    const second = hear(time.pace.inTurn({ platform: 'slack', team: 'T1', user: 'b' }, async () => undefined))
    const other = hear(time.pace.inTurn({ platform: 'slack', team: 'T2', user: 'c' }, async () => undefined))
    await time.run(2_100)
    expect(await second).toMatch(/^rests 5\d{4}$/)
    expect(await other).toBe('sent')
  })
})
