import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type DiscordHouse, discordHouse, withCustomers } from '../../support/discord/house.ts'

let it: DiscordHouse
let other: pg.Client
beforeAll(async () => {
  it = await discordHouse()
  await withCustomers(it)
  other = new pg.Client(it.house.database.connection)
  await other.connect()
})
afterEach(() => {
  it.discord.world.refusals.length = 0
})
afterAll(async () => {
  await other.end()
  await it.close()
})

const count = (note: string) => it.house.database.prisma.activity.count({ where: { note, archivedAt: null } })
/** Somebody else's transaction holds the activities until Discord was told to wait: with a response of that type. */
async function whileHeld<T>(asked: () => Promise<T>, type: number, meanwhile = () => {}): Promise<T> {
  const { interactions } = it.discord.world
  const before = new Set(interactions.keys())
  await other.query('BEGIN')
  await other.query('LOCK TABLE activities IN ACCESS EXCLUSIVE MODE')
  const answer = asked()
  const told = () => [...interactions.values()].some((one) => !before.has(one.token) && one.acknowledged === type)
  await it.discord.until(told, 'Discord to be told to wait')
  meanwhile()
  await other.query('ROLLBACK')
  return answer
}

test('an interaction that Discord sends again does its work once', async () => {
  const { message } = await it.discord.command('ana', 'log', undefined, { line: 'Wei Zhang: emailed the offer' })
  expect(message?.text).toContain('Logged')
  it.discord.gateway.repeat('INTERACTION_CREATE')
  await it.discord.until(() => it.discord.world.refusals.length > 0, 'the second answer to be refused')
  expect(it.discord.world.refusals).toEqual([expect.stringContaining('40060')])
  expect(await count('Wei Zhang: emailed the offer')).toBe(1)
})

test('a message that comes again is logged once, and answered once', async () => {
  await it.discord.dm('ana', 'called Tom, left voicemail')
  const shown = it.discord.messagesTo('ana').length
  const asked = it.discord.world.requests.length
  it.discord.gateway.repeat('MESSAGE_CREATE')
  await it.discord.until(() => it.discord.world.requests.length > asked, 'the answer to be sent again')
  expect(await count('called Tom, left voicemail')).toBe(1)
  expect(it.discord.messagesTo('ana')).toHaveLength(shown)
})

test('while the database is slow Discord is told to wait, and the answer follows in its place', async () => {
  const { message, deferred } = await whileHeld(
    () => it.discord.command('ana', 'log', undefined, { line: 'Wei Zhang: sent the contract' }),
    5,
  )
  expect(deferred).toBe(true)
  expect(message).toMatchObject({ ephemeral: true, text: expect.stringContaining('Logged') })
  expect(await count('Wei Zhang: sent the contract')).toBe(1)
})

test('so is a button: its message stays until the answer takes its place', async () => {
  const { message } = await it.discord.command('ana', 'log', undefined, { line: 'Wei Zhang: signed' })
  const pressed = await whileHeld(
    () => it.discord.press('ana', message!, 'Undo'),
    6,
    () => expect(message?.text).toContain('Logged'),
  )
  expect(pressed).toMatchObject({ deferred: true, updated: true })
  expect(message?.text).toContain('Taken back')
})

test('a fault of ours gives a reference, which stands in the log beside its cause; nothing was changed', async () => {
  await other.query('ALTER TABLE activities RENAME TO gone')
  const { message } = await it.discord.command('ana', 'log', undefined, { line: 'Wei Zhang: asked about delivery' })
  await other.query('ALTER TABLE gone RENAME TO activities')
  const reference = /\b[0-9A-Z]{8}\b/.exec(message?.text ?? '')?.[0]
  expect(reference).toBeDefined()
  expect(message?.ephemeral).toBe(true)
  expect(it.house.faults).toEqual([expect.objectContaining({ reference, operation: 'log', error: expect.any(Error) })])
  expect(JSON.stringify(it.house.faults)).not.toContain('asked about delivery')
  expect(await count('Wei Zhang: asked about delivery')).toBe(0)
})

test('when Discord refuses the direct message, a mention is told why in the channel', async () => {
  it.discord.user('ana', { ...it.discord.world.users.get('ana'), closed: true })
  await it.discord.mention('ana', 'last Acme Corp')
  await it.discord.until(
    () => it.discord.messagesInChannel().some((one) => /cannot send you/.test(one.text)),
    'a word in the channel',
  )
})
