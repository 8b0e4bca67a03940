import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Guide } from '../../../src/adapters/playground/wire.ts'
import { type Playground, startPlayground, temporaryFolder } from '../../support/playground/playground.ts'

let playground: Playground
let remove: () => Promise<void>
beforeAll(async () => {
  const made = await temporaryFolder()
  remove = made.remove
  playground = await startPlayground({ dataDir: made.folder })
})
afterAll(async () => {
  await playground.stop()
  await remove()
})

const say = (text: string, id: string = crypto.randomUUID()) => ({ user: 'ana', locale: 'en', id, ask: { kind: 'say', text } })
const press = (token: string, more: object = {}) => ({
  user: 'ana',
  locale: 'en',
  id: crypto.randomUUID(),
  ask: { kind: 'press', token, ...more },
})
async function answered(body: unknown): Promise<Answer> {
  const response = await playground.post('ask', body)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}
const cardOf = (answer: Answer) => (answer.kind === 'card' ? answer.card : expect.fail(`not a card: ${answer.kind}`))

/** The status of a request whose headers a browser would not let a page choose. */
const statusWith = (headers: Record<string, string>, path = '/playground/api/guide') =>
  new Promise<number>((resolve, reject) => {
    const asked = request({ port: playground.port, host: '127.0.0.1', path, headers }, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    asked.on('error', reject).end()
  })

test('serves the page and everything it loads, never kept without asking again', async () => {
  const page = await fetch(playground.url)
  const html = await page.text()
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const loaded = [...html.matchAll(/(?:href|src)="([^"#]+)/g)].map(([, url]) => url)
  expect(loaded.length).toBeGreaterThan(5)
  for (const url of loaded) expect((await fetch(`${playground.url}/${url}`)).status, url).toBe(200)
  expect(loaded.filter((url) => url?.includes('//'))).toEqual([])
})

test('tells the page what can be typed, without what is hidden, in the language asked for', async () => {
  const guide = (await (await fetch(`${playground.url}/playground/api/guide?locale=zh-CN`)).json()) as Guide
  const operations = guide.groups.flatMap((group) => group.operations)
  expect(operations.map((one) => one.name)).toEqual([
    'log',
    'last',
    'everything',
    'count',
    'settings',
    'help',
    'hostile',
    'broken',
  ])
  expect(operations[0]).toMatchObject({ summary: '用一句话记录电话、会议或消息', completes: 'customer', joiner: ': ' })
  expect(operations[0]?.examples[0]).toBe('log 拜访了锦程物流')
  expect(operations[2]?.completes).toBeUndefined()
  expect([guide.locale, guide.sample, guide.words.send]).toEqual(['zh', true, '发送'])
})

test('the same id again answers the same and does nothing twice', async () => {
  const id = crypto.randomUUID()
  const first = await answered(say('count', id))
  expect(await answered(say('count', id))).toEqual(first)
  expect(cardOf(await answered(say('count'))).lines).not.toEqual(cardOf(first).lines)
})

test('the same id of two people is two requests', async () => {
  const id = crypto.randomUUID()
  const first = cardOf(await answered(say('count', id)))
  const other = cardOf(await answered({ ...say('count', id), user: 'bo' }))
  expect(other.lines).not.toEqual(first.lines)
})

test('a button’s answer takes the place of its message', async () => {
  const { buttons } = cardOf(await answered(say('count')))
  expect(await answered(press(buttons?.[0]?.token ?? ''))).toMatchObject({ kind: 'card', replaces: true })
})

test('a form that is sent in with a fault names the field', async () => {
  const form = await answered(say('log'))
  if (form.kind !== 'form') expect.fail('not a form')
  const values = { line: 'spoke to Wei', code: 'wrong' }
  const answer = await answered({
    user: 'ana',
    id: crypto.randomUUID(),
    ask: { kind: 'submit', token: form.form.token, values },
  })
  expect(answer).toMatchObject({ kind: 'faults', faults: { code: 'There is no such code. Leave it empty.' } })
})

test('completes the customers of a field', async () => {
  const asked = { user: 'ana', locale: 'en', operation: 'last', field: 'customer', typed: 'wei' }
  expect(await (await playground.post('suggest', asked)).json()).toEqual([
    { value: 'contact:wei', label: 'Wei Zhang (Acme Corp)' },
  ])
})

test('a token that is not ours is said to be stale and changes nothing', async () => {
  for (const token of ['gone', 'count|by', '@AAAAAAAAAAAAAAAAAAAAAA', '%%%'])
    expect(cardOf(await answered(press(token))), token).toMatchObject({ tone: 'warning' })
})

test('takes the longest line that anybody may send, and refuses a longer one plainly', async () => {
  expect(cardOf(await answered(say(`log ${'长'.repeat(39_000)}`))).tone).toBe('warning') // this operation takes 500
  expect((await playground.post('ask', say('x'.repeat(40_001)))).status).toBe(400)
  expect((await playground.post('ask', say('x'.repeat(300_000)))).status).toBe(413)
})

test.each([
  ['no JSON', '{"user":'],
  ['nobody', { ...say('count'), user: 'eve' }],
  ['a person by another type', { ...say('count'), user: { $ne: '' } }],
  ['no id', { ...say('count'), id: undefined }],
  ['another kind of question', { ...say('count'), ask: { kind: 'options', operation: 'count', values: {} } }],
])('refuses %s', async (_what, body) => {
  const response = await playground.post('ask', body)
  expect([response.status, await response.json()]).toEqual([400, { error: 'unreadable request' }])
})

test('refuses a body that a form of another site could send', async () => {
  const plain = await playground.post('ask', say('count'), { 'Content-Type': 'text/plain' })
  expect(plain.status).toBe(400)
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a file', { origin: 'null' }],
  ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
  ['a request a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a request a browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ['a name that was made to point here', { host: 'rebound.example:3000' }],
  ['a name that only begins like ours', { host: 'localhost.evil.example' }],
])('refuses %s', async (_what, headers) => {
  expect(await statusWith(headers)).toBe(403)
  expect(await statusWith(headers, '/playground/api/events?user=ana')).toBe(403)
})

test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '192.168.1.20:3000'])('answers as %s', async (host) => {
  expect(await statusWith({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(200)
})
