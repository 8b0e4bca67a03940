import { access, constants, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Command } from 'commander'
import pg from 'pg'
import { checkDiscord } from '../adapters/discord/index.ts'
import { checkSlack } from '../adapters/slack/index.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { rapportRegistry } from '../main.ts'

/** One part looked at: what was found, and what to do next when it is not well. */
export interface Finding {
  name: string
  ok: boolean
  says: string
  next?: string
}

const PATIENCE = 5_000

/** `rapport doctor`: says for each part what works, what is missing, and the next step. Exit code 1 when something is not well. */
export function doctorCommand(
  program: Command,
  { environment, stdout }: { environment: NodeJS.ProcessEnv; stdout: NodeJS.WritableStream; now: () => unknown },
): void {
  program
    .command('doctor')
    .description('look at every part: settings, database, folder, port, Slack, Discord')
    .action(async () => {
      const findings = await examine(environment)
      for (const one of findings)
        stdout.write(`${one.ok ? '✓' : '✗'} ${one.name}: ${one.says}\n${one.next && !one.ok ? `    → ${one.next}\n` : ''}`)
      if (findings.some((one) => !one.ok)) process.exitCode = 1
    })
}

export async function examine(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  let config: Config
  try {
    config = readConfig(environment)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n').map((fault) => ({
      name: 'settings',
      ok: false,
      says: fault,
      next: 'Mend this environment variable and run the doctor again.',
    }))
  }
  const parts = [
    Promise.resolve([{ name: 'settings', ok: true, says: `read; time zone ${config.timeZone}, language ${config.locale}` }]),
    config.databaseUrl ? checkServer(config.databaseUrl) : checkFolder(config.dataDir),
    checkPort(config),
    config.slack ? checkSlack(config.slack) : absent('Slack', 'SLACK_BOT_TOKEN is not set', 'docs/slack.md leads to the tokens'),
    config.discord
      ? checkDiscord(config.discord, { registry: rapportRegistry() })
      : absent('Discord', 'DISCORD_TOKEN is not set', 'docs/discord.md leads to the token'),
  ]
  return (await Promise.all(parts)).flat()
}

// Not to use a platform is a choice, no fault.
const absent = async (name: string, says: string, next: string): Promise<Finding[]> => [
  { name, ok: true, says: `not used: ${says} (${next})` },
]

async function checkServer(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, options: '-c timezone=UTC' })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; can: boolean }>(
      "SELECT current_setting('server_version') AS version, has_database_privilege(current_database(), 'CREATE') OR (SELECT count(*) = 2 FROM pg_extension WHERE extname IN ('pg_trgm', 'btree_gin')) AS can",
    )
    const { version, can } = rows[0]!
    return [
      {
        name: 'database',
        ok: can,
        says: `PostgreSQL ${version} answers${can ? '' : ', but this user may not create the extensions pg_trgm and btree_gin'}`,
        next: 'As a superuser, run: CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS btree_gin;',
      },
    ]
  } catch (error) {
    return [
      {
        name: 'database',
        ok: false,
        says: `not reachable: ${messageOf(error)}`,
        next: 'Check DATABASE_URL, that the server runs, and that a firewall lets this machine through.',
      },
    ]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function checkFolder(dataDir: string): Promise<Finding[]> {
  const folder = path.resolve(dataDir)
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return [{ name: 'data folder', ok: true, says: `${folder} can be written; the embedded database lives there` }]
  } catch (error) {
    return [
      {
        name: 'data folder',
        ok: false,
        says: `${folder} cannot be written: ${messageOf(error)}`,
        next: 'Give this user the right to write there, or set DATA_DIR to another folder.',
      },
    ]
  }
}

async function checkPort({ host, port }: Config): Promise<Finding[]> {
  const health = await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  if (health?.ok) return [{ name: 'port', ok: true, says: `${host}:${port} is answered by a running bot` }]
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) =>
      resolve([
        {
          name: 'port',
          ok: false,
          says: `${host}:${port} cannot be used: ${messageOf(error)}`,
          next: 'Set PORT to a free one, or stop the other program.',
        },
      ]),
    )
    probe.listen(port, host, () => probe.close(() => resolve([{ name: 'port', ok: true, says: `${host}:${port} is free` }])))
  })
}

const messageOf = (error: unknown) =>
  error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error)
