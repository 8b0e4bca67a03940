import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseDue, oweErasures } from '../../../src/crm/privacy/erasures.ts'
import { erasedIn, listIn } from '../../../src/crm/privacy/list.ts'
import { cardOf, type Person, rapport, said, type TestHouse, textOf } from '../../support/rapport.ts'

/** Words that nothing else says. */
const NAME = 'Zorvath Quexley'
const MARKS = [/zorvath/i, /quexley/i, /zq-mail/i, /5550\D{0,3}147/, /quexmaiden/i, /secretive title/i]

let house: TestHouse
let ana: Person
let folder: string
beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  folder = await mkdtemp(path.join(tmpdir(), 'rapport-erase-'))
  for (const line of ['help', 'add company Acme Corp', 'add company Globex']) await ana.say(line)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const db = () => house.database.prisma

/** Every text in every table, as one writes it: where the marks still stand. */
async function tracesLeft(marks: readonly RegExp[] = MARKS): Promise<string[]> {
  const tables = await db().$queryRaw<
    { name: string }[]
  >`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`
  const left: string[] = []
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
    for (const { row } of rows) if (marks.some((mark) => mark.test(row))) left.push(`${name}: ${row.slice(0, 2000)}`)
  }
  return left
}

async function lived(): Promise<void> {
  await ana.say('add contact Zorvath Quexmaiden at Acme Corp')
  const { id } = await db().contact.findFirstOrThrow({ where: { name: 'Zorvath Quexmaiden' } })
  const customer = `contact:${id}`
  const edit = (values: Record<string, string>) =>
    ana.ask({ kind: 'options', operation: 'edit', values: { customer, ...values } })
  cardOf(await edit({ name: NAME }))
  cardOf(await edit({ title: 'secretive title', email: 'zq-mail@acme.example', phone: '+1 212 555 0147' }))
  await ana.say(
    'log called Zorvath Quexley: Zorvath wants a quote, reach on (212) 555-0147 or zq-mail@acme.example. Call back Thursday 10am',
  )
  await ana.say('log Globex: met Quexley, Zorvath and talked of 212.555.0147')
  await ana.say('remind Globex tomorrow 9am send ZORVATH QUEXLEY the papers')
  await ana.say('remind Zorvath Quexley tomorrow 9am ask Zorvath about the boat')
  await ana.say('log Globex met Zorvath Quexley and others')
  await ana.say('last Zorvath Quexley')
  // Long enough to be parked, and given back in a form.
  await ana.say(`log Nobody Atall: ${'x'.repeat(300)} Zorvath Quexley`)
  house.clock.pass({ hours: 24 })
  await house.delivery.tick()
  await house.delivery.tick()
}

const erasedList = () => listIn(folder)
const sweep = () => eraseDue(db(), house.clock.now(), erasedList())

test('who is erased leaves every table: nothing of them is found in any text, what took place stays without them', async () => {
  await lived()
  const before = await tracesLeft()
  for (const table of [
    'contacts',
    'activities',
    'tasks',
    'changes',
    'messages',
    'answered_requests',
    'parked_inputs',
    'name_words',
  ])
    expect(
      before.some((one) => one.startsWith(`${table}:`)),
      table,
    ).toBe(true)
  const activities = await db().activity.count()
  const asked = cardOf(await ana.say(`erase ${NAME}`))
  const text = textOf(asked)
  for (const words of [
    'Erase Zorvath Quexley (Acme Corp) for good?',
    'cannot be undone',
    'goes by another name',
    'backup',
    'Activities: ',
  ])
    expect(text).toContain(words)
  expect(await db().erasure.count()).toBe(0)
  expect(said(await ana.press(asked, 'Erase for good'))).toContain('being erased')
  expect(said(await ana.say(`last ${NAME}`))).not.toContain('Last contact')
  await sweep()
  // What was asked since is what anybody types; it goes as well, being kept for a week only.
  await db().answeredRequest.deleteMany({ where: { operation: 'last' } })
  await house.delivery.tick()
  expect(await tracesLeft()).toEqual([])
  expect(await db().activity.count()).toBe(activities)
  expect((await db().contact.findFirstOrThrow({ where: { name: '(erased)' } })).archivedAt).not.toBeNull()
  const notes = await db().activity.findMany({ select: { note: true } })
  expect(notes.map(({ note }) => note).join('\n')).toContain('(erased)')
  expect(textOf(ana.inbox.at(-1)!)).toContain('nothing of that person is left')
})

test('no undo brings them back, and the audit says that somebody was erased, not who', async () => {
  const requests = await db().change.findMany({ where: { undoneAt: null }, select: { requestId: true }, distinct: ['requestId'] })
  for (const { requestId } of requests) await ana.ask({ kind: 'options', operation: 'undo', values: { request: requestId } })
  await db().answeredRequest.deleteMany()
  expect(await tracesLeft()).toEqual([])
  const [event] = await db().change.findMany({ where: { operation: 'erase' } })
  expect(event).toMatchObject({ noun: 'event', after: { what: 'erase', count: 1 } })
})

test('a backup from before that is put back is erased again, by the ids alone', async () => {
  const text = JSON.stringify(await erasedIn(erasedList()))
  expect(text).toMatch(/^\[\{"workspaceId":"[0-9a-f-]+","noun":"contact","recordId":"[0-9a-f-]+"\}\]$/)
  const { recordId } = (await erasedIn(erasedList()))[0]!
  await db().contact.updateMany({
    where: { id: recordId },
    data: {
      name: NAME,
      searchName: 'zorvath quexley',
      nameTokens: ['zorvath', 'quexley'],
      emails: ['zq-mail@acme.example'],
      archivedAt: null,
    },
  })
  await db().erasure.deleteMany()
  expect(await oweErasures(db(), await erasedIn(erasedList()), house.clock.now())).toBe(1)
  expect(await oweErasures(db(), await erasedIn(erasedList()), house.clock.now())).toBe(0)
  await sweep()
  expect(await tracesLeft()).toEqual([])
  expect(await erasedIn(erasedList())).toHaveLength(1)
})

