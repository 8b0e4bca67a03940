import path from 'node:path'
import { expect, test } from 'vitest'
import { examine } from '../../../src/cli/doctor.ts'
import { readConfig } from '../../../src/config.ts'
import { dailyBackup } from '../../../src/crm/backups/daily.ts'
import { noteErased, shareErased } from '../../../src/crm/privacy/list.ts'
import { keptInStore, openStore } from '../../../src/database/index.ts'
import { commandLine } from '../../database/backup/command.ts'
import { everything } from '../../database/backup/filled.ts'
import { emptyDatabase } from '../../support/database.ts'
import { rapport, textOf } from '../../support/rapport.ts'
import { fakeS3 } from '../../support/s3/fake.ts'

const s3 = await fakeS3()
const line = await commandLine()
const house = await rapport()
const { clock, database } = house
const [ana, bo] = [house.person('Ana'), house.person('Bo')]
const errors: object[] = []
const log = { ...house.house.log, error: (facts: object) => void errors.push(facts) }

const botWith = (environment: Record<string, string>) => {
  const { backup } = readConfig({ ...s3.environment, ...environment })
  const store = openStore(backup.s3!)
  const settings = { connection: database.connection, folder: line.folder, store, at: '03:00', zone: 'Europe/Berlin', keep: 2 }
  return dailyBackup({ ...settings, now: clock.now, log })
}
const look = async (bot: ReturnType<typeof botWith>) => {
  await bot.job.run({ db: database.prisma, transaction: house.house.transaction, now: clock.now() })
  await bot.idle()
}
const told = () => ana.inbox.map(textOf).filter((text) => text.includes('backup'))
const names = () => [...s3.objects.keys()].sort()

test('the daily backup goes to the store, the oldest go, and it is listed, tried and restored from there', async () => {
  for (const one of [ana, bo]) await one.say('help')
  await ana.say('add company Acme')
  await ana.say('add contact Wei Zhang at Acme')
  await ana.say('log called Acme, sent the offer')
  await house.delivery.tick()
  s3.objects.set('crm/holiday.jpg', Buffer.from('somebody’s'))
  const bot = botWith({})
  for (const day of [24, 25, 26]) {
    clock.set(`2026-11-${day}T10:00:00+01:00`)
    await look(bot)
  }
  expect(errors).toEqual([])
  expect(names()).toEqual(['crm/holiday.jpg', ...[25, 26].map((day) => `crm/rapport-daily-2026-11-${day}.backup`)])
  const newest = 's3://acme/crm/rapport-daily-2026-11-26.backup'
  expect(await database.prisma.backup.findUnique({ where: { day: '2026-11-26' } })).toMatchObject({ file: newest, fault: null })
  expect(await keptInStore(openStore(readConfig(s3.environment).backup.s3!))).toHaveLength(2)

  const list = await line.rapport(s3.environment, 'backups')
  expect(list.out).toMatch(
    /backups: none\ns3:\/\/acme\/crm\/: 2\n {2}2026-11-26 10:00 +\d+\.\d kB {2}open {6} s3:\S+26\.backup\n/,
  )
  s3.trouble('GET object', 'cut')
  const fresh = await emptyDatabase()
  const environment = { ...s3.environment, DATABASE_URL: fresh.url }
  expect(await line.rapport(environment, 'restore', newest)).toMatchObject({ err: '', out: expect.stringContaining('1 company') })
  const { companies, activities } = await everything(fresh.url)
  expect([companies, activities].map((rows) => rows?.length)).toEqual([1, 1])
  const again = await line.rapport(environment, 'restore', newest)
  expect(again.err).toContain(`rapport restore ${newest} --yes`)

  // What was asked for goes there too, and is told from what was not kept whole.
  const asked = await line.rapport({ ...environment, BACKUP_PASSPHRASE: 'correct horse' }, 'backup', '--to', 's3')
  const address = /^(s3:\S+\.backup):.* encrypted/.exec(asked.out)![1]!
  expect(asked.out).toContain(`rapport verify ${address}`)
  const wrong = await line.rapport({ ...environment, BACKUP_PASSPHRASE: 'correct house' }, 'verify', address)
  expect(wrong.err).toContain(`does not open ${address}`)
  expect((await line.rapport({ ...environment, BACKUP_PASSPHRASE: 'correct horse' }, 'verify', address)).out).toContain(
    `${address} is good: it is whole, and was restored`,
  )
  expect((await line.rapport(environment, 'verify', 's3://acme/crm/none.backup')).err).toContain('has nothing under that name')
  expect((await line.rapport({}, 'backup', '--to', 's3')).err).toContain('BACKUP_S3 is not set')
  await fresh.drop()
}, 120_000)

