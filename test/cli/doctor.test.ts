import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '../../src/cli/doctor.ts'
import { boxOf } from '../../src/crm/grants/box.ts'
import { grantsOf } from '../../src/crm/grants/grants.ts'
import { takeBackup } from '../../src/database/index.ts'
import { freshDatabase } from '../support/database.ts'
import { fakeDiscord } from '../support/discord/index.ts'
import { temporaryFolder } from '../support/playground/playground.ts'
import { quiet } from '../support/quiet.ts'

const database = await freshDatabase()
const now = Temporal.Now.instant()
let place: Awaited<ReturnType<typeof temporaryFolder>>
let other: Server
let taken: number

beforeAll(async () => {
  place = await temporaryFolder()
  other = createServer((_, response) => response.writeHead(404).end())
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  taken = (other.address() as AddressInfo).port
})
afterAll(async () => {
  other.close()
  await place.remove()
})

const found = async (environment: NodeJS.ProcessEnv, at = now) => {
  const findings = await examine({ DATA_DIR: place.folder, PORT: '0', ...environment }, at)
  return findings
    .map(({ name, ok, says, next }) => `${ok ? '✓' : '✗'} ${name}: ${says}${ok || !next ? '' : ` → ${next}`}`)
    .join('\n')
}
const elsewhere = (change: (url: URL) => void) => {
  const url = new URL(String(database.connection.connectionString))
  change(url)
  return url.href
}

test('on a fresh machine everything is well, and nothing is asked for', async () => {
  expect(await found({})).toMatch(
    /^✓ settings.*\n✓ data folder.*\n✓ backups: none yet; daily at 03:00, into .*backups, which can be written\n✓ port.*\n✓ public address: PUBLIC_URL is not set.*\n✓ Slack: not used.*\n✓ Discord: not used.*$/,
  )
  expect(await found({ DATABASE_URL: String(database.connection.connectionString) })).toMatch(/✓ database: PostgreSQL \d+/)
})

test('every variable that is wrong is named at once', async () => {
  const said = await found({ PORT: '70000', DATABASE_URL: 'postgresql://u@h:x/y', DEFAULT_TIME_ZONE: 'Mars' })
  expect(said).toMatch(/✗ settings: PORT must be 65535 or less/)
  expect(said).toMatch(/✗ settings: DATABASE_URL is no address; it looks like this/)
  expect(said).toMatch(/✗ settings: DEFAULT_TIME_ZONE is not a time zone/)
})

test('a folder that cannot be one, a port that is taken, a host that is not ours: each with the next step', async () => {
  const file = path.join(place.folder, 'file')
  writeFileSync(file, '')
  expect(await found({ DATA_DIR: path.join(file, 'data') })).toMatch(/✗ data folder: .* cannot be written.* → .*set DATA_DIR/)
  expect(await found({ PORT: String(taken) })).toMatch(/✗ port: .*EADDRINUSE.* → Set PORT to a free one/)
  expect(await found({ PUBLIC_URL: `http://127.0.0.1:${taken}/` })).toMatch(
    /✗ public address: .* → Start the bot, and let your proxy/,
  )
  expect(await found({ PUBLIC_URL: 'rapport.example.com' })).toMatch(/✗ settings: PUBLIC_URL must be an http\(s\) address/)
  expect(await found({ HOST: '192.0.2.1' })).toMatch(/✗ port: .*EADDRNOTAVAIL.* → Set HOST to an address of this machine/)
})

test('a server that is away, and one that does not know the database or the password', async () => {
  const closed = elsewhere((url) => url.searchParams.set('port', '1'))
  expect(await found({ DATABASE_URL: closed })).toMatch(/✗ database: not reachable: .* → Check DATABASE_URL/)
  const missing = elsewhere((url) => {
    url.pathname = '/nowhere'
  })
  expect(await found({ DATABASE_URL: missing })).toMatch(
    /✗ database: refuses us: .*nowhere.* → That database does not exist: make it/,
  )
})

test('Discord: a token it refuses, a server to be let into, commands to be registered, a clock that is off', async () => {
  const discord = await fakeDiscord()
  discord.world.guild.in = false
  const environment = { DISCORD_TOKEN: discord.config.token, DISCORD_API_URL: discord.config.apiUrl }
  const said = await found(environment, now.add({ minutes: 10 }))
  expect(said).toMatch(/✗ Discord servers: In none yet\. → .*oauth2\/authorize/)
  expect(said).toMatch(/✗ Discord commands: None is registered yet\. → Start Rapport/)
  expect(said).toMatch(/✗ Clock: \d+ s away from Discord's\. → .*NTP/)
  expect(await found({ ...environment, DISCORD_TOKEN: 'wrong' })).toMatch(/✗ Discord token: .* → .*Reset Token/)
  await discord.close()
  expect(await found(environment)).toMatch(/✗ Discord token: Discord could not be reached\. → Check that this machine may open/)
})

test('backups: how old the newest is, and that none comes any more', async () => {
  const file = path.join(place.folder, 'backups', 'rapport-daily-2026-11-27.backup')
  const { connection } = database
  await takeBackup({ connection, file, takenAt: '2026-11-27T02:00:00Z', passphrase: 'correct horse', log: quiet })
  const on = (at: string) => found({ DEFAULT_TIME_ZONE: 'Europe/Berlin' }, Temporal.Instant.from(at))
  expect(await on('2026-11-27T14:00:00Z')).toMatch(
    /✓ backups: the newest is of 2026-11-27 03:00, 12 hours old, \d+\.\d kB, encrypted, and BACKUP_PASSPHRASE is not set; daily/,
  )
  expect(await on('2026-11-30T14:00:00Z')).toMatch(
    /✗ backups: the newest is of 2026-11-27 03:00, 3 days old.* → Look into the log/,
  )
  const closed = path.join(place.folder, 'file')
  expect(await found({ BACKUP_DIR: path.join(closed, 'backups') })).toMatch(/✗ backups: No backup can be written into/)
  expect(await found({ BACKUP_AT: '25:00', BACKUP_KEEP: '0', BACKUP_PASSPHRASE: 'short' })).toMatch(
    /✗ settings: BACKUP_AT must be a time of day such as 03:00, or off[\s\S]*BACKUP_KEEP must be 1 or more[\s\S]*BACKUP_PASSPHRASE must have 8/,
  )
})

test('with many Slack teams it says how many there are, and whose tokens no key opens', async () => {
  const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const grants = grantsOf({ db: database.prisma, platform: 'slack', box: boxOf([old]), now: () => now, log: quiet })
  await grants.keep({ team: 'T1', teamName: 'Acme', secret: { token: 'xoxb-1' }, facts: {} })
  const many = (key: string) =>
    found({
      DATABASE_URL: String(database.connection.connectionString),
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 's',
      SLACK_SIGNING_SECRET: 's',
      SLACK_API_URL: 'http://127.0.0.1:9/',
      PUBLIC_URL: 'http://127.0.0.1:9',
      TOKEN_KEY: key,
    })
  expect(await many(old.toString('hex'))).toContain('✓ Slack teams: 1 installed\n')
  expect(await many(`${fresh.toString('hex')},${old.toString('hex')}`)).toContain('1 of them are encrypted anew')
  expect(await many(fresh.toString('hex'))).toContain('✗ Slack teams: 1 installed, of which 1 have a token that no key')
})
