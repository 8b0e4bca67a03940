import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseError, migrate, migrationsFolder } from '../../src/database/index.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { type CreatedDatabase, emptyDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

let database: CreatedDatabase
let folder: string
let client: pg.Client

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  client = new pg.Client(database.url)
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const write = async (name: string, sql: string) => {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

const run = () => migrate({ connection: { connectionString: database.url }, log: quiet, folder })

const refusal = async (): Promise<DatabaseError> => {
  const error = await run().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DatabaseError)) throw new Error(`was not refused: ${error}`)
  expect(error.fault).toBe('migration')
  return error
}

const history = async () =>
  (await client.query('SELECT * FROM _prisma_migrations ORDER BY started_at')).rows as Record<string, unknown>[]

describe('migrations', () => {
  test('are applied in order, and once', async () => {
    await write('2_second', 'ALTER TABLE customers ADD COLUMN phone TEXT;')
    await write('1_first', 'CREATE TABLE customers (name TEXT);')
    expect(await run()).toEqual(['1_first', '2_second'])
    expect(await run()).toEqual([])
    await client.query("INSERT INTO customers (name, phone) VALUES ('Acme Corp', '+1')")
  })

  test('are applied once when three bots start together', async () => {
    await write('1_first', 'CREATE TABLE customers (name TEXT); SELECT pg_sleep(0.2);')
    await write('2_second', "INSERT INTO customers VALUES ('Acme Corp');")
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.flat().sort()).toEqual(['1_first', '2_second'])
    expect((await client.query('SELECT * FROM customers')).rowCount).toBe(1)
    expect(await history()).toHaveLength(2)
  })

  test('keep Prisma’s books', async () => {
    await write('1_first', 'SELECT 1;')
    await run()
    expect(await history()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: '17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a',
        migration_name: '1_first',
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        rolled_back_at: null,
        logs: null,
        applied_steps_count: 1,
      },
    ])
  })

  test('may hold functions with semicolons in their bodies', async () => {
    await write(
      '1_first',
      `CREATE FUNCTION twice(n INT) RETURNS INT AS $$ BEGIN n := n * 2; RETURN n; END; $$ LANGUAGE plpgsql;
       DO $body$ BEGIN PERFORM twice(1); PERFORM 'a;b'; END $body$;`,
    )
    await run()
    expect((await client.query('SELECT twice(21) AS n')).rows).toEqual([{ n: 42 }])
  })

  test('that were edited are refused', async () => {
    await write('1_first', 'CREATE TABLE customers (name TEXT);')
    await run()
    await write('1_first', 'CREATE TABLE customers (name VARCHAR);')
    expect((await refusal()).message).toContain('1_first was edited')
  })

  test('with the line endings of Windows are not taken for edited', async () => {
    await write('1_first', 'CREATE TABLE customers\n(name TEXT);\n')
    await run()
    await write('1_first', 'CREATE TABLE customers\r\n(name TEXT);\r\n')
    expect(await run()).toEqual([])
  })

  test('that this program does not know mean that the database is newer', async () => {
    await write('1_first', 'SELECT 1;')
    await write('9_future', 'SELECT 9;')
    await run()
    await rm(join(folder, '9_future'), { recursive: true })
    await write('2_mine', 'CREATE TABLE mine ();')
    expect((await refusal()).message).toContain('newer than this program: it has the migration 9_future')
    expect((await client.query("SELECT to_regclass('mine') AS mine")).rows).toEqual([{ mine: null }])
  })

  test('that fail are taken back and told, those before them stay, and mended they run', async () => {
    await write('1_first', 'CREATE TABLE customers (name TEXT);')
    await write('2_second', 'CREATE TABLE half (n INT); SELECT nonsense;')
    const error = await refusal()
    expect(error.message).toContain('2_second failed and was taken back: column "nonsense" does not exist')
    expect((await client.query("SELECT to_regclass('half') AS half, to_regclass('customers')::text AS customers")).rows).toEqual([
      { half: null, customers: 'customers' },
    ])
    expect((await history())[1]).toMatchObject({
      migration_name: '2_second',
      finished_at: null,
      rolled_back_at: expect.any(Date),
      logs: 'column "nonsense" does not exist',
    })
    await write('2_second', 'CREATE TABLE half (n INT);')
    expect(await run()).toEqual(['2_second'])
  })

  test('that Prisma’s command line left half done are refused', async () => {
    await write('1_first', 'SELECT 1;')
    await run()
    await client.query('UPDATE _prisma_migrations SET finished_at = NULL')
    expect((await refusal()).message).toContain('not finished')
  })

  test('of the program itself are found', async () => {
    expect((await readMigrations(migrationsFolder())).map(({ name }) => name)).toContain('20261124120000_first')
  })
})
