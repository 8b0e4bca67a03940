import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'

describe.each(['http', 'socket'] as const)('trouble in Slack by %s', (mode) => {
  let it: SlackHouse
  let other: pg.Client
  beforeAll(async () => {
    it = await slackHouse(mode)
    await withCustomers(it)
    other = new pg.Client(it.house.database.connection)
    await other.connect()
  })
  // What is not acknowledged in time is refused.
  afterEach(() => expect(it.slack.refusals.splice(0)).toEqual([]))
  afterAll(async () => {
    await other.end()
    await it.close()
  })

  const count = (note: string) => it.house.database.prisma.activity.count({ where: { note, archivedAt: null } })
  const busy = () => it.slack.until(() => String(it.newest()?.body.text).includes('Still working on it'), 'the word to wait')
  /** Somebody else's transaction holds the activities until Slack was answered. */
  async function whileHeld(acknowledged: () => Promise<unknown>): Promise<void> {
    await other.query('BEGIN')
    await other.query('LOCK TABLE activities IN ACCESS EXCLUSIVE MODE')
    await acknowledged()
    await other.query('ROLLBACK')
  }

  test('while the database is slow a command is acknowledged in time with a word, and its answer follows', async () => {
    let answered: Promise<unknown> | undefined
    await whileHeld(async () => {
      answered = it.slack.command(ANA, '/log', 'Wei Zhang: sent the contract')
      await busy()
      expect(await waiting()).toBe(1)
    })
    await answered
    expect(wordsOf(it.newest())).toContain('Logged')
    expect(it.newest().to).toBe(ANA)
    expect(await count('Wei Zhang: sent the contract')).toBe(1)
  })

  test('so is a direct message, and a form', async () => {
    await whileHeld(() => it.slack.dm(ANA, 'Wei Zhang: asked for a discount'))
    await it.slack.until(() => wordsOf(it.newest()).includes('Logged'), 'the answer')
    const form = await it.form(() => it.slack.command(ANA, '/crm', 'log'))
    await whileHeld(() => it.slack.submit(ANA, form, { line: 'Wei Zhang: took the discount' }))
    await it.slack.until(() => wordsOf(it.newest()).includes('took the discount'), 'the answer to the form')
    expect((await count('Wei Zhang: asked for a discount')) + (await count('Wei Zhang: took the discount'))).toBe(2)
  })

  test('a button’s message stays until the answer takes its place', async () => {
    const message = await it.crm('log Wei Zhang: signed')
    await whileHeld(async () => {
      await it.slack.press(ANA, message, 'Undo')
      await it.slack.until(async () => (await waiting()) === 1, 'the database to be asked')
      expect(wordsOf(message)).toContain('Logged')
    })
    await it.slack.until(() => wordsOf(message).includes('Taken back'), 'the message to change')
    expect(await count('Wei Zhang: signed')).toBe(0)
  })

  test('a fault of ours gives a reference, which stands in the log beside its cause; nothing was changed', async () => {
    await other.query('ALTER TABLE activities RENAME TO gone')
    const answer = await it.crm('log Wei Zhang: asked about delivery')
    await other.query('ALTER TABLE gone RENAME TO activities')
    const reference = /\b[0-9A-Z]{8}\b/.exec(wordsOf(answer))?.[0]
    expect(reference).toBeDefined()
    expect(answer.to).toBe(ANA)
    expect(it.house.faults.splice(0)).toEqual([
      expect.objectContaining({ reference, operation: 'log', error: expect.any(Error) }),
    ])
    expect(await count('Wei Zhang: asked about delivery')).toBe(0)
  })

  test('a reminder that Slack’s token does not let through waits until an admin has mended it', async () => {
    await it.crm('remind Acme Corp tomorrow 9am send the quote')
    const isReminder = (one: Parameters<typeof wordsOf>[0]) => wordsOf(one).includes('Reminder: send the quote')
    it.slack.fail('conversations.open', { error: 'token_revoked' }, 3)
    it.slack.fail('chat.postMessage', { error: 'token_revoked' }, 3)
    it.house.clock.set('2026-11-25T09:00:00+01:00')
    for (let days = 0; days < 3; days++) {
      await it.delivery.tick()
      it.house.clock.pass({ hours: 24 })
    }
    expect(it.slack.seenBy(ANA).some(isReminder)).toBe(false)
    it.slack.mishaps.length = 0
    await it.delivery.tick()
    await it.delivery.tick()
    expect(it.slack.seenBy(ANA).filter(isReminder)).toHaveLength(1)
    expect(wordsOf(it.slack.seenBy(ANA).find(isReminder))).toContain('Late: this was due')
  })

  test('after a disconnect frame the socket is soon back, and goes on', async () => {
    if (mode === 'http') return expect(it.slack.connected).toBe(0)
    it.slack.disconnect()
    await it.slack.until(() => it.slack.connections === 2 && it.adapter.ready(), 'the bot to come back')
    expect(wordsOf(await it.crm('last wei'))).toContain('Wei Zhang (Acme Corp)')
  })

  async function waiting(): Promise<number> {
    const sql = 'SELECT FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()'
    return (await other.query(sql)).rowCount ?? 0
  }
})
