import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type OpenDatabase, type OpenOptions, openDatabase } from '../../src/database/index.ts'
import { quiet } from './quiet.ts'

/**
 * A database of this test file's own, with all tables and no rows, opened as the bot opens it; closed and dropped after the file's last test.
 * Call it at the top of the file: `const { prisma } = await freshDatabase()`.
 */
export async function freshDatabase(options: Partial<OpenOptions> = {}): Promise<OpenDatabase> {
  const { url, drop } = await createDatabase(inject('server').database)
  const database = await openDatabase({ databaseUrl: url, dataDir: '', log: quiet, ...options })
  afterAll(async () => {
    await database.close()
    await drop()
  })
  return database
}

/** A database with nothing in it, not opened; to be dropped by whoever made it. */
export const emptyDatabase = (): Promise<CreatedDatabase> => createDatabase('template1')

export interface CreatedDatabase {
  name: string
  url: string
  drop: () => Promise<void>
}

async function createDatabase(template: string): Promise<CreatedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // Two copies of one template at a time get in each other's way.
  await onServer(`SELECT pg_advisory_lock(1)`, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { name, url: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ ...inject('server'), database: 'postgres' })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const { host, port, user, password } = inject('server')
  return `postgresql:///${database}?${new URLSearchParams({ host, port: String(port), user, password })}`
}
