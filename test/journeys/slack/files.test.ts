import { afterAll, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, slackHouse } from '../../support/slack/house.ts'

const it = await slackHouse('http')
afterAll(() => it.close())

const answers = (words: string) => it.slack.until(() => it.slack.seenBy(ANA).some((one) => wordsOf(one).includes(words)), words)
const LIST = 'Company,City\nAcme Corp,Berlin\n'

test('a file that is dropped is fetched with the team’s token, and read', async () => {
  await it.slack.drop(ANA, 'list.csv', LIST)
  await answers('Reading list.csv')
})

test('without the scope for files Slack leads to its page for signing in: that is no file, and is said', async () => {
  it.slack.scopes.delete('files:read')
  await it.slack.drop(ANA, 'other.csv', LIST)
  await answers('could not fetch other.csv')
  expect(await it.house.database.prisma.import.count()).toBe(1)
  expect(it.house.faults).toEqual([])
})
