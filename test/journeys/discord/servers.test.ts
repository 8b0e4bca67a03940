import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeClient } from '../../../src/adapters/discord/client.ts'
import { discordAdapter } from '../../../src/adapters/discord/index.ts'
import { presenceOf } from '../../../src/crm/workspaces/presence.ts'
import { type DiscordHouse, discordHouse, withCustomers } from '../../support/discord/house.ts'
import { guildJson } from '../../support/discord/payloads.ts'
import { quiet } from '../../support/quiet.ts'

let it: DiscordHouse
beforeEach(async () => {
  it = await discordHouse()
  await withCustomers(it)
  await it.discord.command('ana', 'crm', 'remind', { customer: 'Acme Corp', when: 'tomorrow 10am', what: 'send the quote' })
  await it.delivery.tick()
})
afterEach(() => it.close())

const installation = () => it.house.database.prisma.installation.findFirstOrThrow()
const reminders = () => it.discord.messagesTo('ana').filter((one) => JSON.stringify(one).includes('send the quote'))

test('put out of a server, it sends nothing there; let in again it says hello, and what is owed goes out', async () => {
  const { gateway, world } = it.discord
  gateway.tell('GUILD_DELETE', { id: world.guild.id })
  await vi.waitFor(async () => expect((await installation()).leftAt).not.toBeNull(), 10_000)
  await it.comeTo('2026-11-25T10:05:00+01:00')
  expect(reminders()).toEqual([])
  gateway.tell('GUILD_CREATE', guildJson(world))
  await it.discord.until(
    () => it.discord.messagesInChannel().some((one) => one.content.startsWith('Hello! I am Rapport')),
    'a greeting',
  )
  expect((await installation()).leftAt).toBeNull()
  await it.comeTo('2026-11-25T10:10:00+01:00')
  expect(reminders()).not.toEqual([])
  expect(it.discord.world.refusals).toEqual([])
})

test('a server that is only unavailable is not left', async () => {
  it.discord.gateway.tell('GUILD_DELETE', { id: it.discord.world.guild.id, unavailable: true })
  it.discord.gateway.tell('GUILD_CREATE', guildJson(it.discord.world))
  await it.comeTo('2026-11-25T10:05:00+01:00')
  expect(reminders()).not.toEqual([])
  expect((await installation()).leftAt).toBeNull()
})

test('put out while nobody listened, it notices at the next start', async () => {
  await it.adapter.stop()
  it.discord.world.guild.in = false
  const { bot, database, clock } = it.house
  const again = discordAdapter({
    bot,
    config: it.discord.config,
    log: quiet,
    presence: presenceOf(database.prisma, 'discord', clock.now),
  })
  await again.start()
  await vi.waitFor(async () => expect((await installation()).leftAt).not.toBeNull(), 10_000)
  await again.stop()
})

test('connections are shared out as they are set', () => {
  const options = (shards: Parameters<typeof makeClient>[0]['shards']) => {
    const client = makeClient({ token: 't', shards }, () => false, quiet)
    return [client.options.shards, client.options.shardCount]
  }
  expect(options(undefined)).toEqual([[0], 1])
  expect(options('auto')).toEqual(['auto', 1])
  expect(options({ count: 4, ids: [0, 1, 2, 3] })).toEqual([[0, 1, 2, 3], 4])
  expect(options({ count: 4, ids: [2, 3] })).toEqual([[2, 3], 4])
})
