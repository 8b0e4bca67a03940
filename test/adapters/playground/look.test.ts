import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { browserTest, inPage, launch, open, say } from '../../support/playground/browser.ts'
import { type Playground, startPlayground, temporaryFolder } from '../../support/playground/playground.ts'

let browser: Browser | undefined
let playground: Playground
let remove: () => Promise<void>
beforeAll(async () => {
  const made = await temporaryFolder()
  remove = made.remove
  playground = await startPlayground({ dataDir: made.folder })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await playground.stop()
  await remove()
})

const ground = (page: Page) => inPage<string>(page, 'ground')
const LIGHT = 'rgb(246, 246, 249)'
const DARK = 'rgb(16, 18, 24)'

browserTest.each(['en-GB', 'zh-CN'])('fits a phone of 360 pixels, in %s', async (locale) => {
  const { page } = await open(browser, playground.url, { viewport: { width: 360, height: 640 }, locale })
  const fits = async (what: string) => {
    expect(await inPage(page, 'tooWide'), what).toEqual([])
    expect(await inPage(page, 'scrollsSideways'), what).toBe(false)
  }
  await fits('welcome')
  await say(page, `log ${'unbreakable'.repeat(40)}`)
  await say(page, 'everything')
  await page.locator('.opener').click()
  await fits('card')
  await say(page, 'hostile')
  await fits('hostile card')
  await page.locator('#line').fill('log')
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await fits('form')
  await page.keyboard.press('Escape')
  await page.locator('#toggle-hints').click()
  await fits('hints')
})

browserTest('on a phone the hints lie over the conversation and go away when one is taken', async () => {
  const { page } = await open(browser, playground.url, { viewport: { width: 360, height: 640 } })
  const hints = page.locator('#hints')
  expect(await hints.isVisible()).toBe(false)
  await page.locator('#toggle-hints').click()
  await page.keyboard.press('Escape')
  expect(await hints.isVisible()).toBe(false)
  await page.locator('#toggle-hints').click()
  await page.locator('.hint', { hasText: 'last' }).click()
  expect(await hints.isVisible()).toBe(false)
  expect(await page.locator('#line').inputValue()).toBe('last Acme')
})

browserTest('light and dark follow the system until one is chosen, and the choice stays', async () => {
  const { page } = await open(browser, playground.url, { colorScheme: 'dark' })
  expect(await ground(page)).toBe(DARK)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await ground(page)).toBe(LIGHT)
  await page.locator('#theme').click()
  await page.locator('#theme').click()
  expect(await page.locator('#theme').getAttribute('aria-label')).toBe('Appearance: dark')
  expect(await ground(page)).toBe(DARK)
  await page.reload()
  await page.locator('.welcome').waitFor()
  expect(await ground(page)).toBe(DARK)
})

browserTest.each(['light', 'dark'] as const)(
  'has names, labels, sizes and contrast for everybody, in %s',
  async (colorScheme) => {
    const { page } = await open(browser, playground.url, { colorScheme })
    expect(await inPage(page, 'accessibilityFaults')).toEqual([])
    await say(page, 'log Acme: spoke to Wei')
    await say(page, 'last Acme')
    await say(page, 'everything')
    await page.locator('.opener').click()
    await page.locator('#line').pressSequentially('la')
    await page.getByRole('option').first().waitFor()
    expect(await inPage(page, 'accessibilityFaults')).toEqual([])
    await page.locator('#line').fill('log')
    await page.keyboard.press('Enter')
    await page.getByLabel('Code').fill('wrong')
    await page.getByLabel('What happened').fill('x')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.field .fault', { hasText: 'no such code' }).waitFor()
    expect(await inPage(page, 'accessibilityFaults')).toEqual([])
  },
)

browserTest('nothing moves for those who want it still', async () => {
  const { page } = await open(browser, playground.url, { reducedMotion: 'reduce' })
  await say(page, 'count')
  expect(await inPage(page, 'moving')).toBe(0)
})
