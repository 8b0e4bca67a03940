import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'
import { fieldsOf, labelsOf, wordsIn } from '../../support/slack/reading.ts'

describe.each(['http', 'socket'] as const)('logging in Slack by %s', (mode) => {
  let it: SlackHouse
  beforeAll(async () => {
    it = await slackHouse(mode)
    await withCustomers(it)
  })
  afterAll(() => it.close())

  const logged = (note: string) => it.house.database.prisma.activity.findFirst({ where: { note, archivedAt: null } })

  test('a line says what was understood, to the asker alone', async () => {
    await it.slack.command(ANA, '/log', 'Acme Corp: spoke to Wei, wants a quote, call back Thursday 10am')
    const answer = it.newest()
    expect(answer.to).toBe(ANA)
    expect(wordsOf(answer)).toMatch(
      /Logged: call with Wei Zhang \(Acme Corp\)[\s\S]*Call, connected[\s\S]*Thu 26 Nov, 10:00 \(in 2 days\): call back/,
    )
    expect(labelsOf(answer)).toEqual(expect.arrayContaining(['Edit', 'Undo']))
  })

  test('a command that Slack sends again does its work once and answers the same', async () => {
    const trigger = it.slack.trigger()
    await it.slack.command(ANA, '/crm', 'log Wei Zhang: emailed the offer', 'C1', trigger)
    const first = wordsOf(it.newest())
    await it.slack.command(ANA, '/crm', 'log Wei Zhang: emailed the offer', 'C1', trigger)
    expect(wordsOf(it.newest())).toBe(first)
    expect(await it.house.database.prisma.activity.count({ where: { note: { contains: 'emailed the offer' } } })).toBe(1)
  })

  test('a plain line in a direct message is logged; a message that Slack sends again is logged once', async () => {
    expect(wordsOf(await it.dm('called Wei, left voicemail'))).toContain('Logged: call with Wei Zhang')
    for (const _ of [1, 2]) await it.slack.dm(ANA, 'called Tom, left voicemail', 'Ev-again')
    expect(await it.house.database.prisma.activity.count({ where: { note: 'called Tom, left voicemail' } })).toBe(1)
    expect(it.slack.seenBy(ANA).filter((one) => wordsOf(one).includes('call with Tom Fischer'))).toHaveLength(1)
  })

  test('a mention is logged, with a link to it, and answered to the asker alone', async () => {
    await it.slack.mention(ANA, 'met with Tom Fischer, good fit')
    await it.slack.until(() => wordsOf(it.newest()).includes('Logged: meeting with Tom Fischer'), 'the answer')
    expect(it.newest().to).toBe(ANA)
    expect((await logged('met with Tom Fischer, good fit'))?.sourceUrl).toMatch(/^https:\/\/acme\.slack\.com\/archives\/C1\/p/)
  })

  test('log alone, and the global shortcut, open the form', async () => {
    const form = await it.form(() => it.slack.command(ANA, '/crm', 'log'))
    expect(fieldsOf(form.view).map(({ name }) => name)).toEqual(['line', 'customer', 'followup'])
    const answer = await it.submit(form, { line: 'met Wei for lunch', followup: 'Friday 9am send minutes' })
    expect(wordsOf(answer)).toMatch(/Logged: meeting with Wei Zhang[\s\S]*send minutes/)
    const global = await it.form(() => it.slack.shortcut(ANA, 'global:log'))
    expect(wordsOf(await it.submit(global, { line: 'Wei Zhang: busy' }))).toContain('Logged: call with Wei Zhang')
    expect(it.newest().channel).toBe(`D${ANA}`)
  })

  test('a customer is completed in the form while it is typed', async () => {
    const form = await it.form(() => it.slack.command(ANA, '/crm', 'log'))
    const [wei] = await it.slack.suggestions(ANA, form, 'customer', 'wei')
    expect(wei?.label).toBe('Wei Zhang (Acme Corp)')
    expect(wordsOf(await it.submit(form, { line: 'spoke for an hour', customer: wei!.value }))).toContain('Wei Zhang (Acme Corp)')
  })

  test('somebody’s message is logged with a link to it', async () => {
    const theirs = { text: 'Wei called us, budget is $50k', author: BO, channel: 'C1' }
    const form = await it.form(() => it.slack.shortcut(ANA, 'message:log', theirs))
    expect(fieldsOf(form.view)[0]?.value).toBe(theirs.text)
    await it.submit(form)
    expect(await logged(theirs.text)).toMatchObject({ direction: 'inbound', sourceUrl: expect.stringMatching(/archives\/C1\/p/) })
    const shown = await it.crm('last wei')
    expect(JSON.stringify(shown.body)).toContain('https://acme.slack.com/archives/C1/p')
  })

  test('an unknown customer is offered, not made; nothing of the line is lost', async () => {
    const asked = await it.crm('log Globex: no answer, try again Friday 9am')
    expect(wordsOf(asked)).toContain("I don't know Globex")
    expect(await it.house.database.prisma.company.count({ where: { name: 'Globex' } })).toBe(0)
    const answer = await it.press(asked, 'Add Globex and log')
    expect(answer).toBe(asked)
    expect(wordsOf(answer)).toMatch(/Logged: call with Globex[\s\S]*Fri 27 Nov, 09:00/)
  })

  test('a question pressed twice at once is answered once', async () => {
    const asked = await it.crm('log Initech: no answer, try again Friday 9am')
    await Promise.all([
      it.slack.press(ANA, asked, 'Add Initech and log'),
      it.slack.press(ANA, { ...asked }, 'Add Initech and log'),
    ])
    await it.slack.until(() => wordsOf(asked).includes('Logged: call with Initech'), 'the answer')
    const { prisma } = it.house.database
    await it.slack.until(
      async () => (await prisma.activity.count({ where: { note: { startsWith: 'Initech:' } } })) > 0,
      'the entry',
    )
    expect(await prisma.activity.count({ where: { note: { startsWith: 'Initech:' } } })).toBe(1)
    expect(await prisma.task.count({ where: { company: { name: 'Initech' } } })).toBe(1)
  })

  test('… or is meant to be another: the form keeps the line', async () => {
    const asked = await it.crm('log Glopbal: left voicemail')
    const form = await it.form(() => it.slack.press(ANA, asked, "It's …"))
    expect(fieldsOf(form.view).find(({ name }) => name === 'line')?.value).toBe('Glopbal: left voicemail')
    const [globex] = await it.slack.suggestions(ANA, form, 'customer', 'glob')
    expect(wordsOf(await it.submit(form, { customer: globex!.value }))).toContain('Logged: call with Globex')
  })

  test('… or left: the words come back, nothing changes', async () => {
    const before = await it.house.database.prisma.activity.count()
    const left = await it.press(await it.crm('log Hooli: busy'), 'Cancel')
    expect(wordsOf(left)).toContain('Hooli: busy')
    expect(await it.house.database.prisma.activity.count()).toBe(before)
  })

  test('two who fit are asked for, and the pick logs the very line', async () => {
    const asked = await it.crm('log acme - no answer')
    expect(wordsOf(asked)).toContain('Which one')
    expect(wordsOf(await it.press(asked, 'Acme Labs'))).toContain('Logged: call with Acme Labs')
  })

  test('Edit opens prefilled and mends; Undo takes back, in place; twice says so', async () => {
    const answer = await it.crm('log Wei Zhang: no answer')
    const form = await it.form(() => it.slack.press(ANA, answer, 'Edit'))
    expect(fieldsOf(form.view).find(({ name }) => name === 'customer')?.shown).toBe('Wei Zhang (Acme Corp)')
    const wrong = await it.slack.submit(ANA, form, { when: 'on the 32nd' })
    expect(wrong).toMatchObject({ response_action: 'errors', errors: { 'field:when': expect.any(String) } })
    expect(wordsOf(await it.submit(form, { kind: 'call.left_voicemail', when: 'yesterday 3pm' }))).toContain(
      'Call, left voicemail',
    )
    expect((await logged('Wei Zhang: no answer'))?.outcome).toBe('left_voicemail')

    const other = await it.crm('log Tom Fischer: busy, cb tomorrow 9am')
    const body = other.body
    expect(await it.press(other, 'Undo')).toBe(other)
    expect(wordsOf(other)).toContain('Tom Fischer')
    expect(await it.house.database.prisma.task.count({ where: { dueLocal: '2026-11-25T09:00', archivedAt: null } })).toBe(0)
    other.body = body
    expect(wordsOf(await it.press(other, 'Undo'))).toContain('already')
  })

  test('a command mistyped is asked about: in a command, in a direct message, and nothing is lost', async () => {
    const asked = await it.crm('lsat acme corp')
    expect(wordsOf(asked)).toContain('Did you mean “last”?')
    expect(wordsOf(await it.press(asked, 'last acme corp'))).toContain('Last contact with Acme Corp')
    const typed = await it.dm('remnid Acme Corp Friday 9am send the deck')
    expect(labelsOf(typed)).toEqual(['remind Acme Corp Friday 9am send the deck', 'Log it as it stands'])
    expect(wordsOf(await it.press(typed, 'remind Acme Corp Friday 9am send the deck'))).toMatch(
      /I will remind you: send the deck[\s\S]*Fri 27 Nov, 09:00/,
    )
  })

  test('Slack took everything, and nothing failed', () => {
    expect(it.slack.refusals).toEqual([])
    expect(it.slack.complaints).toEqual([])
    expect(it.house.faults).toEqual([])
    expect(it.slack.views.every(({ view }) => wordsIn(view.blocks).length > 0)).toBe(true)
  })
})
