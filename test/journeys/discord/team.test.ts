import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, SALES, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
  await it.discord.command('ana', 'crm', 'settings', { change: `access <@&${SALES}>` })
})
afterAll(() => it.close())

const channel = () => it.discord.world.guild.channel
const settings = async (change: string, user = 'ana') =>
  (await it.discord.command(user, 'crm', 'settings', { change })).message!.text
const said = () =>
  [...it.discord.world.messages.values()].filter((one) => one.channel === channel() && !one.author && !one.ephemeral)

test('the team’s day comes into the channel that was chosen', async () => {
  expect(await settings(`digest <#${channel()}> 9:00`)).toMatch(
    /#sales hears the team’s day at 09:00[\s\S]*only because you asked/,
  )
  await it.discord.command('ana', 'log', undefined, { line: 'Acme Corp: spoke to Wei, wants a quote over €40,000' })
  await it.comeTo('2026-11-25T09:00:00+01:00')
  expect(said().map((one) => one.text)).toEqual([
    expect.stringMatching(/The team’s day, Wed 25 Nov[\s\S]*Wei Zhang \(Acme Corp\) · €40,000/),
  ])
})

test('not by a rep; not into a channel that is hidden from the bot, or is none', async () => {
  await it.discord.command('bo', 'crm', 'help')
  expect(await settings(`digest <#${channel()}> 9:00`, 'bo')).toContain('Only a manager or an admin')
  it.discord.fail(/GET \/channels/, { status: 403, code: 50001 })
  expect(await settings('digest <#700000000000000009> 9:00')).toContain('I may not write in that channel. Let Rapport see')
  it.discord.fail(/GET \/channels/, { status: 404, code: 10003 })
  expect(await settings('digest <#700000000000000009> 9:00')).toContain('I find no channel')
  expect(await settings('digest #sales 9:00')).toContain('I find no channel')
})

test('a channel from which the bot was shut out is told of to who set it', async () => {
  await it.discord.command('ana', 'crm', 'remind', { when: 'Friday 6pm', what: 'file the report' })
  await it.comeTo('2026-11-27T08:00:00+01:00')
  it.discord.fail(new RegExp(`POST /channels/${channel()}/messages`), { status: 403, code: 50001 })
  await it.comeTo('2026-11-27T09:00:00+01:00')
  await it.comeTo('2026-11-27T09:30:00+01:00')
  expect(it.discord.messagesTo('ana').map((one) => one.text)).toContainEqual(expect.stringContaining('did not get into #sales'))
  expect(await settings(`digest <#${channel()}> off`)).toContain('does not hear the team’s day any more')
})

test('nothing failed behind anybody’s back', () => {
  expect(it.house.faults).toEqual([])
})
