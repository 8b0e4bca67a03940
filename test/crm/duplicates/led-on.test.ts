import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { cardOf, type Person, rapport, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  for (const name of ['Old One', 'Older Two', 'Winner Three', 'Apart Four']) await ana.command(`add company ${name}`)
})

const db = () => house.database.prisma
const idOf = async (name: string) => (await db().company.findFirstOrThrow({ where: { name } })).id
const merge = async (from: string, into: string) =>
  cardOf(await ana.press(cardOf(await ana.command(`merge ${from} into ${into}`)), 'Merge'))

const INSERT = `INSERT INTO contacts ("workspaceId", id, "companyId", name, "searchName", "nameTokens", emails, phones, "updatedAt")
  SELECT w.id, gen_random_uuid(), r.company, r.name, lower(r.name), ARRAY[lower(r.name)], '{}', '{}', now()
  FROM workspaces w, unnest($1::uuid[], $2::text[]) r(company, name)`

/** Where people of these names are. */
const places = async (...names: string[]) => {
  const found = await db().contact.findMany({ where: { name: { in: names } }, include: { company: true } })
  return names.map((name) => found.find((one) => one.name === name)?.company?.name)
}

test('people who are written at companies that were merged are at the one that stayed, through a chain too; others stay where they are', async () => {
  await merge('Old One', 'Older Two')
  const last = await merge('Older Two', 'Winner Three')
  const ids = [await idOf('Old One'), await idOf('Older Two'), await idOf('Apart Four'), null]
  await house.database.pool.query(INSERT, [ids, ['Ada', 'Ben', 'Cyd', 'Dan']])
  expect(await places('Ada', 'Ben', 'Cyd', 'Dan')).toEqual(['Winner Three', 'Winner Three', 'Apart Four', undefined])
  // Through Prisma, and by an answer that still shows the old company.
  await ana.ask({ kind: 'options', operation: 'add contact', values: { name: 'Eve Adams', company: `company:${ids[0]}` } })
  expect(await places('Eve Adams')).toEqual(['Winner Three'])
  // Taken back, it is a place of its own again; who came meanwhile stays with the one that stayed.
  await ana.press(last, 'Undo')
  await house.database.pool.query(INSERT, [[ids[1]], ['Fay']])
  expect(await places('Fay', 'Ben')).toEqual(['Older Two', 'Winner Three'])
})

test('who is written while the merge goes on waits for it, and is led on', async () => {
  await ana.command('add company Going Now')
  await ana.command('add company Staying Here')
  const [from, into] = [await idOf('Going Now'), await idOf('Staying Here')]
  const merging = new pg.Client(house.database.connection)
  const writing = new pg.Client(house.database.connection)
  await Promise.all([merging.connect(), writing.connect()])
  try {
    await merging.query('BEGIN')
    await merging.query('SELECT FROM companies WHERE id = ANY($1) ORDER BY id FOR UPDATE', [[from, into]])
    await merging.query('UPDATE companies SET "mergedIntoId" = $2, "archivedAt" = now() WHERE id = $1', [from, into])
    const { rows } = await writing.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const written = writing.query(INSERT, [[from], ['Gil']])
    const waits = async () =>
      (await house.database.pool.query('SELECT FROM pg_locks WHERE pid = $1 AND NOT granted', [rows[0]!.pid])).rowCount
    while (!(await waits()));
    await merging.query('COMMIT')
    await written
    expect(await places('Gil')).toEqual(['Staying Here'])
  } finally {
    await Promise.all([merging.end(), writing.end()])
  }
})
