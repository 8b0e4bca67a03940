import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
})
afterAll(() => it.close())

test('a company that is likely here is warned of; two that stand are merged, and parted by undo', async () => {
  const warned = await it.discord.dm('ana', 'add company Acme Corporation')
  expect(warned.text).toMatch(/Acme Corporation is perhaps here already[\s\S]*the same name but for the legal form/)
  await it.discord.press('ana', warned, 'Add it anyway')
  const asked = await it.discord.dm('ana', 'merge Acme Corporation into Acme Corp')
  expect(asked.text).toContain('Merge Acme Corporation into Acme Corp?')
  const { message: done } = await it.discord.press('ana', asked, 'Merge')
  expect(done?.text).toContain('Merged Acme Corporation into Acme Corp')
  const { message: undone } = await it.discord.press('ana', done!, 'Undo')
  expect(undone?.text).toContain('Taken back: Merge of Acme Corporation into Acme Corp')
})
