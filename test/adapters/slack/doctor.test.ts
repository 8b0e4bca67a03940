import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HostedConfig } from '../../../src/adapters/slack/config.ts'
import { checkSlack } from '../../../src/adapters/slack/index.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import { CLIENT } from '../../support/slack/tenants.ts'

let slack: FakeSlack
beforeEach(async () => {
  slack = await new FakeSlack().start()
})
afterEach(() => slack.close())

const socket = () => ({ botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl })
const http = (signingSecret?: string) => ({ botToken: 'xoxb-test', signingSecret, apiUrl: slack.apiUrl })
/** What is not as it should be, and the next step. */
const wrong = async (config: Parameters<typeof checkSlack>[0]) =>
  (await checkSlack(config)).filter(({ ok }) => !ok).map(({ name, next }) => [name, next])

test('everything as it should be, by Socket Mode and by HTTP', async () => {
  expect((await checkSlack(socket())).map(({ name, ok }) => [name, ok])).toEqual([
    ['Slack reachable', true],
    ['Slack bot token', true],
    ['Slack scopes', true],
    ['Slack Socket Mode', true],
    ['Clock against Slack', true],
  ])
  expect(await wrong(http('0123456789abcdef0123456789abcdef'))).toEqual([])
})

test('a missing scope is named, with where to add it', async () => {
  slack.scopes.delete('im:history')
  const [scopes] = (await checkSlack(socket())).filter(({ ok }) => !ok)
  expect(scopes).toMatchObject({
    name: 'Slack scopes',
    says: 'missing: im:history',
    next: expect.stringContaining('App Manifest'),
  })
})

test.each(['invalid_auth', 'token_revoked', 'account_inactive'])('a token that is %s says what to copy', async (error) => {
  slack.fail('auth.test', { error })
  expect(await wrong(socket())).toEqual([['Slack bot token', expect.stringContaining('Bot User OAuth Token')]])
})

test('an app token without its right, a secret that is none, and none at all', async () => {
  slack.fail('apps.connections.open', { error: 'missing_scope' })
  expect(await wrong(socket())).toEqual([['Slack Socket Mode', expect.stringContaining('connections:write')]])
  expect(await wrong(http('xoxb-by-mistake'))).toEqual([['Slack signing secret', expect.stringContaining('Basic Information')]])
  expect(await wrong(http())).toEqual([['Slack signing secret', expect.stringContaining('Basic Information')]])
})

test('Slack out of reach says what to open', async () => {
  const config = socket()
  slack.close()
  expect(await wrong(config)).toEqual([['Slack reachable', expect.stringContaining('port 443')]])
})

test('an app for many teams: known to Slack, or what is wrong with its id, its secret and its address', async () => {
  const many = (more: Partial<HostedConfig> = {}) => ({
    signingSecret: '0123456789abcdef0123456789abcdef',
    apiUrl: slack.apiUrl,
    hosted: {
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      stateSecret: 's',
      publicUrl: 'https://rapport.example.com',
      ...more,
    },
  })
  expect((await checkSlack(many())).map(({ name, ok, says }) => [name, ok, says])).toContainEqual([
    'Slack app',
    true,
    'known to Slack; a team installs it at https://rapport.example.com/slack/install',
  ])
  expect(await wrong(many({ clientId: '1.1' }))).toEqual([['Slack app', expect.stringContaining('SLACK_CLIENT_ID')]])
  expect(await wrong(many({ clientSecret: 'x' }))).toEqual([['Slack app', expect.stringContaining('SLACK_CLIENT_SECRET')]])
  slack.fail('oauth.v2.access', { error: 'bad_redirect_uri' })
  expect(await wrong(many())).toEqual([['Slack app', expect.stringContaining('Redirect URLs')]])
})
