import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Courier } from '../src/bot/house.ts'
import { migrate, type OpenDatabase, openDatabase } from '../src/database/index.ts'
import { createDelivery } from '../src/delivery/delivery.ts'
import { houseOver } from '../src/house.ts'
import { rapportRegistry } from '../src/rooms.ts'
import { percentile } from './measure.ts'

/**
 * Due reminders drained against a platform without limits, as a ratio to a bare loop of `UPDATE … SKIP LOCKED` on the same server in the same run; how late
 * reminders come at 50 a second; what an idle bot costs.
 */
const REMINDERS = Number(process.env.BENCH_REMINDERS ?? 100_000)
const MEMBERS = 1_000
const A_SECOND = 50
const LATENESS_OVER = 10_000
const IDLE_OVER = Number(process.env.BENCH_IDLE ?? 120_000)
const WORKSPACE = '01900000-0000-7000-8000-000000000001'
const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: (facts: object) => console.error(facts) }

export async function benchDelivery(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rapport-bench-'))
  const database = await openDatabase({ dataDir, log: quiet, statementTimeout: 600_000 })
  await migrate({ connection: database.connection, log: quiet })
  await hire(database)
  // Half before and half after: what else the machine does changes from minute to minute.
  const before = await bareLoop(database)
  const asked = statements()
  const own = await drained(database)
  const each = asked.stop() / REMINDERS
  const bare = 2 / (1 / before + 1 / (await bareLoop(database)))
  console.log(
    `${REMINDERS} due reminders: ${own.toFixed(0)} a second, with ${each.toFixed(2)} statements each; a bare loop of UPDATE … SKIP LOCKED: ${bare.toFixed(0)} jobs a second; ratio ${(own / bare).toFixed(2)}`,
  )
  const late = await lateness(database)
  console.log(`lateness at ${A_SECOND} a second: p50 ${percentile(late, 0.5)} ms, p99 ${percentile(late, 0.99)} ms`)
  await idle(database)
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}

async function hire({ pool }: OpenDatabase): Promise<void> {
  await pool.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'en')`, [
    WORKSPACE,
  ])
  await pool.query(
    `WITH made AS (
       INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale, digest)
       SELECT $1, gen_random_uuid(), 'Member ' || n, 'rep', 'Europe/Berlin', 'en', false FROM generate_series(1, ${MEMBERS}) n RETURNING id)
     INSERT INTO identities ("workspaceId", platform, "teamId", "userId", "memberId") SELECT $1, 'playground', 'T1', id::text, id FROM made`,
    [WORKSPACE],
  )
}

/** Tasks that are due, of each member as many, at a time of day. */
async function due({ pool }: OpenDatabase, count: number, every = 0): Promise<void> {
  await pool.query(
    `INSERT INTO tasks ("workspaceId", id, "ownerId", "createdById", what, "dueLocal", zone, "remindAt", "updatedAt")
     SELECT $1, gen_random_uuid(), m.id, m.id, 'send the quote', '2026-11-24T10:00', 'Europe/Berlin', now() + (n * $3) * interval '1 ms', now()
     FROM generate_series(1, $2::int) n JOIN (SELECT id, row_number() OVER () AS at FROM members) m ON m.at = 1 + n % ${MEMBERS}`,
    [WORKSPACE, count, every],
  )
  await pool.query('VACUUM ANALYZE')
}

/** Half as many rows of a bare table, each claimed and marked by itself, eight at a time. */
async function bareLoop({ pool }: OpenDatabase): Promise<number> {
  const count = Math.ceil(REMINDERS / 2)
  await pool.query('DROP TABLE IF EXISTS jobs')
  await pool.query('CREATE TABLE jobs AS SELECT n AS id, NULL::timestamptz AS done FROM generate_series(1, $1::int) n', [count])
  await pool.query('CREATE INDEX ON jobs (id) WHERE done IS NULL')
  await pool.query('VACUUM ANALYZE jobs')
  const began = performance.now()
  const worker = async () => {
    while (
      (
        await pool.query(
          'UPDATE jobs SET done = now() WHERE id = (SELECT id FROM jobs WHERE done IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)',
        )
      ).rowCount
    );
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  return (count * 1_000) / (performance.now() - began)
}

function bot(database: OpenDatabase, onSent: (parts: number) => void) {
  const now = () => Temporal.Now.instant()
  const house = houseOver(database, { timeZone: 'Europe/Berlin', locale: 'en' }, { log: quiet, now })
  const courier: Courier = {
    platform: 'playground',
    deliver: async ({ team, user }, card, id) => {
      onSent(card.items?.length ?? 1)
      return { platform: 'playground', team, channel: user, message: id }
    },
    announce: async () => {
      throw new Error('nothing goes into a channel here')
    },
    mention: () => Promise.reject(new Error('nobody is called here')),
    update: async () => undefined,
  }
  return createDelivery({
    database,
    registry: rapportRegistry(),
    house,
    couriers: new Map([['playground', courier] as const]),
    log: quiet,
  })
}

async function drained(database: OpenDatabase): Promise<number> {
  await due(database, REMINDERS)
  let sent = 0
  const began = performance.now()
  await bot(database, (parts) => {
    sent += parts
  }).tick()
  if (sent !== REMINDERS) throw new Error(`${sent} of ${REMINDERS} came`)
  return (REMINDERS * 1_000) / (performance.now() - began)
}

/** Milliseconds after its time that each came, sorted. */
async function lateness(database: OpenDatabase): Promise<number[]> {
  await database.pool.query('TRUNCATE tasks, messages CASCADE')
  const delivery = bot(database, nothing)
  await delivery.start()
  await pause(1_000)
  await due(database, (LATENESS_OVER / 1_000) * A_SECOND, 1_000 / A_SECOND)
  await database.pool.query(`SELECT pg_notify('rapport_owed', '')`)
  await pause(LATENESS_OVER + 3_000)
  await delivery.stop()
  const { rows } = await database.pool.query<{ late: number }>(
    `SELECT extract(epoch FROM "sentAt" - "sendAt")::float8 * 1000 AS late FROM messages WHERE "sentAt" IS NOT NULL`,
  )
  return rows.map((row) => Math.round(row.late)).sort((a, b) => a - b)
}

/** An idle bot, with the connection that listens: queries and time of this process. */
async function idle(database: OpenDatabase): Promise<void> {
  await database.pool.query('TRUNCATE tasks, messages CASCADE')
  const delivery = bot(database, nothing)
  await delivery.start()
  await pause(2_000)
  const asked = statements()
  const cpu = process.cpuUsage()
  await pause(IDLE_OVER)
  const { user, system } = process.cpuUsage(cpu)
  const count = asked.stop()
  await delivery.stop()
  const minutes = IDLE_OVER / 60_000
  console.log(
    `an idle bot: ${Math.round(count / minutes)} queries and ${Math.round((user + system) / 1_000 / minutes)} ms of CPU a minute`,
  )
}

/** Counts what is sent to the database from now on, over whichever connection. */
function statements(): { stop: () => number } {
  const { prototype } = pg.Client
  const query = prototype.query as (...given: unknown[]) => unknown
  let count = 0
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    count++
    return query.apply(this, given)
  } as typeof prototype.query
  return {
    stop: () => {
      prototype.query = query as typeof prototype.query
      return count
    },
  }
}
