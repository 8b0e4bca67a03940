import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { dueDay } from '../../../src/crm/backups/backups.ts'
import { type DailyBackup, type DailySettings, dailyBackup } from '../../../src/crm/backups/daily.ts'
import { keptIn, rotate } from '../../../src/database/index.ts'
import { Clock, rapport, textOf } from '../../support/rapport.ts'

const house = await rapport()
const { clock, database } = house
const [ana, bo] = [house.person('Ana'), house.person('Bo')]
const place = await mkdtemp(path.join(tmpdir(), 'rapport-daily-'))
afterAll(() => rm(place, { recursive: true }))

let folder: string
const errors: object[] = []
const log = { ...house.house.log, error: (facts: object) => void errors.push(facts) }
const daily = (more: Partial<DailySettings> = {}): DailyBackup =>
  dailyBackup({
    ...{ connection: database.connection, folder, at: '03:00', zone: 'Europe/Berlin', keep: 3, now: clock.now, log },
    ...more,
  })
const look = async (...bots: DailyBackup[]) => {
  await Promise.all(
    bots.map((bot) => bot.job.run({ db: database.prisma, transaction: house.house.transaction, now: clock.now() })),
  )
  await Promise.all(bots.map((bot) => bot.idle()))
}
const files = async () => (await readdir(folder).catch(() => [])).sort()

beforeEach(async () => {
  folder = await mkdtemp(path.join(place, 'backups-'))
  await database.prisma.backup.deleteMany()
  errors.length = 0
  clock.set('2026-11-24T10:00:00+01:00')
})

test('nothing is backed up while nobody has used the bot; then once a day, at the hour of the bot’s zone', async () => {
  const bot = daily()
  await look(bot)
  expect(await files()).toEqual([])
  for (const one of [ana, bo]) await one.say('help')
  await house.delivery.tick()
  // It was down at three, or is new: the day's backup is made up for.
  await look(bot)
  expect(await files()).toEqual(['rapport-daily-2026-11-24.backup'])
  clock.set('2026-11-25T02:59:00+01:00')
  await look(bot)
  expect(await files()).toHaveLength(1)
  clock.set('2026-11-25T03:00:00+01:00')
  await look(bot)
  await look(bot)
  expect(await files()).toEqual(['rapport-daily-2026-11-24.backup', 'rapport-daily-2026-11-25.backup'])
  expect((await keptIn(folder))[0]?.header).toMatchObject({ takenAt: '2026-11-25T02:00:00Z', workspaces: 1 })
  expect(await database.prisma.backup.findMany({ orderBy: { day: 'asc' } })).toMatchObject([
    { day: '2026-11-24', attempts: 1, fault: null },
    {
      day: '2026-11-25',
      attempts: 1,
      fault: null,
      finishedAt: new Date('2026-11-25T02:00:00Z'),
      file: expect.stringContaining(folder),
    },
  ])
})

test('the night the clocks change has one, at an hour that there is', () => {
  const at = (now: string) => {
    const one = new Clock()
    one.set(now)
    return dueDay(one.now(), { at: '02:30', zone: 'Europe/Berlin' }).toString()
  }
  // 02:30 is not: 03:30 stands for it. Later 02:30 is twice: the first counts.
  expect([at('2026-03-29T01:59:00+01:00'), at('2026-03-29T03:29:00+02:00'), at('2026-03-29T03:30:00+02:00')]).toEqual([
    '2026-03-28',
    '2026-03-28',
    '2026-03-29',
  ])
  expect([at('2026-10-25T02:29:00+02:00'), at('2026-10-25T02:30:00+02:00'), at('2026-10-25T02:30:00+01:00')]).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-25',
  ])
})

test('of two bots on one database one takes it, also while the other is still at it', async () => {
  const theirs = await mkdtemp(path.join(place, 'theirs-'))
  await look(daily(), daily({ folder: theirs }))
  expect((await files()).length + (await readdir(theirs)).length).toBe(1)
})

