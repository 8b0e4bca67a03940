import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { ANA, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'
import { labelsOf } from '../../support/slack/reading.ts'

let it: SlackHouse
beforeAll(async () => {
  it = await slackHouse('socket')
  await withCustomers(it)
})
afterAll(() => it.close())

test('a company that is likely here is warned of; two that stand are merged, and parted by undo', async () => {
  await it.slack.command(ANA, '/crm', 'add company Acme Corporation')
  expect(wordsOf(it.newest())).toMatch(
    /Acme Corporation is perhaps here already[\s\S]*of 100 · the same name but for the legal form/,
  )
  expect(labelsOf(it.newest())).toEqual(expect.arrayContaining(['It is Acme Corp', 'Add it anyway', 'Cancel']))
  await it.press(it.newest(), 'Add it anyway')
  await it.slack.command(ANA, '/crm', 'merge Acme Corporation into Acme Corp')
  expect(wordsOf(it.newest())).toContain('Merge Acme Corporation into Acme Corp?')
  const done = await it.press(it.newest(), 'Merge')
  expect(wordsOf(done)).toContain('Merged Acme Corporation into Acme Corp')
  expect(wordsOf(await it.press(done, 'Undo'))).toContain('Taken back: Merge of Acme Corporation into Acme Corp')
})
