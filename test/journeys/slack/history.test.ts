import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOf } from '../../support/slack/fake.ts'
import { BO, type SlackHouse, slackHouse, withCustomers } from '../../support/slack/house.ts'
import { labelsOf } from '../../support/slack/reading.ts'

let it: SlackHouse
beforeAll(async () => {
  it = await slackHouse('http')
  await withCustomers(it)
  await it.crm('help', BO)
})
afterAll(() => it.close())

test('who changed what, from what to what and in which channel; taken back by its button, and done again', async () => {
  await it.crm('edit Acme Corp city=Berlin')
  const history = await it.crm('history Acme Corp')
  expect(wordsOf(history)).toContain('City: – → Berlin')
  expect(wordsOf(history)).toMatch(/Ana · just now, .* · Slack, a channel/)
  const undone = await it.press(history, 'Undo')
  expect(wordsOf(undone)).toContain('Taken back: Change of Acme Corp')
  expect(labelsOf(undone)).toEqual(['Redo'])
  expect(wordsOf(await it.press(undone, 'Redo'))).toContain('Done again: Change of Acme Corp')
})

test('what somebody else has changed since has no button, and is named', async () => {
  await it.crm('edit Acme Corp industry=Steel')
  await it.crm('edit Acme Corp industry=Ore', BO)
  const list = await it.crm('undo list')
  expect(wordsOf(list)).toMatch(/Bo changed “Change of Acme Corp” again just now \(Industry\)/)
  expect(wordsOf(await it.crm('undo 1'))).toContain('Nothing was changed')
})
