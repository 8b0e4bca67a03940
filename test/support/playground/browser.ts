import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test } from 'vitest'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = existsSync(CHROMIUM)
if (!installed) console.warn(`No browser at ${CHROMIUM}: the page is not tried. Install chromium, or set CHROMIUM_PATH.`)

/** A test that needs a browser; skipped, and said so, only where none is installed. */
export const browserTest = test.skipIf(!installed)

/** Headless Chromium; undefined where none is installed. */
export const launch = async (): Promise<Browser | undefined> =>
  installed ? chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS }) : undefined

export interface Opened {
  page: Page
  /** What the page complained about: script errors, refused scripts, failed loads. */
  complaints: string[]
}

/** A fresh browser profile with the page open and ready. */
export async function open(browser: Browser | undefined, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  if (!browser) throw new Error('a browser test without a browser')
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  await context.addInitScript({ path: path.join(import.meta.dirname, 'in-page.js') })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(url)
  await page.locator('#hint-list button').first().waitFor({ state: 'attached' })
  return { page, complaints }
}

/** Asks one of `in-page.js`. */
export const inPage = <T>(page: Page, what: string): Promise<T> => page.evaluate<T>(`inPage.${what}()`)

/** Types a line, sends it with Enter, and waits for the card that answers. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator('.card').count()
  await page.locator('#line').fill(text)
  await page.keyboard.press('Enter')
  await page.locator('.card').nth(before).waitFor()
}
