import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, SALES, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
  await it.discord.command('ana', 'crm', 'settings', { change: `access <@&${SALES}>` })
  await it.discord.command('bo', 'crm', 'help')
})
afterAll(() => it.close())

const crm = async (user: string, subcommand: string, options: Record<string, string> = {}) =>
  (await it.discord.command(user, 'crm', subcommand, options)).message!

test('who changed what, from what to what; taken back by its button, and done again', async () => {
  await it.discord.dm('bo', 'edit Acme Corp city=Berlin')
  const history = await crm('bo', 'history', { customer: 'Acme Corp' })
  expect(history.text).toContain('City: – → Berlin')
  expect(history.text).toMatch(/Bo · just now.*Discord, said to the bot/)
  const undo = history.labels.find((one) => one.includes('Undo'))!
  const undone = (await it.discord.press('bo', history, undo)).message!
  expect(undone.text).toContain('Taken back: Change of Acme Corp')
  expect((await it.discord.press('bo', undone, 'Redo')).message!.text).toContain('Done again')
})

test('what is seldom wanted stands in a drawer: the list, and by its number', async () => {
  const { message } = await it.discord.command('bo', 'crm', 'daily undo-list')
  expect(message?.text).toContain('you can take back')
  expect((await crm('bo', 'undo', { which: '1' })).text).toContain('Taken back')
})
