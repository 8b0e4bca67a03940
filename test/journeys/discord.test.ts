import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { discordAdapter } from '../../src/adapters/discord/index.ts'
import type { Adapter } from '../../src/bot/house.ts'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import { type FakeDiscord, fakeDiscord } from '../support/discord/index.ts'
import { quiet } from '../support/quiet.ts'
import { rapport, type TestHouse } from '../support/rapport.ts'

let house: TestHouse
let discord: FakeDiscord
let adapter: Adapter
let delivery: Delivery

beforeAll(async () => {
  house = await rapport()
  discord = await fakeDiscord()
  discord.user('ana', { name: 'Ana', owns: true, manages: true })
  discord.user('bo', { name: 'Bo' })
  adapter = discordAdapter({ bot: house.bot, config: discord.config, log: quiet })
  await adapter.start()
  await vi.waitFor(() => expect(adapter.ready()).toBe(true), { timeout: 10_000 })
  delivery = createDelivery({
    database: house.database,
    registry: house.bot.registry,
    house: house.house,
    couriers: new Map([['discord', adapter.courier]]),
    log: quiet,
    wait: async () => undefined,
    jitter: () => 0,
  })
  await discord.command('ana', 'crm', 'add company', { name: 'Acme Corp' })
  await discord.command('ana', 'crm', 'add contact', { name: 'Wei Zhang', company: 'Acme Corp' })
})
afterAll(async () => {
  await adapter.stop()
  await discord.close()
})

test('nobody but those who may manage the server gets in, until a role is let in', async () => {
  const refused = await discord.command('bo', 'last', undefined, { customer: 'acme' })
  expect(refused.message?.text).not.toContain('Acme Corp')
  expect(await house.database.prisma.identity.count({ where: { userId: discord.world.users.get('bo')!.id } })).toBe(0)
})

test('a line is logged, to the asker alone, and the customer completes while it is typed', async () => {
  const { message } = await discord.command('ana', 'log', undefined, {
    line: 'Acme Corp: spoke to Wei, wants a quote, call back Thursday 10am',
  })
  expect(message?.text).toContain('Logged: call with Wei Zhang (Acme Corp)')
  expect(message?.ephemeral).toBe(true)
  const choices = await discord.autocomplete('ana', 'last', undefined, 'customer', 'we')
  expect(JSON.stringify(choices)).toContain('Wei Zhang (Acme Corp)')
})

test('last says who, when and what; shared, the channel sees it and the private answer stays', async () => {
  const { message } = await discord.command('ana', 'crm', 'last', { customer: 'wei' })
  expect(message?.text).toContain('wants a quote')
  await discord.press('ana', message!, 'Share in channel')
  await vi.waitFor(() => expect(discord.messagesInChannel().some((one) => one.text.includes('wants a quote'))).toBe(true))
  expect(message?.labels).toContain('Share in channel')
})

test('a plain line in a direct message is logged', async () => {
  await discord.dm('ana', 'called Wei, left voicemail')
  await discord.messageTo('ana', (one) => one.text.includes('Logged: call with Wei Zhang'))
})

test('Edit opens a modal, prefilled, and mends; Undo takes back', async () => {
  const { message } = await discord.command('ana', 'crm', 'log', { line: 'Wei Zhang: no answer' })
  const { modal } = await discord.press('ana', message!, 'Edit')
  const mended = await discord.submit('ana', modal!, { note: 'no answer, tried twice' })
  expect(mended.message?.text).toContain('tried twice')
  const undone = await discord.command('ana', 'crm', 'undo')
  expect(undone.message?.text).toBeTruthy()
  expect(await house.database.prisma.activity.count({ where: { note: 'no answer, tried twice' } })).toBe(0)
})

test('a reminder comes as a direct message at its time, once, and Done updates it in place', async () => {
  await discord.command('ana', 'crm', 'remind', { customer: 'Acme Corp', when: 'tomorrow 9am', what: 'send the quote' })
  house.clock.set('2026-11-25T09:00:00+01:00')
  await delivery.tick()
  await delivery.tick()
  const reminders = discord.messagesTo('ana').filter((one) => one.text.includes('Reminder: send the quote'))
  expect(reminders).toHaveLength(1)
  const done = await discord.press('ana', reminders[0]!, 'Done')
  expect(done.updated).toBe(true)
  expect(reminders[0]?.text).toContain('Done: send the quote')
})

test('Discord took everything, and nothing failed behind anybody’s back', () => {
  expect(discord.world.refusals).toEqual([])
  expect(house.faults).toEqual([])
})
