import { afterEach, expect, test } from 'vitest'
import { gathered, inTransaction } from '../../src/database/index.ts'
import { freshDatabase } from '../support/database.ts'

const { prisma, pool } = await freshDatabase()
const WORKSPACE = '01900000-0000-7000-8000-000000000001'
await pool.query(`INSERT INTO workspaces (id, name, "timeZone", locale) VALUES ($1, 'W', 'UTC', 'en')`, [WORKSPACE])

type Asks = Pick<typeof prisma, '$queryRawUnsafe'>
const settings = async (db: Asks) => {
  const found = await db.$queryRawUnsafe<{ options: string[] }[]>(
    `SELECT reloptions AS options FROM pg_class WHERE relname ~ '^(companies|contacts)_(name_tokens|search_name_trgm|reach|words)$' AND relkind = 'i'`,
  )
  return [found.length, new Set(found.map(({ options }) => options.join()))]
}
const add = (name: string) =>
  `INSERT INTO contacts ("workspaceId", id, name, "searchName", "nameTokens", emails, "createdById", "createdAt", "updatedAt")
    SELECT '${WORKSPACE}', gen_random_uuid(), n, n, ARRAY[n], ARRAY[n || '@example.com'], gen_random_uuid(), now(), now() FROM (SELECT '${name}' || g AS n FROM generate_series(1, 300) g) x`
const found = async (name: string) => {
  const client = await pool.connect()
  await client.query('SET enable_seqscan = off')
  const { rows } = await client.query(
    `SELECT id FROM contacts WHERE "workspaceId" = '${WORKSPACE}' AND "nameTokens" @> ARRAY['${name}7'] AND "searchName" %> '${name}7'`,
  )
  await client.query('RESET enable_seqscan')
  client.release()
  return rows.length
}
const USUAL = [8, new Set(['fastupdate=off'])]
afterEach(async () => expect(await settings(prisma)).toEqual(USUAL))

test('what is gathered is found at the end; nobody else sees the setting', async () => {
  await inTransaction(prisma, (tx) =>
    gathered(tx, async () => {
      await tx.$executeRawUnsafe(add('anna'))
      expect(await settings(tx)).not.toEqual(USUAL)
      expect(await settings(prisma)).toEqual(USUAL)
    }),
  )
  expect(await found('anna')).toBe(1)
})

test('two at once follow each other; one that fails leaves nothing behind', async () => {
  const both = ['bert', 'carl'].map((name) =>
    inTransaction(prisma, (tx) => gathered(tx, () => tx.$executeRawUnsafe(add(name))), { timeout: 30_000 }),
  )
  await Promise.all(both)
  const failed = inTransaction(prisma, (tx) =>
    gathered(tx, async () => {
      await tx.$executeRawUnsafe(add('dora'))
      throw new Error('no')
    }),
  )
  await expect(failed).rejects.toThrow('no')
  expect(await Promise.all(['bert', 'carl', 'dora'].map(found))).toEqual([1, 1, 0])
})

test('whoever does not own the indexes goes on without', async () => {
  await inTransaction(prisma, async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL ROLE pg_read_all_data')
    await gathered(tx, () => settings(tx).then((now) => expect(now).toEqual(USUAL)))
  })
})
