import { beforeAll, expect, test } from 'vitest'
import { lookAtSegments } from '../../../src/crm/finding/kept.ts'
import { cardOf, formOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  await ana.say('add company Acme Corp city=Berlin, tags=vip')
  await ana.say('add company Globex city=Lyon')
  await bo.say('add company Initech city=Berlin')
})

test('a filter is kept under a name, by a line or from its result, and found by it', async () => {
  expect(said(await ana.say('segment save Berliners = companies in Berlin'))).toMatch(
    /Saved as the segment “Berliners”[\s\S]*It holds 2 now[\s\S]*Everybody here/,
  )
  const result = cardOf(await ana.say('find companies tagged vip'))
  const form = formOf(await ana.press(result, 'Save as segment'))
  expect(said(await ana.submit(form, { name: 'Very important' }))).toContain('Saved as the segment “Very important”')
  for (const line of ['find Berliners', 'find in Berliners', 'find segment berliners', 'find companies in Berliners'])
    expect(said(await bo.say(line)), line).toMatch(/2 compan[\s\S]*Acme Corp[\s\S]*Initech/)
  expect(said(await bo.say('find in Berliners tagged vip'))).toMatch(/1 company[\s\S]*Acme Corp/)
  expect(said(await bo.say('find in Berliners owned by me'))).toContain('Initech')
})

test('the list says what each holds; it grows with its customers', async () => {
  await ana.say('add company Hooli city=Berlin')
  const text = said(await bo.say('segments'))
  expect(text).toMatch(/Berliners · 3\ncompanies · in Berlin \(city or country\) — made by Ana, for everybody/)
  expect(said(await ana.say('分组'))).toContain('Berliners')
})

test('one of my own is nobody else’s, until I share it', async () => {
  await bo.say('segment save Mine = my companies for me')
  expect(said(await ana.say('segments'))).not.toContain('Mine')
  expect(said(await ana.say('find in segment Mine'))).not.toContain('Initech')
  await bo.say('segment share Mine')
  // “Mine” of everybody are the customers of whoever asks.
  expect(said(await ana.say('find segment Mine'))).toMatch(/Acme Corp[\s\S]*Globex/)
  expect(said(await bo.say('segment share Mine for me'))).toContain('yours alone')
})

test('renamed, deleted, and each of it taken back', async () => {
  const renamed = cardOf(await ana.say('segment rename Berliners to Berlin people'))
  expect(said(await ana.say('find Berlin people'))).toContain('in the segment Berlin people')
  await ana.press(renamed, 'Undo')
  const deleted = cardOf(await ana.say('segment delete Berliners'))
  expect(said(await ana.say('segments'))).not.toContain('Berliners')
  expect(said(await ana.press(deleted, 'Undo'))).toContain('Taken back: Segment “Berliners”')
  expect(said(await ana.say('segments'))).toContain('Berliners')
})

test('a segment is kept in touch with', async () => {
  const kept = cardOf(await ana.say('keep segment Very important every 2 weeks'))
  expect(textOf(kept)).toMatch(/Very important[\s\S]*That is one company now/)
  expect(said(await ana.say('show acme'))).toContain('Keep in touch: every 14 days')
  expect(said(await ana.say('last acme'))).toContain('Keep in touch: every 14 days')
  expect(said(await ana.say('show globex'))).not.toContain('Keep in touch')
  house.clock.pass({ hours: 20 * 24 })
  expect(said(await ana.say('today'))).toContain('Acme Corp')
  await ana.say('edit globex tags=vip')
  const { db, transaction, now } = house.house
  await lookAtSegments.run({ db, transaction, now: now() })
  expect(said(await ana.say('show globex'))).toContain('Keep in touch: every 14 days')
  await ana.press(kept, 'Undo')
  expect(said(await ana.say('show acme'))).not.toContain('Keep in touch')
})

test('only its maker, a manager or an admin changes what everybody uses', async () => {
  await house.database.prisma.member.updateMany({ where: { name: 'Bo' }, data: { role: 'rep' } })
  house.clock.pass({ minutes: 1 })
  expect(said(await bo.say('segment delete Berliners'))).toContain('was made by somebody else')
  expect(said(await bo.say('segment save Berliners = companies in Lyon'))).toContain('was made by somebody else')
})

test('what is not understood is not kept, and no segment stands in itself', async () => {
  expect(textOf(cardOf(await ana.say('segment save Odd = companies tagged vip > 3')))).toContain('“> 3”')
  expect(said(await ana.say('segment save Berliners = companies in segment Berliners'))).toContain('would stand in itself')
  expect(said(await ana.say('segment delete Nobody'))).toMatch(/no segment “Nobody”[\s\S]*Berliners/)
  expect(house.faults).toEqual([])
})
