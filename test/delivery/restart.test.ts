import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DeliveryError } from '../../src/bot/errors.ts'
import type { Courier } from '../../src/bot/house.ts'
import { readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { migrate, type OpenDatabase, openDatabase } from '../../src/database/index.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
import { houseOver } from '../../src/house.ts'
import { rapportRegistry } from '../../src/rooms.ts'
import { chanceOf } from '../support/chance.ts'
import { quiet } from '../support/quiet.ts'
import { Clock, rapport, said } from '../support/rapport.ts'

const SEED = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9))
const PEOPLE = 8
const EACH = 6
/** PostgreSQL is stopped when so many have come, at one of the next statements: while more is claimed, made and recorded. */
const STOPS_AT = [0, 12, 30]
const WITHIN = 6
/** Turns of the clock: with the lease of what was in hand at each stop, all is over long before. */
const MOST_TURNS = 80

let database: OpenDatabase | undefined
let dataDir = ''
afterEach(async () => {
  vi.restoreAllMocks()
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** PostgreSQL stopped hard (as `pg_ctl stop -m immediate` does) with a statement on its way, at statements that the seed chooses. */
function stopping(chance: () => number, come: () => number) {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
  let stops = 0
  let left = 0
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const answer = query.apply(this, given)
    if (left > 0 && --left === 0) {
      stops++
      void readPostmaster(join(dataDir, 'postgres')).then((server) => server && process.kill(server.pid, 'SIGQUIT'))
    } else if (left === 0 && come() >= (STOPS_AT[stops] ?? Number.POSITIVE_INFINITY)) left = 1 + Math.floor(chance() * WITHIN)
    return answer
  } as never)
  return { count: () => stops }
}

/** A platform that shows a message once, by its id, and now and then fails: before it took it, or after. */
class Platform implements Courier {
  readonly platform = 'playground'
  readonly shown = new Map<string, { user: string; texts: string[]; at: number }>()
  readonly #chance: () => number
  readonly #clock: Clock
  /** Came once more, and not as one that may have gone out already. */
  again = 0

