import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { readPostmaster } from '../../src/database/embedded/postmaster.ts'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../../src/database/embedded/start.ts'
import { quiet } from '../support/quiet.ts'

/** What a test of the embedded database works with: a DATA_DIR of its own, and everything that was started in it. */
export interface Bench {
  /** The folder that holds DATA_DIR, removed in the end. */
  place: string
  dataDir: string
  /** PostgreSQL's own folder. */
  cluster: () => string
  start: (options?: Partial<EmbeddedOptions>) => Promise<EmbeddedServer>
  stop: (server: EmbeddedServer) => Promise<void>
  startBot: () => Bot
}

/** A bot in a process of its own; `says` is its next line. */
export interface Bot {
  process: ChildProcess
  says: () => Promise<string>
}

/** Call it at the top of a test file: every test finds the bench new, and leaves nothing running. */
export function useBench(): Bench {
  const servers: EmbeddedServer[] = []
  const bots: ChildProcess[] = []
  const bench: Bench = {
    place: '',
    dataDir: '',
    cluster: () => join(bench.dataDir, 'postgres'),
    start: async (options = {}) => {
      const server = await startEmbedded({ dataDir: bench.dataDir, log: quiet, ...options })
      servers.push(server)
      return server
    },
    stop: async (server) => {
      servers.splice(servers.indexOf(server), 1)
      await server.stop()
    },
    startBot: () => {
      const bot = spawnBot(bench.dataDir)
      bots.push(bot.process)
      return bot
    },
  }
  beforeEach(async () => {
    bench.place = await mkdtemp(join(tmpdir(), 'embedded-'))
    await chmod(bench.place, 0o755)
    bench.dataDir = join(bench.place, 'data')
  })
  afterEach(async () => {
    await Promise.all(bots.splice(0).map(killed))
    for (const server of servers.splice(0)) await server.stop()
    // What a killed bot left is taken over, to be stopped.
    if (await readPostmaster(bench.cluster()))
      await startEmbedded({ dataDir: bench.dataDir, log: quiet }).then((left) => left.stop())
    await rm(bench.place, { recursive: true, force: true })
  })
  return bench
}

function spawnBot(dataDir: string): Bot {
  const script = fileURLToPath(new URL('./bot.ts', import.meta.url))
  const bot = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: bot.stdout })[Symbol.asyncIterator]()
  return { process: bot, says: async () => String((await lines.next()).value) }
}

/** Resolves when the process is gone, killed without a chance to tidy up. */
export async function killed(bot: ChildProcess): Promise<void> {
  bot.kill('SIGKILL')
  await ended(bot)
}

export async function ended(bot: ChildProcess): Promise<void> {
  if (bot.exitCode === null && bot.signalCode === null) await new Promise((resolve) => bot.once('exit', resolve))
}

/** The first row of an answer. */
export async function ask(server: Pick<EmbeddedServer, 'connection'>, sql: string): Promise<unknown> {
  const client = new pg.Client(server.connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}
