import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CreatedDatabase, emptyDatabase } from '../../support/database.ts'
import { FakeSlack, wordsOf } from '../../support/slack/fake.ts'
import { botProcess } from '../../support/slack/process.ts'

describe.each(['http', 'socket'] as const)('a bot killed by %s', { timeout: 120_000 }, (mode) => {
  let slack: FakeSlack
  let database: CreatedDatabase
  let client: pg.Client
  let kill: () => Promise<void>

  const startBot = async () => {
    kill = (await botProcess(slack, mode, database.url)).kill
  }
  beforeAll(async () => {
    slack = await new FakeSlack().start()
    slack.person('U1', 'Ana')
    database = await emptyDatabase()
    client = new pg.Client(database.url)
    await client.connect()
    await startBot()
    void says('add company Acme Corp', 'Ev0')
    await slack.until(() => slack.seenBy('U1').length === 2, 'the answer and the welcome')
  }, 120_000)
  afterAll(async () => {
    await kill()
    await client.end()
    await database.drop()
    slack.close()
  })

  /** What becomes of the acknowledgement: on a busy machine it may come too late, which Slack answers by sending the event again. */
  const says = (line: string, event: string) =>
    slack.dm('U1', line, event).then(
      () => 'acknowledged',
      () => 'lost',
    )
  const logged = async (note: string) =>
    Number((await client.query('SELECT count(*) FROM activities WHERE note LIKE $1', [`%${note}%`])).rows[0].count)
  const answers = (note: string) =>
    slack.seenBy('U1').filter((one) => wordsOf(one).includes('Logged: call with Acme Corp') && wordsOf(one).includes(note))

  test('after the work, before its acknowledgement: Slack sends the message again, and it is answered, and logged once', async () => {
    const line = 'Acme Corp: no answer, rang twice'
    slack.fail('chat.postMessage', 'hang')
    const lost = says(line, 'Ev1')
    await slack.until(() => slack.mishaps.length === 0, 'the answer to be on its way')
    expect(await logged('rang twice')).toBe(1)
    await kill()
    expect(await lost).toBe('lost')
    expect(answers('rang twice')).toHaveLength(0)
    await startBot()
    void says(line, 'Ev1')
    await slack.until(() => answers('rang twice').length, 'the answer')
    expect(answers('rang twice')).toHaveLength(1)
    expect(await logged('rang twice')).toBe(1)
  })

  test('in the middle of the work: Slack sends the message again, and it is answered, and logged once', async () => {
    const line = 'Acme Corp: no answer, rang at noon'
    await client.query('BEGIN; LOCK TABLE activities')
    const lost = says(line, 'Ev2')
    await waitsForLock()
    await kill()
    expect(await lost).toBe('lost')
    await client.query('COMMIT')
    await startBot()
    void says(line, 'Ev2')
    await slack.until(() => answers('rang at noon').length, 'the answer')
    expect(answers('rang at noon')).toHaveLength(1)
    expect(await logged('rang at noon')).toBe(1)
  })

  async function waitsForLock(): Promise<void> {
    const waiting =
      'SELECT FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()'
    while ((await client.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
})
