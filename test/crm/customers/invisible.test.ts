import { afterAll, expect, test } from 'vitest'
import { cardOf, formOf, rapport, said } from '../../support/rapport.ts'

const house = await rapport()
const { prisma: db } = house.database
const ana = house.person('A\u202Ena\u200B')
await ana.say('help')
afterAll(() => expect(house.faults).toEqual([]))
const companies = async () => (await db.company.findMany({ orderBy: { id: 'asc' } })).map((one) => one.name)
const contacts = async () => (await db.contact.findMany({ orderBy: { id: 'asc' } })).map((one) => one.name)

test('what nobody sees is in no name that is kept, whatever way it came', async () => {
  expect((await db.member.findFirstOrThrow()).name).toBe('Ana')
  await ana.say('add company Ac\u200Bme\u202E Corp\u2069')
  await ana.say('add company \u2066Glo\u0000bex\uFEFF')
  await ana.say('add contact W\u200Dei \u200EZhang at Acme Corp')
  const form = formOf(await ana.command('add company'))
  await ana.submit(form, { name: 'In\u2060itech\u202C' })
  await ana.press(cardOf(await ana.say('log Hoo\u202Eli: left voicemail')), 'Add Hooli and log')
  expect(await companies()).toEqual(['Acme Corp', 'Globex', 'Initech', 'Hooli'])
  expect(await contacts()).toEqual(['Wei Zhang'])
  expect(said(await ana.say('last Acme\u200B Corp'))).toContain('Acme Corp')
  expect(said(await ana.say('add company \u202E\u200B'))).not.toContain('Added')
})

test('what joins an emoji or the letters of a word stays', async () => {
  for (const name of ['👩‍💻 Studio', '🏳️‍🌈 Bar', '👩🏽‍🚀 Space', 'می\u200Cخواهم', 'क्\u200Dष']) {
    await ana.say(`add company ${name}`)
    expect(await companies()).toContain(name)
  }
})
