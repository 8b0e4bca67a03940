import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkMessage, checkView, complaintsAbout } from '../../support/slack/check.ts'
import { checkManifest } from '../../support/slack/check-manifest.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import type { Json } from '../../support/slack/types.ts'

/** The fake is only worth its name while it refuses what Slack refuses. */
const fill = (length: number) => 'x'.repeat(length)
const plain = (text = 'Go') => ({ type: 'plain_text', text })
const marked = (text: string) => ({ type: 'mrkdwn', text })
const section = (text: Json, more: Json = {}) => ({ type: 'section', text, ...more })
const button = (id: string, more: Json = {}) => ({ type: 'button', action_id: id, text: plain(), value: 'v', ...more })
const actions = (...elements: Json[]) => ({ type: 'actions', elements })
const option = (value: string, text = value, more: Json = {}) => ({ text: plain(text), value, ...more })
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`${at}`))
const choice = (type: string, count: number) => actions({ type, action_id: 'a', options: options(count) })
const blocks = (...list: Json[]) => ({ text: 'a', blocks: list })

test.each<[string, Json, string]>([
  ['nothing', {}, 'no_text'],
  ['40,001 characters', { text: fill(40_001) }, 'msg_too_long'],
  ['51 blocks', blocks(...Array.from({ length: 51 }, () => ({ type: 'divider' }))), '/blocks]'],
  ['a section of 3,001', blocks(section(plain(fill(3_001)))), '/blocks/0/text/text'],
  ['an empty section', blocks(section(plain(''))), '/blocks/0/text/text'],
  ['a section without text', blocks({ type: 'section' }), '/blocks/0'],
  ['a field of 2,001', blocks({ type: 'section', fields: [plain(fill(2_001))] }), '/blocks/0/fields/0/text'],
  ['11 fields', blocks({ type: 'section', fields: Array(11).fill(plain()) }), '/blocks/0/fields'],
  ['a header of 151', blocks({ type: 'header', text: plain(fill(151)) }), '/blocks/0/text/text'],
  ['a header in mrkdwn', blocks({ type: 'header', text: marked('a') }), '/blocks/0/text/type'],
  ['11 in a context', blocks({ type: 'context', elements: Array(11).fill(plain()) }), '/blocks/0/elements'],
  ['no actions', blocks(actions()), '/blocks/0/elements'],
  ['26 actions', blocks(actions(...Array.from({ length: 26 }, (_, at) => button(`${at}`)))), '/blocks/0/elements'],
  ['a button of 76', blocks(actions(button('a', { text: plain(fill(76)) }))), '/blocks/0/elements/0/text/text'],
  ['a button in mrkdwn', blocks(actions(button('a', { text: marked('a') }))), '/blocks/0/elements/0/text/type'],
  ['a value of 2,001', blocks(actions(button('a', { value: fill(2_001) }))), '/blocks/0/elements/0/value'],
  ['an unknown style', blocks(actions(button('a', { style: 'loud' }))), '/blocks/0/elements/0/style'],
  ['an unknown property', blocks(actions(button('a', { colour: 'red' }))), '/blocks/0/elements/0/colour'],
  ['an action_id of 256', blocks(actions(button(fill(256)))), '/blocks/0/elements/0/action_id'],
  ['an action_id twice', blocks(actions(button('a')), actions(button('a'))), '/blocks/1/elements/0/action_id'],
  [
    'a block_id twice',
    blocks({ ...actions(button('a')), block_id: 'b' }, { ...actions(button('c')), block_id: 'b' }),
    '/blocks/1/block_id',
  ],
  ['a block_id of 256', blocks({ ...actions(button('a')), block_id: fill(256) }), '/blocks/0/block_id'],
  ['101 options', blocks(choice('static_select', 101)), '/blocks/0/elements/0/options'],
  ['no options', blocks(choice('static_select', 0)), '/blocks/0/elements/0/options'],
  ['6 in an overflow', blocks(choice('overflow', 6)), '/blocks/0/elements/0/options'],
  ['11 checkboxes', blocks(choice('checkboxes', 11)), '/blocks/0/elements/0/options'],
  ['11 radio buttons', blocks(choice('radio_buttons', 11)), '/blocks/0/elements/0/options'],
  ['an option text of 76', blocks(menu(option('a', fill(76)))), '/blocks/0/elements/0/options/0/text/text'],
  ['an option value of 151', blocks(menu(option(fill(151), 'a'))), '/blocks/0/elements/0/options/0/value'],
  ['an option in mrkdwn', blocks(menu({ text: marked('a'), value: 'a' })), '/blocks/0/elements/0/options/0/text/type'],
  [
    'an option description of 76',
    blocks(menu(option('a', 'a', { description: plain(fill(76)) }))),
    '/blocks/0/elements/0/options/0/description',
  ],
  ['an input in actions', blocks(actions({ type: 'plain_text_input', action_id: 'a' })), '/blocks/0/elements/0'],
  ['an image by http', blocks({ type: 'image', image_url: 'http://a.example/a.png', alt_text: 'a' }), '/blocks/0/image_url'],
  ['an image without words', blocks({ type: 'image', image_url: 'https://a.example/a.png' }), '/blocks/0/alt_text'],
  [
    '12,001 characters of markdown',
    blocks({ type: 'markdown', text: fill(6_001) }, { type: 'markdown', text: fill(6_001) }),
    '/blocks]',
  ],
  ['an unknown block', blocks({ type: 'banner' }), '/blocks/0'],
  ['a NUL', blocks(section(plain('a\u0000'))), '/blocks/0/text/text'],
  ['half a character', blocks(section(plain('a\ud83d'))), '/blocks/0/text/text'],
])('a message with %s is refused', (_, body, told) => {
  expect(() => checkMessage(body)).toThrow(told)
})

