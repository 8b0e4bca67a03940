import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf, formOf, type Person, rapport, said, type TestHouse, textOf } from '../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  for (const line of ['add company Acme Corp', 'add company Acme Labs', 'add company Northwind Traders']) await ana.say(line)
  for (const line of [
    'add contact Wei Zhang at Acme Corp',
    'add contact Priya Nair at Northwind Traders',
    'add contact Tom Fischer at Acme Labs',
  ])
    await ana.say(line)
})

describe('log', () => {
  test('a line becomes an activity with its follow-up, and says what was understood', async () => {
    const answer = said(await ana.say('log Acme Corp: spoke to Wei, wants a quote, call back Thursday 10am'))
    expect(answer).toContain('Logged: call with Wei Zhang (Acme Corp)')
    expect(answer).toContain('Outcome: Call, connected')
    expect(answer).toMatch(/Follow-up: Thu 26 Nov, 10:00 \(in 2 days\): call back/)
    expect(answer).toContain('[Edit] [Undo]')
    expect(house.faults).toEqual([])
  })

  test('a plain line in a direct message is logged as well', async () => {
    expect(said(await ana.say('called Northwind, left voicemail for Priya'))).toContain(
      'Logged: call with Priya Nair (Northwind Traders)',
    )
  })

  test('a retried request does its work once and answers the same', async () => {
    const first = await ana.say('met with Tom Fischer, good fit', 'retried-1')
    const again = await ana.say('met with Tom Fischer, good fit', 'retried-1')
    expect(again).toEqual(first)
    expect(await house.database.prisma.activity.count({ where: { note: 'met with Tom Fischer, good fit' } })).toBe(1)
  })

  test('an unknown customer is offered, not made; nothing of the line is lost', async () => {
    const asked = cardOf(await ana.say('log Globex: no answer, try again Friday 9am'))
    expect(textOf(asked)).toContain("I don't know Globex")
    expect(await house.database.prisma.company.count({ where: { name: 'Globex' } })).toBe(0)
    expect(said(await ana.press(asked, 'Add Globex and log'))).toContain('Logged: call with Globex')
    expect(said(await ana.say('last globex'))).toContain('no answer')
  })

  test('a question is answered once, however often and whatever is pressed', async () => {
    const asked = cardOf(await ana.say('log Vandelay: left voicemail, asked for the price list'))
    const [first, second] = await Promise.all([1, 2].map(() => ana.press(asked, 'Add Vandelay and log')))
    expect(second).toEqual(first)
    const form = formOf(await ana.press(asked, "It's …"))
    expect(said(await ana.submit(form, { customer: 'Northwind' }))).toContain('Logged: call with Vandelay')
    expect(await house.database.prisma.activity.count({ where: { note: { contains: 'price list' } } })).toBe(1)
    expect(said(await ana.press(cardOf(first!), 'Undo'))).toContain('Taken back')
  })

  test('two who fit are asked for, and the pick logs the very line', async () => {
    const asked = cardOf(await ana.say('log acme - no answer'))
    expect(textOf(asked)).toMatch(/Which one/)
    expect(said(await ana.press(asked, 'Acme Labs'))).toContain('Logged: call with Acme Labs')
  })

  test('cancel gives the words back and changes nothing', async () => {
    const before = await house.database.prisma.activity.count()
    const asked = cardOf(await ana.say('log Hooli: busy'))
    expect(said(await ana.press(asked, 'Cancel'))).toContain('Hooli: busy')
    expect(await house.database.prisma.activity.count()).toBe(before)
  })

  test('a line without a customer asks who it was, and the form keeps the line', async () => {
    const asked = cardOf(await ana.say('log spoke for an hour, went well'))
    const form = formOf(await ana.press(asked, 'Name the customer'))
    expect(form.fields.find((field) => field.name === 'line')?.value).toBe('spoke for an hour, went well')
    expect(said(await ana.submit(form, { customer: 'Northwind' }))).toContain('Northwind Traders')
  })

  test('a command mistyped is asked about, not logged; a name or a word that is merely like one is logged', async () => {
    const asked = cardOf(await ana.say('lsat northwind'))
    expect(textOf(asked)).toMatch(/Did you mean “last”\?[\s\S]*\[last northwind\] \[Log it as it stands\]/)
    expect(said(await ana.press(asked, 'last northwind'))).toContain('Northwind Traders')
    expect(said(await ana.press(asked, 'Log it as it stands'))).toContain('[Add lsat northwind and log]')
    expect(said(await ana.say('remnid Acme Corp tomorrow 9am send the deck'))).toContain('Did you mean “remind”?')
    expect(said(await ana.say('Hlep'))).toContain('[help]')
    for (const line of ['lost Priya, went with a rival', 'Ada from Northwind called, wants a demo'])
      expect(said(await ana.say(line))).not.toContain('Did you mean')
    await ana.say('add company Lasr Optics')
    expect(said(await ana.say('Lasr called, wants a demo'))).toContain('Logged: call with Lasr Optics')
  })

  test('a line that begins with the name of a command that takes no words is a line', async () => {
    const before = await house.database.prisma.activity.count({ where: { archivedAt: null } })
    for (const line of ['today spoke to Priya, wants a quote', 'undo the order, Priya said, they were wrong']) {
      expect(said(await ana.say(line))).toMatch(/Logged: .*Priya/)
    }
    expect(await house.database.prisma.activity.count({ where: { archivedAt: null } })).toBe(before + 2)
    for (const _ of [1, 2]) await ana.say('undo')
    expect(said(await ana.say('today'))).not.toContain('Logged')
  })

  test('a greeting is answered with the help', async () => {
    for (const hello of ['hi', 'Hello!', '你好']) expect(said(await ana.say(hello))).toContain('What I can do')
  })

  test('commands have Chinese names; where a command must stand, nothing need stand between it and the rest', async () => {
    expect(said(await ana.say('上次 Northwind'))).toContain('Northwind Traders')
    expect(said(await ana.command('上次Northwind'))).toContain('Northwind Traders')
    expect(said(await ana.say('上次Northwind'))).toContain('Last contact with Northwind Traders')
    expect(said(await ana.say('last: Northwind'))).toContain('Northwind Traders')
    expect(said(await ana.say('帮助'))).toContain('What I can do')
    expect(said(await ana.command('提醒Northwind 明天9点 发报价'))).toContain('发报价')
    expect(said(await ana.say('撤销'))).toContain('Taken back')
    expect(said(await ana.say('上次Priya说要报价'))).toContain('Logged: note on Priya Nair')
    expect(said(await ana.say('撤销'))).toContain('Taken back')
    expect(said(await ana.say('今天和Priya聊了，她要报价'))).toContain('Logged: call with Priya Nair')
    expect(said(await ana.say('撤销'))).toContain('Taken back')
  })

  test('log alone opens the form', async () => {
    const form = formOf(await ana.say('log'))
    expect(form.title).toBe('Log a contact')
    expect(form.fields.map((field) => field.name)).toEqual(['line', 'customer', 'followup'])
    expect(said(await ana.submit(form, { line: 'emailed Priya the deck', followup: 'Monday 9am ask for feedback' }))).toMatch(
      /Mon 30 Nov, 09:00.*ask for feedback/,
    )
  })

  test('edit mends what was understood, field by field', async () => {
    const logged = cardOf(await ana.say('called Priya, no answer'))
    const form = formOf(await ana.press(logged, 'Edit'))
    expect(form.fields.find((field) => field.name === 'kind')?.value).toBe('call.no_answer')
    expect(form.fields.find((field) => field.name === 'customer')?.valueLabel).toBe('Priya Nair (Northwind Traders)')
    expect(said(await ana.submit(form, { kind: 'call.left_voicemail', when: 'yesterday 3pm' }))).toContain('Call, left voicemail')
    const row = await house.database.prisma.activity.findFirstOrThrow({ where: { note: 'called Priya, no answer' } })
    expect(row.outcome).toBe('left_voicemail')
    expect(row.occurredAt.toISOString()).toBe('2026-11-23T14:00:00.000Z')
  })

  test('undo takes the last change back, follow-up and all; twice says so', async () => {
    const logged = cardOf(await ana.say('called Tom Fischer, busy, cb tomorrow 9am'))
    const undone = await ana.press(logged, 'Undo')
    expect(said(undone)).toContain('Tom Fischer')
    expect(
      await house.database.prisma.activity.count({
        where: { note: { startsWith: 'called Tom Fischer, busy' }, archivedAt: null },
      }),
    ).toBe(0)
    expect(
      await house.database.prisma.task.count({
        where: { what: { contains: 'call back' }, archivedAt: null, companyId: { not: null }, dueLocal: '2026-11-25T09:00' },
      }),
    ).toBe(0)
    expect(said(await ana.press(logged, 'Undo'))).toMatch(/already/)
  })
})

