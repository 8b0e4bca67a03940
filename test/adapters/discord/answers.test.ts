import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../support/discord/fill.ts'
import { connected } from './connected.ts'
import { WEI } from './memory.ts'

let it: Awaited<ReturnType<typeof connected>>
beforeAll(async () => {
  it = await connected()
})
afterAll(() => it.close())
afterEach(() => {
  expect(it.discord.world.refusals.splice(0)).toEqual([])
  expect(it.faults.splice(0)).toEqual([])
})

test('a command with options is answered at once, for the asker alone', async () => {
  const { message, deferred } = await it.discord.command('ana', 'crm', 'last', { customer: 'acme' })
  expect(message).toMatchObject({ ephemeral: true, onlyFor: 'ana' })
  expect(deferred).toBe(false)
  expect(message?.text).toContain('Ana called Wei Zhang')
  expect(message?.labels).toEqual(['Timeline', 'Share in channel'])
})

test('what a person is and where it was asked comes with the request', async () => {
  await it.discord.command('bo', 'last', undefined, { customer: 'acme' })
  const request = it.requests.at(-1)
  const { guild, users } = it.discord.world
  expect(request?.place).toEqual({
    platform: 'discord',
    team: guild.id,
    user: users.get('bo')?.id,
    kind: 'channel',
    channel: guild.channel,
  })
  expect(request?.standing?.roles.toSorted()).toEqual(['1234567890123456789', guild.id].toSorted())
  expect(request?.standing?.manages).toBe(false)
  expect(await request?.profile()).toEqual({ name: 'Bo', locale: 'en-US', teamName: 'Acme Sales' })
  await it.discord.command('ana', 'crm', 'undo')
  expect(it.requests.at(-1)?.standing?.manages).toBe(true)
})

test('in the direct messages there is no server, nothing is ephemeral and nothing to share', async () => {
  const { message } = await it.discord.command('ana', 'last', undefined, { customer: 'acme' }, 'direct')
  expect(it.requests.at(-1)?.place).toMatchObject({ team: '', kind: 'direct' })
  expect(message?.ephemeral).toBe(false)
  expect(message?.labels).toEqual(['Timeline'])
})

test('two words become a group, or one word with a dash where the first is taken; options go back to their fields', async () => {
  const added = await it.discord.command('ana', 'crm', 'add company', { name: 'Northwind Traders', owner: '<@123>' })
  expect(added.message?.text).toBe('Northwind Traders <@123>')
  const edited = await it.discord.command('ana', 'crm', 'edit-activity', { 'due-on': 'Tuesday' })
  expect(edited.message?.text).toBe('Tuesday')
})

test('what is seldom wanted stands in the drawer of its room', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'records tag', { tags: 'vip' })
  expect(message?.text).toBe('Tagged: vip')
})

test('a button updates its message in place', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'log', { line: 'Acme: spoke to Wei' })
  const undone = await it.discord.press('ana', message!, 'Undo')
  expect(undone).toMatchObject({ updated: true, deferred: false })
  expect(message?.text).toBe('Taken back.')
  expect(message?.labels).toEqual([])
})

test('a choice runs what it stands for', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'which')
  const chosen = await it.discord.press('ana', message!, 'Acme Labs')
  expect(chosen.updated).toBe(true)
  expect(message?.text).toContain('Acme Labs')
})

test('sixteen buttons of a list become a menu that works', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'timeline', { customer: 'acme' })
  expect(message?.labels).toContain('8. Snooze')
  await it.discord.press('ana', message!, '8. Snooze')
  expect(message?.text).toBe('Later: 7')
})

test('sharing posts a message for all; the private one stays', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'last', { customer: 'acme' })
  const shared = await it.discord.press('ana', message!, 'Share in channel')
  expect(shared.updated).toBe(false)
  expect(shared.message).toMatchObject({ ephemeral: false, labels: [] })
  expect(message?.labels).toContain('Share in channel')
})

test('a private answer never takes the place of a message that all see', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'announce')
  expect(message?.ephemeral).toBe(false)
  message!.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Undo', custom_id: 'undo' }] }]
  const pressed = await it.discord.press('bo', message!, 'Undo')
  expect(pressed).toMatchObject({ updated: false, message: { ephemeral: true } })
  expect(message?.text).toBe('For all.')
})

test('a form opens prefilled; an unchanged customer is meant by id, a changed one as typed', async () => {
  const { modal } = await it.discord.command('ana', 'crm', 'edit')
  expect(fieldsOf(modal!).map(({ label, value }) => [label, value])).toEqual([
    ['Name', 'Wei'],
    ['Customer', 'Wei Zhang (Acme Corp)'],
    ['Kind', 'visit'],
  ])
  const same = await it.discord.submit('ana', modal!, { Name: 'Wei Z.' })
  expect(same.message?.text).toBe(`Changed\nWei Z. ${WEI} visit`)
  const other = await it.discord.submit('ana', modal!, { Customer: 'Laura', Kind: 'Call' })
  expect(other.message?.text).toBe('Changed\nWei Laura call')
})