function menu(...list: Json[]): Json {
  return actions({ type: 'static_select', action_id: 'a', options: list })
}

test('a text of 4,001 may be posted, and may not update', () => {
  expect(() => checkMessage({ text: fill(4_001) })).not.toThrow()
  expect(() => checkMessage({ text: fill(4_001) }, { update: true })).toThrow('msg_too_long')
})

const input = (more: Json = {}, element: Json = {}) => ({
  type: 'input',
  label: plain(),
  element: { type: 'plain_text_input', action_id: 'a', ...element },
  ...more,
})
const view = (...list: Json[]) => ({ type: 'modal', title: plain(), submit: plain(), blocks: list })

test.each<[string, unknown, string]>([
  ['a title of 25', { ...view(input()), title: plain(fill(25)) }, '/view/title/text'],
  ['a title in mrkdwn', { ...view(input()), title: marked('a') }, '/view/title/type'],
  ['a submit of 25', { ...view(input()), submit: plain(fill(25)) }, '/view/submit/text'],
  ['a close of 25', { ...view(input()), close: plain(fill(25)) }, '/view/close/text'],
  ['an input without submit', { ...view(input()), submit: undefined }, 'submit is required'],
  ['private_metadata of 3,001', { ...view(input()), private_metadata: fill(3_001) }, '/view/private_metadata'],
  ['a callback_id of 256', { ...view(input()), callback_id: fill(256) }, '/view/callback_id'],
  ['101 blocks', view(...Array.from({ length: 101 }, () => ({ type: 'divider' }))), '/view/blocks'],
  ['no blocks', view(), '/view/blocks'],
  ['a label of 2,001', view(input({ label: plain(fill(2_001)) })), '/view/blocks/0/label/text'],
  ['a label in mrkdwn', view(input({ label: marked('a') })), '/view/blocks/0/label/type'],
  ['a hint of 2,001', view(input({ hint: plain(fill(2_001)) })), '/view/blocks/0/hint/text'],
  ['a value longer than it takes', view(input({}, { max_length: 2, initial_value: 'abc' })), '/element/initial_value'],
  ['a field that takes 3,001', view(input({}, { max_length: 3_001 })), '/element/max_length'],
  ['a button for a field', view(input({}, { type: 'button' })), '/view/blocks/0/element'],
  [
    'a choice that is none',
    view(input({}, { type: 'static_select', options: options(2), initial_option: option('9') })),
    '/element/initial_option',
  ],
  ['250 kB', view(...Array.from({ length: 90 }, () => section(plain(fill(3_000))))), 'view_too_large'],
])('a form with %s is refused', (_, body, told) => {
  expect(() => checkView(body)).toThrow(told)
})

const manifest = (more: Json = {}, features: Json = {}) => ({
  display_information: { name: 'Rapport' },
  features: { bot_user: { display_name: 'Rapport' }, ...features },
  oauth_config: { scopes: { bot: ['commands'] } },
  settings: { socket_mode_enabled: true },
  ...more,
})
const command = (name: string, more: Json = {}) => ({ command: name, description: 'a', ...more })
const shortcut = (more: Json = {}) => ({ name: 'a', type: 'global', callback_id: 'a', description: 'a', ...more })

test.each<[string, Json, string]>([
  ['a name of 36', manifest({ display_information: { name: fill(36) } }), '/display_information/name'],
  ['a description of 141', manifest({ display_information: { name: 'a', description: fill(141) } }), '/description'],
  [
    'a long description of 174',
    manifest({ display_information: { name: 'a', long_description: fill(174) } }),
    '/long_description',
  ],
  ['51 commands', manifest({}, { slash_commands: Array.from({ length: 51 }, (_, at) => command(`/c${at}`)) }), '/slash_commands'],
  ['a command of 33', manifest({}, { slash_commands: [command(`/${fill(33)}`)] }), '/slash_commands/0/command'],
  ['11 shortcuts', manifest({}, { shortcuts: Array(11).fill(shortcut()) }), '/features/shortcuts'],
  ['a shortcut of 25', manifest({}, { shortcuts: [shortcut({ name: fill(25) })] }), '/features/shortcuts/0/name'],
  ['101 events', manifest({ settings: events(101) }), '/bot_events'],
  [
    'a command without an address, by HTTP',
    manifest({ settings: {} }, { slash_commands: [command('/a')] }),
    '/slash_commands/0/url',
  ],
])('a manifest with %s is refused', (_, body, told) => {
  expect(() => checkManifest(body)).toThrow(told)
})

