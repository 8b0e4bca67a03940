import { afterAll, beforeEach, expect, test } from 'vitest'
import { cardOf, rapport, said, textOf } from '../support/rapport.ts'

/** What begins like a command and is none, or is mistyped: nothing that was typed is lost, and nothing is done twice. */
const house = await rapport()
const { prisma: db } = house.database
const ana = house.person('Ana')
await ana.say('add company Acme Corp')
await ana.say('add contact Wei Zhang at Acme Corp')
beforeEach(async () => {
  await db.task.deleteMany()
  await db.activity.deleteMany()
})
afterAll(() => expect(house.faults).toEqual([]))
const notes = async () => (await db.activity.findMany()).map((one) => one.note)

test.each(['last week spoke to Wei, wants a quote', 'last Tuesday met Wei at the fair', 'Last night emailed Wei the deck'])(
  '%s: is a line to log',
  async (line) => {
    expect(said(await ana.say(line))).toMatch(/Logged: \w+ with Wei Zhang/)
    expect(await notes()).toEqual([line])
  },
)

test('last with a customer is the command', async () => {
  for (const line of ['last Acme', 'last wei zhang', 'last week']) expect(said(await ana.say(line))).not.toContain('Log it as')
})

test.each([
  'done with Acme call, they want pricing',
  'find out from Acme whether they want it',
  'show room visit Acme yesterday',
  'help Wei from Acme with the order form',
  'skip the Acme demo, said Wei',
])('%s: its answer offers to log it, once', async (line) => {
  const asked = cardOf(await ana.say(line))
  expect(await notes()).toEqual([])
  const [first, second] = await Promise.all([1, 2].map(() => ana.press(asked, 'Log it as it stands')))
  expect(said(first!)).toContain('Logged: ')
  expect(second).toEqual(first)
  expect(await notes()).toEqual([line])
})

test('in Chinese as well', async () => {
  const li = house.person('Li', { profile: { locale: 'zh-CN' } })
  const asked = cardOf(await li.say('完成 和Acme的电话，他们要报价'))
  expect(said(await li.press(asked, '就按原样记录'))).toContain('Acme Corp')
})

test('a command’s name with a colon is no customer, when the line is logged after all', async () => {
  const asked = cardOf(await ana.say('Done: called Wei at Acme Corp, quote sent'))
  expect(said(await ana.press(asked, 'Log it as it stands'))).toContain('Logged: call with Wei Zhang (Acme Corp)')
})

test('further Chinese words for a command are that command; the help says one', async () => {
  const li = house.person('Li', { profile: { locale: 'zh-CN' } })
  expect(said(await li.say('添加公司 宝钢集团'))).toContain('已新增宝钢集团')
  expect(said(await li.say('添加联系人 李娜 at 宝钢集团'))).toContain('已新增李娜')
  expect(said(await li.say('编辑 宝钢集团 phone=+86 21 2664 7000'))).toContain('宝钢集团')
  expect(await db.company.findFirst({ where: { name: '宝钢集团' } })).toMatchObject({ phones: ['+862126647000'] })
  expect(said(await li.command('添加公司华泰证券'))).toContain('已新增华泰证券')
  expect(said(await li.say('教程'))).toContain('Rapport')
  expect(said(await li.say('帮助 编辑'))).toMatch(/^修改 \(edit\)/)
  expect(await notes()).toEqual([])
})

test.each([
  'When did we last speak to Acme Corp?',
  'who is Wei Zhang',
  'did Wei sign at Acme Corp?',
  'what did we agree with Acme Corp',
  '上次什么时候联系过 Acme Corp？',
])('%s: asks and tells nothing, and is logged only when that is meant', async (line) => {
  const asked = cardOf(await ana.say(line))
  expect(textOf(asked)).toMatch(/You seem to ask about (?:Acme Corp|Wei Zhang \(Acme Corp\))/)
  expect(said(await ana.press(asked, 'Last contact'))).toMatch(/Acme Corp/)
  expect(await notes()).toEqual([])
  await ana.press(asked, 'Log it as it stands')
  expect(await notes()).toEqual([line])
})

test.each(['Is Acme Corp still in? Wei says yes, signs Friday', 'Acme Corp: did they get the quote?', 'log did Acme Corp sign?'])(
  '%s: is a line to log',
  async (line) => {
    expect(said(await ana.say(line))).toContain('Logged: ')
    expect(await notes()).toEqual([line.replace(/^log /, '')])
  },
)

test('a question mark asks for help', async () => {
  for (const line of ['?', '？？']) expect(said(await ana.say(line))).toContain('What I can do')
})

test('what is found, a few words, and a command after its slash offer no such thing', async () => {
  await ana.say('remind tomorrow 9am send the price list')
  for (const line of ['find Acme', 'find nobody', 'show Acme Corp', 'done send the price list', 'done 77'])
    expect(said(await ana.say(line))).not.toContain('Log it as')
  expect(said(await ana.command('find out from Acme whether'))).not.toContain('Log it as')
})

test('a command mistyped is done once, whichever of its buttons is pressed how often', async () => {
  const asked = cardOf(await ana.say('remnid Acme Corp tomorrow 9am send the deck'))
  expect(textOf(asked)).toContain('[remind Acme Corp tomorrow 9am send the deck] [Log it as it stands]')
  const pressed = await Promise.all([1, 2].map(() => ana.press(asked, 'remind Acme Corp tomorrow 9am send the deck')))
  const other = await ana.press(asked, 'Log it as it stands')
  expect([pressed[1], other]).toEqual([pressed[0], pressed[0]])
  expect([await db.task.count(), await db.activity.count()]).toEqual([1, 0])
  const typed = cardOf(await ana.command('lgo Wei called, wants a demo'))
  for (const _ of [1, 2]) await ana.press(typed, 'log Wei called, wants a demo')
  expect(await notes()).toEqual(['Wei called, wants a demo'])
})

test('the form of a command mistyped may be filled in again and again', async () => {
  const asked = cardOf(await ana.command('lgo'))
  for (const line of ['Wei called', 'Wei called again']) {
    const opened = await ana.press(asked, 'log')
    if (opened.kind !== 'form') throw new Error('no form')
    await ana.submit(opened.form, { line })
  }
  expect(await notes()).toEqual(['Wei called', 'Wei called again'])
})
