import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import { standing } from '../../src/cli/start.ts'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import { freshDatabase } from '../support/database.ts'
import { fakeDiscord } from '../support/discord/index.ts'
import { temporaryFolder } from '../support/playground/playground.ts'
import { quiet } from '../support/quiet.ts'
import { FakeSlack } from '../support/slack/fake.ts'
import { CLIENT } from '../support/slack/tenants.ts'

const database = await freshDatabase()

test('with a token that Slack refuses the bot starts: the playground works, and it says that it is not ready', async () => {
  const slack = await new FakeSlack().start()
  slack.fail('auth.test', { error: 'invalid_auth' }, 1_000)
  const place = await temporaryFolder()
  const said: unknown[] = []
  const log = { ...quiet, error: (facts: object, what: string) => void said.push({ ...facts, what }) }
  const config = readConfig({
    DATABASE_URL: String(database.connection.connectionString),
    DATA_DIR: place.folder,
    PORT: '0',
    PLAYGROUND: 'on',
    SLACK_BOT_TOKEN: 'xoxb-wrong',
    SLACK_APP_TOKEN: 'xapp-wrong',
    SLACK_API_URL: slack.apiUrl,
  })
  const running = await start(config, { log, now: () => Temporal.Now.instant() })
  const ready = await fetch(`${running.url}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([503, 'database: up\nslack: down\nplayground: up\n'])
  expect(running.missing()).toEqual(['slack'])
  expect((await fetch(running.url)).status).toBe(200)
  expect(said).toEqual([
    expect.objectContaining({ code: 'invalid_auth', next: expect.stringContaining('SLACK_BOT_TOKEN and start again') }),
  ])
  await running.stop()
  slack.close()
  await place.remove()
})

test('a Slack that is away keeps Discord from nothing', async () => {
  const slack = await new FakeSlack().start()
  const discord = await fakeDiscord()
  slack.fail('auth.test', { status: 503 }, 1_000)
  const config = readConfig({
    DATABASE_URL: String(database.connection.connectionString),
    PORT: '0',
    BACKUP_AT: 'off',
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.config.token,
    DISCORD_API_URL: discord.config.apiUrl,
  })
  const starting = start(config, { log: quiet, now: () => Temporal.Now.instant() })
  await discord.until(() => discord.gateway.connected(), 'Discord to be connected')
  expect(slack.mishaps.length).toBeGreaterThan(0)
  slack.mishaps.splice(0)
  const running = await starting
  await running.stop()
  slack.close()
  await discord.close()
})

test('with Slack away it starts all the same, and connects when Slack is back, saying so', async () => {
  const slack = await new FakeSlack().start()
  slack.fail('auth.test', { status: 503 }, 1_000)
  const said: string[] = []
  const log = { ...quiet, info: (_: object, what: string) => void said.push(what) }
  const config = readConfig({
    DATABASE_URL: String(database.connection.connectionString),
    PORT: '0',
    BACKUP_AT: 'off',
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: slack.apiUrl,
  })
  const running = await start(config, { log, now: () => Temporal.Now.instant() })
  expect(running.missing()).toEqual(['slack'])
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503)
  slack.mishaps.splice(0)
  await vi.waitFor(() => expect(running.missing()).toEqual([]), 20_000)
  expect(said).toContain('Slack answers now')
  await running.stop()
  slack.close()
})

test('open to many teams, it shows where they install it', async () => {
  const slack = await new FakeSlack().start()
  const config = readConfig({
    DATABASE_URL: String(database.connection.connectionString),
    PORT: '0',
    BACKUP_AT: 'off',
    SLACK_CLIENT_ID: CLIENT.id,
    SLACK_CLIENT_SECRET: CLIENT.secret,
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_API_URL: slack.apiUrl,
    TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
    PUBLIC_URL: 'https://rapport.example.com',
  })
  const running = await start(config, { log: quiet, now: () => Temporal.Now.instant() })
  expect(running.missing()).toEqual([])
  const page = await fetch(`${running.url}/slack/install`)
  expect(page.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  const said = await page.text()
  expect(said).toContain('redirect_uri=https%3A%2F%2Frapport.example.com%2Fslack%2Foauth_redirect')
  const [, look] = /rel="stylesheet" href="([^"]+)"/.exec(said) ?? []
  expect((await fetch(`${running.url}${look}`)).status).toBe(200)
  await running.stop()
  slack.close()
})

test('the line that greets says what is connected, and what is not', () => {
  const config = { slack: { botToken: 'xoxb-1', appToken: 'xapp-1' }, discord: { token: 'one' } }
  expect(standing(config, [], 'rapport')).toBe('Rapport is running (Slack and Discord).')
  expect(standing(config, ['slack'], 'rapport')).toBe(
    'Rapport is running (Discord). Not connected yet: Slack; “rapport doctor” says why.',
  )
  expect(standing({ slack: config.slack }, ['slack'], 'rapport')).toBe(
    'Rapport has started. Not connected yet: Slack; “rapport doctor” says why.',
  )
})
