import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { serverAt } from '../../src/database/connect.ts'
import { DatabaseError, openDatabase, rows } from '../../src/database/index.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

const database = await freshDatabase()
const { prisma } = database

const open = (databaseUrl: string, patience = 300) => openDatabase({ databaseUrl, dataDir: '', log: quiet, patience })

const faultOf = async (opening: Promise<unknown>): Promise<{ fault: string; message: string }> => {
  const error = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DatabaseError)) throw new Error(`no such fault: ${error}`)
  return error
}

describe('a database that was opened', () => {
  test('has the tables, and no rows', async () => {
    expect(await prisma.workspace.count()).toBe(0)
    expect(database.embedded).toBe(false)
    expect(await database.health()).toMatchObject({ ok: true })
  })

  test('answers plain SQL, outside and inside a transaction', async () => {
    const sql = 'SELECT $1::text AS name, $2::timestamptz AS at'
    const expected = [{ name: 'Acme Corp', at: new Date('2026-03-08T07:30:00Z') }]
    expect(await rows(prisma, sql, ['Acme Corp', '2026-03-08T02:30:00-05:00'])).toEqual(expected)
    expect(await prisma.$transaction((tx) => rows(tx, sql, ['Acme Corp', '2026-03-08T02:30:00-05:00']))).toEqual(expected)
  })

  test('loses its connections and works again', async () => {
    const client = new pg.Client({ ...database.connection, application_name: 'the hand of fate' })
    await client.connect()
    await prisma.workspace.count()
    const killed = await client.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'rapport' AND datname = current_database()",
    )
    await client.end()
    expect(killed.rowCount).toBeGreaterThan(0)
    await expect.poll(() => prisma.workspace.count().catch(() => 'not yet')).toBe(0)
    expect(await database.health()).toMatchObject({ ok: true })
  })

  test('stores the instant it was given by a process that lives in New York', async () => {
    const script = fileURLToPath(new URL('./write-an-instant.ts', import.meta.url))
    const url = connectionUrl()
    const written = spawnSync(process.execPath, ['--import', 'tsx', script, url], {
      env: { ...process.env, TZ: 'America/New_York', PGTZ: 'America/New_York' },
      encoding: 'utf8',
    })
    expect(written.stderr).toBe('')
    const [workspace] = await rows(prisma, `SELECT extract(epoch FROM "createdAt")::int AS seconds FROM workspaces`)
    expect(workspace).toEqual({ seconds: Date.UTC(2026, 2, 8, 7, 30) / 1000 })
    expect((await prisma.workspace.findFirstOrThrow()).createdAt).toEqual(new Date('2026-03-08T07:30:00Z'))
  })
})

describe('an address', () => {
  test('keeps its own options beside the time zone', async () => {
    const created = await emptyDatabase()
    const other = await open(`${created.url}&options=-c%20search_path%3Dpg_catalog%20-c%20timezone%3DAsia%2FTokyo`)
    const asked = 'SELECT current_setting($1) AS path, current_setting($2) AS zone'
    expect(await rows(other.prisma, asked, ['search_path', 'TimeZone'])).toEqual([{ path: 'pg_catalog', zone: 'UTC' }])
    await other.close()
    await created.drop()
  })

  test('that is none is refused, without its password', async () => {
    for (const url of ['mysql://ana:secret@localhost/crm', 'localhost:5432', 'postgresql://ana:secret@local host:x/crm']) {
      const error = await faultOf(open(url))
      expect(error).toMatchObject({ fault: 'refused', message: expect.stringContaining('DATABASE_URL is not an address') })
      expect(error.message).not.toContain('secret')
    }
  })

  test('may leave the host to a parameter', () => {
    expect(serverAt('postgresql://ana@/crm?host=/run/postgresql')).toEqual({
      connectionString: 'postgresql://ana@/crm?host=/run/postgresql',
    })
  })

  test('of a database that does not exist is refused at once', async () => {
    const { host, port, user } = inject('server')
    const nowhere = `postgresql:///nowhere?${new URLSearchParams({ host, port: String(port), user })}`
    expect(await faultOf(open(nowhere, 60_000))).toMatchObject({
      fault: 'refused',
      message: expect.stringContaining('CREATE DATABASE'),
    })
  })

  test('where nobody answers is told once patience has ended', async () => {
    const port = await closedPort()
    expect(await faultOf(open(`postgresql://ana:secret@127.0.0.1:${port}/crm`))).toMatchObject({
      fault: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

const connectionUrl = () => String(database.connection.connectionString)

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
