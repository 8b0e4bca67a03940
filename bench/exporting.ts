import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Temporal } from 'temporal-polyfill'
import { exported, type Format, type Reader } from '../src/crm/exporting/exporting.ts'
import { copyOut } from '../src/database/copy.ts'
import { migrate, type OpenDatabase, openDatabase } from '../src/database/index.ts'

/** Activities written to a file, as a ratio to bare `COPY … TO` of the same table on the same server in the same run; and the memory it took. */
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
const WORKSPACE = '01900000-0000-7000-8000-000000000001'
const MEMBER = '01900000-0000-7000-8000-000000000002'
const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: (facts: object) => console.error(facts) }

export async function benchExporting(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-bench-'))
  const database = await openDatabase({ dataDir: path.join(folder, 'data'), log: quiet, statementTimeout: 600_000 })
  await migrate({ connection: database.connection, log: quiet })
  await lived(database)
  const bare = await timed(() => copied(database, path.join(folder, 'bare')))
  const before = process.memoryUsage().rss
  for (const format of ['jsonl', 'csv'] as const) {
    const { seconds, cpu, peak } = await written(database, path.join(folder, format), format)
    console.log(
      `${ROWS} activities as ${format}: ${Math.round(ROWS / seconds)} rows a second, ratio to bare COPY ${(bare.seconds / seconds).toFixed(2)}, processor ${cpu.toFixed(2)} s of this process, ${Math.round((peak - before) / 1024 / 1024)} MB more memory at most`,
    )
  }
  await database.close()
  await rm(folder, { recursive: true, force: true })
}

async function lived({ pool }: OpenDatabase): Promise<void> {
  await pool.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'en')`, [
    WORKSPACE,
  ])
  await pool.query(
    `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) VALUES ($1, $2, 'Ana', 'admin', 'Europe/Berlin', 'en')`,
    [WORKSPACE, MEMBER],
  )
  // The rows alone: what triggers keep of them, and the indexes by which they are found, are no part of an export, and took most of the time here.
  const client = await pool.connect()
  await client.query('SET session_replication_role = replica')
  const { rows: indexes } = await client.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 'activities'::regclass AND NOT indisprimary`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  const id = (n: string) => `('01900000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
  await client.query(
    `INSERT INTO companies ("workspaceId", id, name, "searchName", "nameTokens", aliases, domains, emails, phones, "updatedAt")
     SELECT $1::uuid, ${id('1000 + n')}, 'Company ' || n, 'company ' || n, ARRAY['company', n::text], '{}', '{}', '{}', '{}', now() FROM generate_series(0, 999) n`,
    [WORKSPACE],
  )
  await client.query(
    `INSERT INTO activities ("workspaceId", id, "companyId", "otherContactIds", "memberId", kind, "occurredAt", zone, note, "updatedAt")
     SELECT $1::uuid, ${id('100000 + n')}, ${id('1000 + n % 1000')}, '{}', $2::uuid, 'call', now(), 'Europe/Berlin',
       'wants a quote for ' || n || ' units, "soon", call back on Thursday' || repeat(' and so on', n % 7), now() FROM generate_series(1, ${ROWS}) n`,
    [WORKSPACE, MEMBER],
  )
  await client.query('RESET session_replication_role')
  await client.query('VACUUM ANALYZE')
  client.release()
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; cpu: number; peak: number }> {
  let peak = 0
  const before = process.cpuUsage()
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const began = performance.now()
  await work()
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return { seconds, cpu: (user + system) / 1e6, peak }
}

async function copied({ pool }: OpenDatabase, file: string): Promise<void> {
  const client = await pool.connect()
  await pipeline(copyOut(client, 'COPY activities TO STDOUT (FORMAT csv)'), createWriteStream(file))
  client.release()
}

const written = ({ prisma }: OpenDatabase, file: string, format: Format) => {
  const reader: Reader = {
    db: prisma,
    workspace: { id: WORKSPACE },
    me: { id: MEMBER },
    sees: 'all',
    now: Temporal.Now.instant(),
    locale: 'en',
  }
  return timed(() =>
    pipeline(Readable.from(exported(reader, { kind: 'activities', format }), { objectMode: false }), createWriteStream(file)),
  )
}
