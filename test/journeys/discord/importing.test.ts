import { afterAll, expect, test } from 'vitest'
import { discordHouse } from '../../support/discord/house.ts'

const it = await discordHouse()
afterAll(() => it.close())

const LIST = 'Company,City\nAcme Corp,Berlin\nGlobex,Bonn\n'
const imported = (name: string, text = LIST, who = 'ana') =>
  it.discord.commandWithFile(who, 'crm', 'records import', { name, text })

test('a file given to the command is fetched, looked through, and imported by a press', async () => {
  const { message } = await imported('list.csv')
  expect(message?.text).toContain('Reading list.csv')
  await it.delivery.tick()
  await it.delivery.tick()
  const preview = await it.discord.messageTo('ana', (one) => one.text.includes('this would come of it'))
  expect(preview.text).toContain('Companies: 2 new')
  expect((await it.discord.press('ana', preview, 'Import')).message?.text).toContain('Importing list.csv')
  await it.delivery.tick()
  await it.delivery.tick()
  expect((await it.discord.messageTo('ana', (one) => one.text.includes('is imported'))).labels).toContain('Undo')
  expect(await it.house.database.prisma.company.count()).toBe(2)
  expect(it.discord.world.refusals).toEqual([])
})

test('without a file the command leads to the page; a picture, and a file that is gone, are answered plainly', async () => {
  expect((await it.discord.command('ana', 'crm', 'records import')).message?.text).toContain('Drop')
  expect((await imported('cat.png')).message?.text).toContain('cat.png is no file I can import')
  const gone = { name: 'gone.csv', text: LIST, gone: true }
  expect((await it.discord.commandWithFile('ana', 'crm', 'records import', gone)).message?.text).toContain(
    'could not fetch gone.csv',
  )
  expect(await it.house.database.prisma.import.count()).toBe(1)
})

test('who may not import is told so', async () => {
  await it.discord.command('ana', 'crm', 'settings', { change: 'access <@&700000000000000001>' })
  await it.discord.command('bo', 'crm', 'help')
  expect((await imported('list.csv', LIST, 'bo')).message?.text).toContain('manager')
})
