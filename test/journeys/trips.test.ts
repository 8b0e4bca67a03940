import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Person, rapport, said, type TestHouse } from '../support/rapport.ts'

let house: TestHouse
let ana: Person

beforeAll(async () => {
  house = await rapport()
  ana = house.person('Ana')
  await ana.say('help')
  for (const line of ['add company Acme Corp', 'add contact Wei Zhang at Acme Corp', 'log met with Wei Zhang'])
    await ana.say(line)
})

/** The statements that a line costs, in the order in which they are sent. */
async function statementsOf(line: string, answer: string): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  expect(said(await ana.say(line))).toContain(answer)
  const asked: unknown[] = query.mock.calls.map(([first]) => first)
  query.mockRestore()
  return asked.map((one) => (typeof one === 'string' ? one : (one as { text: string }).text).trim())
}

describe('trips to the database', () => {
  test('a log line: whom it means, what it perhaps deals with, and all that is written', async () => {
    const sent = await statementsOf('log called Wei Zhang, wants a quote, call back tomorrow 10am', 'Logged: call with Wei Zhang')
    expect(sent).toHaveLength(3)
    expect(sent[2]).toMatch(/^WITH first AS \(INSERT/)
  })

  test('a note, and a call that reached nobody, deal with nothing: two', async () => {
    expect(await statementsOf('log called Wei Zhang, no answer', 'Logged: call')).toHaveLength(2)
    expect(await statementsOf('log Wei Zhang wants the brochure', 'Logged: note')).toHaveLength(2)
  })

  test('the last contact: one', async () => {
    expect(await statementsOf('last Wei Zhang', 'Last contact with Wei Zhang')).toHaveLength(1)
  })
})
