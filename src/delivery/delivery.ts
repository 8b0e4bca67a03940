import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Platform } from '../bot/context.ts'
import { type Courier, type House, type Log, OWED } from '../bot/house.ts'
import type { Registry } from '../bot/registry.ts'
import type { OpenDatabase } from '../database/index.ts'
import { claimDue, nextDue, type Owed } from './outbox.ts'
import { Pace } from './pace.ts'
import { LOOK_AT_LEAST_EVERY, LOOK_AT_MOST_EVERY, Schedule } from './schedule.ts'
import { SENDING_LEASE, type Sender, send } from './send.ts'
import { listenFor } from './wake.ts'

/** Messages claimed and sent at a time: few, so that people's own answers always find a free connection. */
const AT_ONCE = 8

export interface Delivery {
  start: () => Promise<void>
  /** Finishes what is being sent, then stops. What is still owed stays owed. */
  stop: () => Promise<void>
  /** Does all that is due now, and returns how many messages it dealt with. What start() does again and again. */
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
}

/** Asks "what is due?" and sends what is owed, for as long as it runs. Any number may run on one database. */
export function createDelivery({
  database,
  registry,
  house,
  couriers,
  log,
  id = randomUUID(),
  jitter = Math.random,
  wait = pause,
}: DeliveryParts): Delivery {
  const db = database.prisma
  const schedule = new Schedule(registry.jobs)
  const sender: Sender = { registry, house, couriers, pace: new Pace(wait), log, jitter }
  const alarm = new Alarm()
  let running: Promise<void> | undefined
  let stopped = false
  let listener: { stop: () => Promise<void> } | undefined

  async function runJobs(woken: boolean): Promise<void> {
    for (const job of schedule.take(house.now().epochMilliseconds, woken)) {
      try {
        let more = true
        while (more && !stopped) more = (await job.run({ db, transaction: house.transaction, now: house.now() })) > 0
      } catch (error) {
        log.error({ error, job: job.name }, 'a job failed and is tried again later')
      }
    }
  }

  async function sendOwed(): Promise<number> {
    let sent = 0
    for (;;) {
      if (stopped) return sent
      const claimed: Owed[] = await claimDue(db, id, house.now(), SENDING_LEASE, AT_ONCE)
      if (claimed.length === 0) return sent
      await Promise.all(claimed.map((message) => send(sender, message)))
      sent += claimed.length
    }
  }

  async function tick(woken = true): Promise<number> {
    await runJobs(woken)
    return sendOwed()
  }

  async function loop(): Promise<void> {
    let woken = true
    while (!stopped) {
      try {
        await tick(woken)
        woken = await alarm.wait(await pauseUntilNext())
      } catch (error) {
        log.error({ error }, 'delivery stumbled and goes on')
        woken = await alarm.wait(LOOK_AT_LEAST_EVERY / 10)
      }
    }
  }

  async function pauseUntilNext(): Promise<number> {
    const now = house.now()
    const next = await nextDue(db, now)
    const until = next ? next.getTime() - now.epochMilliseconds : LOOK_AT_LEAST_EVERY
    return Math.min(Math.max(until, LOOK_AT_MOST_EVERY), LOOK_AT_LEAST_EVERY)
  }

  return {
    tick: () => tick(),
    start: async () => {
      listener = listenFor(OWED, database.connection, () => alarm.ring(), log)
      running = loop()
    },
    stop: async () => {
      stopped = true
      alarm.ring()
      await listener?.stop()
      await running
    },
  }
}

/** Sleeps until rung or until the time is over; a ring while nobody sleeps is not lost. */
class Alarm {
  #rung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    const rung = this.#rung
    this.#rung = false
    this.#wake = undefined
    return rung
  }
}
