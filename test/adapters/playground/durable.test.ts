import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { createBot } from '../../../src/bot/dispatch.ts'
import type { Bot } from '../../../src/bot/house.ts'
import { browserTest, launch, open, say } from '../../support/playground/browser.ts'
import { fakeHouse } from '../../support/playground/house.ts'
import { type Playground, startPlayground, temporaryFolder } from '../../support/playground/playground.ts'
import { testRegistry } from '../../support/playground/registry.ts'

let browser: Browser | undefined
let playground: Playground
let folder: string
let remove: () => Promise<void>
let bot: Bot
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
  bot = createBot(testRegistry(), fakeHouse())
  playground = await startPlayground({ dataDir: folder, bot })
})
afterEach(async () => {
  await playground.stop()
  await remove()
})

const ana = { platform: 'playground', team: 'playground', user: 'ana' } as const
const deliver = (line: string, id: string) =>
  playground.adapter.courier.deliver(ana, { kind: 'card', lines: [line], buttons: [{ label: 'Again', token: 'count' }] }, id)
const restart = async () => {
  await playground.stop()
  playground = await startPlayground({ dataDir: folder, bot, port: playground.port })
}

browserTest('the conversation survives a reload, and its buttons still work', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'count')
  await page.reload()
  await page.getByRole('button', { name: 'Again' }).click()
  await page.getByText('Counted to 2.').waitFor()
  expect(await page.locator('.message').count()).toBe(2)
})

browserTest('a reminder appears by itself, once, and stays as its button left it', async () => {
  const { page } = await open(browser, playground.url)
  await deliver('Call Wei', 'm1')
  await page.getByText('Call Wei').waitFor()
  await page.getByRole('button', { name: 'Again' }).click()
  await page.getByText('Counted to 1.').waitFor()
  await page.reload()
  await deliver('the next', 'm2')
  await page.getByText('the next').waitFor()
  expect(await page.getByText('Call Wei').count()).toBe(0)
  expect(await page.locator('.card').count()).toBe(2)
})

browserTest('an update reaches a page that was closed meanwhile', async () => {
  const { page } = await open(browser, playground.url)
  const receipt = await deliver('Call Wei', 'm1')
  await page.getByText('Call Wei').waitFor()
  await page.goto('about:blank')
  await playground.adapter.courier.update(receipt, { kind: 'card', lines: ['Done by Bo'] })
  await page.goto(playground.url)
  await page.getByText('Done by Bo').waitFor()
  expect(await page.locator('.card').count()).toBe(1)
})

browserTest('a cleared conversation stays clear, and new messages still come', async () => {
  const { page } = await open(browser, playground.url)
  await deliver('old', 'm1')
  await page.getByText('old').waitFor()
  await page.getByRole('button', { name: 'Clear this conversation' }).click()
  await page.locator('.welcome').waitFor()
  await page.reload()
  await deliver('new', 'm2')
  await page.getByText('new', { exact: true }).waitFor()
  expect(await page.locator('.card').count()).toBe(1)
})

browserTest('a bot that restarts is waited for, and what it had to say meanwhile comes', async () => {
  const { page } = await open(browser, playground.url)
  await playground.stop()
  await page.getByText('The connection is lost').waitFor()
  playground = await startPlayground({ dataDir: folder, bot, port: playground.port })
  await deliver('while you were away', 'm1')
  await page.getByText('while you were away').waitFor()
  await page.getByText('The connection is lost').waitFor({ state: 'detached' })
})

browserTest('an answer that got lost is asked for again, and the work is done once', async () => {
  const { page } = await open(browser, playground.url)
  let lost = 0
  await page.route('**/api/ask', async (route) => {
    if (lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await say(page, 'count')
  expect([lost, await page.locator('.card p').textContent()]).toEqual([2, 'Counted to 1.'])
})

browserTest('a line that does not get through is kept, and sent again under its id', async () => {
  const { page } = await open(browser, playground.url)
  const ids = new Set<string>()
  let down = true
  await page.route('**/api/ask', (route) => {
    ids.add(route.request().postDataJSON().id)
    return down ? route.abort() : route.continue()
  })
  await page.locator('#line').fill('count')
  await page.keyboard.press('Enter')
  await page.getByText('That did not get through.').waitFor()
  down = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Counted to 1.').waitFor()
  expect(ids.size).toBe(1)
  expect(await page.getByText('That did not get through.').count()).toBe(0)
})

browserTest('a line that was on its way when the page closed is answered when it opens', async () => {
  const { page } = await open(browser, playground.url)
  await page.route('**/api/ask', async (route) => {
    await route.fetch()
    await route.abort().catch(() => undefined)
  })
  await page.locator('#line').fill('count')
  await page.keyboard.press('Enter')
  await page.locator('.bubble').waitFor()
  await page.unroute('**/api/ask')
  await page.reload()
  await page.getByText('Counted to 1.').waitFor()
  expect(await page.locator('.message').count()).toBe(2)
})

browserTest('two presses in a row are one', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'count')
  await page.getByRole('button', { name: 'Again' }).dblclick()
  await page.getByText('Counted to 2.').waitFor()
  await restart()
  await say(page, 'count')
  await page.getByText('Counted to 3.').waitFor()
})
