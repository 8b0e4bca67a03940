import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../src/adapters/slack/client.ts'
import { courierOver } from '../../../src/adapters/slack/courier.ts'
import type { Address, Courier } from '../../../src/bot/house.ts'
import { quiet } from '../../support/quiet.ts'
import { FakeSlack, wordsOf } from '../../support/slack/fake.ts'
import { labelsOf } from '../../support/slack/reading.ts'
import type { Mishap } from '../../support/slack/types.ts'

let slack: FakeSlack
let courier: Courier
beforeEach(async () => {
  slack = await new FakeSlack().start()
  slack.person('U1', 'Ana')
  slack.person('U8', 'Gone', { deleted: true })
  courier = courierOver((_, work) => work(clientOf('xoxb-test', { apiUrl: slack.apiUrl }, quiet)), quiet)
})
afterEach(() => {
  slack.close()
  expect(slack.complaints).toEqual([])
})

const to = (user: string, channel?: string): Address => ({ platform: 'slack', team: 'T1', user, channel })
const reminder = {
  kind: 'card' as const,
  title: 'Reminder: call Wei',
  lines: ['Last: *quote* <!channel>'],
  buttons: [{ label: 'Done', token: 'done' }],
  share: { token: 'last' },
}

test('a notice is a direct message, with its words for notifications, and nothing to share', async () => {
  const receipt = await courier.deliver(to('U1'), reminder, 'message-1')
  const [message] = slack.seenBy('U1')
  expect(receipt).toEqual({ platform: 'slack', team: 'T1', channel: 'DU1', ts: message!.ts })
  expect(message!.body.text).toMatch(/^Reminder: call Wei/)
  expect(wordsOf(message)).toContain('Last: *quote* <!channel>')
  expect(labelsOf(message)).toEqual(['Done'])
  await courier.update(receipt, { kind: 'card', lines: ['Done.'] })
  expect(wordsOf(message)).toBe('Done.')
  expect(slack.refusals).toEqual([])
})

test('a channel used before is not asked for again', async () => {
  await courier.deliver(to('U1', 'DU1'), reminder, 'message-1')
  expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage'])
})

test('a message whose answer was lost is found again, not sent twice', async () => {
  slack.fail('chat.postMessage', 'lost')
  await expect(courier.deliver(to('U1'), reminder, 'message-1')).rejects.toMatchObject({ permanent: false })
  await courier.deliver(to('U1'), reminder, 'message-2')
  const receipt = await courier.deliver(to('U1'), reminder, 'message-1', true)
  expect(slack.seenBy('U1')).toHaveLength(2)
  expect(receipt.ts).toBe(slack.seenBy('U1')[0]!.ts)
  await courier.deliver(to('U1'), reminder, 'message-3', true)
  expect(slack.seenBy('U1')).toHaveLength(3)
})

describe('into a channel', () => {
  const into = (channel: string) => ({ platform: 'slack' as const, team: 'T1', channel })
  const day = { kind: 'card' as const, title: 'The team’s day', items: [{ heading: 'Today', text: '*send* <!channel>' }] }

  test('everybody there sees it; its history is not asked for, which the scopes do not reach', async () => {
    const receipt = await courier.announce(into('C1'), day, 'message-1')
    await courier.announce(into('C1'), day, 'message-2', true)
    const [message] = slack.shown
    expect(receipt).toEqual({ platform: 'slack', team: 'T1', channel: 'C1', ts: message!.ts })
    expect(message).toMatchObject({ channel: 'C1', to: 'everybody' })
    expect(wordsOf(message)).toContain('*send* <!channel>')
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postMessage'])
    expect(slack.refusals).toEqual([])
  })

  test.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])(
    '%s: this message never',
    async (error) => {
      slack.fail('chat.postMessage', { error })
      await expect(courier.announce(into('C1'), day, 'message-1')).rejects.toMatchObject({ permanent: true, refusesBot: false })
    },
  )
})

describe('what goes wrong', () => {
  const REFUSES_BOT = ['invalid_auth', 'token_revoked', 'account_inactive', 'not_authed', 'token_expired', 'missing_scope']
  const roads = ['conversations.open', 'conversations.history', 'chat.postMessage', 'chat.update'] as const

  test.each(roads.flatMap((method) => REFUSES_BOT.map((error) => [method, error] as const)))(
    '%s answered with %s: the bot is refused, the message waits',
    async (method, error) => {
      slack.fail(method, { error })
      await expect(onRoad(method)).rejects.toMatchObject({ name: 'DeliveryError', permanent: false, refusesBot: true })
    },
  )

  const busy = { permanent: false, refusesBot: false }
  test.each<[Mishap, object]>([
    [
      { status: 429, retryAfter: 3 },
      { ...busy, retryAfter: 3_000 },
    ],
    [{ error: 'ratelimited' }, { ...busy, retryAfter: 1_000 }],
    [{ status: 503 }, busy],
    [{ error: 'internal_error' }, busy],
    [{ error: 'user_not_found' }, { permanent: true, refusesBot: false }],
    [{ error: 'cannot_dm_bot' }, { permanent: true, refusesBot: false }],
    [{ error: 'invalid_blocks' }, { permanent: true, refusesBot: false }],
  ])('%o becomes %o', async (how, expected) => {
    slack.fail('chat.postMessage', how)
    await expect(courier.deliver(to('U1'), reminder, 'm')).rejects.toMatchObject({ name: 'DeliveryError', ...expected })
  })

  test('somebody who is gone is never reached; Slack away is away for now', async () => {
    await expect(courier.deliver(to('U8'), reminder, 'm')).rejects.toMatchObject({ permanent: true })
    await expect(courier.deliver(to('U0'), reminder, 'm')).rejects.toMatchObject({ permanent: true })
    slack.close()
    await expect(courier.deliver(to('U1'), reminder, 'm')).rejects.toMatchObject(busy)
  })

  function onRoad(method: (typeof roads)[number]): Promise<unknown> {
    if (method === 'chat.update') return courier.update({ platform: 'slack', team: 'T1', channel: 'DU1', ts: '1' }, reminder)
    return courier.deliver(to('U1'), reminder, 'm', method === 'conversations.history')
  }
})
