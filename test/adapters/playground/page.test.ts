import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { browserTest, inPage, launch, open, say } from '../../support/playground/browser.ts'
import { type Playground, startPlayground, temporaryFolder } from '../../support/playground/playground.ts'
import { HOSTILE } from '../../support/playground/registry.ts'

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

browserTest('the first screen welcomes, loads the sample in one click and offers lines to try', async () => {
  const { page, complaints } = await open(browser, playground.url)
  expect(await page.locator('.welcome h2').textContent()).toBe('Welcome to Rapport')
  await page.getByRole('button', { name: 'log Acme: spoke to Wei, wants a quote' }).last().click()
  expect(await page.locator('#line').inputValue()).toBe('log Acme: spoke to Wei, wants a quote')
  await page.getByRole('button', { name: 'Load the sample company' }).click()
  await page.getByText('The sample company is here').waitFor()
  expect(await page.locator('.bubble').textContent()).toBe('Load the sample company')
  expect(await page.locator('.welcome').count()).toBe(0)
  expect(complaints).toEqual([])
})

browserTest('a card shows all it has', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'everything')
  const card = page.locator('.card')
  expect(await card.locator('h3').textContent()).toBe('Two tasks are overdue')
  expect(await card.locator('dt').allTextContents()).toEqual(['Owner', 'Due', 'Last contact'])
  expect(await card.locator('li').count()).toBe(2)
  expect(await card.locator('img').getAttribute('alt')).toBe('Calls by week')
  expect(await card.getByRole('link', { name: 'The message' }).getAttribute('href')).toBe('https://example.com/message')
  expect(await card.getByText('Times in Europe/Berlin').isVisible()).toBe(true)
})

browserTest('a pressed button changes its message in place', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'count')
  const before = Number((await page.locator('.card p').textContent())?.match(/\d+/)?.[0])
  await page.getByRole('button', { name: 'By two' }).click()
  await page.getByText(`Counted to ${before + 2}.`).waitFor()
  expect(await page.locator('.card').count()).toBe(1)
})

browserTest('a pick runs what is chosen, and nothing before', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'everything')
  const opener = page.getByRole('button', { name: 'Which Acme?' })
  await opener.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('.option:focus strong').textContent()).toBe('Acme Labs')
  expect(await page.getByText('Counted to').count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await inPage(page, 'focused')).toBe('Which Acme?')
  await opener.click()
  await page.getByRole('button', { name: /Acme Labs/ }).click()
  await page.getByText('Counted to').waitFor()
})

browserTest('a form completes names, shows a fault at its field, and keeps what was typed', async () => {
  const { page } = await open(browser, playground.url)
  await page.locator('#line').fill('log')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Log a contact' }).waitFor()
  await page.getByLabel('What happened').fill('wants a quote')
  await page.getByLabel('Customer').pressSequentially('wei')
  await page.getByRole('option', { name: 'Wei Zhang (Acme Corp)' }).click()
  await page.getByLabel('Kind').selectOption('Visit')
  await page.getByLabel('Code').fill('wrong')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').filter({ hasText: 'There is no such code' }).waitFor()
  const code = page.getByLabel('Code')
  expect(await code.getAttribute('aria-invalid')).toBe('true')
  expect(await inPage(page, 'focused')).toBe('field-code')
  expect(await page.getByLabel('Customer').inputValue()).toBe('Wei Zhang (Acme Corp)')
  await code.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.card').waitFor()
  expect(await page.locator('.card dd').allTextContents()).toEqual(['contact:wei', 'visit'])
})

browserTest('a button that opens a form fills in what is known, and the answer takes the card’s place', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'log Acme: first words')
  await page.getByRole('button', { name: 'Edit' }).click()
  expect(await page.getByLabel('What happened').inputValue()).toBe('Acme: first words')
  await page.getByLabel('What happened').fill('better words')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('better words').waitFor()
  expect(await page.locator('.card').count()).toBe(1)
})

browserTest('a customer that a button knows stands in the form by name, and goes out as who it is', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'last Wei')
  await page.getByRole('button', { name: 'Log', exact: true }).click()
  expect(await page.getByLabel('Customer').inputValue()).toBe('Wei Zhang (Acme Corp)')
  await page.getByLabel('What happened').fill('wants a quote')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('.card dd').waitFor()
  expect(await page.locator('.card dd').textContent()).toBe('contact:wei')
})

browserTest('a fault of ours is told with its reference', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'broken')
  expect(await page.locator('.card.bad').textContent()).toMatch(/nothing was changed.*reference: [A-Z0-9]{8}/s)
})

browserTest('texts from people are text, whatever they look like', async () => {
  const { page, complaints } = await open(browser, playground.url)
  await say(page, `log ${HOSTILE}`)
  await say(page, 'hostile')
  await page.locator('.opener').click()
  await page.reload()
  await page.locator('.card').nth(1).waitFor()
  expect(await page.evaluate(`'owned' in window`)).toBe(false)
  expect(await page.locator('#conversation script, #conversation img, #conversation b').count()).toBe(0)
  expect(await page.locator('#conversation a').count()).toBe(1)
  expect(await page.locator('.bubble').first().textContent()).toBe(`log ${HOSTILE}`)
  expect(await page.locator('.card h3').last().textContent()).toBe(HOSTILE)
  expect(complaints).toEqual([])
})

browserTest('the two sample members have each their own conversation', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'last Acme')
  await page.getByLabel('Bo').check({ force: true })
  await page.locator('.welcome').waitFor()
  await say(page, 'count')
  expect(await page.locator('.message.mine .who strong').textContent()).toBe('Bo')
  await page.getByLabel('Ana').check({ force: true })
  await page.getByText('Ana called Wei yesterday').waitFor()
  expect(await page.locator('.message').count()).toBe(2)
})

browserTest('what one shares, the other sees with a name at it', async () => {
  const { page } = await open(browser, playground.url)
  await say(page, 'last Northwind')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.locator('.card').nth(1).waitFor()
  await page.getByLabel('Bo').check({ force: true })
  await page.getByText('Ana · shared').first().waitFor()
  expect(await page.locator('.card h3').last().textContent()).toBe('Northwind')
})

browserTest('speaks Chinese when asked, and goes on doing so', async () => {
  const { page } = await open(browser, playground.url)
  await page.getByRole('button', { name: /切换到中文/ }).click()
  await page.getByText('Changed: language zh').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh')
  expect(await page.locator('.hint span').first().textContent()).toBe('用一句话记录电话、会议或消息')
  await page.getByLabel('Bo').check({ force: true })
  await page.getByText('What you can type').waitFor() // Bo has not asked for it
  await page.getByLabel('Ana').check({ force: true })
  await page.getByText('可以输入什么').waitFor()
  await page.reload()
  await page.getByText('可以输入什么').waitFor()
  expect(await page.locator('#line').getAttribute('placeholder')).toBe('说说发生了什么，或者问一句……')
})