  constructor(chance: () => number, clock: Clock) {
    this.#chance = chance
    this.#clock = clock
  }
  readonly deliver: Courier['deliver'] = async ({ team, user }, card, id, again) => {
    const fate = this.#chance()
    if (fate < 0.08) throw new DeliveryError('busy', { permanent: false })
    if (this.shown.has(id) && !again) this.again++
    const texts = card.items?.length ? card.items.map((item) => item.text) : [card.title ?? '']
    if (!this.shown.has(id)) this.shown.set(id, { user, texts, at: this.#clock.now().epochMilliseconds })
    if (fate < 0.16) throw new DeliveryError('answered late', { permanent: false })
    return { platform: 'playground', team, channel: user, message: id }
  }
  readonly announce: Courier['announce'] = () => Promise.reject(new Error('nothing is announced here'))
  readonly mention: Courier['mention'] = () => Promise.reject(new Error('nobody is called here'))
  readonly update: Courier['update'] = async () => undefined
}

describe.each([
  ['', false],
  [' and the clock is set back and forth', true],
] as const)('while PostgreSQL is stopped hard and started again on its data%s', (_also, clockSteps) => {
  test(`every reminder comes once, none early, and what was answered stays (CHAOS_SEED=${SEED})`, {
    timeout: 120_000,
  }, async () => {
    console.log(`CHAOS_SEED=${SEED}`)
    const chance = chanceOf(SEED + Number(clockSteps))
    const clock = new Clock()
    dataDir = await mkdtemp(join(tmpdir(), 'rapport-restart-'))
    const open = await openDatabase({ dataDir, log: quiet })
    database = open
    await migrate({ connection: open.connection, log: quiet })
    const house = await rapport({ over: open, clock })
    const ana = house.person('Ana')
    await ana.say('help')
    const due = await fill(open, clock, chance)
    const platform = new Platform(chance, clock)
    const bots = ['one', 'two'].map((id) =>
      createDelivery({
        ...{ database: open, registry: rapportRegistry(), log: quiet, id, wait: async () => undefined, jitter: () => 0 },
        house: houseOver(open, { timeZone: 'Europe/Berlin', locale: 'en' }, { log: quiet, now: clock.now }),
        couriers: new Map([['playground', platform] as const]),
      }),
    )
    const told = () => [...platform.shown.values()].flatMap((one) => one.texts.filter((text) => due.has(text)))
    const stops = stopping(chance, () => told().length)
    const isUp = () => expect.poll(async () => (await open.health()).ok, { timeout: 30_000 }).toBe(true)
    for (let turn = 0; turn < MOST_TURNS && (told().length < due.size || stops.count() < STOPS_AT.length); turn++) {
      clock.pass({ seconds: 20 + Math.floor(chance() * 60) })
      if (clockSteps && turn % 5 === 4) clock.pass(chance() < 0.5 ? { minutes: 7 } : { minutes: -6 })
      await Promise.allSettled(bots.map((bot) => bot.tick()))
      await isUp()
      // Whoever hears that something went wrong asks again.
      const asked = () => ana.say(`add company Firm ${turn}`, `asked ${turn}`)
      for (let tries = 0; tries < 10 && !said(await asked()).includes(`Firm ${turn}`); tries++) await isUp()
    }
    vi.restoreAllMocks()
    expect(stops.count()).toBe(STOPS_AT.length)

    expect(told().toSorted()).toEqual([...due.keys()].toSorted())
    for (const { texts, user, at } of platform.shown.values())
      for (const text of texts.filter((one) => due.has(one))) {
        expect(due.get(text)!.user).toBe(user)
        expect(at, text).toBeGreaterThanOrEqual(due.get(text)!.at)
      }
    expect(platform.again).toBe(0)
    const { rows: firms } = await open.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM companies GROUP BY name')
    expect(firms.every(({ n }) => n === 1)).toBe(true)
    const { rows: owed } = await open.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM messages WHERE kind = 'reminder' AND "gaveUpAt" IS NULL GROUP BY about`,
    )
    expect(owed.map(({ n }) => n)).toEqual(Array.from(due, () => 1))
    if (!clockSteps) await inOrder(open, platform)
  })
})

/** Each person's came in the order in which they were owed. */
async function inOrder({ pool }: OpenDatabase, platform: Platform): Promise<void> {
  const { rows } = await pool.query<{ text: string; user: string }>(
    `SELECT 'Reminder: ' || t.what AS text, i."userId" AS user FROM messages m JOIN tasks t ON t.id = m.about JOIN identities i ON i."memberId" = m."memberId"
     ORDER BY m."createdAt", m.id`,
  )
  for (const user of new Set(rows.map((row) => row.user))) {
    const came = [...platform.shown.values()].filter((one) => one.user === user).flatMap((one) => one.texts)
    const reminders = came.filter((text) => text.startsWith('Reminder: '))
    expect(reminders).toEqual(rows.filter((row) => row.user === user).map((row) => row.text))
  }
}

/** People, and what each is to be reminded of within a quarter of an hour. */
async function fill({ pool }: OpenDatabase, clock: Clock, chance: () => number) {
  const due = new Map<string, { at: number; user: string }>()
  const { rows } = await pool.query<{ id: string; workspaceId: string; user: string }>(
    `WITH w AS (SELECT id FROM workspaces), people AS (
       INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale, digest)
       SELECT w.id, gen_random_uuid(), 'user' || n, 'rep', 'Europe/Berlin', 'en', false FROM w, generate_series(1, $1::int) n RETURNING *)
     INSERT INTO identities ("workspaceId", platform, "teamId", "userId", "memberId")
     SELECT "workspaceId", 'playground', 'acme-sales', name, id FROM people RETURNING "memberId" AS id, "workspaceId", "userId" AS user`,
    [PEOPLE],
  )
  for (const { id, workspaceId, user } of rows)
    for (let n = 0; n < EACH; n++) {
      const at = clock.now().epochMilliseconds + Math.floor(chance() * 15 * 60_000)
      due.set(`Reminder: job ${n} of ${user}`, { at, user })
      await pool.query(
        `INSERT INTO tasks ("workspaceId", id, "ownerId", "createdById", what, "dueLocal", zone, "remindAt", "updatedAt")
         VALUES ($1, gen_random_uuid(), $2, $2, $3, $4, 'Europe/Berlin', $5, $5)`,
        [workspaceId, id, `job ${n} of ${user}`, chance() < 0.8 ? '2026-11-24T10:00' : '2026-11-24', new Date(at)],
      )
    }
  return due
}
