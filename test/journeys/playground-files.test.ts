import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundAdapter } from '../../src/adapters/playground/index.ts'
import type { Answer } from '../../src/adapters/playground/wire.ts'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import { httpServer } from '../../src/http/server.ts'
import { browserTest, inPage, launch, open, say } from '../support/playground/browser.ts'
import { temporaryFolder } from '../support/playground/playground.ts'
import { quiet } from '../support/quiet.ts'
import { rapport, type TestHouse, textOf } from '../support/rapport.ts'

const LIST = 'Company,City\nAcme Corp,Berlin\nGlobex,Bonn\n'
let house: TestHouse
let delivery: Delivery
let url: string
let browser: Awaited<ReturnType<typeof launch>>
const closing: (() => Promise<unknown>)[] = []

/** The whole house behind the page. */
beforeAll(async () => {
  house = await rapport()
  const place = await temporaryFolder()
  const http = httpServer({ host: '127.0.0.1', port: 0, log: quiet })
  const { bot, database, house: asked } = house
  const adapter = playgroundAdapter({ bot, app: http.app, log: quiet, dataDir: place.folder, timeZone: 'Europe/Berlin' })
  await adapter.start()
  url = await http.start()
  const couriers = new Map([['playground', adapter.courier]] as const)
  const parts = { database, registry: bot.registry, house: asked, couriers, log: quiet }
  delivery = createDelivery({ ...parts, wait: async () => undefined, jitter: () => 0 })
  browser = await launch()
  closing.push(async () => browser?.close(), adapter.stop, http.stop, place.remove)
  const met = { user: 'ana', id: 'met', ask: { kind: 'say', text: 'help' } }
  await fetch(`${url}/playground/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(met),
  })
})
afterAll(async () => {
  for (const close of closing) await close()
})

const USUAL = { 'Content-Type': 'application/octet-stream', 'X-User': 'ana', 'X-Locale': 'en' }
const drop = (name: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
  fetch(`${url}/playground/api/drop`, {
    method: 'POST',
    headers: { ...USUAL, 'X-Id': crypto.randomUUID(), 'X-File-Name': encodeURIComponent(name), ...more },
    body,
  })
const told = async (response: Response) => {
  const answer = (await response.json()) as Answer
  return answer.kind === 'card' ? textOf(answer.card) : expect.fail(`not a card: ${JSON.stringify(answer)}`)
}
const imports = () => house.database.prisma.import.count()

test('a file is taken as one that is dropped in a chat, by a name in any signs, and once however often it is sent', async () => {
  const id = crypto.randomUUID()
  for (const _ of [1, 2]) expect(await told(await drop('客户 2026.csv', LIST, { 'X-Id': id }))).toContain('Reading 客户 2026.csv')
  expect(await imports()).toBe(1)
  await house.database.prisma.import.updateMany({ data: { state: 'cancelled' } })
})

test('a picture, nothing, and more than 25 MB are answered plainly and not kept', async () => {
  expect(await told(await drop('cat.png', 'x'))).toContain('cat.png is no file I can import')
  expect(await told(await drop('list.csv', ''))).toContain('The file is empty')
  expect(await told(await drop('list.csv', Buffer.alloc(25 * 1024 ** 2 + 1, 'a')))).toContain('larger than 25 MB')
  expect(await imports()).toBe(1)
})

test.each<[string, Record<string, string>, number]>([
  ['somebody who is not there', { 'X-User': 'eve' }, 400],
  ['no id', { 'X-Id': '' }, 400],
  ['a name that cannot be read', { 'X-File-Name': '%E0%A4%A' }, 400],
  ['what a form of another site could send', { 'Content-Type': 'text/plain' }, 400],
  ['another site', { Origin: 'https://evil.example' }, 403],
])('refuses %s', async (_what, headers, status) => {
  expect((await drop('list.csv', LIST, headers)).status).toBe(status)
  expect(await imports()).toBe(1)
})

browserTest('a file is chosen by the clip, or dropped on the page, and imported by a press', async () => {
  const { page, complaints } = await open(browser, url)
  await say(page, 'help')
  await page.locator('#line').fill('half a line')
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Send a file to import' }).click()
  await (await chosen).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  await page.locator('.card', { hasText: 'Reading list.csv' }).waitFor()
  for (let look = 0; look < 4; look++) await delivery.tick()
  await page.locator('.card', { hasText: 'this would come of it' }).getByRole('button', { name: 'Import' }).click()
  await page.locator('.card', { hasText: 'Importing list.csv' }).waitFor()
  for (let look = 0; look < 4; look++) await delivery.tick()
  expect(await house.database.prisma.company.count()).toBe(2)

  await inPage(page, 'dropsFile')
  await page.locator('.card', { hasText: 'Reading dropped.csv' }).waitFor()
  expect(await page.locator('#line').inputValue()).toBe('half a line')
  expect(await page.locator('.box.dropping').count()).toBe(0)
  expect(await inPage(page, 'accessibilityFaults')).toEqual([])
  expect(complaints).toEqual([])
})
