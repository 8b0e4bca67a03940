import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTimeline } from '../../../src/crm/timeline/asked.ts'
import { doorsOver } from '../../support/doors/world.ts'
import { cardOf, formOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'
import { scene } from '../finding/scene.ts'

let house: TestHouse
let ana: Person
let bo: Person
let doors: Awaited<ReturnType<typeof doorsOver>>

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  await ana.say('add company Acme Corp city=Berlin')
  await ana.say('add company Calls & Co')
  await ana.say('add contact Wei Zhang at Acme Corp')
  await ana.say('log called Wei Zhang on 1 March, first call')
  await ana.say('log met Wei Zhang at Acme Corp on 2 September, saw the office')
  house.clock.pass({ minutes: 5 })
  await bo.say('log Acme Corp: called, wants a quote')
  house.clock.pass({ minutes: 5 })
  await bo.say('log Acme Corp: note they use SAP')
  house.clock.pass({ minutes: 5 })
  await ana.say('remind Acme Corp tomorrow 9am send the quote')
  await ana.say('done send the quote')
  house.clock.pass({ minutes: 5 })
  await ana.say('edit acme city=Hamburg')
  doors = await doorsOver(house)
})
afterAll(() => doors.http.stop())

describe('what is typed behind the customer', () => {
  test.each([
    ['acme', 'acme', {}],
    ['acme notes', 'acme', { kinds: ['note'] }],
    [
      'acme calls by Ana since March',
      'acme',
      { kinds: ['call'], by: ['00000000-0000-7000-8000-000000000011'], span: { from: { on: '2026-03-01' } } },
    ],
    ['acme corp calls and meetings', 'acme corp', { kinds: ['call', 'meeting'] }],
    ['acme by me', 'acme', { by: ['me'] }],
    ['acme last 30 days', 'acme', { span: { from: { by: -30, unit: 'day' } } }],
    [
      '锦程物流 通话 由李娜 三月以来',
      '锦程物流',
      { kinds: ['call'], by: ['00000000-0000-7000-8000-000000000013'], span: { from: { on: '2026-03-01' } } },
    ],
    ['锦程物流的备注', '锦程物流', { kinds: ['note'] }],
    ['March Foods', 'March Foods', {}],
    ['calls', 'calls', {}],
  ])('%s', (line, customer, wanted) => {
    expect(readTimeline(line, scene)).toEqual({ customer, wanted })
  })
})

test('all that was, in order, with changes of the record and tasks that were done', async () => {
  expect(said(await ana.say('timeline acme'))).toMatch(
    /Change of Acme Corp\nCity: Berlin → Hamburg[\s\S]*Done: send the quote[\s\S]*they use SAP[\s\S]*wants a quote[\s\S]*Added Acme Corp[\s\S]*saw the office[\s\S]*first call/,
  )
})

test('narrowed by words, and by choosing', async () => {
  const calls = cardOf(await ana.say('timeline acme calls since October'))
  expect(textOf(calls)).toMatch(/Only: Calls · since 1 Oct 2026[\s\S]*wants a quote/)
  expect(textOf(calls)).not.toMatch(/first call|SAP|saw the office/)
  expect(said(await ana.say('timeline acme by Bo'))).toMatch(/Only: by Bo[\s\S]*SAP[\s\S]*wants a quote/)
  expect(said(await ana.press(calls, 'Notes'))).toMatch(/Only: Notes · since 1 Oct 2026[\s\S]*SAP/)
  expect(said(await ana.press(calls, 'Everything'))).toContain('City: Berlin → Hamburg')
  expect(said(await ana.say('时间线 acme 备注'))).toContain('SAP')
  expect(said(await ana.say('timeline acme visits'))).toContain('Nothing of that kind')
})

test('a customer whose name is like a kind is the customer', async () => {
  expect(said(await ana.say('timeline Calls & Co'))).toContain('Timeline of Calls & Co')
})

test('page by page, there and back, whatever is added meanwhile', async () => {
  for (let at = 1; at <= 12; at++) {
    house.clock.pass({ minutes: 1 })
    await ana.say(`log Calls & Co: note number ${at}.`)
  }
  const first = cardOf(await ana.say('timeline Calls & Co notes'))
  expect(textOf(first)).toMatch(/number 12\.[\s\S]*number 5\./)
  await ana.say('log Calls & Co: note number 13.')
  const second = cardOf(await ana.press(first, 'Older'))
  expect(textOf(second)).toMatch(/number 4\.[\s\S]*number 1\./)
  expect(textOf(second)).not.toContain('number 5.')
  const back = cardOf(await ana.press(second, 'Newer'))
  expect(textOf(back)).toMatch(/number 12\.[\s\S]*number 5\./)
  expect(textOf(cardOf(await ana.press(back, 'Newer')))).toContain('number 13.')
})

test('an edited note says so, and shows how it read before', async () => {
  const shown = cardOf(await bo.press(cardOf(await bo.say('timeline acme notes')), 'Show'))
  const form = formOf(await bo.press(shown, 'Edit'))
  await bo.submit(form, { note: 'they use SAP and Oracle' })
  const line = cardOf(await ana.say('timeline acme notes'))
  expect(textOf(line)).toMatch(/SAP and Oracle[\s\S]*edited/)
  const activity = cardOf(await ana.press(line, 'Show'))
  expect(textOf(activity)).toContain('edited')
  const history = textOf(cardOf(await ana.press(activity, 'History')))
  expect(history).toMatch(/they use SAP and Oracle\n[\s\S]*they use SAP\nuntil it was changed just now by Bo/)
})

test('in the browser: each note in full, narrowed by a form, its texts escaped', async () => {
  await ana.say('log Acme Corp: note <script>alert(1)</script> & more')
  const card = cardOf(await ana.press(cardOf(await ana.say('timeline acme notes')), 'In the browser'))
  const link = /http:\S+door#\S+/.exec(textOf(card))?.[0] ?? ''
  const visit = await doors.entered(link)
  const text = await (await visit.get(visit.at)).text()
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
  expect(text).toMatch(/Only: Notes[\s\S]*SAP and Oracle/)
  expect(text).not.toContain('wants a quote')
  const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const sent = await visit.post(visit.at, { once, kind: 'call', by: '', when: 'since October' })
  expect(sent.status).toBe(303)
  const calls = await (await visit.get(sent.headers.get('location')!)).text()
  expect(calls).toContain('wants a quote')
  expect(calls).not.toContain('first call')
  expect((await visit.get('/door/timeline/nonsense')).status).toBe(404)
  expect(house.faults).toEqual([])
})
