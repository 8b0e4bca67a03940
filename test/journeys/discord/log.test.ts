import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../support/discord/fill.ts'
import { type DiscordHouse, discordHouse, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
})
afterAll(() => it.close())

const noted = (note: string) => it.house.database.prisma.activity.findMany({ where: { note, archivedAt: null } })
const log = (line: string) => it.discord.command('ana', 'log', undefined, { line })

test('one line: customer, outcome and follow-up with relative and absolute time, for the asker alone', async () => {
  const { message } = await log('Acme Corp: spoke to Wei, wants a quote, call back Thursday 10am')
  expect(message?.text).toContain('Logged: call with Wei Zhang (Acme Corp)')
  expect(message?.text).toContain('Outcome: Call, connected')
  expect(message?.text).toMatch(/Follow-up: Thu 26 Nov, 10:00 \(in 2 days\): call back/)
  expect(message).toMatchObject({ ephemeral: true, labels: ['Edit', 'Undo', 'Share in channel'] })
})

test('the command alone opens a form; what is sent in is logged with its follow-up', async () => {
  const { modal } = await it.discord.command('ana', 'crm', 'log')
  expect(modal?.title).toBe('Log a contact')
  const { message } = await it.discord.submit('ana', modal!, {
    'What happened': 'met Tom for lunch',
    'Follow-up': 'Friday 9am send minutes',
  })
  expect(message?.text).toMatch(/Logged: meeting with Tom Fischer[\s\S]*Fri 27 Nov, 09:00.*send minutes/)
  expect(message?.ephemeral).toBe(true)
})

test('“Log to CRM” on somebody’s message: its words prefilled, its link kept', async () => {
  const theirs = it.discord.write('bo', 'Wei called us, budget is $50k')
  const { modal } = await it.discord.messageCommand('ana', 'Log to CRM', theirs)
  expect(fieldsOf(modal!)[0]?.value).toBe('Wei called us, budget is $50k')
  const { message } = await it.discord.submit('ana', modal!)
  expect(message?.text).toContain('Logged: call with Wei Zhang')
  const { guild } = it.discord.world
  expect(await noted('Wei called us, budget is $50k')).toMatchObject([
    { direction: 'inbound', sourceUrl: `https://discord.com/channels/${guild.id}/${guild.channel}/${theirs.id}` },
  ])
})

test('a direct message is logged, and answered there', async () => {
  const answer = await it.discord.dm('ana', 'called Wei, left voicemail')
  expect(answer.text).toContain('Logged: call with Wei Zhang')
  expect(answer.labels).toEqual(['Edit', 'Undo'])
})

test('a mention is logged, and answered by direct message with a word in the channel', async () => {
  await it.discord.mention('ana', 'visited Tom at the lab')
  const answer = await it.discord.messageTo('ana', (one) => one.text.includes('Logged: visit with Tom Fischer'))
  expect(answer.ephemeral).toBe(false)
  await it.discord.until(() => it.discord.messagesInChannel().length > 0, 'a word in the channel')
  expect(it.discord.messagesInChannel().at(-1)?.text).toContain('direct message')
  expect(it.discord.messagesInChannel().at(-1)?.text).not.toContain('Tom')
})

test('an unknown customer is offered; added, the line is logged as it was', async () => {
  const { message } = await log('Globex: no answer, try again Friday 9am')
  expect(message?.text).toContain("I don't know Globex")
  expect(message?.labels).toEqual(expect.arrayContaining(['Add Globex and log', "It's …", 'Cancel']))
  expect(await it.house.database.prisma.company.count({ where: { name: 'Globex' } })).toBe(0)
  const { updated } = await it.discord.press('ana', message!, 'Add Globex and log')
  expect(updated).toBe(true)
  expect(message?.text).toMatch(/Logged: call with Globex[\s\S]*Fri 27 Nov, 09:00/)
})

test('… or is somebody known: the form asks whom, and keeps the line', async () => {
  const { message } = await log('Initech: busy, again tomorrow 9am')
  const { modal } = await it.discord.press('ana', message!, "It's …")
  expect(fieldsOf(modal!)[0]?.value).toBe('Initech: busy, again tomorrow 9am')
  const sent = await it.discord.submit('ana', modal!, { Customer: 'Tom Fischer' })
  expect(sent.message?.text).toContain('Logged: call with Tom Fischer')
})

test('… or is left: the words come back, and nothing was changed', async () => {
  const before = await it.house.database.prisma.activity.count()
  const { message } = await log('Hooli: busy')
  await it.discord.press('ana', message!, 'Cancel')
  expect(message?.text).toMatch(/Nothing was changed[\s\S]*Hooli: busy/)
  expect(await it.house.database.prisma.activity.count()).toBe(before)
})

test('two who fit are asked for; the pick logs the very line', async () => {
  const { message } = await log('acme - no answer')
  expect(message?.text).toContain('Which one?')
  expect(message?.labels).toEqual(['Acme Corp', 'Acme Labs', 'Cancel'])
  await it.discord.press('ana', message!, 'Acme Labs')
  expect(message?.text).toContain('Logged: call with Acme Labs')
})

test('Edit opens prefilled, and mends in place; Undo takes back in place, and twice says so', async () => {
  const { message } = await log('Wei Zhang: no answer')
  const { modal } = await it.discord.press('ana', message!, 'Edit')
  expect(fieldsOf(modal!).map(({ label, value }) => [label, value])).toEqual(
    expect.arrayContaining([
      ['Customer', 'Wei Zhang (Acme Corp)'],
      ['Kind and outcome', 'call.no_answer'],
    ]),
  )
  expect((await it.discord.submit('ana', modal!, { 'Kind and outcome': 'call.left_voicemail' })).updated).toBe(true)
  expect(message?.text).toContain('Changed: Call, left voicemail')
  await it.discord.press('ana', message!, 'Undo')
  expect(message?.text).toContain('Taken back')

  const second = (await log('Wei Zhang: sent the offer')).message!
  const stale = { ...second, components: [...second.components] }
  await it.discord.press('ana', second, 'Undo')
  expect(await noted('Wei Zhang: sent the offer')).toEqual([])
  const again = await it.discord.press('ana', Object.assign(second, { components: stale.components }), 'Undo')
  expect(again.message?.text).toMatch(/already/)
})

test('shared, the channel sees the facts without buttons; the private answer stays', async () => {
  const { message } = await log('Wei Zhang: wants the price list')
  await it.discord.press('ana', message!, 'Share in channel')
  await it.discord.until(
    () => it.discord.messagesInChannel().some((one) => one.text.includes('price list')),
    'the shared message',
  )
  expect(it.discord.messagesInChannel().find((one) => one.text.includes('price list'))?.labels).toEqual([])
  expect(message?.labels).toContain('Share in channel')
})

test('Discord took everything, and nothing failed', () => {
  expect(it.discord.world.refusals).toEqual([])
  expect(it.house.faults).toEqual([])
})
