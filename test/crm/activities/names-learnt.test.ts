import { beforeEach, expect, test } from 'vitest'
import { cardOf, formOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  for (const line of [
    'company IBM',
    'company Acme Corp',
    'company Northwood Inc',
    'company Northwind Traders',
    'contact Wei Zhang at Acme Corp',
  ])
    await ana.say(`add ${line}`)
})

const REMEMBER = 'Remember that “Big Blue” is IBM'

test('whom a typed name means is remembered for the whole team, audited, taken back, shown and forgotten', async () => {
  const asked = cardOf(await ana.say('spoke to Big Blue about pricing'))
  const form = formOf(await ana.press(asked, "It's …"))
  const logged = cardOf(await ana.submit(form, { customer: 'IBM' }))
  const learnt = cardOf(await ana.press(logged, REMEMBER))
  expect(await house.database.prisma.change.count({ where: { operation: 'alias', noun: 'company' } })).toBe(1)
  expect(said(await bo.say('big blue - no answer'))).toContain('Logged: call with IBM')
  expect(said(await bo.say('last big blue'))).toContain('IBM')
  expect(said(await bo.say('show IBM'))).toContain('Also known as: Big Blue')

  const shown = cardOf(await bo.say('show IBM'))
  const forgotten = cardOf(await bo.press(shown, 'Big Blue'))
  expect(said(await ana.say('big blue - no answer'))).toContain("I don't know big blue")
  await bo.press(forgotten, 'Undo')
  expect(said(await ana.say('big blue - no answer'))).toContain('Logged: call with IBM')
  expect(said(await ana.press(learnt, 'Undo'))).toContain('Taken back')
  expect(said(await ana.say('big blue - no answer'))).toContain("I don't know big blue")
  expect(house.faults).toEqual([])
})

test('a further name means the company only as a whole', async () => {
  const form = formOf(await ana.press(cardOf(await ana.say('spoke to Big Blue about pricing')), "It's …"))
  await ana.press(cardOf(await ana.submit(form, { customer: 'IBM' })), REMEMBER)
  expect(said(await ana.say('Big Green: no answer'))).toContain("I don't know Big Green")
})

test('a name that was read wrongly and then corrected is offered as well', async () => {
  const form = formOf(await ana.press(cardOf(await ana.say('called Northwndi, no answer')), 'Edit'))
  expect(form.fields.find((field) => field.name === 'customer')?.valueLabel).toBe('Northwind Traders')
  const mended = cardOf(await ana.submit(form, { customer: 'Northwood Inc' }))
  await ana.press(mended, 'Remember that “Northwndi” is Northwood Inc')
  expect(said(await ana.say('called Northwndi, no answer'))).toContain('Logged: call with Northwood Inc')
})

test.each([
  ['the name of another customer', 'Northwind: no answer'],
  ['the beginning of another name', 'acme: no answer'],
])('never is what would be refused: %s', async (_name, line) => {
  const form = formOf(await ana.press(cardOf(await ana.say(line)), 'Edit'))
  expect(said(await ana.submit(form, { customer: 'IBM' }))).not.toContain('Remember')
})

test('nor a common word, a first name or a date', async () => {
  const ibm = await house.database.prisma.company.findFirstOrThrow({ where: { name: 'IBM' } })
  for (const name of ['customer', 'Laura', 'Monday', 'their CFO', '前台', '明天', 'Wei Zhang'])
    expect(said(await ana.ask({ kind: 'options', operation: 'alias', values: { company: ibm.id, name } })), name).toContain(
      'Nothing was changed',
    )
  for (const name of ['Big Blue', '大蓝', 'i b m']) {
    const answer = said(await ana.ask({ kind: 'options', operation: 'alias', values: { company: ibm.id, name } }))
    expect(answer, name).toContain('From now on')
  }
})

test('a note that is changed has the amount that it names then', async () => {
  const form = formOf(await ana.press(cardOf(await ana.say('called Wei, wants an offer, $12k')), 'Edit'))
  await ana.submit(form, { note: 'called Wei, wants an offer, $15k' })
  expect(said(await ana.say('last Wei'))).toContain('Amount: $15,000')
})