describe('last', () => {
  test('tells who, when, what, outcome, note and what is open', async () => {
    const answer = said(await bo.say('last wei'))
    expect(answer).toContain('Last contact with Wei Zhang (Acme Corp)')
    expect(answer).toMatch(/just now, Tue 24 Nov, 10:00 · Call, connected · .*by Ana/)
    expect(answer).toContain('wants a quote')
    expect(answer).toMatch(/Open tasks: call back .*Thu 26 Nov, 10:00/)
    expect(answer).toContain('[Log] [Remind me] [Timeline]')
  })

  test('finds with slips, and never guesses between two', async () => {
    expect(said(await bo.say('last northwnd'))).toContain('Northwind Traders')
    expect(said(await bo.say('last acme'))).toMatch(/Which one/)
  })

  test('an unknown customer is said to be unknown', async () => {
    expect(said(await bo.say('last Zorbatron'))).toContain("I don't know Zorbatron")
  })
})

describe('remind', () => {
  test('is confirmed with the absolute time and the zone, and comes at its time with the last contact', async () => {
    const confirmed = said(await ana.say('remind Acme Corp tomorrow 9am send the quote'))
    expect(confirmed).toContain('I will remind you: send the quote')
    expect(confirmed).toContain('Wed 25 Nov, 09:00')
    expect(confirmed).toContain('Europe/Berlin')
    await house.delivery.tick()
    expect(ana.inbox.filter((card) => card.title?.startsWith('Reminder'))).toEqual([])
    house.clock.set('2026-11-25T09:00:00+01:00')
    await house.delivery.tick()
    await house.delivery.tick()
    const reminders = ana.inbox.filter((card) => card.title?.includes('send the quote'))
    expect(reminders).toHaveLength(1)
    expect(textOf(reminders[0]!)).toMatch(/Last contact: .*Call, connected/)
    const done = await ana.press(reminders[0]!, 'Done')
    expect(done).toMatchObject({ kind: 'card', replaces: true })
    expect(said(done)).toContain('Done: send the quote')
    expect(said(await ana.press(reminders[0]!, 'Done'))).toMatch(/done already \(Ana/)
  })

  test('a past time is refused with what to type', async () => {
    expect(said(await ana.say('remind Acme Corp 2020-01-01 9:00 send the quote'))).toMatch(/is over already\. Type/)
  })

  test('a day that does not exist is no day, and not the hour beside it', async () => {
    for (const day of ['31 February', 'Nov 31st', '2027-02-30']) {
      expect(said(await ana.say(`remind Acme Corp ${day} 9am send the quote`))).toContain('There is no “')
      expect(said(await ana.say(`log Acme Corp: no answer, call back ${day} 9am`))).toContain('no date yet')
      await ana.say('undo')
    }
  })

  test('who types “me to” is not told so; a customer and a time alone are enough', async () => {
    for (const line of ['me to call the landlord tomorrow 9am', 'me tomorrow at 9 that I call the landlord']) {
      expect(said(await ana.say(`remind ${line}`))).toMatch(/I will remind you: (?:I )?call the landlord\n/)
      await ana.say('undo')
    }
    expect(said(await ana.say('remind Acme Corp tomorrow'))).toContain('I will remind you: Acme Corp\n')
    await ana.say('undo')
  })

  test('for somebody else, on their clock; snoozed; handed over', async () => {
    await ana.say('remind @Bo Friday 2pm review the Acme Corp offer')
    house.clock.set('2026-11-27T14:00:00+01:00')
    await house.delivery.tick()
    const reminder = bo.inbox.find((card) => card.title?.includes('review'))!
    expect(textOf(reminder)).toContain('from Ana')
    expect(said(await bo.press(reminder, '1 hour'))).toContain('Fri 27 Nov, 15:00')
    house.clock.set('2026-11-27T15:00:00+01:00')
    await house.delivery.tick()
    expect(bo.inbox.filter((card) => card.title?.includes('review'))).toHaveLength(2)
    const form = formOf(await bo.press(bo.inbox.filter((card) => card.title?.includes('review')).at(-1)!, 'Hand over'))
    expect(said(await bo.submit(form, { to: 'Ana' }))).toContain('Handed over to Ana')
  })

  test('repeats by the wall clock, over the change to summer time', async () => {
    house.clock.set('2027-03-22T08:00:00+01:00')
    await ana.say('remind every Monday 9am call Wei')
    await house.delivery.tick()
    house.clock.set('2027-03-22T09:00:00+01:00')
    await house.delivery.tick()
    const reminder = ana.inbox.findLast((card) => card.title?.startsWith('Reminder: call Wei'))!
    expect(said(await ana.press(reminder, 'Done'))).toContain('Next time: Mon 29 Mar, 09:00')
    const next = await house.database.prisma.task.findFirstOrThrow({ where: { recurrence: { not: null }, doneAt: null } })
    expect(next.remindAt?.toISOString()).toBe('2027-03-29T07:00:00.000Z')
  })

  test('log the call from the reminder completes it', async () => {
    await ana.say('remind Northwind Traders in 2 hours call Priya about the pilot')
    house.clock.pass({ hours: 2 })
    await house.delivery.tick()
    const reminder = ana.inbox.find((card) => card.title?.includes('the pilot'))!
    const form = formOf(await ana.press(reminder, 'Log the call'))
    const logged = said(await ana.submit(form, { line: 'spoke to Priya, she is in' }))
    expect(logged).toContain('Logged: call with')
    expect(logged).toContain('Done: ')
  })

  test('today and tasks list what is open, numbered; done and snooze take the number', async () => {
    await ana.say('remind tomorrow 9am file the expenses')
    const list = said(await ana.say('tasks'))
    const number = /(\d+)\. file the expenses/.exec(list)?.[1]
    expect(number).toBeDefined()
    expect(said(await ana.say(`snooze ${number} until Friday 10am`))).toContain('10:00')
    expect(said(await ana.say('done file the expenses'))).toContain('Done: file the expenses')
    expect(said(await ana.say('today'))).toBeTruthy()
  })

  test('nothing failed behind anybody’s back', () => {
    expect(house.faults).toEqual([])
  })
})
