import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { standing } from '../../src/cli/start.ts'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import { freshDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/playground/playground.ts'
import { quiet } from '../support/quiet.ts'
import { FakeSlack } from '../support/slack/fake.ts'

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
