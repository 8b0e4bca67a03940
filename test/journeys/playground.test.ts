import { afterAll, beforeAll, expect } from 'vitest'
import { playgroundAdapter } from '../../src/adapters/playground/index.ts'
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts'
import { httpServer } from '../../src/http/server.ts'
import { launch, type Opened, open, say, browserTest as test } from '../support/playground/browser.ts'
import { temporaryFolder } from '../support/playground/playground.ts'
import { quiet } from '../support/quiet.ts'
import { rapport, type TestHouse } from '../support/rapport.ts'

let house: TestHouse
let delivery: Delivery
let browser: Awaited<ReturnType<typeof launch>>
let ana: Opened
let url: string
const closing: (() => Promise<unknown>)[] = []

/** The whole house behind the real page in a real browser. */
beforeAll(async () => {
  house = await rapport()
  const place = await temporaryFolder()
  const http = httpServer({ host: '127.0.0.1', port: 0, log: quiet })
  const parts = { bot: house.bot, app: http.app, log: quiet, dataDir: place.folder, timeZone: 'Europe/Berlin' }
  const adapter = playgroundAdapter(parts)
  await adapter.start()
  url = await http.start()
  const couriers = new Map([['playground', adapter.courier]] as const)
  const { database, bot, house: asked } = house
  delivery = createDelivery({
    database,
    registry: bot.registry,
    house: asked,
    couriers,
    log: quiet,
    wait: async () => undefined,
    jitter: () => 0,
  })
  browser = await launch()
  if (browser) ana = await open(browser, url)
  closing.push(adapter.stop, http.stop, async () => browser?.close(), place.remove)
})
afterAll(async () => {
  await browser?.close()
  for (const close of closing) await close()
})

const newest = ({ page }: Opened) => page.locator('.card').last()
const shown = async (one: Opened) => (await newest(one).allInnerTexts()).join().replaceAll('\n', ' ')
const press = (one: Opened, name: string) => newest(one).getByRole('button', { name, exact: true }).click()
const turns = (one: Opened, into: string) => one.page.locator('.card').filter({ hasText: into }).last().waitFor()

test('one click loads the sample company, and last knows its customers', async () => {
  await ana.page.getByRole('button', { name: 'Load the sample company' }).click()
  await turns(ana, 'The sample is loaded')
  await say(ana.page, 'last wei zhnag')
  expect(await shown(ana)).toContain('Last contact with Wei Zhang (Acme Corp)')
})

test('a line is logged with its follow-up; Edit opens prefilled and mends in place; Undo takes back', async () => {
  await say(ana.page, 'log Acme Corp: no answer, call back Thursday 10am')
  expect(await shown(ana)).toMatch(/Logged: call with Acme Corp .*Thu 26 Nov, 10:00 \(in 2 days\)/)
  await press(ana, 'Edit')
  const dialog = ana.page.getByRole('dialog')
  expect(await dialog.getByLabel('Customer').inputValue()).toBe('Acme Corp')
  await dialog.getByLabel('Kind and outcome').selectOption({ label: 'Call, left voicemail' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await turns(ana, 'Changed: Call, left voicemail')
  await press(ana, 'Undo')
  await turns(ana, 'Taken back')
})

test('an unknown customer is offered, two who fit are asked for', async () => {
  await say(ana.page, 'log Globex: busy, try again Friday 9am')
  await press(ana, 'Add Globex and log')
  await turns(ana, 'Logged: call with Globex')
  await say(ana.page, 'log acme - no answer')
  await press(ana, 'Acme Labs')
  await turns(ana, 'Logged: call with Acme Labs')
})

test('customers complete while they are typed, behind log as well as behind last', async () => {
  const { page } = ana
  await page.locator('#line').fill('log north')
  await page.getByRole('option', { name: 'Northwind Traders' }).click()
  expect(await page.locator('#line').inputValue()).toBe('log Northwind Traders: ')
  await page.locator('#line').fill('')
})

test('a reminder comes at its time, with its buttons; done, it is updated in place', async () => {
  await say(ana.page, 'remind Acme Corp tomorrow 9am send the quote')
  expect(await shown(ana)).toMatch(/I will remind you: send the quote.*Wed 25 Nov, 09:00/)
  house.clock.set('2026-11-25T09:00:00+01:00')
  await delivery.tick()
  const came = ana.page.locator('.card').filter({ hasText: 'Reminder: send the quote' })
  const part = came.getByRole('listitem').filter({ hasText: 'Reminder: send the quote' })
  await part.getByRole('button', { name: 'Done', exact: true }).click()
  await turns(ana, 'Done: send the quote')
  expect(await came.count()).toBe(0)
})

test('a task is done within its list', async () => {
  await say(ana.page, 'remind in 3 hours water the plants')
  await say(ana.page, 'today')
  const entry = newest(ana).getByRole('listitem').filter({ hasText: 'water the plants' })
  await entry.getByRole('button', { name: 'Done' }).click()
  await turns(ana, 'Done: water the plants')
  expect(await shown(ana)).toContain('Your day, Wed 25 Nov')
})

test('what is shared is seen by the other one, as hers', async () => {
  await say(ana.page, 'last Northwind')
  await press(ana, 'Share')
  const bo = await open(browser, url)
  await bo.page.getByText('Bo', { exact: true }).click()
  await bo.page.locator('.message').filter({ hasText: 'Ana · shared' }).filter({ hasText: 'Northwind Traders' }).waitFor()
  expect(bo.complaints).toEqual([])
})

test('a mistyped command asks what was meant; help and settings are there', async () => {
  await say(ana.page, 'remnd Acme Corp Friday 9am send the offer')
  expect(await shown(ana)).toContain('Did you mean “remind”?')
  await say(ana.page, 'help remind')
  expect(await shown(ana)).toContain('remind every Monday 9am call Wei')
  await say(ana.page, 'settings')
  expect(await shown(ana)).toContain('Europe/Berlin')
})

test('all of it is there again when the page is', async () => {
  const before = await ana.page.locator('.card').count()
  await ana.page.reload()
  await ana.page
    .locator('.card')
    .nth(before - 1)
    .waitFor()
  expect(await ana.page.locator('.card').count()).toBe(before)
})

test('the page complained of nothing, and nothing failed', () => {
  expect(ana.complaints).toEqual([])
  expect(house.faults).toEqual([])
})

test('whoever reads Chinese is shown Chinese commands, completes and fills them in', async () => {
  const li = await open(browser, url, { locale: 'zh-CN' })
  const line = li.page.locator('#line')
  const hint = li.page.locator('.hint', { hasText: '查看与客户的最近一次联系' })
  expect(await hint.locator('strong').textContent()).toBe('上次')
  await hint.click()
  expect(await line.inputValue()).toMatch(/^上次 \S/)
  await line.fill('上')
  await li.page.getByRole('option', { name: /^上次/ }).waitFor()
  await li.page.keyboard.press('Tab')
  expect(await line.inputValue()).toBe('上次 ')
  await li.page.keyboard.type('wei')
  await li.page.locator('#completions [role=option]:first-child', { hasText: 'Wei Zhang (Acme Corp)' }).waitFor()
  await li.page.keyboard.press('Tab')
  expect(await line.inputValue()).toBe('上次 Wei Zhang (Acme Corp) ')
  expect(li.complaints).toEqual([])
})
