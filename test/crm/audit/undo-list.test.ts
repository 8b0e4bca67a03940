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
  house.clock.pass({ minutes: 1 })
})

const city = () => house.database.prisma.company.findFirst().then((one) => one?.city)

describe('what I can take back', () => {
  it('is a numbered list, and a number typed takes back what stood there', async () => {
    await ana.say('edit acme city=Berlin')
    house.clock.pass({ minutes: 5 })
    await ana.say('remind acme tomorrow 10am send the quote')
    const list = said(await ana.say('undo list'))
    expect(list).toContain('3 things you can take back')
    expect(list).toMatch(/1\. Task “send the quote”\n.*just now/)
    expect(list).toMatch(/2\. Change of Acme Corp\n5 min ago, Tue 24 Nov, 10:01/)
    // What is done meanwhile does not move the numbers.
    await ana.say('log called acme, no answer')
    expect(said(await ana.say('undo 2'))).toContain('Taken back: Change of Acme Corp')
    expect(await city()).toBeNull()
    expect(said(await ana.say('undo 2'))).toContain('already taken back')
    expect(said(await ana.say('undo 9'))).toContain('There is no 9 in the list')
  })

  it('says what stands in the way, who did it and in which field, and offers no button there', async () => {
    await ana.say('edit acme city=Berlin')
    house.clock.pass({ minutes: 5 })
    await bo.say('edit acme city=Hamburg')
    const card = cardOf(await ana.say('undo list'))
    const entry = card.items?.find((one) => one.text === 'Change of Acme Corp')
    expect(entry?.detail).toContain('Bo changed “Change of Acme Corp” again just now (City)')
    expect(entry?.buttons ?? []).toEqual([])
    expect(said(await ana.say('undo 1'))).toMatch(/Bo changed .*City.*Nothing was changed/)
    expect(await city()).toBe('Hamburg')
    // Another field does not stand in the way.
    await ana.say('edit acme industry=Steel')
    await bo.say('edit acme country=Germany')
    expect(said(await ana.say('undo'))).toContain('Taken back: Change of Acme Corp')
  })

  it('ends after 30 days, which is said', async () => {
    const edited = cardOf(await ana.say('edit acme city=Berlin'))
    house.clock.pass({ hours: 24 * 29 })
    expect(said(await ana.say('undo list'))).toContain('Change of Acme Corp')
    house.clock.pass({ hours: 24 * 2 })
    expect(said(await ana.say('undo list'))).toContain('nothing of yours')
    expect(said(await ana.press(edited, 'Undo'))).toContain('more than 30 days ago')
    expect(said(await ana.say('undo'))).toContain('more than 30 days ago')
    expect(await city()).toBe('Berlin')
  })

  it('pages, with the numbers of the first page', async () => {
    for (let at = 1; at <= 9; at++) await ana.say(`remind acme tomorrow ${at}pm call ${at}`)
    const first = cardOf(await ana.say('undo list'))
    const second = cardOf(await ana.press(first, 'More'))
    expect(second.items?.map((one) => one.number)).toEqual([9, 10])
    expect(second.items?.at(-1)?.text).toContain('Added Acme Corp')
  })
})

describe('doing again what was taken back', () => {
  it('is a button of the answer, and can be taken back once more', async () => {
    await ana.say('edit acme city=Berlin')
    const undone = cardOf(await ana.say('undo'))
    expect(await city()).toBeNull()
    const again = cardOf(await ana.press(undone, 'Redo'))
    expect(textOf(again)).toContain('Done again: Change of Acme Corp')
    expect(await city()).toBe('Berlin')
    expect(said(await ana.press(undone, 'Redo'))).toContain('already done again')
    expect(said(await ana.press(again, 'Undo'))).toContain('Taken back')
    expect(await city()).toBeNull()
    expect(said(await ana.say('redo'))).toContain('Done again')
    expect(await city()).toBe('Berlin')
  })

  it('brings back what was made, with its people and what was logged', async () => {
    await ana.say('add contact Wei Zhang at Acme Corp')
    await ana.say('log called Wei Zhang, wants a quote, call back tomorrow 10am')
    const undone = cardOf(await ana.say('undo'))
    expect(await house.database.prisma.activity.count({ where: { archivedAt: null } })).toBe(0)
    await ana.press(undone, 'Redo')
    expect(await house.database.prisma.activity.count({ where: { archivedAt: null } })).toBe(1)
    expect(await house.database.prisma.task.count({ where: { archivedAt: null } })).toBe(1)
  })

  it('is refused when what it belongs to is not there any more', async () => {
    await ana.say('add contact Wei Zhang at Acme Corp')
    const undone = cardOf(await ana.say('undo'))
    await ana.say('undo')
    expect(said(await ana.press(undone, 'Redo'))).toContain('Acme Corp, to which it belongs, is not there any more')
  })

  it('does not happen by typing undo twice', async () => {
    await ana.say('edit acme city=Berlin')
    await ana.say('undo')
    expect(said(await ana.say('undo'))).toContain('Taken back: Added Acme Corp')
    expect(said(await ana.say('undo'))).toContain('nothing of yours')
    expect(said(await bo.say('redo'))).toContain('taken nothing back')
  })
})

it('writes down where each change was asked for', async () => {
  const changes = await house.database.prisma.change.findMany({ where: { noun: 'company' } })
  expect(changes).toMatchObject([{ source: 'playground', teamId: 'acme-sales', channel: null }])
  expect(changes[0]?.companyId).toBe(changes[0]?.entityId)
})
