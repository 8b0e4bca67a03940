import { afterAll, beforeAll, expect, test } from 'vitest'
import { optionName, pathOf } from '../../../src/adapters/discord/commands/names.ts'
import { optionFields } from '../../../src/bot/form.ts'
import { fieldsOf } from '../../support/discord/fill.ts'
import { type DiscordHouse, discordHouse, SALES, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
  await it.discord.command('ana', 'crm', 'settings', { change: `access <@&${SALES}>` })
  await it.discord.command('bo', 'crm', 'help')
  await it.discord.command('ana', 'log', undefined, { line: 'Acme Corp: spoke to Wei, wants a quote' })
})
afterAll(() => it.close())

const crm = async (subcommand: string, options: Record<string, string> = {}) =>
  (await it.discord.command('ana', 'crm', subcommand, options)).message!
const remindersTo = (user: string, what: string) =>
  it.discord.messagesTo(user).filter((one) => one.text.includes(`Reminder: ${what}`))
/** Ana is to be reminded of something; the reminder, as it comes at its time. */
async function reminder(what: string, at: string) {
  await crm('remind', { customer: 'Wei Zhang', when: at, what })
  await it.comeTo(`${at.replace(' ', 'T')}:00+01:00`)
  return remindersTo('ana', what)[0]!
}

test('every option that takes a customer completes it, by name, slips and all', async () => {
  const { registry } = it.house.bot
  for (const op of registry.operations.filter((one) => !one.hidden))
    for (const field of optionFields(op).filter((one) => one.widget === 'customer')) {
      const { group, subcommand } = pathOf(registry, op)
      const path = [group, subcommand].filter(Boolean).join(' ')
      const choices = await it.discord.autocomplete('ana', 'crm', path, optionName(field.name), 'acm')
      expect(
        choices.map((one) => one.name),
        path,
      ).toEqual(expect.arrayContaining(['Acme Corp', 'Acme Labs']))
    }
  const [chosen] = await it.discord.autocomplete('ana', 'last', undefined, 'customer', 'wei zhnag')
  expect(chosen?.name).toBe('Wei Zhang (Acme Corp)')
  const { message } = await it.discord.command('ana', 'last', undefined, { customer: chosen!.value })
  expect(message?.text).toContain('Last contact with Wei Zhang (Acme Corp)')
})

test('last says who, when, what, and what is open; two who fit are asked for; nobody is guessed', async () => {
  const { text, labels } = await crm('last', { customer: 'wei' })
  expect(text).toMatch(/just now, Tue 24 Nov, 10:00 · Call, connected.*by Ana[\s\S]*wants a quote/)
  expect(labels).toEqual(['Log', 'Remind me', 'Timeline', 'Share in channel'])
  const asked = await crm('last', { customer: 'acme' })
  expect(asked.text).toContain('Which one?')
  await it.discord.press('ana', asked, 'Acme Corp')
  expect(asked.text).toContain('Last contact with Acme Corp')
  expect((await crm('last', { customer: 'Zorbatron' })).text).toContain("I don't know Zorbatron")
})

test('what is shared is seen by the channel; a direct message has no channel to share in, and no such button', async () => {
  const message = await crm('last', { customer: 'wei' })
  await it.discord.press('ana', message, 'Share in channel')
  await it.discord.until(() => it.discord.messagesInChannel().some((one) => one.text.includes('wants a quote')), 'what is shared')
  expect(message.labels).toContain('Share in channel')
  expect((await it.discord.dm('ana', 'last wei')).labels).toEqual(['Log', 'Remind me', 'Timeline'])
})

test('the timeline is turned page by page, in place', async () => {
  for (let at = 1; at <= 9; at++) await it.discord.command('ana', 'log', undefined, { line: `Tom Fischer: kit ${at} sent` })
  const message = await crm('timeline', { customer: 'Tom Fischer' })
  expect(message.text).toContain('kit 9 sent')
  expect(message.text).not.toContain('kit 1 sent')
  expect((await it.discord.press('ana', message, 'Older')).updated).toBe(true)
  expect(message.text).toContain('kit 1 sent')
  await it.discord.press('ana', message, 'Newer')
  expect(message.text).toContain('kit 9 sent')
})

