import { beforeEach, describe, expect, test } from 'vitest'
import { splitEntries } from '../../../src/understanding/index.ts'
import { cardOf, formOf, type Person, rapport, said, type TestHouse } from '../../support/rapport.ts'

const LIST =
  '- Acme Corp: no answer\n\n- Northwind: left voicemail for Priya, call back Thursday 10am\n- Globex: wants a demo\n- acme - busy'

describe('a pasted list', () => {
  let house: TestHouse
  let ana: Person
  const standing = () => house.database.prisma.activity.count({ where: { archivedAt: null } })

  beforeEach(async () => {
    house = await rapport()
    ana = house.person('Ana')
    for (const line of [
      'company Acme Corp',
      'company Acme Labs',
      'company Northwind Traders',
      'contact Priya Nair at Northwind Traders',
    ])
      await ana.say(`add ${line}`)
  })

  test('is logged line by line, and the others can be mended one after the other on the same card; one Undo takes all back', async () => {
    const first = await ana.say(LIST)
    expect(said(first)).toMatch(
      /Logged 2 of 4 lines[\s\S]*Acme Corp · Call, no answer[\s\S]*Follow-up: Thu 26 Nov, 10:00[\s\S]*I don't know Globex/,
    )
    const second = await ana.press(cardOf(first), 'Add Globex and log')
    expect(said(second)).toMatch(/Logged 3 of 4 lines/)
    const third = await ana.press(cardOf(second), 'Acme Labs')
    expect(said(third)).toMatch(/Logged 4 lines[\s\S]*Globex · [\s\S]*Acme Labs · Call, busy/)
    expect(await standing()).toBe(4)
    expect(said(await ana.press(cardOf(third), 'Undo'))).toContain('Taken back')
    expect(await standing()).toBe(0)
    expect(await house.database.prisma.company.count({ where: { name: 'Globex', archivedAt: null } })).toBe(0)
    expect(await house.database.prisma.task.count({ where: { archivedAt: null } })).toBe(0)
    expect(house.faults).toEqual([])
  })

  test('each entry is edited in place, and Undo takes that back too', async () => {
    const first = cardOf(await ana.say('1. Acme Corp: no answer\r\n2. Northwind: busy\r\n'))
    const form = formOf(await ana.press(first, 'Edit'))
    const mended = await ana.submit(form, { kind: 'call.left_voicemail' })
    expect(said(mended)).toMatch(/Logged 2 lines[\s\S]*Acme Corp · Call, left voicemail[\s\S]*Northwind Traders · Call, busy/)
    await ana.press(cardOf(mended), 'Undo')
    expect(await standing()).toBe(0)
  })

  test('a line that names nobody is completed in a form; to cancel a question leads back to the list', async () => {
    for (let n = 1; n <= 6; n++) await ana.say(`add company Delta ${'ABCDEFG'[n]}lpha`)
    const first = cardOf(await ana.say('- Delta: no answer\n- Northwind: busy\n- went well, wants an offer'))
    const asked = cardOf(await ana.press(first, 'Which one?'))
    expect(asked.pick?.options).toHaveLength(6)
    const back = await ana.press(asked, 'Cancel')
    expect(said(back)).toContain('Logged 1 of 3 lines')
    const form = formOf(await ana.press(cardOf(back), 'Name the customer'))
    const mended = await ana.submit(form, { customer: 'Northwind' })
    expect(said(mended)).toContain('Logged 2 of 3 lines')
  })

  test('the line above it names the day of all, or the customer of those that name none', async () => {
    const day = said(await ana.say('Calls yesterday:\n- Acme Corp: no answer\n- Northwind: busy'))
    expect(day).toContain('Logged 2 lines')
    expect(said(await ana.say('last Northwind'))).toContain('yesterday')
    const whose = said(await ana.say('Northwind:\n- called Priya, no answer\n- emailed the deck'))
    expect(whose).toMatch(
      /Logged 2 lines[\s\S]*Priya Nair \(Northwind Traders\) · Call, no answer[\s\S]*Northwind Traders · Email/,
    )
  })

  test('what follows a line that tells of a contact itself is one note', async () => {
    const note = 'Met with Priya today, good fit. Next steps:\n- send the offer\n- ask for the floor plan'
    expect(said(await ana.say(note))).toContain('Logged: meeting with Priya Nair')
    expect(await standing()).toBe(1)
  })

  test('of a long one the first twenty are logged, and the rest by another press', async () => {
    const long = Array.from({ length: 23 }, (_, n) => `- Northwind: busy, try ${n + 1}`).join('\n')
    const first = cardOf(await ana.say(long))
    const rest = await ana.press(first, 'Log the other 3 lines')
    expect(said(rest)).toContain('Logged 3 lines')
    expect(await standing()).toBe(23)
    await ana.press(cardOf(rest), 'Undo')
    expect(await standing()).toBe(0)
  })
})

test.each([
  ['bullets', '• Acme: busy\n• Globex: vm', ['Acme: busy', 'Globex: vm'], undefined],
  ['numbers with CRLF and empty lines', '1) Acme: busy\r\n\r\n2) Globex: vm\r\n', ['Acme: busy', 'Globex: vm'], undefined],
  ['boxes', '[x] Acme: busy\n[ ] Globex: vm', ['Acme: busy', 'Globex: vm'], undefined],
  ['Chinese numbers', '1、锦程：没人接\n2、华泰：占线', ['锦程：没人接', '华泰：占线'], undefined],
  ['a heading', '今天的电话：\n锦程：没人接\n华泰：占线', ['锦程：没人接', '华泰：占线'], '今天的电话：'],
  ['an entry over two lines', '- Acme: busy,\n  try again\n- Globex: vm', ['Acme: busy, try again', 'Globex: vm'], undefined],
  ['plain lines', 'Acme: busy\nGlobex: vm', ['Acme: busy', 'Globex: vm'], undefined],
  [
    'a wrapped note',
    'spoke to Wei about the offer and\nthe delivery',
    ['spoke to Wei about the offer and the delivery'],
    undefined,
  ],
  ['one line', 'Acme: busy', ['Acme: busy'], undefined],
])('%s', (_name, text, entries, heading) => {
  expect(splitEntries(text)).toEqual(heading ? { entries, heading } : { entries })
})
