import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CreatedDatabase, emptyDatabase } from '../../support/database.ts'
import { FakeSlack, wordsOf } from '../../support/slack/fake.ts'
import { botProcess } from '../../support/slack/process.ts'

// A machine so busy that the work takes two seconds has its event acknowledged before the bot is killed: then it is tried again.
describe.each(['http', 'socket'] as const)('a bot killed by %s', { timeout: 120_000, retry: 2 }, (mode) => {
  let slack: FakeSlack
  let database: CreatedDatabase
  let client: pg.Client
  let kill: () => Promise<void>

  beforeEach(async () => {
    slack = await new FakeSlack().start()
    slack.person('U1', 'Ana')
    database = await emptyDatabase()
    client = new pg.Client(database.url)
    await client.connect()
    kill = (await botProcess(slack, mode, database.url)).kill
    await slack.dm('U1', 'add company Acme Corp')
    await slack.until(() => slack.seenBy('U1').length === 2, 'the answer and the welcome')
  })
  afterEach(async () => {
    await kill()
    await client.end()
    await database.drop()
    slack.close()
  })

  const logged = async () => Number((await client.query('SELECT count(*) FROM activities')).rows[0].count)
  const answers = () => slack.seenBy('U1').filter((one) => wordsOf(one).includes('Logged: call with Acme Corp'))

  test('after the work, before its acknowledgement: Slack sends the message again, and it is answered, and logged once', async () => {
    slack.fail('chat.postMessage', 'hang')
    const lost = slack.dm('U1', 'Acme Corp: no answer', 'Ev1').catch((error: unknown) => error)
    await slack.until(() => slack.mishaps.length === 0, 'the answer to be on its way')
    expect(await logged()).toBe(1)
    await kill()
    expect(await lost).toBeInstanceOf(Error)
    expect(answers()).toHaveLength(0)
    kill = (await botProcess(slack, mode, database.url)).kill
    await slack.dm('U1', 'Acme Corp: no answer', 'Ev1')
    await slack.until(() => answers().length, 'the answer')
    expect(answers()).toHaveLength(1)
    expect(await logged()).toBe(1)
  })

  test('in the middle of the work: Slack sends the message again, and it is answered, and logged once', async () => {
    await client.query('BEGIN; LOCK TABLE activities')
    const lost = slack.dm('U1', 'Acme Corp: no answer', 'Ev1').catch((error: unknown) => error)
    await waitsForLock()
    await kill()
    expect(await lost).toBeInstanceOf(Error)
    await client.query('COMMIT')
    kill = (await botProcess(slack, mode, database.url)).kill
    await slack.dm('U1', 'Acme Corp: no answer', 'Ev1')
    await slack.until(() => answers().length, 'the answer')
    expect(answers()).toHaveLength(1)
    expect(await logged()).toBe(1)
  })

  async function waitsForLock(): Promise<void> {
    const waiting =
      'SELECT FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()'
    while ((await client.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
})
