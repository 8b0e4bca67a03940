import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Platform } from '../bot/context.ts'
import { type Courier, type House, type Log, OWED } from '../bot/house.ts'
import type { Job } from '../bot/operation.ts'
import type { Registry } from '../bot/registry.ts'
import type { OpenDatabase } from '../database/index.ts'
import { Alarm } from './alarm.ts'
import { Lines } from './lines.ts'
import { type Claimant, claimDue, nextDue } from './outbox.ts'
import { Pace } from './pace.ts'
import { nextRefresh, refreshSome } from './refresh.ts'
import { LOOK_AT_LEAST_EVERY, LOOK_AT_MOST_EVERY, Schedule, sleepUntil } from './schedule.ts'
import { SENDING_LEASE, type Sender, send } from './send.ts'
import { listenFor } from './wake.ts'

/** Messages being made or recorded at a time: few, so that people's own answers always find a free connection. */
const AT_ONCE = 8
/** Room for so many before more are claimed: one question to the database for several messages. */
const ROOM_FOR = 4
/** Messages of one workspace that wait in line: so many keep its line going, and leave the others their room. */
const IN_LINE = 4
/** Messages in hand in all, with those that wait in line. */
const MOST_IN_HAND = 200
/** How long to wait at most for room, in milliseconds: it comes too when one that was made gets in line. */
const ROOM_SOON = 20
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
  const sender: Sender = { registry, house, couriers, pace, lines, log, jitter, patience, doctor }
  const alarm = new Alarm()
  const busy = new Set<Promise<void>>()
  let running: Promise<void> | undefined
  let stopped = false
  let listener: { stop: () => Promise<void> } | undefined

  async function runJobs(): Promise<void> {
    for (const job of schedule.take(house.now().epochMilliseconds)) {
      try {
        while (!stopped && (await job.run({ db, transaction: house.transaction, now: house.now() })) > 0);
      } catch (error) {
        log.error({ error, job: job.name }, 'a job failed and is tried again later')
      }
    }
  }

  /** Claims and starts to send until nothing more can be claimed; what is on its way then goes on. Returns how many. */
  async function sendOwed(): Promise<number> {
    let begun = 0
    while (!stopped) {
      const room = Math.min(AT_ONCE - (busy.size - lines.waiting), MOST_IN_HAND - busy.size)
      if (room < ROOM_FOR) {
        await Promise.race([...busy, pause(ROOM_SOON)])
        continue
      }
      const claimed = await claimDue(db, who, house.now(), SENDING_LEASE, room, full())
      if (claimed.length === 0) break
      begun += claimed.length
      for (const parcel of claimed) begin(send(sender, parcel))
    }
    return begun
  }

  const full = () => lines.full(IN_LINE, house.now().epochMilliseconds)

  async function refreshAll(): Promise<void> {
    while (!stopped && (await refreshSome(sender, who, AT_ONCE)) > 0);
  }

  function begin(sending: Promise<void>): void {
    const one: Promise<void> = sending
      .catch((error: unknown) => log.error({ error }, 'what became of a message was not recorded'))
      .finally(() => {
        busy.delete(one)
        // The next one of the same member may go now.
        alarm.ring()
      })
    busy.add(one)
  }

  async function tick(): Promise<number> {
    await runJobs()
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
        await runJobs()
        await sendOwed()
        await refreshAll()
        await sleep(await untilNext())
      } catch (error) {
        log.error({ error }, 'delivery stumbled and goes on')
        await sleep(LOOK_AT_LEAST_EVERY / 10)
      }
    }
  }

  // However often we are rung for, a moment passes between two looks.
  const sleep = (milliseconds: number) => Promise.all([alarm.wait(milliseconds), pause(LOOK_AT_MOST_EVERY)])

  async function untilNext(): Promise<number> {
    const now = house.now()
    const message = await nextDue(db, who, now, AHEAD, full())
    const refresh = await nextRefresh(db, who)
    const work = await Promise.all(schedule.timed.map((job) => nextOf(job, now)))
    // A message that fell due since we claimed is no remainder: it is taken at once.
    const at = message && Math.max(message.getTime(), now.epochMilliseconds + 1)
    return sleepUntil([at, refresh?.getTime(), lines.restsUntil, ...work], now.epochMilliseconds)
  }

  const nextOf = async (job: Job, now: Temporal.Instant) =>
    (await job.nextAt?.({ db, transaction: house.transaction, now }))?.getTime()

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
