import { beforeAll, expect, test } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
  await ana.command('add company Globex')
  await ana.command('add contact Laura Bennett at Globex')
  await ana.command('add contact Priya Patel at Globex')
})

test.each([
  ['Golbex', 'Globex'],
  ['Glboex', 'Globex'],
  ['Glpbex', 'Globex'],
  ['Luara', 'Laura Bennett'],
  ['Lauar', 'Laura Bennett'],
  ['Prija', 'Priya Patel'],
])('“%s”, one slip from %s, is asked about by find, last and log', async (typed, name) => {
  expect(said(await ana.command(`find ${typed}`))).toMatch(new RegExp(`Is it one of these\\?[\\s\\S]*${name}`))
  for (const line of [`last ${typed}`, `log ${typed}: sent the offer`]) expect(said(await ana.command(line))).toContain(name)
})

test('a press goes on with whom it was meant for', async () => {
  const asked = await ana.command('log Luara: sent the offer')
  expect(said(await ana.press(cardOf(asked), 'Laura Bennett (Globex)'))).toContain('Logged: note on Laura Bennett')
})

test('nobody is told of whom they do not see, nor of names of four letters', async () => {
  await ana.command('add company Nile')
  expect(said(await ana.command('find Niel'))).not.toContain('Company · Nile')
  await house.database.pool.query(`UPDATE workspaces SET visibility = 'own'`)
  const rep = house.person('Rita')
  await rep.say('help')
  expect(said(await rep.command('find Luara'))).not.toContain('Laura')
  expect(house.faults).toEqual([])
})
