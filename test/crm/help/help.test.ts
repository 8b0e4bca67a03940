import { describe, expect, it } from 'vitest'
import { tokenOf } from '../../../src/bot/action.ts'
import type { SealedAnswer } from '../../../src/bot/house.ts'
import type { SealedCard, SealedForm } from '../../../src/bot/sealed.ts'
import { logExamples } from '../../../src/crm/help/words.ts'
import { rapport } from '../../support/rapport.ts'

const { person, bot, database, faults } = await rapport()
const cardOf = (answer: SealedAnswer): SealedCard => {
  if (answer.kind !== 'card') throw new Error(`a ${answer.kind}, not a card`)
  return answer.card
}
const formOf = (answer: SealedAnswer): SealedForm => {
  if (answer.kind !== 'form') throw new Error(`a ${answer.kind}, not a form: ${JSON.stringify(answer)}`)
  return answer.form
}
const ana = person('Ana')
const li = person('Li', { profile: { locale: 'zh-CN' } })
const text = (card: SealedCard) => [card.title, ...(card.lines ?? []), card.context].join('\n')

describe('help', () => {
  it('names everything that is not hidden: what is for every day with what it does, the rest a press away', async () => {
    const card = cardOf(await ana.say('help'))
    const may = bot.registry.operations.filter((one) => one.allow !== 'admin')
    for (const op of may.filter((one) => one.group === 'daily' && !one.rare))
      expect(text(card).includes(`\n${op.name}: ${op.summary.en}`), op.name).toBe(!op.hidden)
    expect(text(card).split('\n').length).toBeLessThan(25)
    const pages = [text(card)]
    for (const label of ['Customers', 'Your team']) pages.push(text(cardOf(await ana.press(card, label))))
    for (const op of may.filter((one) => !one.hidden)) {
      expect(
        pages[0]!.split(/[\n,:]/).map((one) => one.trim().replace(/^and /, '')),
        op.name,
      ).toContain(op.name)
      if (op.group === 'records' || op.group === 'team') expect(pages.join('\n')).toContain(`\n${op.name}: ${op.summary.en}`)
    }
    expect(text(cardOf(await li.say('帮助 客户')))).toContain(`(find)：${bot.registry.find('find')!.summary.zh}`)
  })

  it('teaches one, by its examples, also when it is mistyped', async () => {
    const shown = text(cardOf(await ana.say('help remnd')))
    for (const example of bot.registry.find('remind')!.examples) expect(shown).toContain(example)
    expect(text(cardOf(await ana.say('help dismiss')))).toContain('no help on “dismiss”')
  })

  it('teaches logging by a dozen lines, in both languages, each of which is one to log', async () => {
    for (const [person, locale] of [
      [ana, 'en'],
      [li, 'zh'],
    ] as const) {
      const shown = text(cardOf(await person.say('help log')))
      for (const example of logExamples(locale)) {
        expect(shown).toContain(example)
        expect(bot.registry.match(example)?.operation.name).toBe('log')
      }
    }
    for (const locale of ['en', 'zh'] as const)
      expect(logExamples(locale).filter((one) => /\p{Script=Han}/u.test(one)).length).toBeGreaterThanOrEqual(3)
  })

  it('speaks Chinese', async () => {
    expect(text(cardOf(await li.say('help')))).toContain(`记录 (log)：${bot.registry.find('log')!.summary.zh}`)
  })
})

describe('the tour', () => {
  it('leads from the welcome to a call that is really logged, in four steps', async () => {
    const bo = person('Bo')
    expect(cardOf(await bo.say('tour')).context).toBe('Step 1 of 4')
    let card = cardOf(await bo.say('tour'))
    card = cardOf(await bo.press(card, card.buttons![0]!.label))
    expect(card.context).toBe('Step 2 of 4')
    const time = formOf(await bo.press(card, 'Change'))
    card = cardOf(await bo.submit(time, { zone: 'london', morning: '8:30' }))
    expect(card.lines?.[0]).toContain('Europe/London')
    expect(card.context).toBe('Step 3 of 4')
    const call = formOf(await bo.press(card, 'Log my first call'))
    expect(call.fields.map((one) => one.value)).toEqual([expect.stringContaining('Acme Corp')])
    card = cardOf(await bo.submit(call))
    expect(card.title).toMatch(/^Logged: call with/)
    card = cardOf(await bo.press(card, 'Go on with the tour'))
    expect(text(card)).toMatch(/last Acme Corp[\s\S]*remind Acme Corp[\s\S]*help[\s\S]*Step 4 of 4/)
    expect(await database.prisma.member.findFirst({ where: { name: 'Bo' } })).toMatchObject({
      tourStep: 5,
      timeZone: 'Europe/London',
      morningAt: '08:30',
    })
    expect(await database.prisma.activity.count()).toBe(1)
    // Taking back goes for the call, and passes over the tour.
    expect(text(cardOf(await bo.say('undo')))).toContain('Logged call with')
  })

  it('does not end before something was logged, and goes on where it was left', async () => {
    const tom = person('Tom')
    await tom.say('tour')
    const first = cardOf(await tom.say('tour'))
    const second = cardOf(await tom.press(first, first.buttons![0]!.label))
    const third = cardOf(await tom.press(second, 'That is right'))
    expect(third.context).toBe('Step 3 of 4')
    expect(cardOf(await tom.say('tour')).context).toBe('Step 3 of 4')
    const early = await tom.ask({ kind: 'press', token: tokenOf({ operation: 'tour', input: { step: 4 } }) })
    expect(cardOf(early).context).toContain('no call of yours yet')
  })

  it('asks no reader to log: they are shown how to look things up, and it ends', async () => {
    const rena = person('Rena')
    await rena.say('tour')
    await ana.say('settings role Rena reader')
    const first = cardOf(await rena.say('tour'))
    expect(text(first)).toMatch(/find: [\s\S]*Step 1 of 3/)
    expect(text(first)).not.toContain('log:')
    const second = cardOf(await rena.press(first, first.buttons![0]!.label))
    const last = cardOf(await rena.press(second, 'That is right'))
    expect(text(last)).toMatch(/That was it[\s\S]*another role[\s\S]*Step 3 of 3/)
    expect(await database.prisma.member.findFirst({ where: { name: 'Rena' } })).toMatchObject({ tourStep: 5 })
  })

  it('welcomes whoever is new with its first step', async () => {
    expect(bot.registry.notices.has('welcome')).toBe(true)
    expect(await database.prisma.message.count({ where: { kind: 'welcome' } })).toBe(await database.prisma.member.count())
  })
})

it('gives a person’s words back when they leave a question', async () => {
  const asked = cardOf(await ana.say('log called Zorblatt Industries, wants a quote'))
  const left = cardOf(await ana.press(asked, 'Cancel'))
  expect(left.lines).toEqual(['Nothing was changed.'])
  expect(left.fields?.[0]?.value).toContain('called Zorblatt Industries, wants a quote')
  expect(faults).toEqual([])
})
