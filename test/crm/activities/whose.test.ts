import { afterAll, beforeAll, expect, test } from 'vitest'
import { tokenOf } from '../../../src/bot/action.ts'
import { cardOf, formOf, type Person, rapport, said } from '../../support/rapport.ts'

/** A token can be made up by whoever knows an id: what it asks is allowed or not like everything else. */
const house = await rapport()
const { prisma: db } = house.database
const [ana, bo, cleo, dan] = ['Ana', 'Bo', 'Cleo', 'Dan'].map((name) => house.person(name)) as [Person, Person, Person, Person]
const stranger = house.person('Eve', { team: 'another-team' })
let id: string

beforeAll(async () => {
  for (const one of [ana, bo, cleo, dan, stranger]) await one.say('help')
  await db.member.updateMany({ where: { name: 'Dan' }, data: { role: 'manager' } })
  house.house.forget((await db.member.findFirstOrThrow({ where: { name: 'Dan' } })).workspaceId, new Set(['member']))
  await ana.say('add company Acme Corp')
  await bo.say('log Acme Corp: left voicemail, call back Thursday 10am')
  id = (await db.activity.findFirstOrThrow()).id
})
afterAll(() => expect(house.faults).toEqual([]))

const note = async () => (await db.activity.findFirstOrThrow()).note
const opened = (who: Person) =>
  who.ask({ kind: 'press', token: tokenOf({ operation: 'edit activity', input: { activity: id } }, true) })
const sent = (who: Person, text: string) =>
  who.ask({
    kind: 'submit',
    token: tokenOf({ operation: 'edit activity', input: { activity: id } }),
    values: { customer: 'Acme Corp', kind: 'meeting', note: text, followup: 'tomorrow 9am do my work' },
  })

test('a colleague’s note: neither shown for editing nor changed by a token made up', async () => {
  expect(said(await opened(cleo))).toContain('Only Bo or a manager can change that entry.')
  expect(said(await sent(cleo, 'forged'))).toContain('Only Bo or a manager can change that entry.')
  expect(await note()).toBe('Acme Corp: left voicemail, call back Thursday 10am')
  expect(await db.task.findMany()).toMatchObject([{ what: expect.stringContaining('call back') }])
})

test('of another workspace: it is as if there were none', async () => {
  expect(said(await opened(stranger))).not.toContain('Acme')
  expect(cardOf(await sent(stranger, 'forged')).tone).toBe('warning')
  expect(await note()).toBe('Acme Corp: left voicemail, call back Thursday 10am')
})

test('its author, a manager and an admin may', async () => {
  for (const [who, text] of [
    [bo, 'by its author'],
    [dan, 'by the manager'],
    [ana, 'by the admin'],
  ] as const) {
    expect(formOf(await opened(who)).fields.some((one) => one.name === 'note')).toBe(true)
    await sent(who, text)
    expect(await note()).toBe(text)
  }
})
