import { Registry as Metrics } from 'prom-client'
import { beforeEach, expect, test } from 'vitest'
import { createBot } from '../../src/bot/dispatch.ts'
import type { Bot } from '../../src/bot/house.ts'
import type { Ask } from '../../src/bot/request.ts'
import { measured } from '../../src/http/metrics.ts'
import { fakeHouse } from '../support/playground/house.ts'
import { testRegistry } from '../support/playground/registry.ts'

let metrics: Metrics
let bot: Bot
beforeEach(() => {
  metrics = new Metrics()
  bot = measured(createBot(testRegistry(), fakeHouse()), metrics)
})

const place = { platform: 'playground', team: 'playground', user: 'ana', kind: 'direct' } as const
const profile = async () => ({ name: 'Ana' })
const ask = (asked: Ask) => bot.dispatch({ id: crypto.randomUUID(), place, ask: asked, profile })

async function counted(operation: string, outcome: string): Promise<number> {
  const { values = [] } = (await metrics.getSingleMetric('rapport_requests_total')?.get()) ?? {}
  const found = values.find(({ labels }) => labels.operation === operation && labels.outcome === outcome)
  return found?.value ?? 0
}

test.each([
  ['a typed command', { kind: 'say', text: '/crm last Acme' }, 'last', 'done'],
  ['a plain line', { kind: 'say', text: 'called Acme' }, 'log', 'done'],
  ['a command that is not known', { kind: 'line', text: 'dance' }, 'other', 'warning'],
  ['a form', { kind: 'line', text: 'log' }, 'log', 'form'],
  ['a form with faults', { kind: 'submit', token: 'log', values: { line: 'x', code: 'wrong' } }, 'log', 'faults'],
  ['a button', { kind: 'press', token: "count|by='2" }, 'count', 'done'],
  ['a button of an older version', { kind: 'press', token: 'gone|x=!1' }, 'other', 'warning'],
  ['a fault of ours', { kind: 'say', text: 'broken' }, 'broken', 'failure'],
] satisfies [string, Ask, string, string][])('counts %s', async (_what, asked, operation, outcome) => {
  await ask(asked)
  expect(await counted(operation, outcome)).toBe(1)
})

test('what people type never becomes a label', async () => {
  await ask({ kind: 'line', text: 'Wei-Zhang-wants-a-divorce' })
  await ask({ kind: 'press', token: 'Wei-Zhang' })
  expect(await metrics.metrics()).not.toContain('Wei')
})

test('times answers and suggestions', async () => {
  await ask({ kind: 'say', text: 'last Acme' })
  const found = await bot.suggest({ place, operation: 'last', field: 'customer', typed: 'north', profile })
  expect(found.map((one) => one.label)).toEqual(['Northwind Traders'])
  const text = await metrics.metrics()
  expect(text).toContain('rapport_answer_seconds_count{operation="last"} 1')
  expect(text).toContain('rapport_suggest_seconds_count{platform="playground"} 1')
})
