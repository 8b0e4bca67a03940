import { beforeAll, expect, test } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  for (const line of [
    'add company Acme Corp',
    'add company Northwind Traders',
    'add contact Wei Zhang at Acme Corp',
    'add contact Laura Bennett at Acme Corp',
    'add contact Tom Fischer at Acme Corp',
    'add contact Tom Reed at Northwind Traders',
    'add contact Priya Nair at Northwind Traders',
    'log called Laura Bennett last Friday, no answer',
  ])
    await ana.say(line)
})

test('the others of a line are linked, named, and it is their last contact too', async () => {
  house.clock.pass({ minutes: 5 })
  expect(said(await ana.say('met with Wei, Laura Bennett and Priya, good fit'))).toMatch(/Also there: Laura Bennett, Priya Nair/)
  const last = said(await ana.say('last Laura Bennett'))
  expect(last).toContain('just now')
  expect(last).toContain('Meeting, took place · Wei Zhang, Laura Bennett, Priya Nair')
  expect(last).toMatch(/Before that: 4 days ago.*Call, no answer/)
  expect(said(await ana.say('show Laura Bennett'))).toMatch(/Last contact: .*Meeting/)
  expect(said(await ana.say('timeline Laura Bennett'))).toMatch(/Meeting, took place[\s\S]*Call, no answer/)
})

test("it is a contact with the other's company, told once where both are", async () => {
  expect(said(await ana.say('last Northwind'))).toContain('met with Wei, Laura Bennett and Priya')
  expect(said(await ana.say('timeline Acme')).match(/met with Wei/g)).toHaveLength(1)
})

test('of two of one name the one at the named company was there', async () => {
  expect(said(await ana.say('met with Wei and Tom at Acme, went well'))).toContain('Also there: Tom Fischer')
  expect(said(await ana.say('last Tom Fischer'))).toContain('met with Wei and Tom at Acme')
  expect(said(await ana.say('Wei Zhang: spoke to Wei and Tom about Tom Fischer'))).toMatch(/Also there: Tom Fischer$/m)
  expect(said(await ana.say('last Tom Reed'))).toContain('No contact with Tom Reed')
})

test('a person who was there cannot be taken back from under the activity', async () => {
  const added = cardOf(await ana.say('add contact Grace Kim at Acme Corp'))
  await ana.say('lunch with Wei and Grace Kim')
  expect(said(await ana.press(added, 'Undo'))).toMatch(/Grace Kim/)
  expect(said(await ana.say('last Grace Kim'))).toContain('lunch with Wei')
  expect(house.faults).toEqual([])
})

test('somebody unknown at a known company is added by a press, and what was logged is theirs', async () => {
  const logged = cardOf(await ana.say('log acme: spoke to Lee Chan, wants 3 plants'))
  const added = cardOf(await ana.press(logged, 'Add Lee Chan'))
  expect(added.title).toBe('Added Lee Chan (Acme Corp), and what was logged is about them.')
  expect(said(await ana.say('last Lee Chan'))).toContain('wants 3 plants')
  // A second press, on a card that still stands, adds nobody twice.
  expect(said(await ana.press(logged, 'Add Lee Chan'))).toContain('stands under a person already')
  expect(said(await ana.press(added, 'Undo'))).toContain('Taken back')
  expect(said(await ana.say('last acme'))).toContain('wants 3 plants')
  expect(said(await ana.say('find Lee Chan'))).not.toContain('Contact · Lee Chan')
})

test('nobody is offered to be added for a role, or for somebody who is known', async () => {
  for (const line of ['log acme: spoke to their CFO, wants a quote', 'log acme: spoke to Wei, wants a quote'])
    expect(cardOf(await ana.say(line)).buttons?.map((one) => one.label)).not.toContainEqual(expect.stringMatching(/^Add /))
})
