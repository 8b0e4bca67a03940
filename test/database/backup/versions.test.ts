import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate, migrationsFolder, restoreBackup, takeBackup } from '../../../src/database/index.ts'
import { readMigrations } from '../../../src/database/migrations.ts'
import { type CreatedDatabase, emptyDatabase } from '../../support/database.ts'
import { quiet } from '../../support/quiet.ts'
import { commandLine, fileIn } from './command.ts'
import { everything, fill, on } from './filled.ts'

const { rapport } = await commandLine()
const place = await mkdtemp(path.join(tmpdir(), 'migrations-'))
const made: CreatedDatabase[] = []
afterAll(async () => {
  for (const one of made) await one.drop()
  await rm(place, { recursive: true })
})

const database = async (): Promise<CreatedDatabase> => {
  const one = await emptyDatabase()
  made.push(one)
  return one
}

const migrated = ({ url }: CreatedDatabase, folder?: string) =>
  migrate({ connection: { connectionString: url }, log: quiet, folder })

/** A program that knows these migrations alone. */
const programOf = async (name: string, wanted: (name: string) => boolean): Promise<string> => {
  const folder = path.join(place, name)
  await mkdir(folder)
  for (const { name } of await readMigrations(migrationsFolder()))
    if (wanted(name)) await cp(path.join(migrationsFolder(), name), path.join(folder, name), { recursive: true })
  return folder
}

// As the tables were before names had words, imports could be taken back, there were roles and teams, there were fields, duplicates were found.
test.each(['20261127090000', '20261127193000', '20261127214000', '20261127224500', '20261127227000'])(
  'a backup of the version before %s comes out as if its database had been updated in place',
  async (before) => {
    const [old, fresh] = [await database(), await database()]
    await migrated(old, await programOf(`before-${before}`, (name) => name < before))
    await fill(old.url, 1, 11)
    const file = fileIn(await rapport({ DATABASE_URL: old.url }, 'backup'))
    expect(await rapport({ DATABASE_URL: fresh.url }, 'restore', file)).toMatchObject({ err: '', code: undefined })
    await migrated(old)
    const updated = await everything(old.url)
    expect(updated.name_words?.length).toBeGreaterThan(0)
    expect(updated['']?.length).toBe((await everything(fresh.url))['']?.length)
    expect(byChance(await everything(fresh.url))).toEqual(byChance(updated))
  },
)

/** What a migration marks to be compared bears ids made by chance. */
const byChance = ({ duplicate_marks, ...rest }: Record<string, string[]>) => ({ ...rest, marked: duplicate_marks?.length })

test('a backup of a newer version is refused, and so is a restore over a newer database; what stands there stands', async () => {
  const newer = path.join(place, 'newer')
  await cp(migrationsFolder(), newer, { recursive: true })
  await mkdir(path.join(newer, '29991231000000_robots'))
  await writeFile(
    path.join(newer, '29991231000000_robots', 'migration.sql'),
    `CREATE TABLE robots (id BIGSERIAL PRIMARY KEY, name TEXT, shout TEXT GENERATED ALWAYS AS (upper(name)) STORED); CREATE TYPE mood AS ENUM ('glad');
     CREATE FUNCTION two() RETURNS INT LANGUAGE sql AS 'SELECT 2'; CREATE VIEW loud AS SELECT shout FROM robots;`,
  )
  const future = await database()
  await migrated(future, newer)
  await on(future.url, (client) => client.query("INSERT INTO robots (name) VALUES ('Marvin'), ('Bender')"))
  const connection = { connectionString: future.url }
  const file = path.join(place, 'future.backup')
  await takeBackup({ connection, file, takenAt: '2999-12-31T00:00:00Z', log: quiet, migrations: newer })

  const present = await database()
  await migrated(present)
  await fill(present.url, 1, 5)
  const before = await everything(present.url)
  const refused = await rapport({ DATABASE_URL: present.url }, 'restore', file, '--yes')
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringMatching(/taken by a newer version of Rapport.*29991231000000_robots/),
  })
  expect(await everything(present.url)).toEqual(before)

  expect((await rapport({ DATABASE_URL: future.url }, 'backup')).err).toContain('The database is newer than this program')
  const good = fileIn(await rapport({ DATABASE_URL: present.url }, 'backup'))
  expect((await rapport({ DATABASE_URL: future.url }, 'restore', good, '--yes')).err).toContain('newer than this program')

  // That version itself puts it back: over what stands, with its sequence, its type, its function and its view.
  await on(future.url, (client) => client.query("DELETE FROM robots; INSERT INTO robots (name) VALUES ('Robby')"))
  await restoreBackup({ connection, file, log: quiet, migrations: newer, overwrite: true })
  await on(future.url, async (client) => {
    await client.query("INSERT INTO robots (name) VALUES ('Robby')")
    expect((await client.query('SELECT id::int, shout FROM robots ORDER BY 1')).rows).toEqual([
      { id: 1, shout: 'MARVIN' },
      { id: 2, shout: 'BENDER' },
      { id: 3, shout: 'ROBBY' },
    ])
  })
})

test('a migration that fails on the rows of a backup leaves what was there', async () => {
  const strict = path.join(place, 'strict')
  await cp(migrationsFolder(), strict, { recursive: true })
  await mkdir(path.join(strict, '29991231000000_strict'))
  await writeFile(
    path.join(strict, '29991231000000_strict', 'migration.sql'),
    'ALTER TABLE members ADD CHECK (length(name) < 3);',
  )
  const acme = await database()
  await migrated(acme)
  await fill(acme.url, 1, 5)
  const file = fileIn(await rapport({ DATABASE_URL: acme.url }, 'backup'))
  const before = await everything(acme.url)
  const connection = { connectionString: acme.url }
  await expect(restoreBackup({ connection, file, log: quiet, migrations: strict, overwrite: true })).rejects.toThrow(
    'check constraint',
  )
  expect(await everything(acme.url)).toEqual(before)
})
