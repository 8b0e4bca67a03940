import { expect, test } from 'vitest'
import { createBot } from '../../src/bot/dispatch.ts'
import { fakeHouse } from '../support/playground/house.ts'
import { testRegistry } from '../support/playground/registry.ts'

const bot = createBot(testRegistry(), fakeHouse())
const place = { platform: 'slack', team: 'T1', user: 'ana', kind: 'direct' } as const

async function formOf(token: string) {
  const answer = await bot.dispatch({ id: 'r1', place, ask: { kind: 'press', token }, profile: async () => ({ name: 'Ana' }) })
  return answer.kind === 'form' ? answer.form : expect.fail(`not a form: ${answer.kind}`)
}
const known = async (token: string) =>
  (await formOf(token)).fields.filter((one) => one.value).map(({ name, value, valueLabel }) => [name, value, valueLabel])

test('a customer and a member that a button carries are called by name in the form', async () => {
  expect(await known("?log|customer='contact%3Awei|owner='member%3Abo")).toEqual([
    ['customer', 'contact:wei', 'Wei Zhang (Acme Corp)'],
    ['owner', 'member:bo', 'Bo'],
  ])
})

test('what was typed stays as typed', async () => {
  expect(await known("?log|line='hello|customer='Acme")).toEqual([
    ['line', 'hello', undefined],
    ['customer', 'Acme', undefined],
  ])
})

test('a form names its operation for those who complete its fields', async () => {
  expect((await formOf("?log|customer='contact%3Awei")).operation).toBe('log')
})