test('remind is confirmed with time and zone; a past time is refused with what to type', async () => {
  const { text } = await crm('remind', { customer: 'Acme Corp', when: 'every Monday 9am', what: 'check the orders' })
  expect(text).toMatch(/I will remind you: check the orders[\s\S]*Mon 30 Nov, 09:00 \(in 6 days\) Europe\/Berlin/)
  const past = await crm('remind', { customer: 'Acme Corp', when: 'yesterday 9am', what: 'send the quote' })
  expect(past.text).toMatch(/is over already\. Type/)
  const { modal } = await it.discord.press('ana', past, 'Mend and send again')
  const sent = await it.discord.submit('ana', modal!, { When: 'tomorrow 9am' })
  expect(sent.message?.text).toContain('Wed 25 Nov, 09:00 (tomorrow)')
})

test('a reminder comes at its time, once, with the last contact in it; a button pressed once more changes nothing', async () => {
  // The welcome goes out in its time, not as something late with the reminder.
  await it.delivery.tick()
  await it.comeTo('2026-11-25T09:00:00+01:00')
  await it.delivery.tick()
  const [came, ...more] = remindersTo('ana', 'send the quote')
  expect(more).toEqual([])
  expect(came?.text).toMatch(/Last contact: .*Call, connected.*wants a quote/)
  expect(came?.labels).toEqual([
    ...['Log the call', 'Done', '1 hour', 'Tomorrow morning', 'Next week', 'Pick a time', 'Hand over'],
  ])
  const stale = [...came!.components]
  expect((await it.discord.press('ana', came!, 'Done')).updated).toBe(true)
  expect(came?.text).toContain('Done: send the quote')
  const again = await it.discord.press('ana', Object.assign(came!, { components: stale }), 'Next week')
  expect(again.message?.text).toMatch(/done already \(Ana[\s\S]*Nothing was changed/)
})

test('Log the call opens the form, logs, and completes the task', async () => {
  const came = await reminder('ask about the pilot', '2026-11-25 10:00')
  const { modal } = await it.discord.press('ana', came, 'Log the call')
  const { message } = await it.discord.submit('ana', modal!, { 'What happened': 'spoke to Wei, the pilot is on' })
  expect(message?.text).toMatch(/Logged: call with Wei Zhang[\s\S]*Done: ask about the pilot/)
})

test.each([
  ['1 hour', '2026-11-25 12:00', 'Wed 25 Nov, 13:00'],
  ['Tomorrow morning', '2026-11-25 14:00', 'Thu 26 Nov'],
  ['Next week', '2026-11-25 15:00', 'Mon 30 Nov'],
])('Snooze: %s, in place', async (label, at, until) => {
  const came = await reminder(`call at ${at}`, at)
  expect((await it.discord.press('ana', came, label)).updated).toBe(true)
  expect(came.text).toContain(`Put off until ${until}`)
  if (label === '1 hour') await it.comeTo('2026-11-25T13:00:00+01:00')
})

test('what was put off by an hour comes again after it', async () => {
  const what = 'call at 2026-11-25 12:00'
  expect(remindersTo('ana', what)).toHaveLength(1)
  const { message } = await it.discord.command('ana', 'crm', 'done', { task: what })
  expect(message?.text).toContain('Done')
})

test('Snooze: a time of one’s own, by a form', async () => {
  const came = await reminder('water the plants', '2026-11-25 16:00')
  const { modal } = await it.discord.press('ana', came, 'Pick a time')
  const { message } = await it.discord.submit('ana', modal!, { 'Until when': 'Friday 14:00' })
  expect(message?.text).toContain('Put off until Fri 27 Nov, 14:00')
})

test('Hand over: the task is Bo’s, and comes to Bo at once', async () => {
  const came = await reminder('review the offer', '2026-11-25 17:00')
  const { modal } = await it.discord.press('ana', came, 'Hand over')
  const { message } = await it.discord.submit('ana', modal!, { 'To whom': 'Bo' })
  expect(message?.text).toContain('Handed over to Bo')
  await it.delivery.tick()
  const his = await it.discord.messageTo('bo', (one) => one.text.includes('review the offer'))
  expect(his.text).toContain('from Ana')
  expect(his.text).toContain('Ana called them 7 hours ago')
  await it.discord.press('bo', his, 'No need, close it')
  expect(his.text).toContain('Done: review the offer')
})

test('tasks are numbered; done and snooze go by the number, and the button of a list does so within it', async () => {
  await crm('remind', { when: 'tomorrow 9am', what: 'file the expenses' })
  const tasks = await crm('tasks')
  const number = /(\d+)\.\*\* file the expenses/.exec(tasks.text)?.[1]
  expect((await crm('snooze', { task: number!, until: 'Friday 10am' })).text).toContain('Put off until Fri 27 Nov, 10:00')
  expect((await crm('done', { task: 'file the expenses' })).text).toContain('Done: file the expenses')
  await crm('remind', { when: 'today 18:00', what: 'lock the door' })
  const today = await crm('today')
  const entry = /(\d+)\.\*\* lock the door/.exec(today.text)?.[1]
  await it.discord.press('ana', today, `${entry}. Done`)
  expect(today.text).toContain('Done: lock the door')
  expect(today.text).toContain('Your day, Wed 25 Nov')
})

test('records are found, shown, added and edited', async () => {
  expect((await crm('add company', { name: 'Globex', domain: 'globex.example', city: 'Austin' })).text).toContain('Globex')
  const { message: person } = await it.discord.command('ana', 'crm', 'add contact', { name: 'Hank', company: 'Globex' })
  expect(person?.text).toContain('Hank')
  expect((await crm('show', { customer: 'Globex' })).text).toMatch(/globex\.example[\s\S]*Austin[\s\S]*Hank/)
  expect((await crm('find', { text: 'wants a quote' })).text).toContain('Wei Zhang')
  expect((await crm('edit', { customer: 'Globex', phone: '+1 512 555 0142' })).text).toContain('Changed Globex')
  const { modal } = await it.discord.command('ana', 'crm', 'edit', { customer: 'Globex' })
  expect(fieldsOf(modal!).find((one) => one.label === 'Phone')?.value).toContain('512')
  const { message } = await it.discord.submit('ana', modal!, { Name: 'Globex Inc' })
  expect(message?.text).toContain('name: Globex Inc')
  expect((await crm('undo')).text).toContain('Taken back')
  expect((await crm('show', { customer: 'Globex' })).text).not.toContain('Globex Inc')
})

test('settings are shown, changed by the form and by typing', async () => {
  const shown = await crm('settings')
  expect(shown.text).toMatch(/Time zone: Europe\/Berlin[\s\S]*Language: English/)
  const { modal } = await it.discord.press('ana', shown, 'Change')
  expect((await it.discord.submit('ana', modal!, { Morning: '8:30' })).message?.text).toContain('Morning: 08:30')
  expect((await crm('settings', { change: 'language 中文' })).text).toContain('中文')
  expect((await crm('today')).text).toMatch(/\p{Script=Han}/u)
  await crm('settings', { change: 'language en' })
})

test('help is an overview, or of one operation with examples to paste', async () => {
  const overview = await crm('help')
  expect(overview.text).toMatch(/Every day[\s\S]*log: Log a call[\s\S]*Customers/)
  const topic = await crm('help', { topic: 'remind' })
  expect(topic.text).toContain('remind Acme tomorrow 9am send the quote')
})

test('who is new is welcomed, and led in four steps to a call really logged', async () => {
  await it.delivery.tick()
  const card = await it.discord.messageTo('bo', (one) => one.text.includes('Hello, I am Rapport'))
  await it.discord.press('bo', card, 'Show me, it takes a minute')
  expect(card.text).toContain('Step 2 of 4')
  await it.discord.press('bo', card, 'That is right')
  expect(card.text).toContain('Step 3 of 4')
  const { modal } = await it.discord.press('bo', card, 'Log my first call')
  const logged = (await it.discord.submit('bo', modal!)).message!
  expect(logged.text).toContain('Logged: call with')
  await it.discord.press('bo', logged, 'Go on with the tour')
  expect(logged.text).toMatch(/That was it[\s\S]*Step 4 of 4/)
  const { id } = await it.house.database.prisma.member.findFirstOrThrow({ where: { name: 'Bo' } })
  expect(await it.house.database.prisma.activity.count({ where: { memberId: id } })).toBe(1)
})

test('somebody whose Discord is Chinese is answered in Chinese', async () => {
  it.discord.user('wang', { name: '王芳', locale: 'zh-CN', roles: [SALES] })
  const { message } = await it.discord.command('wang', 'last', undefined, { customer: 'Acme Corp' })
  expect(message?.text).toContain('最近一次联系')
})

test('Discord took everything, and nothing failed', () => {
  expect(it.discord.world.refusals).toEqual([])
  expect(it.house.faults).toEqual([])
})
