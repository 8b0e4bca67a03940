import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse } from '../support/discord/house.ts'
import { wordsOf } from '../support/slack/fake.ts'
import { ANA, type SlackHouse, slackHouse, withCustomers } from '../support/slack/house.ts'

let slack: SlackHouse
let discord: DiscordHouse
beforeAll(async () => {
  discord = await discordHouse()
  slack = await slackHouse('socket', discord.house)
  await withCustomers(slack)
})
afterAll(async () => {
  await slack.close()
  await discord.close()
})

const inDiscord = async (operation: string, options: Record<string, string>) =>
  (await discord.discord.command('ana', 'crm', operation, options)).message!.text

test('before they are joined, one side knows nothing of the other', async () => {
  expect(await inDiscord('last', { customer: 'Acme Corp' })).toContain("I don't know Acme Corp")
})

test('a code of the one, typed in the other, joins the two teams and the person’s two accounts', async () => {
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(wordsOf(await slack.crm('settings link')))?.[0]
  expect(await inDiscord('settings', { change: `link ${code}` })).toMatch(/Joined[\s\S]*one person/)
  expect(await discord.house.database.prisma.member.count({ where: { active: true } })).toBe(1)
  expect(await inDiscord('settings', { change: `link ${code}` })).toMatch(/already|used/)
})

test('a call logged in Slack is seen in Discord, and the other way round', async () => {
  await slack.crm('log Acme Corp: spoke to Wei, wants a quote')
  expect(await inDiscord('last', { customer: 'wei' })).toMatch(/wants a quote[\s\S]*/)
  await discord.discord.command('ana', 'log', undefined, { line: 'Tom Fischer: left voicemail' })
  expect(wordsOf(await slack.crm('last tom fischer'))).toMatch(/left voicemail[\s\S]*by Ana/)
  expect(wordsOf(await slack.crm('undo'))).toContain('Tom Fischer')
})

test('nothing was refused, and nothing failed', () => {
  expect(slack.slack.refusals).toEqual([])
  expect(discord.discord.world.refusals).toEqual([])
  expect(discord.house.faults).toEqual([])
  expect(slack.slack.seenBy(ANA).length).toBeGreaterThan(0)
})