test('a key that is refused is told to the admins in words; a store that is away for an hour is not', async () => {
  clock.set('2026-11-27T10:00:00+01:00')
  await look(botWith({ BACKUP_S3_SECRET: 'other' }))
  clock.pass({ minutes: 15 })
  await house.delivery.tick()
  expect(errors).toMatchObject([{ reason: 'refused' }])
  expect(told()).toEqual([
    expect.stringMatching(/could not be taken\nThe store of the backups refuses the key.*\n.*newest good backup: yesterday/),
  ])
  expect(bo.inbox.map(textOf).filter((text) => text.includes('backup'))).toEqual([])

  const closed = await fakeS3()
  await closed.stop()
  for (const [hours, tellings] of [
    [48, 1],
    [2, 1],
    [2, 2],
  ] as const) {
    clock.pass({ hours })
    await look(botWith(closed.environment))
    clock.pass({ minutes: 15 })
    await house.delivery.tick()
    expect(told()).toHaveLength(tellings)
  }
  expect(told().at(-1)).toContain('does not answer')
  clock.pass({ hours: 1 })
  await look(botWith({}))
  expect(names()).toContain('crm/rapport-daily-2026-11-29.backup')
}, 60_000)

test('who was erased is known beside the backups too, and a restore on a new machine erases them again', async () => {
  const [there] = await database.prisma.contact.findMany()
  const list = path.join(line.folder, 'elsewhere', 'erased.jsonl')
  const store = openStore(readConfig(s3.environment).backup.s3!)
  const erased = { workspaceId: there!.workspaceId, noun: 'contact', recordId: there!.id } as const
  await noteErased(list, erased)
  await shareErased(list, store)
  await shareErased(list, store)
  expect(s3.objects.get('crm/erased.jsonl')?.toString()).toBe(`${JSON.stringify(erased)}\n`)
  const fresh = await emptyDatabase()
  const done = await line.rapport(
    { ...s3.environment, DATABASE_URL: fresh.url },
    ...['restore', 's3://acme/crm/rapport-daily-2026-11-29.backup'],
  )
  expect(done).toMatchObject({
    err: '',
    out: expect.stringContaining('One person of the backup had been erased since: erased again.'),
  })
  expect((await everything(fresh.url)).contacts?.join()).not.toContain('Wei')
  await fresh.drop()
}, 60_000)

test('the doctor writes, lists and reads, and says what is wrong', async () => {
  const found = async (more: Record<string, string>) => {
    const environment = { ...s3.environment, DATA_DIR: line.folder, PORT: '0', DEFAULT_TIME_ZONE: 'Europe/Berlin', ...more }
    const findings = await examine(environment, clock.now())
    return findings.filter(({ name }) => ['backups', 'clock'].includes(name)).map(({ ok, says }) => `${ok ? '✓' : '✗'} ${says}`)
  }
  expect(await found({})).toEqual([
    expect.stringMatching(
      /^✓ the newest is of 2026-11-29 .* old, .*into s3:\/\/acme\/crm\/, which can be written, listed and read$/,
    ),
  ])
  expect(names().filter((name) => name.includes('doctor'))).toEqual([])
  expect(await found({ BACKUP_S3_KEY: 'other' })).toEqual([expect.stringMatching(/^✗ .*does not know the key/)])
  s3.clock.ahead = -30 * 60_000
  expect(await found({})).toEqual([expect.stringMatching(/^✓/), expect.stringMatching(/^✗ .*30 minutes earlier/)])
  expect((await examine({ BACKUP_S3: 'acme', BACKUP_S3_KEY: 'x' }, clock.now())).map(({ says }) => says)).toEqual([
    'BACKUP_S3 must name a bucket: s3://bucket, or s3://bucket/folder',
    'BACKUP_S3_KEY needs BACKUP_S3_SECRET beside it',
  ])
})
