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