function events(count: number): Json {
  return { socket_mode_enabled: true, event_subscriptions: { bot_events: Array.from({ length: count }, (_, at) => `e${at}`) } }
}

test.each<[string, Json]>([
  ['a mention', { text: '<@U1>', unfurl_links: false, unfurl_media: false }],
  ['a mention in mrkdwn', { text: 'a', blocks: [section(marked('<!channel>'))], unfurl_links: false, unfurl_media: false }],
  ['a preview', { text: 'a' }],
  ['nothing for screen readers', { blocks: [{ type: 'divider' }], unfurl_links: false, unfurl_media: false }],
])('%s is complained of', (_, body) => {
  expect(complaintsAbout('chat.postMessage', body)).toHaveLength(1)
})

describe('over the wire', () => {
  let slack: FakeSlack
  beforeAll(async () => {
    slack = await new FakeSlack().start()
    slack.person('U1', 'Ana')
    slack.person('U8', 'Gone', { deleted: true })
    slack.person('U10', 'Robot', { is_bot: true })
  })
  afterAll(() => slack.close())

  const call = async (method: string, body: Json, token = 'xoxb-test'): Promise<unknown> => {
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
    const answer = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return ((await answer.json()) as Json).error ?? 'ok'
  }
  const hello = { text: 'hello', channel: 'DU1' }

  test('tokens and scopes', async () => {
    expect(await call('auth.test', {}, '')).toBe('not_authed')
    expect(await call('auth.test', {}, 'xapp-test')).toBe('invalid_auth')
    expect(await call('apps.connections.open', {}, 'xoxb-test')).toBe('invalid_auth')
    expect(await call('chat.postMessage', hello)).toBe('ok')
    slack.scopes.delete('chat:write')
    expect(await call('chat.postMessage', hello)).toBe('missing_scope')
    slack.scopes.add('chat:write')
  })

  test('channels and people', async () => {
    expect(await call('chat.postMessage', { ...hello, channel: 'C9' })).toBe('not_in_channel')
    expect(await call('chat.postMessage', { ...hello, channel: 'C0' })).toBe('channel_not_found')
    expect(await call('chat.postEphemeral', { ...hello, channel: 'C1', user: 'U0' })).toBe('user_not_in_channel')
    expect(await call('users.info', { user: 'U0' })).toBe('user_not_found')
    expect(await call('conversations.open', { users: 'U8' })).toBe('user_disabled')
    expect(await call('conversations.open', { users: 'U10' })).toBe('cannot_dm_bot')
    expect(await call('files.upload', {})).toBe('unknown_method')
  })

  test('an ephemeral message is none that could be updated', async () => {
    await call('chat.postEphemeral', { text: 'only you', channel: 'C1', user: 'U1' })
    const { ts, channel } = slack.shown.at(-1)!
    expect(await call('chat.update', { ts, channel, text: 'changed' })).toBe('message_not_found')
  })

  test('a trigger opens one form, within three seconds', async () => {
    const form = view(input())
    const trigger = slack.trigger()
    expect(await call('views.open', { trigger_id: 'made up', view: form })).toBe('invalid_trigger_id')
    expect(await call('views.open', { trigger_id: trigger, view: form })).toBe('ok')
    expect(await call('views.open', { trigger_id: trigger, view: form })).toBe('exchanged_trigger_id')
    const late = slack.trigger()
    slack.ahead += 3_001
    expect(await call('views.open', { trigger_id: late, view: form })).toBe('expired_trigger_id')
  })

  test('a response_url works five times, for half an hour', async () => {
    const respond = async (path: string) => {
      const url = slack.apiUrl.replace('/api/', path)
      const answer = await fetch(url, {
        method: 'POST',
        body: JSON.stringify({ text: 'a' }),
        headers: { 'Content-Type': 'application/json' },
      })
      return answer.status
    }
    const path = slack.responseUrl('C1', 'U1')
    const used = []
    for (let n = 0; n < 6; n++) used.push(await respond(path))
    expect(used).toEqual([200, 200, 200, 200, 200, 404])
    const late = slack.responseUrl('C1', 'U1')
    slack.ahead += 30 * 60_000 + 1
    expect(await respond(late)).toBe(404)
  })

  test('an acknowledgement that does not come within three seconds', async () => {
    const silent = await new FakeSlack().start()
    silent.fail('silent', 'hang')
    slack.endpoint = `${silent.apiUrl}silent`
    await expect(slack.dm('U1', 'hello')).rejects.toThrow('operation_timeout')
    expect(slack.refusals.at(-1)).toBe('events_api: operation_timeout')
    silent.close()
  })
})
