import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, SALES, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
  await it.discord.command('ana', 'crm', 'settings', { change: `access <@&${SALES}>` })
  await it.discord.command('bo', 'last', undefined, { customer: 'Acme Corp' })
  expect(await asked('bo', 'last Acme Corp')).toContain('Acme Corp')
})
afterAll(() => it.close())

const asked = async (user: string, text: string) => (await it.discord.dm(user, text)).text

test('a file beside a line is kept on its customer by its message, shown there and in the timeline, and goes with the note', async () => {
  const logged = await it.discord.dm('ana', 'met Wei Zhang, went through the contract', ['contract.pdf', '报价 2026.xlsx'])
  expect(logged.text).toContain('Attached: contract.pdf, 报价 2026.xlsx')
  const kept = await it.house.database.prisma.attachment.findMany({ orderBy: { id: 'asc' } })
  expect(kept.map(({ url }) => url.replace(/\d{6,}/g, 'N'))).toEqual([
    'https://discord.com/channels/@me/N/N',
    'https://discord.com/channels/@me/N/N#2',
  ])
  for (const way of ['attachments wei zhang', 'timeline wei zhang', 'show wei zhang'])
    expect(await asked('bo', way)).toContain('contract.pdf')
  await it.discord.press('ana', logged, 'Undo')
  expect(await asked('bo', 'attachments wei zhang')).toContain('Nothing is attached yet')
})

test('beside a private line only its author sees it', async () => {
  await it.discord.dm('ana', 'log private: Tom Fischer is leaving', ['letter.pdf'])
  for (const way of ['attachments tom fischer', 'timeline tom fischer', 'show tom fischer']) {
    expect(await asked('bo', way)).not.toContain('letter.pdf')
    expect(await asked('ana', way)).toContain('letter.pdf')
  }
})

test('beside a pasted list it is attached to nobody, and that is said', async () => {
  const logged = await it.discord.dm('ana', '- called Wei Zhang, sent the offer\n- met Tom Fischer, good fit', ['both.pdf'])
  expect(logged.text).toContain('Attached to none of them: both.pdf')
  expect(await it.house.database.prisma.attachment.count({ where: { name: 'both.pdf' } })).toBe(0)
  expect(it.house.faults).toEqual([])
})
