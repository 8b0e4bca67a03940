import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { slackAdapter } from '../../../src/adapters/slack/index.ts'
import { FakeSlack, wordsOf } from '../../support/slack/fake.ts'
import { signed } from '../../support/slack/wire.ts'
import { smallHouse } from '../discord/small-house.ts'
import { connected } from './connected.ts'

describe.each(['http', 'socket'] as const)('by %s', (mode) => {
  let it: Awaited<ReturnType<typeof connected>>
  beforeEach(async () => {
    it = await connected(mode)
  })
  afterEach(() => it.close())

  test('an event that Slack sends again is done once, and the first answer stands alone', async () => {
    for (let retry = 0; retry < 4; retry++) await it.slack.dm('U1', 'Acme: visit', 'Ev1')
    expect(it.logged).toEqual(['Acme: visit'])
    expect(it.slack.shown).toHaveLength(1)
  })

  test('one that is sent again while it is still dealt with waits with it', async () => {
    const open = it.hold('log')
    const both = [it.slack.dm('U1', 'Acme: visit', 'Ev1'), it.slack.dm('U1', 'Acme: visit', 'Ev1')]
    await it.slack.until(() => it.requests.length, 'the event to be taken')
    open()
    await Promise.all(both)
    expect(it.logged).toEqual(['Acme: visit'])
    expect(it.slack.shown).toHaveLength(1)
  })

  test('an event that takes long is acknowledged in time, and answered later', async () => {
    const open = it.hold('log')
    await it.slack.dm('U1', 'Acme: visit')
    expect(it.slack.shown).toEqual([])
    open()
    await it.slack.until(() => it.slack.shown.length, 'the answer')
    expect(it.slack.refusals).toEqual([])
  })

  test('a command with the same trigger is done once and answered the same', async () => {
    const trigger = it.slack.trigger()
    await it.slack.command('U1', '/crm', 'log Acme: visit', 'C1', trigger)
    await it.slack.command('U1', '/crm', 'log Acme: visit', 'C1', trigger)
    expect(it.logged).toEqual(['Acme: visit'])
    const [first, second] = it.slack.shown
    expect(wordsOf(second)).toBe(wordsOf(first))
  })

  test('a 429 is waited for, and the answer comes', async () => {
    it.slack.fail('chat.postMessage', { status: 429, retryAfter: 1 })
    const began = performance.now()
    await it.slack.dm('U1', 'last Acme')
    await it.slack.until(() => it.slack.shown.length, 'the answer')
    expect(performance.now() - began).toBeGreaterThan(990)
    expect(it.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
  })

  test('a 500 and a lost connection are tried again', async () => {
    it.slack.fail('chat.postMessage', { status: 500 })
    await it.slack.dm('U1', 'last Acme')
    await it.slack.until(() => it.slack.shown.length, 'the answer')
    it.slack.fail('users.info', { status: 503 })
    const profile = await it.requests.at(-1)?.profile()
    expect(profile).toEqual({ name: 'Ana', timeZone: 'Europe/Berlin', locale: 'en-US', teamName: 'Acme Sales' })
  })

  test('stopping waits for what is under way and takes nothing more', async () => {
    const open = it.hold('log')
    const asked = it.slack.command('U1', '/crm', 'log Acme: visit')
    await it.slack.until(() => it.requests.length, 'the command to be taken')
    const stopped = it.adapter.stop()
    const refused = it.slack.dm('U1', 'Acme: too late').catch((error: unknown) => String(error))
    open()
    await asked
    await stopped
    expect(it.adapter.ready()).toBe(false)
    expect(await refused).toMatch(mode === 'http' ? /503/ : /operation_timeout/)
    expect(it.logged).toEqual(['Acme: visit'])
  })
})

describe('by http', () => {
  test('what is not signed, or signed long ago, is refused', async () => {
    const it = await connected('http')
    const body = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: { type: 'app_mention' } })
    const endpoint = it.slack.wire.endpoint ?? ''
    const now = Math.floor(Date.now() / 1_000)
    const ask = async (request: RequestInit) => (await fetch(endpoint, request)).status
    expect(await ask({ ...signed(body, true), body: body.replace('Ev1', 'Ev2') })).toBe(401)
    expect(await ask(signed(body, true, now - 301))).toBe(401)
    expect(await ask({ method: 'POST', body })).toBe(401)
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c1' })
    expect(await (await fetch(endpoint, signed(challenge, true))).json()).toEqual({ challenge: 'c1' })
    expect(it.requests).toEqual([])
    await it.close()
  })
})

describe('by socket', () => {
  test.each(['disconnect', 'drop'] as const)('after a %s it is soon back, and goes on', async (how) => {
    const it = await connected('socket')
    if (how === 'disconnect') it.slack.disconnect()
    else it.slack.wire.drop()
    await it.slack.until(() => it.slack.connections === 2 && it.adapter.ready(), 'the bot to come back')
    await it.slack.command('U1', '/last', 'Acme')
    expect(wordsOf(it.newest())).toContain('Ana called')
    await it.close()
  })

  test('Slack that is away for a while is asked until it is back', async () => {
    const it = await connected('socket')
    it.slack.fail('apps.connections.open', { status: 503 }, 3)
    it.slack.wire.drop()
    await it.slack.until(() => it.slack.connections === 2 && it.adapter.ready(), 'the bot to come back')
    await it.close()
  })
})

describe('a token that Slack refuses', () => {
  const started = async (arrange: (slack: FakeSlack) => void) => {
    const slack = await new FakeSlack().start()
    arrange(slack)
    const config = { botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: slack.apiUrl }
    const house = smallHouse()
    const adapter = slackAdapter({ bot: house.bot, config, log: house.log })
    await adapter.start()
    return {
      faults: house.faults,
      adapter,
      slack,
      close: async () => {
        await adapter.stop()
        slack.close()
      },
    }
  }

  test.each([
    ['SLACK_BOT_TOKEN', 'auth.test', 'Bot User OAuth Token'],
    ['SLACK_APP_TOKEN', 'apps.connections.open', 'connections:write'],
  ])('%s: is told of once, with what to do; the start goes on, and Slack is asked again', async (variable, method, next) => {
    const it = await started((slack) => slack.fail(method, { error: 'invalid_auth' }, 3))
    expect(it.adapter.ready()).toBe(false)
    await it.slack.until(() => it.adapter.ready(), 'the token to be taken')
    expect(it.faults.filter((one) => 'next' in one)).toEqual([
      expect.objectContaining({
        what: expect.stringContaining(`Slack refuses ${variable}: invalid_auth`),
        next: expect.stringContaining(next),
      }),
    ])
    await it.close()
  })

  test('Slack that is away for a moment at the start is waited for; away for longer, it is not ready until it answers', async () => {
    const blip = await started((slack) => slack.fail('auth.test', { status: 503 }, 1))
    expect(blip.adapter.ready()).toBe(true)
    await blip.close()
    const away = await started((slack) => slack.fail('auth.test', { status: 503 }, 2))
    expect(away.adapter.ready()).toBe(false)
    await vi.waitFor(() => expect(away.adapter.ready()).toBe(true), 10_000)
    await away.close()
  })
})
