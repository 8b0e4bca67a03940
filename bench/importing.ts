import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Temporal } from 'temporal-polyfill'
import { importFile, openSource } from '../src/crm/importing/importing.ts'
import { copyIn, copyOut } from '../src/database/copy.ts'
import { migrate, type OpenDatabase, openDatabase } from '../src/database/index.ts'

/**
 * A list of people and their companies, imported, then imported again (nothing to do), as a ratio to bare COPY on the same server in the same run: of the
 * file into a table without an index, and of the very rows that the import has written into the same tables with all their indexes and triggers.
 */
const ROWS = Number(process.env.BENCH_ROWS ?? 20_000)
const PEOPLE_AT_ONE = 4
const WORKSPACE = '01900000-0000-7000-8000-000000000001'
const MEMBER = '01900000-0000-7000-8000-000000000002'
const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: (facts: object) => console.error(facts) }

export async function benchImporting(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-bench-'))
  const file = path.join(folder, 'people.csv')
  await pipeline(Readable.from(people()), createWriteStream(file))
  const database = await openDatabase({ dataDir: path.join(folder, 'data'), log: quiet, statementTimeout: 600_000 })
  await migrate({ connection: database.connection, log: quiet })
  await hire(database)
  const bare = await timed(() => copied(database, file))
  const preview = await imported(database, file, { preview: true })
  const first = await imported(database, file)
  const second = await imported(database, file)
  const same = await rewritten(database, folder)
  const rate = (seconds: number) => `${Math.round(ROWS / seconds)} rows a second`
  console.log(
    `${ROWS} rows imported: ${rate(first.seconds)}, at most ${first.peak} MB (${first.early} MB in the first fifth, ${first.late} MB in the last); again, unchanged: ${rate(second.seconds)}, ${second.peak} MB`,
  )
  console.log(`of this process ${first.processor.toFixed(1)} s of a processor; load ${loadavg()[0]?.toFixed(1)}`)
  console.log(`a preview of them: ${rate(preview.seconds)}, ${preview.peak} MB`)
  console.log(
    `bare COPY of the file: ${rate(bare)}, ratio ${(bare / first.seconds).toFixed(3)}; COPY of the same rows, audit, indexes and triggers included: ${rate(same)}, ratio ${(same / first.seconds).toFixed(2)}`,
  )
  await database.close()
  await rm(folder, { recursive: true, force: true })
}

function* people(): Generator<string> {
  yield 'Company,City,Industry,Employees,Website,First Name,Last Name,Job Title,Email,Mobile\n'
  for (let n = 0; n < ROWS; n++) {
    const firm = Math.floor(n / PEOPLE_AT_ONE)
    yield `Firm ${firm} Ltd,Bonn,Retail,${firm % 5000},firm${firm}.example,Given${n % 997},Family${n % 9973},Buyer,p${n}@firm${firm}.example,+49 30 ${1_000_000 + n}\n`
  }
}

async function hire({ pool }: OpenDatabase): Promise<void> {
  await pool.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'Bench', 'Europe/Berlin', 'en')`, [
    WORKSPACE,
  ])
  await pool.query(
    `INSERT INTO members ("workspaceId", id, name, role, "timeZone", locale) VALUES ($1, $2, 'Ana', 'admin', 'Europe/Berlin', 'en')`,
    [WORKSPACE, MEMBER],
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

interface Run {
  seconds: number
  /** Seconds of a processor that this process took, without the server. */
  processor: number
  /** The most memory of this process, in MB: of the whole run, and of its first and its last fifth. */
  peak: number
  early: number
  late: number
}

async function imported({ prisma }: OpenDatabase, file: string, options = {}): Promise<Run> {
  const peaks = [0, 0, 0, 0, 0]
  const note = (rows: number) => {
    const fifth = Math.min(4, Math.floor((rows / ROWS) * 5))
    peaks[fifth] = Math.max(peaks[fifth]!, Math.round(process.memoryUsage.rss() / 1024 / 1024))
  }
  const by = { id: MEMBER, timeZone: 'Europe/Berlin' }
  const importer = { db: prisma, workspace: { id: WORKSPACE }, by, now: Temporal.Now.instant(), requestId: 'import:bench' }
  const work = async () => importFile(importer, await openSource(file, {}), { ...options, onProgress: note })
  const before = process.cpuUsage()
  const seconds = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { seconds, processor: (user + system) / 1e6, peak: Math.max(...peaks), early: peaks[0]!, late: peaks[4]! }
}

async function copied({ pool }: OpenDatabase, file: string): Promise<void> {
  const columns = Array.from({ length: 10 }, (_, at) => `c${at} text`)
  await pool.query(`CREATE TABLE bare (${columns.join(', ')})`)
  await fromFile(pool, 'COPY bare FROM STDIN CSV HEADER', file)
}

/** The rows that the import has written, taken away and copied back. */
async function rewritten({ pool }: OpenDatabase, folder: string): Promise<number> {
  const tables = ['companies', 'contacts', 'changes']
  for (const table of tables) await toFile(pool, `COPY ${table} TO STDOUT`, path.join(folder, table))
  await pool.query(`TRUNCATE ${tables.join(', ')}, name_words CASCADE`)
  return timed(async () => {
    for (const table of tables) await fromFile(pool, `COPY ${table} FROM STDIN`, path.join(folder, table))
  })
}

async function fromFile(pool: OpenDatabase['pool'], text: string, file: string): Promise<void> {
  const client = await pool.connect()
  await copyIn(client, text, createReadStream(file))
  client.release()
}

async function toFile(pool: OpenDatabase['pool'], text: string, file: string): Promise<void> {
  const client = await pool.connect()
  await pipeline(copyOut(client, text), createWriteStream(file))
  client.release()
}
