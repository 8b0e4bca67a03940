import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import pg from 'pg'
import { reachDatabase, restoreBackup, takeBackup } from '../src/database/index.ts'
import { makeWorld, type World } from './world.ts'

/**
 * A backup of a large workspace and its restore: how long, how large, how much memory, and what whoever asks the bot meanwhile feels of it. A bare
 * `CREATE TABLE … AS` of the largest table on the same server says how fast the machine is just now.
 */
const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 100_000)
const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: (facts: object) => console.error(facts) }

export async function benchBackup(): Promise<void> {
  const world = await makeWorld(CONTACTS)
  const place = await mkdtemp(path.join(tmpdir(), 'rapport-bench-backup-'))
  await addAudit(world)
  console.log(`${CONTACTS} contacts, ${10 * CONTACTS} activities with their audit: ${await sizeOf(world)} in PostgreSQL`)
  console.log(`  a bare copy of the activities within PostgreSQL: ${await bare(world)} s`)
  for (const passphrase of [undefined, 'correct horse battery staple']) await backUpAndRestore(world, place, passphrase)
  await world.close()
  await rm(place, { recursive: true })
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** As the bot writes one for each change. */
async function addAudit({ database: { pool } }: World): Promise<void> {
  await pool.query(
    `INSERT INTO changes ("workspaceId", id, "requestId", "memberId", operation, noun, "entityId", after, at)
     SELECT "workspaceId", gen_random_uuid(), id::text, "memberId", 'log', 'activity', id, to_jsonb(a), "occurredAt" FROM activities a`,
  )
}

async function sizeOf({ database: { pool } }: World): Promise<string> {
  const { rows } = await pool.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size')
  return rows[0]!.size
}

async function bare({ database: { pool } }: World): Promise<string> {
  const since = performance.now()
  await pool.query('CREATE TEMPORARY TABLE bare AS SELECT * FROM activities')
  const took = seconds(since)
  await pool.query('DROP TABLE IF EXISTS bare')
  return took
}

async function backUpAndRestore({ database }: World, place: string, passphrase?: string): Promise<void> {
  const file = path.join(place, 'bench.backup')
  const { connection } = database
  const meanwhile = watch(connection)
  const before = process.cpuUsage()
  const taking = performance.now()
  await takeBackup({ connection, file, passphrase, takenAt: new Date().toISOString(), log: quiet })
  const took = seconds(taking)
  const { user, system } = process.cpuUsage(before)
  const felt = await meanwhile()
  const size = (await stat(file)).size / 1e6
  console.log(
    `  backup${passphrase ? ', encrypted' : ''}: ${took} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${size.toFixed(0)} MB; ${felt}`,
  )
  const fresh = await reachDatabase({ dataDir: path.join(place, 'fresh'), log: quiet })
  const restored = watch()
  const restoring = performance.now()
  await restoreBackup({ connection: fresh.connection, file, passphrase, log: quiet })
  console.log(`  restore: ${seconds(restoring)} s; ${await restored()}`)
  await fresh.close()
  await rm(path.join(place, 'fresh'), { recursive: true, force: true })
}

/** Memory, how long the event loop was held up, and how long a small question took, until it is asked for. */
function watch(connection?: pg.ClientConfig): () => Promise<string> {
  const began = process.memoryUsage().rss
  let most = began
  let worst = 0
  let done = false
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const asking = async () => {
    const client = connection && new pg.Client(connection)
    await client?.connect()
    while (!done) {
      most = Math.max(most, process.memoryUsage().rss)
      const since = performance.now()
      await client?.query('SELECT name FROM contacts LIMIT 1')
      worst = Math.max(worst, performance.now() - since)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await client?.end()
  }
  const asked = asking()
  return async () => {
    done = true
    await asked
    const held = `the event loop was held up ${(loop.percentile(99) / 1e6).toFixed(0)} ms at p99`
    return `${((most - began) / 1e6).toFixed(0)} MB more memory; ${held}${connection ? `; a small question took ${worst.toFixed(0)} ms at most` : ''}`
  }
}
