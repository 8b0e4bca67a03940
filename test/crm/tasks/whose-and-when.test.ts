import { beforeEach, expect, test } from 'vitest'
import { cardOf, formOf, said, textOf } from '../../support/rapport.ts'
import { people } from './people.ts'

/** What a reminder does not guess: which of several days, and whether a name is a colleague's. */
const { house, db, ana, li, clear } = await people()
beforeEach(clear)

test.each([
  'remind Wei Zhang monday or tuesday send the quote',
  'remind Wei Zhang mon, wed and fri 9am send the quote',
  'remind Wei Zhang Mon, Wed 9am send the quote',
  'remind Wei Zhang tomorrow 9am and Friday 10am send the quote',
])('%s: which day is asked, and nothing is made', async (line) => {
  const asked = said(await ana.say(line))
  expect(asked).toContain('Which day?')
  expect(asked).toContain(line.replace('remind ', ''))
  expect(await db.task.count()).toBe(0)
})

test('what is mended in the form stands as it was typed there', async () => {
  const asked = cardOf(await ana.say('remind Wei Zhang monday or tuesday send the quote'))
  const form = formOf(await ana.press(asked, 'Mend and send again'))
  expect(said(await ana.submit(form, { when: 'Tuesday 9am', what: 'Monday and Tuesday figures' }))).toContain(
    'I will remind you: Monday and Tuesday figures',
  )
})

test('in Chinese as well; every one of them is a repeat', async () => {
  expect(said(await li.say('提醒 周一和周三上午9点 发报价'))).toContain('是哪一天？')
  expect(said(await ana.say('remind every Mon, Wed and Fri 9am send the quote'))).toContain(
    'Repeats every Monday, Wednesday, and Friday',
  )
  for (const line of ['Monday 9am and then call them', 'Friday 9am and wedding gifts', 'Monday 9am Sunday papers'])
    expect(said(await ana.say(`remind ${line}`))).toContain('I will remind you')
  expect(await db.task.count()).toBe(4)
})

test('a name before the time that no customer has may be a colleague’s', async () => {
  const asked = cardOf(await ana.say('remind Bo tomorrow 9am send the quote to Wei'))
  expect(textOf(asked)).toContain("I don't know Bo")
  const made = said(await ana.press(asked, 'It is for Bo'))
  expect(made).toContain('I will remind Bo: send the quote to Wei')
  expect(made).toContain('America/New_York')
  expect(textOf(cardOf(await ana.say('remind Globex tomorrow 9am send the quote')))).not.toContain('It is for')
})

test.each([
  'Wei Zhang @Bo tomorrow 9am send the quote',
  'Wei Zhang tomorrow 9am @Bo send the quote',
  'tomorrow 9am @bo: send the quote',
])('remind %s: is for Bo, on the clock of Bo', async (line) => {
  expect(said(await ana.say(`remind ${line}`))).toMatch(/I will remind Bo: send the quote[\s\S]*America\/New_York/)
})

test('whom nobody knows is said, and nothing is made; a colleague in the middle of the words is one of them', async () => {
  expect(said(await ana.say('remind Wei Zhang @Nobody tomorrow 9am send'))).toContain('I know no colleague “@Nobody”')
  expect(await db.task.count()).toBe(0)
  expect(said(await ana.say('remind tomorrow 9am ask @Bo for the quote'))).toContain('I will remind you: ask @Bo for the quote')
})

test('a number that nobody has keeps its sign, on the answer and in the form', async () => {
  const asked = cardOf(await ana.say('last +44 20 7946 0958'))
  expect(textOf(asked)).toContain("I don't know +44 20 7946 0958.")
  const form = await ana.press(asked, 'Add +44 20 7946 0958')
  expect(form.kind === 'form' && form.form.fields.find((one) => one.name === 'phone')?.value).toBe('+44 20 7946 0958')
})

test('nothing failed behind anybody’s back', () => expect(house.faults).toEqual([]))
