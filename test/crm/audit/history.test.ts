import { beforeEach, describe, expect, it } from 'vitest'
import { cardOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

let house: TestHouse
let ana: Person
let bo: Person

beforeEach(async () => {
  house = await rapport()
  ana = house.person('Ana')
  bo = house.person('Bo')
  await ana.say('help')
  await bo.say('help')
  await ana.say('add company Acme Corp')
  await ana.say('add contact Wei Zhang at Acme Corp')
  house.clock.pass({ minutes: 10 })
})

it('names whom a relation joins and which segment is kept in touch with; what a new row is not, it does not tell', async () => {
  for (const line of [
    'add contact Laura Bennett at Acme Corp',
    'relate Wei Zhang works with Laura Bennett',
    'segment save Berliners = companies in Berlin',
    'segment save Own = companies owned by me',
    'keep segment Berliners every 30 days',
    'keep segment Own every 30 days',
    'log Wei Zhang: spoke about the offer',
  ])
    await ana.say(line)
  const history = said(await ana.say('history'))
  expect(history).toContain('How Wei Zhang and Laura Bennett stand to each other')
  expect(history).toContain('Keeping in touch: Berliners')
  expect(history).toContain('Keeping in touch: Own')
  expect(history).not.toContain('Private')
})

describe('the history of a customer', () => {
  it('says what, from what to what, who, when and from where, newest first', async () => {
    await ana.say('edit acme city=Berlin')
    house.clock.pass({ hours: 1 })
    await bo.say('edit acme city=Hamburg')
    const card = cardOf(await ana.say('history acme'))
    expect(card.title).toBe('History of Acme Corp')
    const [newest, before] = card.items ?? []
    expect(newest?.text).toBe('Change of Acme Corp\n  City: Berlin → Hamburg')
    expect(newest?.detail).toContain('Bo · just now, Tue 24 Nov, 11:10 · Playground, said to the bot')
    expect(before?.text).toBe('Change of Acme Corp\n  City: – → Berlin')
    expect(before?.detail).toContain('Ana · 1 hour ago, Tue 24 Nov, 10:10')
    expect(before?.detail).toContain('Bo changed')
    expect(before?.buttons ?? []).toEqual([])
  })

  it('has its people, what was logged with them, and their tasks; ids are said as names', async () => {
    await ana.say('log called Wei Zhang, wants a quote, call back tomorrow 10am')
    house.clock.pass({ minutes: 5 })
    await ana.say('handover 1 @Bo')
    const told = said(await ana.say('history acme'))
    expect(told).toContain('Handed over “call back”')
    expect(told).toContain('Owner: Ana → Bo')
    expect(told).toContain('Logged call with Wei Zhang (Acme Corp)')
    expect(told).toContain('Added Wei Zhang')
    expect(told).toContain('Added Acme Corp')
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    const wei = said(await ana.say('history Wei Zhang'))
    expect(wei).toContain('Logged call')
    expect(wei).not.toContain('Added Acme Corp')
  })

  it('keeps what went to another customer, at both', async () => {
    await ana.say('add company Globex')
    await ana.say('edit Wei Zhang company=Globex')
    const moved = 'Change of Wei Zhang\n  Company: Acme Corp → Globex'
    expect(said(await ana.say('history acme'))).toContain(moved)
    expect(said(await ana.say('history globex'))).toContain(moved)
  })

  it('takes back what nothing has overtaken, by its button', async () => {
    await ana.say('edit acme city=Berlin')
    const card = cardOf(await ana.say('history acme'))
    expect(said(await ana.press(card, 'Undo'))).toContain('Taken back: Change of Acme Corp')
    const after = cardOf(await ana.say('history acme'))
    expect(after.items?.[0]?.text).toBe('Taken back: Change of Acme Corp\n  City: Berlin → –')
    expect(after.items?.[1]?.detail).toContain('taken back since')
    // What Ana did is not Bo's to take back; he is no admin.
    expect(cardOf(await bo.say('history acme')).items?.flatMap((one) => one.buttons ?? [])).toEqual([])
  })

  it('is filtered by who and when, in both languages', async () => {
    await ana.say('edit acme city=Berlin')
    house.clock.pass({ hours: 48 })
    await bo.say('edit acme country=Germany')
    expect(said(await ana.say('history acme by Bo'))).not.toContain('Berlin')
    expect(said(await ana.say('history acme @Ana'))).not.toContain('Germany')
    for (const when of ['today', 'since yesterday', '今天', '自昨天']) {
      const told = said(await ana.say(`history acme ${when}`))
      expect(told).toContain('Germany')
      expect(told).not.toContain('Berlin')
    }
    expect(said(await ana.say('history acme until yesterday'))).toContain('Berlin')
    expect(said(await ana.say('history acme from 2026-11-24 to 2026-11-24'))).not.toContain('Germany')
    expect(said(await ana.say('历史 acme 由Bo'))).toContain('Germany')
    expect(said(await ana.say('history acme since the flood'))).toMatch(/cannot read|No|find/i)
  })

  it('pages by where the last page ended, whatever came meanwhile', async () => {
    for (let at = 1; at <= 12; at++) {
      await ana.say(`edit acme city=Town ${at}`)
      house.clock.pass({ minutes: 1 })
    }
    const first = cardOf(await ana.say('history acme'))
    expect(first.items).toHaveLength(8)
    expect(first.items?.at(-1)?.text).toContain('Town 4 → Town 5')
    await ana.say('edit acme city=Meanwhile')
    const second = cardOf(await ana.press(first, 'More'))
    expect(second.items?.[0]?.text).toContain('Town 3 → Town 4')
    expect(second.items).toHaveLength(6)
  })
})

describe('whose changes', () => {
  it('without anything they are my own', async () => {
    await bo.say('edit acme city=Hamburg')
    const mine = said(await ana.say('history'))
    expect(mine).toContain('What you changed')
    expect(mine).toContain('Added Acme Corp')
    expect(mine).not.toContain('Hamburg')
  })

  it('of somebody else, or of all, are for managers and admins', async () => {
    await bo.say('edit acme city=Hamburg')
    expect(said(await ana.say('history @Bo'))).toContain('City: – → Hamburg')
    expect(said(await ana.say('history all'))).toContain('Hamburg')
    expect(said(await bo.say('history all'))).toContain('Only managers and admins')
    expect(said(await bo.say('history @Ana'))).toContain('Only managers and admins')
    await ana.say('settings role @Bo manager')
    expect(said(await ana.say('history all'))).toContain('Role of Bo\n  Role: rep → manager')
    expect(said(await bo.say('history @Ana'))).toContain('Added Acme Corp')
  })
})

describe('what is not everybody’s', () => {
  it('a private note is told to its author alone', async () => {
    await bo.say('log met with Wei Zhang, they want to leave')
    const { prisma } = house.database
    await prisma.activity.updateMany({ data: { private: true } })
    expect(said(await bo.say('history acme'))).toContain('they want to leave')
    expect(said(await ana.say('history acme'))).not.toContain('want to leave')
    expect(said(await ana.say('history all'))).not.toContain('want to leave')
    // Nor what it said while it was private, once it is not any more.
    await prisma.$executeRaw`UPDATE changes SET after = after || '{"private": true}' WHERE noun = 'activity'`
    await prisma.activity.updateMany({ data: { private: false } })
    expect(said(await ana.say('history acme'))).not.toContain('want to leave')
  })

  it('another workspace knows nothing of it', async () => {
    const stranger = house.person('Eve', { team: 'evil-corp' })
    const id = (await house.database.prisma.company.findFirstOrThrow()).id
    expect(said(await stranger.say('history all'))).not.toContain('Acme Corp')
    expect(said(await stranger.say(`history company:${id}`))).not.toContain('Berlin')
  })

  it('names are text, whatever stands in them', async () => {
    await ana.say('edit acme city=<!channel> *bold* @everyone')
    const card = cardOf(await ana.say('history acme'))
    expect(textOf(card)).toContain('→ <!channel> *bold* @everyone')
  })
})
