import { access, constants, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { adviceOnRefusal } from '../database/index.ts'

/** One part looked at: what was found, and what to do next when it is not well. */
export interface Finding {
  name: string
  ok: boolean
  says: string
  next?: string
}

const PATIENCE = 5_000

/** Whether the server answers, lets us in, and lets us do what the tables need. */
export async function checkServer(url: string): Promise<Finding[]> {
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
    const advice = adviceOnRefusal(error)
    return [
      {
        name: 'database',
        ok: false,
        says: `${advice ? 'refuses us' : 'not reachable'}: ${messageOf(error)}`,
        next: advice ?? 'Check DATABASE_URL, that the server runs, and that a firewall lets this machine through.',
      },
    ]
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether the embedded database has a place for its data. */
export async function checkFolder(dataDir: string): Promise<Finding[]> {
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

const portAdvice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Set PORT to a free one, or stop the other program.',
  EADDRNOTAVAIL: 'Set HOST to an address of this machine: 127.0.0.1, or 0.0.0.0 for all it has.',
  ENOTFOUND: 'Set HOST to an address of this machine: 127.0.0.1, or 0.0.0.0 for all it has.',
  EACCES: 'Ports below 1024 need more rights: set PORT to a higher one.',
}

/** Whether the port is free, or answered by a bot that runs already. */
export async function checkPort({ host, port }: Config): Promise<Finding[]> {
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
          next: portAdvice[codeOf(error)] ?? 'Set PORT to another one.',
        },
      ]),
    )
    probe.listen(port, host, () => probe.close(() => resolve([{ name: 'port', ok: true, says: `${host}:${port} is free` }])))
  })
}

/** Whether the bot is reached at the address that it gives to calendar programs. */
export async function checkPublicUrl({ publicUrl, host, port }: Config): Promise<Finding[]> {
  const name = 'public address'
  if (!publicUrl)
    return [{ name, ok: true, says: `PUBLIC_URL is not set: calendars look for tasks at http://${host}:${port}, reached or not` }]
  const health = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(PATIENCE) }).catch(messageOf)
  if (typeof health !== 'string' && health.ok) return [{ name, ok: true, says: `${publicUrl} is answered by a running bot` }]
  const fault = typeof health === 'string' ? health : `HTTP ${health.status}`
  return [
    {
      name,
      ok: false,
      says: `${publicUrl}/healthz is not answered from here (${fault})`,
      next: `Start the bot, and let your proxy pass ${publicUrl} on to ${host}:${port}. If only this machine cannot reach it, try that address elsewhere.`,
    },
  ]
}

const codeOf = (error: NodeJS.ErrnoException) => error.code ?? ''
const messageOf = (error: unknown) =>
  error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code || error.name : String(error)
