import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'
import { fieldsOf, labelsOf } from '../../support/slack/reading.ts'

describe.each(['http', 'socket'] as const)('a day in Slack by %s', (mode) => {
  let it: SlackHouse
  beforeAll(async () => {
    it = await slackHouse(mode)
    await withCustomers(it)
    await it.crm('help', BO)
    await it.crm('log Acme Corp: spoke to Wei, wants a quote')
  })
  afterAll(() => it.close())

  const remindersTo = (user: string, what: string) =>
    it.slack.shown.filter((one) => one.channel === `D${user}` && wordsOf(one).includes(`Reminder: ${what}`))
  /** Ana is to be reminded of something; the reminder, as it comes at its time. */
  async function reminder(what: string, at: string) {
    await it.crm(`remind Wei Zhang ${at} ${what}`)
    await it.comeTo(`${at.replace(' ', 'T')}:00+01:00`)
    return remindersTo(ANA, what)[0]!
  }

  test('last says who, when, what, and what is open; two who fit are asked for; nobody is guessed', async () => {
    await it.slack.command(BO, '/last', 'wie zhang')
    expect(wordsOf(it.newest(BO))).toMatch(/just now, Tue 24 Nov, 10:00 · Call, connected.*by Ana[\s\S]*wants a quote/)
    expect(labelsOf(it.newest(BO))).toEqual(['Log', 'Remind me', 'Timeline', 'Share in channel'])
    const asked = await it.crm('last acme')
    expect(wordsOf(asked)).toContain('Which one')
    expect(wordsOf(await it.press(asked, 'Acme Corp'))).toContain('Last contact with Acme Corp')
    expect(wordsOf(await it.crm('last Zorbatron'))).toContain("I don't know Zorbatron")
  })

  test('what is shared is seen by the channel, the private answer stays; a direct message has no channel', async () => {
    const mine = await it.crm('last wei')
    await it.slack.press(ANA, mine, 'Share in channel')
    const shared = () => it.slack.seenBy(BO).find((one) => one.to === 'everybody' && wordsOf(one).includes('wants a quote'))
    await it.slack.until(shared, 'what is shared')
    expect(labelsOf(shared())).toEqual([])
    expect(labelsOf(mine)).toContain('Share in channel')
    expect(labelsOf(await it.dm('last wei'))).toEqual(['Log', 'Remind me', 'Timeline'])
  })

  test('the timeline is turned page by page, in place', async () => {
    for (let at = 1; at <= 9; at++) await it.crm(`log Tom Fischer: kit ${at} sent`)
    const page = await it.crm('timeline Tom Fischer')
    expect(wordsOf(page)).toContain('kit 9 sent')
    expect(wordsOf(page)).not.toContain('kit 1 sent')
    expect(await it.press(page, 'Older')).toBe(page)
    expect(wordsOf(page)).toContain('kit 1 sent')
  })

  test('remind is confirmed with time and zone; a past time is refused with what to type, and mended', async () => {
    expect(wordsOf(await it.crm('remind Acme Corp every Monday 9am check the orders'))).toMatch(
      /I will remind you: check the orders[\s\S]*Mon 30 Nov, 09:00 \(in 6 days\) Europe\/Berlin/,
    )
    const past = await it.crm('remind Acme Corp yesterday 9am send the quote')
    expect(wordsOf(past)).toMatch(/is over already\. Type/)
    const form = await it.form(() => it.slack.press(ANA, past, 'Mend and send again'))
    expect(fieldsOf(form.view).map(({ shown }) => shown)).toEqual(['Acme Corp', 'yesterday 9am', 'send the quote', ''])
    expect(wordsOf(await it.submit(form, { when: 'tomorrow 9am' }))).toContain('Wed 25 Nov, 09:00 (tomorrow)')
  })

  test('a reminder comes at its time, once, with the last contact in it; a stale button changes nothing', async () => {
    await it.comeTo('2026-11-25T08:59:59+01:00')
    expect(remindersTo(ANA, 'send the quote')).toEqual([])
    await it.comeTo('2026-11-25T09:00:00+01:00')
    await it.delivery.tick()
    const [came, ...more] = remindersTo(ANA, 'send the quote')
    expect(more).toEqual([])
    expect(wordsOf(came)).toMatch(/Last contact\n.*Call, connected.*wants a quote/)
    expect(labelsOf(came)).toEqual([
      ...['Log the call', 'Done', '1 hour', 'Tomorrow morning', 'Next week', 'Pick a time', 'Hand over'],
    ])
    const stale = { ...came!, body: came!.body }
    expect(await it.press(came!, 'Done')).toBe(came)
    expect(wordsOf(came)).toContain('Done: send the quote')
    expect(wordsOf(await it.press(stale, 'Next week'))).toMatch(/done already \(Ana[\s\S]*Nothing was changed/)
    expect(await it.house.database.prisma.task.count({ where: { what: 'send the quote', doneAt: null } })).toBe(0)
  })

  test('Log the call opens the form, logs, and completes the task', async () => {
    const came = await reminder('ask about the pilot', '2026-11-25 10:00')
    const form = await it.form(() => it.slack.press(ANA, came, 'Log the call'))
    expect(wordsOf(await it.submit(form, { line: 'spoke to Wei, the pilot is on' }))).toMatch(
      /Logged: call with Wei Zhang[\s\S]*Done: ask about the pilot/,
    )
  })

  test.each([
    ['1 hour', '2026-11-25 12:00', 'Wed 25 Nov, 13:00'],
    ['Tomorrow morning', '2026-11-25 14:00', 'Thu 26 Nov'],
    ['Next week', '2026-11-25 15:00', 'Mon 30 Nov'],
  ])('Snooze: %s, in place', async (label, at, until) => {
    const came = await reminder(`call at ${at.slice(-5, -3)}`, at)
    expect(await it.press(came, label)).toBe(came)
    expect(wordsOf(came)).toContain(`Put off until ${until}`)
  })

  test('Snooze: a time of one’s own, by a form; it comes again then', async () => {
    const came = await reminder('water the plants', '2026-11-25 16:00')
    const form = await it.form(() => it.slack.press(ANA, came, 'Pick a time'))
    expect(wordsOf(await it.submit(form, { until: 'in 10 minutes' }))).toContain('Put off until Wed 25 Nov, 16:10')
    await it.comeTo('2026-11-25T16:10:00+01:00')
    expect(remindersTo(ANA, 'water the plants')).toHaveLength(1)
    expect(it.slack.seenBy(ANA).filter((one) => wordsOf(one).includes('water the plants')).length).toBeGreaterThan(1)
  })

  test('Hand over: the task is Bo’s, and comes to Bo at once', async () => {
    const came = await reminder('review the offer', '2026-11-25 17:00')
    const form = await it.form(() => it.slack.press(ANA, came, 'Hand over'))
    expect((await it.slack.suggestions(ANA, form, 'to', 'b'))[0]?.label).toBe('Bo')
    expect(wordsOf(await it.submit(form, { to: 'Bo' }))).toContain('Handed over to Bo')
    await it.delivery.tick()
    const his = it.slack.seenBy(BO).find((one) => wordsOf(one).includes('review the offer'))!
    expect(his.channel).toBe(`D${BO}`)
    expect(wordsOf(his)).toContain('by Ana')
    expect(wordsOf(his)).toContain('Ana called them')
    expect(wordsOf(await it.press(his, 'No need, close it', BO))).toContain('Done: review the offer')
  })

  test('a task for a colleague comes to them, on their clock; one without a customer has no call to log', async () => {
    await it.crm(`remind <@${BO}|bo> 2026-11-25 18:00 lock the door`)
    await it.comeTo('2026-11-25T18:00:00+01:00')
    const [came] = remindersTo(BO, 'lock the door')
    expect(wordsOf(came)).toContain('from Ana')
    expect(labelsOf(came)).not.toContain('Log the call')
  })

  test('tasks are numbered; done and snooze go by the number, and the button of a list does so within it', async () => {
    await it.crm('remind tomorrow 9am file the expenses')
    const number = /(\d+)\. file the expenses/.exec(wordsOf(await it.crm('tasks')))?.[1]
    expect(wordsOf(await it.crm(`snooze ${number} until Friday 10am`))).toContain('Put off until Fri 27 Nov, 10:00')
    expect(wordsOf(await it.crm('done file the expenses'))).toContain('Done: file the expenses')
    await it.crm('remind today 20:00 empty the inbox')
    const today = await it.crm('today')
    expect(wordsOf(today)).toContain('empty the inbox')
    expect(await it.press(today, 'Done')).toBe(today)
    expect(wordsOf(today)).toMatch(/Your day, Wed 25 Nov[\s\S]*Done: /)
  })

  test('records are found, shown, added and edited, and taken back', async () => {
    await it.crm('add company Globex globex.example Austin')
    await it.crm('add contact Hank at Globex')
    expect(wordsOf(await it.crm('show Globex'))).toMatch(/globex\.example[\s\S]*Hank/)
    expect(wordsOf(await it.crm('find wants a quote'))).toContain('Wei Zhang')
    expect(wordsOf(await it.crm('edit Globex phone=+1 512 555 0142'))).toContain('Changed Globex')
    const form = await it.form(() => it.slack.command(ANA, '/crm', 'edit Globex'))
    expect(fieldsOf(form.view).find(({ name }) => name === 'phone')?.value).toContain('512')
    expect(wordsOf(await it.submit(form, { name: 'Globex Inc' }))).toContain('Globex Inc')
    expect(wordsOf(await it.crm('undo'))).toContain('Taken back')
    expect(wordsOf(await it.crm('show Globex'))).not.toContain('Globex Inc')
    expect(wordsOf(await it.crm('last +1 (512) 555-0142'))).toContain('Globex')
  })

  test('settings are shown, changed by the form and by typing', async () => {
    const shown = await it.crm('settings')
    expect(wordsOf(shown)).toMatch(/Time zone\nEurope\/Berlin[\s\S]*Language\nEnglish/)
    const form = await it.form(() => it.slack.press(ANA, shown, 'Change'))
    expect(wordsOf(await it.submit(form, { morning: '8:30' }))).toContain('08:30')
    expect(wordsOf(await it.crm('settings language 中文'))).toContain('中文')
    expect(wordsOf(await it.crm('today'))).toMatch(/\p{Script=Han}/u)
    await it.crm('settings language en')
  })

  test('help is an overview, or of one operation with examples to paste', async () => {
    expect(wordsOf(await it.crm(''))).toMatch(/Every day[\s\S]*log: Log a call[\s\S]*Customers/)
    const topic = wordsOf(await it.crm('help remind'))
    const example = /^remind Acme .*$/m.exec(topic)?.[0]
    expect(example).toBeDefined()
    expect(wordsOf(await it.crm(example!))).toContain('Which one')
  })

  test('who is new is welcomed, and led in four steps to a call really logged', async () => {
    await it.delivery.tick()
    const card = it.slack.seenBy(BO).find((one) => wordsOf(one).includes('Hello, I am Rapport'))!
    expect(card.channel).toBe(`D${BO}`)
    const press = (label: string) => it.press(card, label, BO)
    expect(wordsOf(await press('Show me, it takes a minute'))).toMatch(/Europe\/Berlin[\s\S]*Step 2 of 4/)
    expect(wordsOf(await press('That is right'))).toContain('Step 3 of 4')
    const form = await it.form(() => it.slack.press(BO, card, 'Log my first call'))
    const logged = await it.submit(form, { line: 'Initech: spoke to Peter Gibbons, wants a demo, call back Friday 10am' }, BO)
    expect(wordsOf(logged)).toMatch(/Logged: call with Peter Gibbons \(Initech\)/)
    expect(wordsOf(await it.press(logged, 'Go on with the tour', BO))).toMatch(/That was it[\s\S]*Step 4 of 4/)
    const bo = await it.house.database.prisma.member.findFirstOrThrow({ where: { name: 'Bo' } })
    expect(bo.tourStep).toBe(5)
    expect(await it.house.database.prisma.activity.count({ where: { memberId: bo.id } })).toBe(1)
  })

  test('Slack took everything, and nothing failed', () => {
    expect(it.slack.refusals).toEqual([])
    expect(it.slack.complaints).toEqual([])
    expect(it.house.faults).toEqual([])
  })
})
