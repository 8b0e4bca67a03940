import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { fieldsOf, labelsOf } from '../../support/slack/reading.ts'
import { connected } from './connected.ts'

describe.each(['http', 'socket'] as const)('by %s', (mode) => {
  let it: Awaited<ReturnType<typeof connected>>
  beforeEach(async () => {
    it = await connected(mode)
  })
  afterEach(async () => {
    await it.close()
    expect(it.slack.complaints).toEqual([])
  })

  const refusals = () => it.slack.refusals.splice(0)
  const until = (isSo: () => unknown, what: string) => it.slack.until(isSo, what)

  test('a command is answered in its acknowledgement, for the asker alone; short commands are commands', async () => {
    await it.slack.command('U1', '/last', 'Acme')
    expect(it.newest()).toMatchObject({ to: 'U1', channel: 'C1' })
    expect(wordsOf(it.newest())).toContain('Ana called Wei Zhang')
    expect(labelsOf(it.newest())).toEqual(['Timeline', 'Share in channel'])
    expect(it.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([])
    expect(it.requests.at(-1)?.place).toEqual({ platform: 'slack', team: 'T1', user: 'U1', kind: 'channel', channel: 'C1' })
  })

  test('an answer for all is seen by all; in the direct messages there is nothing to share', async () => {
    await it.slack.command('U1', '/crm', 'announce')
    expect(it.newest('U2')).toMatchObject({ to: 'everybody', channel: 'C1' })
    await it.slack.command('U1', '/crm', 'last Acme', 'DU1')
    expect(labelsOf(it.newest())).toEqual(['Timeline'])
  })

  test('a slow command is acknowledged with a word in the person’s language, and answered later', async () => {
    const open = it.hold('last')
    const asked = it.slack.command('U2', '/last', 'Acme')
    await until(() => it.slack.seenBy('U2').length, 'the word')
    expect(it.newest('U2').body.text).toContain('还在处理')
    open()
    await asked
    expect(wordsOf(it.newest('U2'))).toContain('Ana called Wei Zhang')
    expect(it.newest('U2').to).toBe('U2')
  })

  test.each([
    ['C1', 'an ephemeral message', { to: 'U1', channel: 'C1' }, ['expired_url']],
    ['C9', 'where the bot is not, a direct message', { to: 'everybody', channel: 'DU1' }, ['expired_url', 'not_in_channel']],
  ])('an answer in %s whose response_url is over: %s', async (channel, _, where, refused) => {
    const open = it.hold('last')
    const late = it.slack.command('U1', '/last', 'Acme', channel)
    await until(() => it.slack.seenBy('U1').length, 'the word that it takes a while')
    it.slack.ahead += 31 * 60_000
    open()
    await late
    expect(it.newest()).toMatchObject(where)
    expect(wordsOf(it.newest())).toContain('Ana called')
    expect(refusals().map((one) => one.split(': ')[1])).toEqual(refused)
  })

  test('a button updates its message in place, be it ephemeral or a direct message', async () => {
    await it.slack.command('U1', '/crm', 'log Acme: visit')
    const ephemeral = it.newest()
    await it.slack.press('U1', ephemeral, 'Undo')
    await until(() => wordsOf(ephemeral) === 'Taken back.', 'the message to change')
    await it.slack.dm('U1', 'Acme: visit')
    const direct = it.newest()
    expect(direct.channel).toBe('DU1')
    await it.slack.press('U1', direct, 'Undo')
    await until(() => wordsOf(direct) === 'Taken back.', 'the direct message to change')
    expect(it.slack.shown).toHaveLength(2)
  })

  test('a message that is gone is answered anew', async () => {
    await it.slack.dm('U1', 'Acme: visit')
    const [gone] = it.slack.shown.splice(0)
    await it.slack.press('U1', gone!, 'Undo')
    await until(() => it.slack.shown.length, 'the answer')
    expect(wordsOf(it.newest())).toBe('Taken back.')
    expect(refusals()).toEqual([expect.stringContaining('message_not_found')])
  })

  test('sharing posts for all, without buttons; the private message stays', async () => {
    await it.slack.command('U1', '/last', 'Acme')
    const mine = it.newest()
    await it.slack.press('U1', mine, 'Share in channel')
    await until(() => it.slack.seenBy('U2').length, 'the channel to see it')
    expect(labelsOf(it.newest('U2'))).toEqual([])
    expect(labelsOf(mine)).toContain('Share in channel')
  })

  test('a private answer never takes the place of a message that all see', async () => {
    await it.slack.command('U1', '/crm', 'announce')
    const forAll = it.newest('U2')
    forAll.body = { text: 'For all.', blocks: [actions('undo', 'Undo')] }
    await it.slack.press('U2', forAll, 'Undo')
    await until(() => it.newest('U2') !== forAll, 'the answer')
    expect(it.newest('U2')).toMatchObject({ to: 'U2' })
    expect(forAll.body.text).toBe('For all.')
  })

  test('a button of another version says so and changes nothing', async () => {
    await it.slack.command('U1', '/crm', 'announce')
    const old = it.newest()
    old.body = { text: 'Old', blocks: [actions('gone|x=1', 'Press')] }
    await it.slack.press('U1', old, 'Press')
    await until(() => it.newest() !== old, 'the answer')
    expect(wordsOf(it.newest())).toContain('older message')
    expect(it.logged).toEqual([])
  })

  test('a form opens prefilled; what is chosen while typing, or typed, is sent', async () => {
    await it.slack.command('U1', '/crm', 'edit')
    const [form] = it.slack.views
    expect(fieldsOf(form!.view).map(({ label, shown }) => [label, shown])).toEqual([
      ['Name', 'Wei'],
      ['Customer', 'Wei Zhang (Acme Corp)'],
      ['Kind', 'Visit'],
    ])
    const offered = await it.slack.suggestions('U1', form!, 'customer', 'Lau')
    expect(offered.map(({ label }) => label)).toEqual(['Wei Zhang Lau', '“Lau” as typed'])
    expect((await it.slack.suggestions('U1', form!, 'customer', 'many')).length).toBe(26)
    await it.slack.submit('U1', form!, { customer: 'Lau', kind: 'call' })
    await until(() => it.slack.seenBy('U1').length, 'the answer')
    expect(wordsOf(it.newest())).toContain('Wei Lau call')
  })

  test('a fault stands at its field; mended, it is done; a form of another version says so', async () => {
    await it.slack.command('U1', '/crm', 'edit')
    const [form] = it.slack.views
    const ack = await it.slack.submit('U1', form!, { name: 'bad' })
    expect(ack).toMatchObject({ response_action: 'errors', errors: { 'field:name': 'That name does not do.' } })
    await it.slack.submit('U1', form!, { name: 'Wei' })
    await until(() => it.slack.seenBy('U1').length, 'the answer')
    form!.view.private_metadata = 'of another version'
    await it.slack.submit('U1', form!)
    expect(JSON.stringify(form!.view)).toContain('older version')
  })

  test('a form whose trigger is over waits behind a button, and opens as it was', async () => {
    const open = it.hold('prefill')
    const asked = it.slack.command('U1', '/crm', 'edit Laura')
    await until(() => it.requests.length, 'the command to be taken')
    it.slack.ahead += 4_000
    open()
    await asked
    await until(() => labelsOf(it.newest()).includes('Open the form'), 'the button')
    expect(refusals()).toEqual([expect.stringContaining('expired_trigger_id')])
    await it.slack.press('U1', it.newest(), 'Open the form')
    await until(() => it.slack.views.length, 'the form')
    expect(fieldsOf(it.slack.views[0]!.view)[0]?.value).toBe('Laura')
  })

  test('a message asks for a form by a button, and its words stand in it', async () => {
    await it.slack.dm('U1', 'edit Laura')
    await it.slack.press('U1', it.newest(), 'Open the form')
    await until(() => it.slack.views.length, 'the form')
    expect(fieldsOf(it.slack.views[0]!.view)[0]?.value).toBe('Laura')
  })

  test('a mention is answered in the channel to the asker alone; where the bot is not, by direct message', async () => {
    await it.slack.mention('U1', 'Acme: called &lt;Wei&gt; &amp; Laura, see <https://acme.example|acme.example>')
    expect(it.newest()).toMatchObject({ to: 'U1', channel: 'C1' })
    expect(it.logged).toEqual(['Acme: called <Wei> & Laura, see acme.example'])
    expect(it.requests.at(-1)?.ask).toMatchObject({
      url: expect.stringMatching(/^https:\/\/acme\.slack\.com\/archives\/C1\/p179/),
    })
    await it.slack.mention('U1', 'last Acme', 'C9')
    expect(it.newest()).toMatchObject({ channel: 'DU1' })
    expect(refusals()).toEqual([expect.stringContaining('not_in_channel')])
  })

  test('what bots say, edits and other people’s channels are not read', async () => {
    const message = { type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', text: 'Acme: visit', ts: '1' }
    await it.slack.event({ ...message, bot_id: 'B2' })
    await it.slack.event({ ...message, subtype: 'message_changed' })
    await it.slack.event({ ...message, channel_type: 'channel', channel: 'C1' })
    await it.slack.event({ type: 'app_mention', bot_id: 'B2', user: 'U2', channel: 'C1', text: '<@UBOT> Acme: visit', ts: '1' })
    expect(it.requests).toEqual([])
  })

  test('a file alone comes with its name and size, and nothing is fetched of it before it is read', async () => {
    const message = { type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', ts: '1' }
    await it.slack.event({ ...message, subtype: 'file_share', text: '', files: [{ id: 'F1', name: 'list.csv', size: 12 }] })
    expect(it.requests.at(-1)).toMatchObject({ ask: { kind: 'say', text: '' }, files: [{ name: 'list.csv', size: 12 }] })
  })

  test('a file is fetched with the bot’s token; not without the scope, nor when it is cut', async () => {
    const root = it.slack.apiUrl.replace('/api/', '')
    const read = async (id: string, url = `${root}/files/${id}`) => {
      const message = { type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', ts: '1' }
      const files = [{ id, name: 'list.csv', size: 12, url_private_download: url }]
      await it.slack.event({ ...message, subtype: 'file_share', text: '', files })
      const pieces: Uint8Array[] = []
      for await (const piece of it.requests.at(-1)!.files![0]!.read()) pieces.push(piece)
      return Buffer.concat(pieces).toString()
    }
    it.slack.files.set('/files/F1', { team: 'T1', bytes: Buffer.from('Company\nAcme') })
    it.slack.files.set('/files/F2', { team: 'T1', bytes: Buffer.from('Company\nAcme'), cut: true })
    expect(await read('F1')).toBe('Company\nAcme')
    await expect(read('F2')).rejects.toThrow()
    await expect(read('F3')).rejects.toThrow()
    await expect(read('F1', `${root}/signin`)).rejects.toThrow('not handed out')
    await expect(read('F1', 'https://files.example/F1')).rejects.toThrow('no address')
    it.slack.scopes.delete('files:read')
    await expect(read('F1')).rejects.toThrow()
    it.slack.scopes.add('files:read')
  })

  test('words with a file beside them are read', async () => {
    const message = { type: 'message', channel_type: 'im', channel: 'DU1', user: 'U1', ts: '1' }
    await it.slack.event({ ...message, subtype: 'file_share', text: 'Acme: visit', files: [{ id: 'F1' }] })
    expect(it.logged).toEqual(['Acme: visit'])
  })

  test('an answer that goes no way is logged and ends nothing', async () => {
    it.slack.fail('chat.postMessage', { error: 'channel_not_found' }, 2)
    await it.slack.dm('U1', 'Acme: visit')
    expect(it.faults).toEqual([expect.objectContaining({ what: expect.stringContaining('could not be answered') })])
    await it.slack.dm('U1', 'last Acme')
    expect(wordsOf(it.newest())).toContain('Ana called')
  })
})

const actions = (token: string, label: string) => ({
  type: 'actions',
  block_id: 'press:0',
  elements: [{ type: 'button', action_id: 'press:0', value: token, text: { type: 'plain_text', text: label } }],
})