test('the newest ones are kept, and the newest good one whatever its age; what was asked for is never removed', async () => {
  const bot = daily()
  await writeFile(path.join(folder, 'rapport-2026-01-01T000000.backup'), 'asked for')
  await writeFile(path.join(folder, 'rapport-daily-2026-11-20.backup.unfinished'), 'of a run that was killed')
  for (let day = 24; day <= 28; day++) {
    clock.set(`2026-11-${day}T03:00:00+01:00`)
    await look(bot)
  }
  const kept = ['rapport-2026-01-01T000000.backup', ...['26', '27', '28'].map((day) => `rapport-daily-2026-11-${day}.backup`)]
  expect(await files()).toEqual(kept)
  // The disk spoils the newer ones.
  for (const day of ['27', '28']) await writeFile(path.join(folder, `rapport-daily-2026-11-${day}.backup`), 'spoilt')
  expect(await rotate(folder, 1)).toEqual(['rapport-daily-2026-11-27.backup'])
  await writeFile(path.join(folder, 'rapport-daily-2026-11-26.backup'), 'spoilt')
  expect(await rotate(folder, 1)).toEqual([])
})

test('a folder that cannot be written is told to the admins, once a day, and the log; when it can, all is well', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  const bot = daily({ folder: path.join(file, 'backups') })
  const told = () => ana.inbox.map(textOf).filter((text) => text.includes('backup'))
  for (const hour of ['10', '11', '12']) {
    clock.set(`2026-11-24T${hour}:00:00+01:00`)
    await look(bot)
    await look(bot)
    clock.pass({ minutes: 15 })
    await house.delivery.tick()
  }
  expect(errors).toHaveLength(3)
  expect(errors[0]).toMatchObject({
    reason: 'unwritable',
    error: { message: expect.stringContaining('set BACKUP_DIR to one that can be written') },
  })
  expect(told()).toEqual([
    'The daily backup could not be taken\nThe folder of the backups cannot be written. Give it to the user who runs the bot, or set BACKUP_DIR to another one.\nIt is tried again every hour. There is no daily backup yet.',
  ])
  expect(bo.inbox.map(textOf).filter((text) => text.includes('backup'))).toEqual([])
  clock.set('2026-11-25T11:00:00+01:00')
  await look(bot)
  clock.pass({ minutes: 15 })
  await house.delivery.tick()
  expect(told()).toHaveLength(2)
  clock.pass({ hours: 1 })
  await look(daily())
  expect(await files()).toEqual(['file', 'rapport-daily-2026-11-25.backup'])
  expect(await database.prisma.backup.findMany({ where: { day: '2026-11-25' } })).toMatchObject([{ attempts: 2, fault: null }])
})

test('a bot that stops breaks it off, leaves nothing behind, and it is taken at the next start', async () => {
  const bot = daily()
  await bot.job.run({ db: database.prisma, transaction: house.house.transaction, now: clock.now() })
  await bot.stop()
  expect(await files()).toEqual([])
  expect(errors).toEqual([])
  await look(daily())
  expect(await files()).toEqual(['rapport-daily-2026-11-24.backup'])
})

test('a disk that is nearly full is left to the database: no backup, and the log says what to do', async () => {
  await look(daily({ room: async () => 1_000_000 }))
  expect(await files()).toEqual([])
  expect(errors).toMatchObject([
    { reason: 'full', error: { message: expect.stringContaining('set BACKUP_DIR to another disk') } },
  ])
})

test('while another bot is still at it, however long, nobody begins a second one', async () => {
  const other = await database.pool.connect()
  await other.query(`BEGIN; SELECT pg_advisory_xact_lock(${0x6261636b})`)
  await look(daily())
  await other.query('COMMIT')
  other.release()
  expect([await files(), errors]).toEqual([[], []])
  clock.pass({ hours: 1 })
  await look(daily())
  expect(await files()).toHaveLength(1)
})