test('what is somebody else’s stays: another of the same name, an address that a company has too, a word that is no name', async () => {
  for (const line of ['add company Initech', 'add contact Will Marker at Initech', 'add contact Will Marker at Globex'])
    await ana.say(line)
  const at = async (company: string) =>
    db().contact.findFirstOrThrow({ where: { name: 'Will Marker', company: { name: company } } })
  const will = await at('Initech')
  await db().contact.update({
    where: { workspaceId_id: { workspaceId: will.workspaceId, id: will.id } },
    data: { emails: ['office@initech.example'] },
  })
  await db().company.updateMany({ where: { name: 'Initech' }, data: { emails: ['office@initech.example'] } })
  await ana.ask({
    kind: 'options',
    operation: 'log',
    values: { line: 'called: Will said he will pay', customer: `contact:${will.id}` },
  })
  await ana.ask({
    kind: 'options',
    operation: 'log',
    values: { line: 'called: Will Marker of Globex is well', customer: `contact:${(await at('Globex')).id}` },
  })
  await ana.press(
    cardOf(await ana.ask({ kind: 'options', operation: 'erase', values: { who: `contact:${will.id}` } })),
    'Erase for good',
  )
  await sweep()
  const notes = (await db().activity.findMany({ select: { note: true } })).map(({ note }) => note).join('\n')
  expect(notes).toContain('(erased) said he will pay')
  expect(notes).toContain('Will Marker of Globex is well')
  expect((await at('Globex')).name).toBe('Will Marker')
  expect((await db().company.findFirstOrThrow({ where: { name: 'Initech' } })).emails).toEqual(['office@initech.example'])
})

test('what was merged into their record goes too', async () => {
  for (const line of ['add company Hooli', 'add contact Tamsin Doublerow at Hooli', 'add contact Tam Otherrow at Hooli'])
    await ana.say(line)
  const at = async (name: string) => (await db().contact.findFirstOrThrow({ where: { name } })).id
  const pair = { from: `contact:${await at('Tam Otherrow')}`, into: `contact:${await at('Tamsin Doublerow')}` }
  await ana.press(cardOf(await ana.ask({ kind: 'options', operation: 'merge', values: pair })), 'Merge')
  expect(await db().contact.count({ where: { mergedIntoId: { not: null } } })).toBe(1)
  await ana.press(cardOf(await ana.say('erase Tamsin Doublerow')), 'Erase for good')
  await sweep()
  expect(await tracesLeft([/doublerow/i, /otherrow/i])).toEqual([])
})

test('all people of a company; a Chinese name in the middle of a text', async () => {
  for (const line of ['add company Umbrella', 'add contact 欧阳慕雪 at Umbrella', 'add contact Petra Uniquely at Umbrella'])
    await ana.say(line)
  await ana.say('log Globex: 昨天和欧阳慕雪通了电话')
  const asked = cardOf(await ana.say('erase Umbrella'))
  expect(textOf(asked)).toContain('Erase 2 people of Umbrella for good?')
  await ana.press(asked, 'Erase for good')
  await sweep()
  expect(await tracesLeft([/欧阳慕雪/, /uniquely/i])).toEqual([])
  expect(await db().company.count({ where: { name: 'Umbrella', archivedAt: null } })).toBe(1)
  expect(said(await ana.say('erase Umbrella'))).toContain('I know nobody at Umbrella')
})

test('a member who left: their name, accounts and private notes go, what they did stays; who works here is not erased', async () => {
  const bo = house.person('Bodo Exmember')
  for (const line of ['help', 'log Globex: met, all well']) await bo.say(line)
  expect(said(await ana.say('erase member Bodo Exmember'))).toContain('still works here')
  expect(said(await ana.say('erase member Nobody'))).toContain('has worked here and left')
  await db().member.updateMany({ where: { name: 'Bodo Exmember' }, data: { active: false } })
  const activities = await db().activity.count()
  await ana.press(cardOf(await ana.say('erase member Bodo Exmember')), 'Erase for good')
  await sweep()
  await db().answeredRequest.deleteMany()
  expect(await tracesLeft([/bodo/i, /exmember/i])).toEqual([])
  expect(await db().activity.count()).toBe(activities)
})

test('only an admin may', async () => {
  const cy = house.person('Cy')
  await cy.say('help')
  await db().member.updateMany({ where: { name: 'Cy' }, data: { role: 'manager' } })
  house.house.forget((await db().workspace.findFirstOrThrow()).id, new Set(['member']))
  await cy.say('erase Globex')
  expect(await db().erasure.count({ where: { doneAt: null } })).toBe(0)
  expect(house.faults).toEqual([])
})

test('who was merged into somebody goes with them', async () => {
  const marks = [/brimblewick/i, /brimbly@x\.example/i]
  await ana.say('add contact Oswald Brimblewick at Acme Corp brimbly@x.example')
  await ana.say('add contact Oz Brimblewick at Globex')
  const both = await db().contact.findMany({ where: { name: { endsWith: 'Brimblewick' } }, orderBy: { id: 'asc' } })
  const [into, from] = both.map(({ id }) => `contact:${id}`)
  const shown = cardOf(await ana.ask({ kind: 'options', operation: 'merge', values: { from: from!, into: into! } }))
  await ana.press(shown, 'Merge')
  await ana.press(cardOf(await ana.command(`erase ${into}`)), 'Erase for good')
  await sweep()
  expect(await tracesLeft(marks)).toEqual([])
})
