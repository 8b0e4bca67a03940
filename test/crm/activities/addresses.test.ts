import { beforeAll, expect, test } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  for (const line of [
    'add company Acme Corp acme.com',
    'add company Northwind Traders',
    'add contact Wei Zhang at Acme Corp wei@acme.com +49 30 1234567',
    'add contact Wei Liu at Northwind Traders wei@northwind.com',
    'add contact Priya Nair at Northwind Traders',
  ])
    await ana.say(line)
})

test.each([
  ['emailed wei@acme.com the deck', 'Logged: email with Wei Zhang (Acme Corp)'],
  ['called +49 30 1234567, no answer', 'Logged: call with Wei Zhang (Acme Corp)'],
  ['called 030/1234567, no answer', 'Logged: call with Wei Zhang (Acme Corp)'],
  ['demo with acme.com went well', 'Logged: meeting with Acme Corp'],
  ['looked at https://www.acme.com/products before the call', 'Acme Corp'],
  ['给wei@acme.com发了邮件', 'Logged: email with Wei Zhang (Acme Corp)'],
  ['called Wei (wei@northwind.com), no answer', 'Logged: call with Wei Liu (Northwind Traders)'],
  ['called Acme at 030 1234567, no answer', 'Logged: call with Wei Zhang (Acme Corp)'],
  ['emailed wei@acme.com and wei@northwind.com', 'Also there: Wei Liu'],
  ['called +49 30 1234567 today, 12k deal, call back 3pm', 'Amount: 12,000'],
])('%s', async (line, answer) => {
  expect(said(await ana.say(line))).toContain(answer)
})

test.each([
  ['a part of a number is nobody', 'called 1234567, PO 4912345'],
  ['a number of an order is nobody', 'order 1234567890 went out'],
])('%s', async (_name, line) => {
  expect(said(await ana.say(line))).toMatch(/Who was it with/)
})

test('somebody new who writes from a known company is offered there', async () => {
  const asked = cardOf(await ana.say('emailed Bob Miller bob.miller@acme.com'))
  expect(said(await ana.press(asked, 'Add Bob Miller (Acme Corp) and log'))).toContain('Bob Miller (Acme Corp)')
})

test('a detail that is new is offered, added by a button, and can be taken back', async () => {
  const logged = cardOf(await ana.say('called Priya, her mobile is +1 415 555 0100, wants a quote'))
  const added = await ana.press(logged, 'Add +14155550100 to Priya Nair')
  expect(said(added)).toContain('Added +14155550100 to Priya Nair (Northwind Traders)')
  expect(said(await ana.press(logged, 'Add +14155550100 to Priya Nair'))).toMatch(/already/)
  expect(said(await ana.say('called +1 415 555 0100, busy'))).toContain('Priya Nair')
  await ana.press(cardOf(added), 'Undo')
  expect(said(await ana.say('show Priya'))).not.toContain('+14155550100')
})

test('what somebody has already, or what is at another company, is not offered', async () => {
  for (const line of ['called Priya about wei@acme.com', 'called Priya, cc new.person@acme.com', 'emailed wei@acme.com again'])
    expect(said(await ana.say(line))).not.toContain('[Add ')
  expect(house.faults).toEqual([])
})
