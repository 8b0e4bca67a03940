import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPrivate, asPrivateFromStart } from '../../../src/crm/activities/private.ts'
import { rapport, said } from '../../support/rapport.ts'

const house = await rapport()
const ana = house.person('Ana')
const bo = house.person('Bo')

beforeAll(async () => {
  await ana.say('add company Acme Corp')
  await bo.say('help')
})
afterAll(() => expect(house.faults).toEqual([]))

test.each([
  'log Acme Corp: private: they pay late',
  'log Acme Corp: 🔒 they pay late',
  'Acme Corp: :lock: they pay late',
  'note Acme Corp: private note: they pay late',
  '记录 Acme Corp：私密：they pay late',
  '🔒 Acme Corp: they pay late',
])('what is marked private is, before its customer or behind: %s', async (line) => {
  const logged = await ana.say(line)
  expect(said(logged)).toContain('Only you see this.')
  expect(said(logged)).toMatch(/Acme Corp[:：] they pay late/)
  for (const look of ['last acme', 'timeline acme', 'history acme', 'find pay late'])
    expect(said(await bo.say(look)), look).not.toContain('they pay late')
})

describe('what is not marked stays open', () => {
  test.each([
    'Acme Corp: spoke about private equity',
    'Private Bank: wants a quote',
    'Acme Corp: the meeting is private, they said: no guests',
    'Acme Corp: private:',
  ])('%s', (line) => expect(asPrivate(line)).toEqual({ line, isPrivate: false }))

  test('of a list whose first line is private, the others', async () => {
    expect(asPrivateFromStart('Acme: private: one\nGlobex: two').isPrivate).toBe(false)
    await ana.say('add company Globex')
    await ana.say('log Acme Corp: private: the boss leaves\nGlobex: met Laura, all is well')
    expect(said(await bo.say('last globex'))).toContain('all is well')
    expect(said(await bo.say('last acme'))).not.toContain('the boss leaves')
  })
})

test.each([
  'remind Acme Corp tomorrow 9am private: ask about the merger',
  'remind private: Acme Corp tomorrow 9am ask about the merger',
  '提醒 Acme Corp 明天上午9点 私密：ask about the merger',
])('a reminder of one’s own that is marked is private: %s', async (line) => {
  const made = await ana.say(line)
  expect(said(made)).toMatch(/I will remind you: ask about the merger[\s\S]*Only you see this\./)
  for (const look of ['last acme', 'history acme']) expect(said(await bo.say(look)), look).not.toContain('merger')
  expect(said(await ana.say('last acme'))).toContain('ask about the merger')
  await ana.say('undo')
})

test('what is private is for nobody else', async () => {
  expect(said(await ana.say('remind @Bo tomorrow 9am private: ask Wei'))).toContain('it can be for nobody else')
})
