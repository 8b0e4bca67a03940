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

const line = (page: Page) => page.locator('#line').inputValue()
const focused = (page: Page) => inPage<string>(page, 'focused')

/** Tab, or Shift+Tab, until the focus is where it should be. */
async function tabTo(page: Page, text: string, key = 'Tab') {
  for (let n = 0; n < 40; n++) {
    if ((await focused(page)) === text) return
    await page.keyboard.press(key)
  }
  expect.fail(`Tab never reached ${text}`)
}

browserTest('type-ahead: operations first, then customers, taken with Tab and Enter', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('la')
  await page.getByRole('option', { name: /^last/ }).waitFor()
  await page.keyboard.press('Tab')
  expect(await line(page)).toBe('last ')
  await page.keyboard.type('wei')
  // The list of the last letter, not of one before it.
  await page.locator('#completions [role=option]:first-child', { hasText: 'Wei Zhang (Acme Corp)' }).waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('#line').getAttribute('aria-activedescendant')).toBe('completions-0')
  await page.keyboard.press('Enter')
  expect(await line(page)).toBe('last Wei Zhang (Acme Corp) ')
  expect(await page.locator('#completions').isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  await page.locator('.card h3').waitFor()
  expect(await page.locator('.card h3').textContent()).toBe('Wei Zhang (Acme Corp)')
})

browserTest('behind “log” a customer is followed by a colon, as the examples have it', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('log north')
  await page.getByRole('option', { name: 'Northwind Traders' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await line(page)).toBe('log Northwind Traders: ')
})

browserTest('Escape closes the suggestions and leaves the line; Enter sends what was typed, not what was offered', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('cou')
  await page.getByRole('option', { name: /^count/ }).waitFor()
  await page.keyboard.press('Escape')
  expect([await line(page), await page.locator('#completions').isVisible()]).toEqual(['cou', false])
  await page.keyboard.type('n')
  await page.getByRole('option', { name: /^count/ }).waitFor()
  await page.keyboard.press('Enter')
  expect(await page.locator('.bubble').textContent()).toBe('coun')
})

browserTest('Shift+Enter breaks the line; the arrows bring back what was typed before', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('log first')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second')
  await page.keyboard.press('Enter')
  await page.locator('.card').waitFor()
  expect(await page.locator('.bubble').textContent()).toBe('log first\nsecond')
  await say(page, 'last Acme')
  await page.keyboard.press('ArrowUp')
  expect(await line(page)).toBe('last Acme')
  await page.keyboard.press('ArrowUp')
  expect(await line(page)).toBe('log first\nsecond')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await line(page)).toBe('')
})

browserTest('a form by keys alone: opened, completed, sent, and the focus comes back', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('log')
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  expect(await focused(page)).toBe('field-line')
  await page.keyboard.type('wants a quote')
  await page.keyboard.press('Tab')
  await page.keyboard.type('labs')
  await page.getByRole('option', { name: 'Acme Labs' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('field-owner')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await page.locator('.card').waitFor()
  expect(await page.locator('.card dd').textContent()).toBe('company:labs')
  expect(await focused(page)).toBe('line')
})

browserTest('Escape closes the suggestions of a field first, and then the form', async () => {
  const { page } = await open(browser, playground.url)
  await page.keyboard.type('log')
  await page.keyboard.press('Enter')
  await page.locator('#field-customer').focus()
  await page.keyboard.type('acme')
  await page.getByRole('option', { name: 'Acme Labs' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  expect(await focused(page)).toBe('line')
})

browserTest('a button by keys: the focus stays with the message that it changed', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'count')
  await tabTo(page, 'By two', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.locator('.message.changed .card').waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Again')
})

browserTest('person, hints and appearance are reached and changed by keys', async () => {
  const { page } = await open(browser, playground.url)
  await page.locator('input[value=ana]').focus()
  await page.keyboard.press('ArrowRight')
  await page.locator('input[value=bo]:checked').waitFor({ state: 'attached' })
  await page.locator('#theme').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('#theme').getAttribute('aria-label')).toBe('Appearance: light')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.locator('#hints').isVisible()).toBe(false)
  expect(await page.locator('#toggle-hints').getAttribute('aria-expanded')).toBe('false')
})
