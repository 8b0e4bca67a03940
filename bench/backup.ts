import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { createBot } from '../src/bot/dispatch.ts'
import { copyOut } from '../src/database/copy.ts'
import { reachDatabase, restoreBackup, takeBackup, verifyBackup } from '../src/database/index.ts'
import { houseOver } from '../src/house.ts'
import { rapportRegistry } from '../src/rooms.ts'
import { percentile } from './measure.ts'
import { makeWorld, type World } from './world.ts'

/**
 * A backup of a large workspace, its trial and its restore: how long, how large, how much memory, and what whoever logs meanwhile feels of it. A bare
 * `COPY … TO STDOUT` of the same tables, taken in the same run, says how fast the machine is just now.
 */
const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 100_000)
const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: (facts: object) => console.error(facts) }

export async function benchBackup(): Promise<void> {
  const world = await makeWorld(CONTACTS)
  const place = await mkdtemp(path.join(tmpdir(), 'rapport-bench-backup-'))
  await addAudit(world)
  console.log(`${CONTACTS} contacts, ${10 * CONTACTS} activities with their audit: ${await sizeOf(world)} in PostgreSQL`)
  const log = logger(world)
  console.log(`  log, while nothing else goes on: ${await meanwhile(log, () => new Promise((done) => setTimeout(done, 10_000)))}`)
  for (const passphrase of [undefined, 'correct horse battery staple']) await backUpAndRestore(world, place, log, passphrase)
  await world.close()
  await rm(place, { recursive: true })
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
const load = () => `load ${loadavg()[0]!.toFixed(1)}`

/** As the bot writes one for each change. */
async function addAudit({ database: { pool } }: World): Promise<void> {
  await pool.query(
    `INSERT INTO changes ("workspaceId", id, "requestId", "memberId", operation, noun, "entityId", after, at)
     SELECT "workspaceId", gen_random_uuid(), id::text, "memberId", 'log', 'activity', id, to_jsonb(a), "occurredAt" FROM activities a`,
  )
  await pool.query('VACUUM (ANALYZE) changes')
}

async function sizeOf({ database: { pool } }: World): Promise<string> {
  const { rows } = await pool.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size')
  return rows[0]!.size
}

/** All tables by COPY, and what comes thrown away. */
async function bare(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  const since = performance.now()
  let bytes = 0
  for (const { name } of rows)
    for await (const chunk of copyOut(client, `COPY ${name} TO STDOUT`)) bytes += (chunk as Buffer).length
  const took = seconds(since)
  await client.end()
  return `${took} s, ${(bytes / 1e6).toFixed(0)} MB`
}

async function backUpAndRestore({ database }: World, place: string, log: Log, passphrase?: string): Promise<void> {
  const file = path.join(place, 'bench.backup')
  const { connection } = database
  console.log(`  a bare COPY of all tables: ${await bare(connection)} (${load()})`)
  const watched = watch()
  const before = process.cpuUsage()
  const taking = performance.now()
  await takeBackup({ connection, file, passphrase, takenAt: new Date().toISOString(), log: quiet })
  const took = seconds(taking)
  const { user, system } = process.cpuUsage(before)
  const size = (await stat(file)).size / 1e6
  console.log(
    `  backup${passphrase ? ', encrypted' : ''}: ${took} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${size.toFixed(0)} MB; ${await watched()} (${load()})`,
  )
  const again = () => takeBackup({ connection, file, passphrase, takenAt: new Date().toISOString(), log: quiet })
  console.log(`  log, while it is taken once more: ${await meanwhile(log, again)} (${load()})`)
  const trying = performance.now()
  await verifyBackup({ file, passphrase, log: quiet })
  console.log(`  verify: ${seconds(trying)} s (${load()})`)
  const fresh = await reachDatabase({ dataDir: path.join(place, 'fresh'), log: quiet })
  const restored = watch()
  const restoring = performance.now()
  await restoreBackup({ connection: fresh.connection, file, passphrase, log: quiet })
  console.log(`  restore: ${seconds(restoring)} s; ${await restored()} (${load()})`)
  await fresh.close()
  await rm(path.join(place, 'fresh'), { recursive: true, force: true })
}

type Log = (n: number) => Promise<unknown>

/** Logs a line as somebody in Slack does, behind the platform's own part. */
function logger({ database, people }: World): Log {
  const settings = { timeZone: 'Europe/Berlin', locale: 'en' } as const
  const bot = createBot(rapportRegistry(), houseOver(database, settings, { log: quiet, now: () => Temporal.Now.instant() }))
  return async (n) => {
    const { name } = people[(n * 7919) % people.length]!
    const answer = await bot.dispatch({
      id: `bench ${n}`,
      place: { platform: 'slack', team: 'T1', user: 'U1', kind: 'direct', channel: 'D1' },
      ask: { kind: 'line', text: `log called ${name}, left voicemail` },
      profile: async () => ({ name: 'Ana', timeZone: 'Europe/Berlin', locale: 'en-US', teamName: 'Bench' }),
    })
    if (answer.kind !== 'card') throw new Error(`not logged: ${JSON.stringify(answer)}`)
  }
}

let logged = 0

/** What a line a tenth of a second takes while something goes on. */
async function meanwhile(log: Log, work: () => Promise<unknown>): Promise<string> {
  for (let n = 0; n < 20; n++) await log(logged++)
  const took: number[] = []
  let done = false
  const working = work().finally(() => {
    done = true
  })
  while (!done) {
    const since = performance.now()
    await log(logged++)
    took.push(performance.now() - since)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await working
  took.sort((a, b) => a - b)
  const of = (share: number) => `${percentile(took, share).toFixed(0)} ms`
  return `p50 ${of(0.5)}, p99 ${of(0.99)}, at most ${of(1)}, of ${took.length}`
}

/** Memory, and how long the event loop was held up, until it is asked for. */
function watch(): () => Promise<string> {
  const began = process.memoryUsage().rss
  let most = began
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  return async () => {
    clearInterval(looking)
    const held = `the event loop was held up ${(loop.percentile(99) / 1e6).toFixed(0)} ms at p99`
    return `${((most - began) / 1e6).toFixed(0)} MB more memory; ${held}`
  }
}
