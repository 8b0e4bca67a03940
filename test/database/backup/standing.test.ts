import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate, openDatabase } from '../../../src/database/index.ts'
import { emptyDatabase } from '../../support/database.ts'
import { quiet } from '../../support/quiet.ts'
import { commandLine, fileIn } from './command.ts'
import { everything, fill, on } from './filled.ts'

const { folder, rapport } = await commandLine()

test('what stands is not overwritten unasked; when it is, it is backed up first, and can be had back', async () => {
  const acme = await emptyDatabase()
  const environment = { DATABASE_URL: acme.url }
  await migrate({ connection: { connectionString: acme.url }, log: quiet })
  await fill(acme.url, 1, 2)
  const file = fileIn(await rapport(environment, 'backup'))
  const then = await everything(acme.url)
  await fill(acme.url, 3, 5)
  const later = await everything(acme.url)

  const refused = await rapport(environment, 'restore', file)
  expect(refused).toMatchObject({ out: '', code: 1 })
  expect(refused.err).toContain(
    'Something stands in that database: 5 workspaces, 5 members, 5 companies, 5 contacts, 5 activities, 5 tasks',
  )
  expect(refused.err).toMatch(
    /To put the backup of 2026-11-27 13:01, 2 workspaces.* in its place, type:\n {2}rapport restore \S+ --yes\n/,
  )
  expect(await everything(acme.url)).toEqual(later)

  const bot = new pg.Client({ connectionString: acme.url, application_name: 'rapport' })
  await bot.connect()
  expect((await rapport(environment, 'restore', file, '--yes')).err).toContain(
    'A bot is working on that database. Stop it first.',
  )
  await bot.end()

  const done = await rapport(environment, 'restore', file, '--yes')
  expect(done.out).toMatch(/^Restored: 2026-11-27 13:01, 2 workspaces/)
  expect(await everything(acme.url)).toEqual(then)
  const kept = /is in (\S+before-restore\S+\.backup): 5 workspaces/.exec(done.out)![1]!
  await rapport(environment, 'restore', kept, '--yes')
  expect(await everything(acme.url)).toEqual(later)

  // A backup that does not open takes nothing away, and asks for no other.
  const locked = fileIn(await rapport({ ...environment, BACKUP_PASSPHRASE: 'correct horse' }, 'backup'))
  const before = await readdir(path.dirname(locked))
  expect((await rapport(environment, 'restore', locked, '--yes')).err).toContain('is encrypted')
  expect(await readdir(path.dirname(locked))).toEqual(before)

  // Where it cannot be backed up, it is not overwritten.
  await writeFile(path.join(folder, 'file'), '')
  const nowhere = { ...environment, BACKUP_DIR: path.join(folder, 'file', 'backups') }
  expect((await rapport(nowhere, 'restore', file, '--yes')).err).toMatch(
    /No backup can be written into .*file\/backups.*BACKUP_DIR/,
  )
  expect(await everything(acme.url)).toEqual(later)
  await acme.drop()
})

test('what somebody else keeps beside our tables is left alone; what stands on them forbids the restore, and is named', async () => {
  const acme = await emptyDatabase()
  const environment = { DATABASE_URL: acme.url }
  await migrate({ connection: { connectionString: acme.url }, log: quiet })
  await fill(acme.url, 1, 2)
  await on(acme.url, (client) =>
    client.query('CREATE TABLE guests AS SELECT 1 AS one; CREATE FUNCTION own() RETURNS INT LANGUAGE sql AS $$ SELECT 1 $$'),
  )
  const file = fileIn(await rapport(environment, 'backup'))
  expect((await rapport(environment, 'restore', file, '--yes')).code).toBeUndefined()
  await on(acme.url, async (client) => {
    expect((await client.query('SELECT one, own() FROM guests')).rows).toEqual([{ one: 1, own: 1 }])
    await client.query('CREATE VIEW report AS SELECT count(*) FROM tasks')
  })
  const before = await everything(acme.url)
  const refused = await rapport(environment, 'restore', file, '--yes')
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/failed and was taken back: cannot drop/) })
  expect(await everything(acme.url)).toEqual(before)
  await acme.drop()
})

// It makes two clusters.
test('from the embedded database to a server and back, while the bot is stopped; a backup is taken while it runs, too', async () => {
  const server = await emptyDatabase()
  await migrate({ connection: { connectionString: server.url }, log: quiet })
  await fill(server.url, 1, 3)
  const before = await everything(server.url)
  const there = await rapport({}, 'move', '--from', server.url)
  expect(there.out).toMatch(/^Moved, and counted again on the other side: 3 workspaces, 3 members/)
  expect((await rapport({}, 'move', '--to', server.url)).err).toContain('Something stands in that database: 3 workspaces')
  const back = await emptyDatabase()
  expect((await rapport({}, 'move', '--to', back.url)).out).toContain('Set DATABASE_URL to that server and start the bot')
  expect(await everything(back.url)).toEqual(before)

  const bot = await openDatabase({ dataDir: path.join(folder, 'data'), log: quiet })
  const beside = await rapport({}, 'backup')
  expect(beside.out).toContain('3 workspaces')
  expect((await rapport({}, 'restore', fileIn(beside), '--yes')).err).toContain('is using the data folder')
  await bot.close()

  const good = await rapport({}, 'verify', fileIn(beside))
  expect(good.out).toMatch(
    /is good: it is whole, and was restored into a PostgreSQL made for that\.\n {2}2026-11-27 \d\d:\d\d, 3 workspaces/,
  )
  // Beside backups may lie who was erased, and nothing that was not finished.
  const others = (await readdir(path.join(folder, 'data', 'backups'))).filter((name) => !name.endsWith('.backup'))
  expect(others.filter((name) => name !== 'erased.jsonl')).toEqual([])
  await back.drop()
  await server.drop()
}, 120_000)
