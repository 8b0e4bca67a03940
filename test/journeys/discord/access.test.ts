import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, SALES, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  it.discord.user('zoe', { name: 'Zoe' })
  await withCustomers(it)
})
afterAll(() => it.close())

const last = (user: string) => it.discord.command(user, 'last', undefined, { customer: 'Acme Corp' })
const isKnown = async (user: string) =>
  (await it.house.database.prisma.identity.count({ where: { userId: it.discord.world.users.get(user)!.id } })) > 0

test('before anybody was let in, nobody but who may manage the server gets anything, and nobody is remembered', async () => {
  expect((await last('bo')).message?.text).not.toContain('Acme Corp')
  expect(await it.discord.autocomplete('bo', 'last', undefined, 'customer', 'acme')).toEqual([])
  expect((await it.discord.dm('bo', 'last Acme Corp')).text).not.toContain('Acme Corp')
  expect(await isKnown('bo')).toBe(false)
})

test('somebody else cannot let anybody in', async () => {
  const { message } = await it.discord.command('bo', 'crm', 'settings', { change: `access <@&${SALES}>` })
  expect(message?.text).not.toContain('can be used by')
  expect((await last('bo')).message?.text).not.toContain('Acme Corp')
})

test('with settings access @role its holders are in, by command and by direct message; nobody else', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'settings', { change: `access <@&${SALES}>` })
  expect(message?.text).toContain(`can be used by those who manage it, and by role ${SALES}`)
  expect((await last('bo')).message?.text).toContain('Acme Corp')
  expect((await it.discord.dm('bo', 'last Acme Corp')).text).toContain('Acme Corp')
  expect((await last('zoe')).message?.text).not.toContain('Acme Corp')
  expect(await isKnown('zoe')).toBe(false)
})

test('who lost the role, or whose role is not let in any more, is out: in direct messages, too', async () => {
  await it.discord.command('ana', 'crm', 'settings', { change: 'access off' })
  expect((await last('bo')).message?.text).not.toContain('Last contact')
  expect((await it.discord.dm('bo', 'last Acme Corp')).text).not.toContain('Last contact')
})

test('@everyone lets the whole server in', async () => {
  const { message } = await it.discord.command('ana', 'crm', 'settings', { change: 'access @everyone' })
  expect(message?.text).toContain('and by everybody in it')
  expect((await last('zoe')).message?.text).toContain('Acme Corp')
  await it.discord.command('ana', 'crm', 'undo')
  expect((await last('zoe')).message?.text).not.toContain('Last contact')
})

test('bots are not answered, and never remembered', async () => {
  it.discord.user('robot', { name: 'Robot', bot: true, roles: [SALES] })
  const before = it.discord.world.messages.size
  it.discord.write('robot', `<@${it.discord.world.bot.id}> last Acme Corp`)
  await it.discord.dm('ana', 'help')
  expect(it.discord.messagesTo('robot')).toEqual([])
  // Robot's own line, Ana's, and the answer to hers.
  expect(it.discord.world.messages.size).toBe(before + 3)
  expect(await isKnown('robot')).toBe(false)
})

test('Discord took everything, and nothing failed', () => {
  expect(it.discord.world.refusals).toEqual([])
  expect(it.house.faults).toEqual([])
})
