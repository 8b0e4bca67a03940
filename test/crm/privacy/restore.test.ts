import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { eraseDue } from '../../../src/crm/privacy/erasures.ts'
import { listIn, noteErased } from '../../../src/crm/privacy/list.ts'
import { openDatabase } from '../../../src/database/index.ts'
import { start } from '../../../src/main.ts'
import { commandLine, fileIn } from '../../database/backup/command.ts'
import { freshDatabase } from '../../support/database.ts'
import { quiet } from '../../support/quiet.ts'
import { cardOf, rapport as houseOver } from '../../support/rapport.ts'

test('rapport restore: a backup from before an erasure brings nobody back', async () => {
  const { folder, rapport } = await commandLine()
  const database = await freshDatabase()
  const house = await houseOver({ over: database })
  const db = database.prisma
  const ana = house.person('Ana')
  for (const line of [
    'help',
    'add company Acme Corp',
    'add contact Zorvath Quexley at Acme Corp',
    'log Zorvath Quexley: call, wants a quote',
  ])
    await ana.say(line)
  const settings = { DATABASE_URL: String(database.connection.connectionString) }
  const backup = fileIn(await rapport(settings, 'backup'))
  await ana.press(cardOf(await ana.say('erase Zorvath Quexley')), 'Erase for good')
  // This bot kept no list: what the database knows is noted before it is overwritten.
  await eraseDue(db, house.clock.now())
  const list = path.join(folder, 'data', 'backups', 'erased.jsonl')
  expect(existsSync(list)).toBe(false)
  await database.close()
  const { out, err } = await rapport(settings, 'restore', backup, '--yes')
  expect([err, out]).toEqual(['', expect.stringContaining('One person of the backup had been erased since: erased again.')])
  expect(existsSync(list)).toBe(true)
  const restored = await openDatabase({ databaseUrl: settings.DATABASE_URL, dataDir: folder, log: quiet })
  const names = await restored.prisma.contact.findMany({ select: { name: true, archivedAt: true } })
  expect(names).toMatchObject([{ name: '(erased)', archivedAt: expect.any(Date) }])
  expect(JSON.stringify(await restored.prisma.change.findMany())).not.toMatch(/zorvath/i)
  await restored.close()
  // Once more, and there is nobody left to erase but the one of the backup.
  expect((await rapport(settings, 'restore', backup, '--yes')).out).toContain('erased again')
})

test('a backup that was put back by hand: the bot erases again when it starts', async () => {
  const database = await freshDatabase()
  const house = await houseOver({ over: database })
  const ana = house.person('Ana')
  for (const line of ['help', 'add company Acme Corp', 'add contact Zorvath Quexley at Acme Corp']) await ana.say(line)
  const { workspaceId, id } = await database.prisma.contact.findFirstOrThrow({ where: { name: 'Zorvath Quexley' } })
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-start-'))
  await noteErased(listIn(folder), { workspaceId, noun: 'contact', recordId: id })
  const config = readConfig({
    DATABASE_URL: String(database.connection.connectionString),
    PORT: '0',
    BACKUP_AT: 'off',
    BACKUP_DIR: folder,
    DATA_DIR: folder,
  })
  const running = await start(config, { log: quiet, now: house.clock.now })
  const names = async () => (await database.prisma.contact.findMany({ select: { name: true } })).map(({ name }) => name)
  await expect.poll(names, { timeout: 60_000 }).toEqual(['(erased)'])
  await running.stop()
  await rm(folder, { recursive: true })
}, 120_000)
