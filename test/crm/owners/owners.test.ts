import { beforeAll, describe, expect, test } from 'vitest'
import { cardOf, rapport, said } from '../../support/rapport.ts'

const { person, faults, clock, database, delivery } = await rapport()
const db = database.prisma
const ana = person('Ana')
const bo = person('Bo', { profile: { timeZone: 'America/New_York' } })
const eve = person('Eve')
const dan = person('Dan')
const idOf = async (name: string) => (await db.member.findFirstOrThrow({ where: { name } })).id
const ownedBy = async (name: string) =>
  (await db.company.findMany({ where: { ownerId: await idOf(name) }, orderBy: { name: 'asc' } })).map((one) => one.name)

beforeAll(async () => {
  for (const one of [ana, bo, eve, dan]) await one.say('tour')
  await ana.say('settings role Dan manager')
  await eve.say('add company Evergreen')
  await eve.say('add contact Lin Wu at Evergreen')
  await eve.say('add company Elm')
  await eve.say('remind Evergreen tomorrow 9am send the quote')
  await eve.say('log private: met Evergreen, call back tomorrow 10am about the secret')
  await eve.say('keep my customers every 60 days')
  clock.pass({ seconds: 30 })
})

describe('one customer changes hands', () => {
  test('by who looks after it, with its people and what is open; and back', async () => {
    const answer = await eve.say('assign Evergreen to Bo')
    expect(said(answer)).toContain('Evergreen belongs to Bo now.')
    expect(said(answer)).toContain('With it went: 1 contact, 1 open task.')
    expect(await ownedBy('Bo')).toEqual(['Evergreen'])
    const task = await db.task.findFirstOrThrow({ where: { what: 'send the quote' } })
    expect(task).toMatchObject({ ownerId: await idOf('Bo'), zone: 'America/New_York' })
    expect(task.remindAt?.toISOString()).toBe('2026-11-25T14:00:00.000Z')
    clock.pass({ minutes: 20 })
    await delivery.tick()
    expect(JSON.stringify(bo.inbox)).toContain('Eve gave you Evergreen')
    expect(said(await eve.press(cardOf(answer), 'Undo'))).toContain('Taken back')
    expect(await ownedBy('Eve')).toEqual(['Elm', 'Evergreen'])
    const back = await db.task.findFirstOrThrow({ where: { what: 'send the quote' } })
    expect(back).toMatchObject({ ownerId: await idOf('Eve'), zone: 'Europe/Berlin' })
    expect(back.remindAt?.toISOString()).toBe('2026-11-25T08:00:00.000Z')
  })

  test('not by any colleague; nobody’s by everybody; to nobody, and not to who only reads', async () => {
    expect(said(await bo.say('assign Elm to Bo'))).toContain('Elm belongs to Eve: only they, a manager of theirs or an admin')
    expect(said(await dan.say('assign Elm to nobody'))).toContain('belongs to nobody now')
    expect(said(await bo.say('分配 Elm 给 @Bo'))).toContain('Elm belongs to Bo now.')
    expect(said(await bo.say('assign Elm to Bo'))).toContain('already')
    await ana.say('settings role Bo reader')
    clock.pass({ seconds: 30 })
    expect(said(await ana.say('assign Evergreen to Bo'))).toContain('may only read')
    await ana.say('settings role Bo rep')
    expect(said(await ana.say('assign Elm to Eve'))).toContain('Elm belongs to Eve now.')
    clock.pass({ seconds: 30 })
  })
})

describe('somebody leaves', () => {
  test('an admin deactivates them, which offers to hand over; they are answered no more', async () => {
    expect(said(await bo.say('settings deactivate Eve'))).toContain('Only an admin')
    const answer = await ana.say('settings deactivate Eve')
    expect(said(answer)).toContain('Eve is deactivated')
    const form = await ana.press(cardOf(answer), 'Hand over what is theirs')
    expect(form.kind).toBe('form')
    expect(said(await eve.say('last Elm'))).toContain('deactivated')
  })

  test('everything is handed over at once: first how much, then done, told, and back in one step', async () => {
    clock.pass({ seconds: 30 })
    expect(said(await bo.say('hand over everything of Eve to Bo'))).toContain('Only')
    const asked = await dan.say('hand over everything of @Eve to @Bo')
    expect(said(asked)).toContain('Hand over from Eve to Bo?')
    expect(said(asked)).toContain('2 companies, 1 contact, 1 open task, the wish to keep in touch')
    expect(await ownedBy('Bo')).toEqual([])
    const done = await dan.press(cardOf(asked), 'Hand over')
    expect(said(done)).toContain('What was Eve’s is Bo’s now.')
    expect(await ownedBy('Bo')).toEqual(['Elm', 'Evergreen'])
    expect(await db.change.count({ where: { operation: 'hand over', undoneAt: null } })).toBe(5)
    expect(await db.task.count({ where: { private: true, ownerId: await idOf('Eve') } })).toBe(1)
    clock.pass({ minutes: 20 })
    await delivery.tick()
    expect(JSON.stringify(bo.inbox)).toContain('handed over to you what was Eve’s')
    await ana.say('assign Elm to Dan')
    const undone = await dan.press(cardOf(done), 'Undo')
    expect(said(undone)).toContain('Taken back: 4 records')
    expect(said(undone)).toContain('1 stayed')
    expect(await ownedBy('Eve')).toEqual(['Evergreen'])
    expect(await ownedBy('Dan')).toEqual(['Elm'])
    expect(said(await dan.press(cardOf(done), 'Undo'))).toContain('already taken back')
    // What stands is not changed by a redo, which says why; nor is anything older done again.
    expect(said(await dan.say('redo'))).toContain('What you took back last is a hand-over')
    expect(await ownedBy('Eve')).toEqual(['Evergreen'])
    expect(said(await dan.say('undo list'))).not.toContain('hand over')
    expect(said(await ana.say('settings activate Eve'))).toContain('can use Rapport again')
    expect(said(await eve.say('last Evergreen'))).not.toContain('deactivated')
    expect(faults).toEqual([])
  })
})