test('a form opened from a message answers in its place; one with faults shows a way back', async () => {
  const { message } = await it.discord.command('ana', 'log', undefined, { line: 'Acme: visit' })
  const { modal } = await it.discord.press('ana', message!, 'Edit')
  const wrong = await it.discord.submit('ana', modal!, { Name: 'bad' })
  expect(wrong.updated).toBe(false)
  expect(wrong.message?.text).toContain('That name does not do.')
  expect(wrong.message?.labels).toEqual(['Mend and send again'])
  const right = await it.discord.submit('ana', modal!, { Name: 'Wei' })
  expect(right.updated).toBe(true)
  expect(message?.text).toContain('Changed')
})

test('an empty /crm log opens the form; a message is logged from its menu with a link to it', async () => {
  const empty = await it.discord.command('ana', 'crm', 'log')
  expect(empty.modal?.title).toBe('Log a contact')
  const theirs = it.discord.write('bo', 'Wei wants a quote')
  const { modal } = await it.discord.messageCommand('ana', 'Log to CRM', theirs)
  expect(fieldsOf(modal!)[0]?.value).toBe('Wei wants a quote')
  const done = await it.discord.submit('ana', modal!)
  expect(done.message?.text).toContain('Wei wants a quote')
  expect(done.message?.text).toContain(`/${theirs.id}`)
  expect(it.requests.at(-2)?.ask).toMatchObject({ author: 'Bo' })
})

test('a direct message is logged; one that begins with a command is that command', async () => {
  expect((await it.discord.dm('bo', 'Acme: called Wei')).text).toContain('Logged')
  expect((await it.discord.dm('bo', 'last Northwind')).text).toContain('Northwind')
  expect(it.requests.at(-1)?.ask).toEqual({ kind: 'say', text: 'last Northwind' })
})

test('a form that a message asks for waits behind a button, and opens as it was', async () => {
  const answer = await it.discord.dm('bo', 'edit Laura')
  expect(answer.labels).toEqual(['Open the form'])
  const { modal } = await it.discord.press('bo', answer, 'Open the form')
  expect(fieldsOf(modal!)[0]?.value).toBe('Laura')
})

test('a mention is answered by direct message, with a word in the channel', async () => {
  const answer = await it.discord.mention('bo', 'Acme: spoke to Laura')
  expect(answer.text).toContain('spoke to Laura')
  expect(it.requests.at(-1)?.ask).toMatchObject({ kind: 'say', text: 'Acme: spoke to Laura' })
  await it.discord.until(() => it.discord.messagesInChannel().at(-1)?.text.includes('direct message'), 'a word in the channel')
})

test('a mention by somebody who takes no direct messages is told how to get the answer, and no data', async () => {
  it.discord.world.users.get('bo')!.closed = true
  const answer = await it.discord.mention('bo', 'last Acme')
  expect(answer.text).toContain('/crm')
  expect(answer.text).not.toContain('Wei')
  it.discord.world.users.get('bo')!.closed = false
  expect(it.discord.world.refusals.splice(0)).toEqual([expect.stringContaining('50007')])
})

test('what is written to nobody, or by a bot, is not ours', async () => {
  const before = it.requests.length
  it.discord.write('bo', 'lunch?')
  it.discord.user('robot', { bot: true })
  it.discord.write('robot', `<@${it.discord.world.bot.id}> hello`)
  await it.discord.command('ana', 'crm', 'undo')
  expect(it.requests.length).toBe(before + 1)
})

test('choices while typing: at most 25, each within Discord’s lengths', async () => {
  expect(await it.discord.autocomplete('ana', 'crm', 'last', 'customer', 'wei')).toEqual([{ name: 'Wei Zhang wei', value: WEI }])
  const many = await it.discord.autocomplete('ana', 'last', undefined, 'customer', 'many')
  expect(many).toHaveLength(25)
  expect(await it.discord.autocomplete('ana', 'crm', 'add company', 'owner', 'b')).toEqual([{ name: 'Bo', value: 'bo' }])
})

test('an operation that breaks says so with a reference', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'break')
  expect(message?.text).toMatch(/reference: [0-9A-Z]{8}/)
  const [fault] = it.faults.splice(0) as { reference: string }[]
  expect(message?.text).toContain(fault?.reference)
})

test('people who read Chinese are answered in it', async () => {
  it.discord.user('li', { name: 'Li Na', locale: 'zh-CN' })
  const { message } = await it.discord.command('li', 'last', undefined, { customer: 'acme' })
  expect(message?.labels).toContain('分享到频道')
})

test.each([
  ['<!channel> @everyone <@123>'],
  ['*_~`| [x](https://evil.example) :smile:'],
  ['# head\n> quote\n- list\n1. one'],
  ['好'.repeat(5000)],
  ['e\u0301'.repeat(3000)],
  ['‮مرحبا بالعالم'],
  ['👩‍👩‍👧‍👦'.repeat(300)],
  ['a\u0000b\u0007c'],
])('hostile text %# is shown as it is, within every limit', async (text) => {
  const { message } = await it.discord.command('ana', 'crm', 'echo', { text })
  const seen = text.replaceAll(/[\u0000\u0007\u202e]/g, '')
  expect(message?.text).toContain(seen.slice(0, 20))
  const shown = message!.embeds.map(({ footer: _plain, ...embed }) => Object.values(embed).join(' ')).join(' ')
  expect(shown).not.toMatch(/(?<!\\)[<@*_`~|]|(?<!\\):\/\/|\u0000/)
})
