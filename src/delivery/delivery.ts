import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Platform } from '../bot/context.ts'
import { type Courier, type House, type Log, OWED } from '../bot/house.ts'
import type { Job } from '../bot/operation.ts'
import type { Registry } from '../bot/registry.ts'
import type { OpenDatabase } from '../database/index.ts'
import { Alarm } from './alarm.ts'
import { claimDue, nextDue } from './claim.ts'
import { Few } from './few.ts'
import { Lines } from './lines.ts'
import type { Claimant } from './outbox.ts'
import { Pace, takeAllAtOnce } from './pace.ts'
import { nextRefresh, refreshSome } from './refresh.ts'
import { asInstant, LOOK_AT_LEAST_EVERY, LOOK_AT_MOST_EVERY, look, Schedule, sleepUntil } from './schedule.ts'
import { SENDING_LEASE, type Sender, send } from './send.ts'
import { listenFor } from './wake.ts'

/** Messages being made or recorded at a time: what they ask goes out together, so that people's own answers always find a free connection. */
const AT_ONCE = 128
/** So many are claimed together. */
const BATCH = 64
/** Room for so many before more are claimed. */
const ROOM_FOR = 16
/** Asked and written of one message alone, so many at a time. */
const ALONE = 4
/** Messages of one workspace that wait for their turn: so many keep its line going, and leave the others their room. */
const IN_LINE = 4
/** Messages in hand in all, with those that wait in line. */
const MOST_IN_HAND = 400
/** Refreshes at a time. */
const REFRESHES = 8
/** How long to wait at most for room, in milliseconds: it comes too when one that was made gets in line. */
const ROOM_SOON = 20
/** How long to do nothing when the database, say, is away, in milliseconds. */
const AFTER_A_STUMBLE = 3_000
/** How long a stop waits for what is being sent, in milliseconds. What takes longer is another bot's when its lease is over. */
const LAST_WORDS = 5_000
const AHEAD = Temporal.Duration.from({ milliseconds: LOOK_AT_LEAST_EVERY })

export interface Delivery {
  start: () => Promise<void>
  /** Finishes what is being sent, then stops. What is still owed stays owed. */
  stop: () => Promise<void>
  /** Does all that is due now, to the end, and returns how many messages it dealt with. */
  tick: () => Promise<number>
}

export interface DeliveryParts {
  database: Pick<OpenDatabase, 'prisma' | 'connection'>
  registry: Registry
  house: House
  couriers: ReadonlyMap<Platform, Courier>
  log: Log
  /** Which bot this is, for the claims; made up when not given. */
  id?: string
  jitter?: () => number
  wait?: (milliseconds: number) => Promise<void>
  /** How long a platform may take over one message, in milliseconds; 30 s unless told. */
  patience?: number
  /** What to type to have every part looked at: said when a platform refuses the bot. */
  doctor?: string
}

/** Asks "what is due?" and sends what is owed, for as long as it runs. Any number may run on one database. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const {
    database,
    registry,
    house,
    couriers,
    log,
    id = randomUUID(),
    jitter = Math.random,
    wait = pause,
    patience = 30_000,
    doctor = 'rapport doctor',
  } = parts
  const db = database.prisma
  const who: Claimant = { by: id, platforms: [...couriers.keys()] }
  const schedule = new Schedule(registry.jobs)
  const lines = new Lines()
  const pace = new Pace(wait, () => house.now().epochMilliseconds)
  const sender: Sender = { registry, house, couriers, pace, lines, few: new Few(ALONE), log, jitter, patience, doctor }
  const ofOne = takeAllAtOnce(who.platforms) ? MOST_IN_HAND : IN_LINE
  const alarm = new Alarm()
  const freed = new Alarm()
  const busy = new Set<Promise<void>>()
  let running: Promise<void> | undefined
  let stopped = false
  let listener: { stop: () => Promise<void> } | undefined

  /** Returns how much they did. */
  async function run(jobs: readonly Job[]): Promise<number> {
    let did = 0
    for (const job of jobs) {
      try {
        for (let more = 1; !stopped && more > 0; did += more) {
          more = await job.run({ db, transaction: house.transaction, now: house.now() })
          if (!job.inTurns) continue
          did += more
          break
        }
      } catch (error) {
        log.error({ error, job: job.name }, 'a job failed and is tried again later')
      }
    }
    return did
  }

  /** Claims and starts to send until nothing more can be claimed; what is on its way then goes on. Returns how many. */
  async function sendOwed(): Promise<number> {
    let begun = 0
    while (!stopped) {
      const most = Math.min(BATCH, AT_ONCE - (busy.size - lines.outside), MOST_IN_HAND - busy.size)
      if (most < ROOM_FOR) {
        await freed.wait(ROOM_SOON)
        continue
      }
      const room = { most, ofOne, waiting: lines.waiting, except: full() }
      const claimed = await claimDue(db, who, house.now(), SENDING_LEASE, room)
      if (claimed.length === 0) break
      begun += claimed.length
      for (const parcel of claimed) begin(send(sender, parcel))
    }
    return begun
  }

  const full = () => lines.full(ofOne, house.now().epochMilliseconds)

  async function refreshAll(): Promise<number> {
    let refreshed = 0
    for (let more = 1; !stopped && more > 0; refreshed += more) more = await refreshSome(sender, who, REFRESHES)
    return refreshed
  }

  function begin(sending: Promise<void>): void {
    const one: Promise<void> = sending
      .catch((error: unknown) => log.error({ error }, 'what became of a message was not recorded'))
      .finally(() => {
        busy.delete(one)
        freed.ring()
        // The next one of the same member may go now.
        alarm.ring()
      })
    busy.add(one)
  }

  async function tick(): Promise<number> {
    await run(schedule.take(house.now()))
    let dealt = 0
    for (let more = 1; more > 0; dealt += more) {
      more = await sendOwed()
      await Promise.all(busy)
    }
    await refreshAll()
    return dealt
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        const wait = await turn()
        if (wait > 0) await sleep(wait)
      } catch (error) {
        log.error({ error }, 'delivery stumbled and goes on')
        await sleep(AFTER_A_STUMBLE)
      }
    }
  }

  /** One look at all that may be due, and what it found done. Returns for how long there is nothing to do then, in milliseconds. */
  async function turn(): Promise<number> {
    const now = house.now()
    const [message, refresh, ...answers] = await look(db, [
      nextDue(who, now, AHEAD, full()),
      nextRefresh(who, now),
      ...schedule.questions,
    ])
    const at = { message: asInstant(message)?.getTime(), refresh: asInstant(refresh)?.getTime() }
    const isDue = (time: number | undefined) => time !== undefined && time <= now.epochMilliseconds
    let did = await run(schedule.take(now, answers))
    if (did > 0 || isDue(at.message)) did += await sendOwed()
    if (isDue(at.refresh)) did += await refreshAll()
    return did > 0 ? 0 : sleepUntil([at.message, at.refresh, lines.restsUntil, ...schedule.due], now.epochMilliseconds)
  }

  // However often we are rung for, a moment passes between two looks.
  const sleep = (milliseconds: number) => Promise.all([alarm.wait(milliseconds), pause(LOOK_AT_MOST_EVERY)])

  return {
    tick,
    start: async () => {
      listener = listenFor(OWED, database.connection, () => alarm.ring(), log)
      running = loop()
    },
    stop: async () => {
      stopped = true
      alarm.ring()
      await listener?.stop()
      await Promise.race([Promise.all([running, ...busy]), pause(LAST_WORDS, undefined, { ref: false })])
    },
  }
}
