import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { html } from '../../src/bot/html.ts'
import type { MemberPage } from '../../src/bot/page.ts'
import { people } from '../crm/tasks/people.ts'
import { doorsOver } from '../support/doors/world.ts'
import { launch, browserTest as test } from '../support/playground/browser.ts'

const sent: { cookie?: string; referer?: string; url?: string }[] = []
let received = ''

const form: MemberPage = {
  name: 'form',
  path: 'form',
  allow: 'anyone',
  title: { en: 'A file', zh: '文件' },
  largestFile: 1_000_000,
  show: async ({ me, once }) => ({
    kind: 'html',
    body: html`<p>Hello ${me.name}</p>
<form method="post" data-upload>${once}<input type="file" name="file"><input name="note" value="a note"><p data-fault="Not reached" class="bad"></p><progress hidden></progress><button>Send</button></form>`,
  }),
  take: async (_, __, { file, form }) => {
    for await (const piece of file!.bytes) received += piece
    received += ` ${file!.name} ${form.get('note')} ${form.has('once')}`
    return { kind: 'go', to: '/door/form' }
  },
}

let doors: Awaited<ReturnType<typeof doorsOver>>
let world: Awaited<ReturnType<typeof people>>
let browser: Awaited<ReturnType<typeof launch>>
let chat: Server
let chatUrl: string

/** A chat at another site: a page with the bot's link in it. */
beforeAll(async () => {
  world = await people()
  doors = await doorsOver(world.house, [form])
  chat = createServer((request, response) => {
    const link = new URL(request.url!, 'http://x').searchParams.get('to')
    response.setHeader('Content-Type', 'text/html')
    response.end(`<a href="${link}">the link</a>`)
  })
  await new Promise<void>((resolve) => chat.listen(0, 'localhost', resolve))
  chatUrl = `http://localhost:${(chat.address() as AddressInfo).port}`
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await doors.http.stop()
  chat.close()
})

test('a link in a chat of another site opens by a press, with a strict cookie, and its secret goes nowhere else', async () => {
  const page = await (await browser!.newContext()).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => sent.push({ url: request.url(), referer: request.headers().referer }))
  const link = (await doors.linkFor('ana', form)).replace(/^.*\/door/, `${doors.url}/door`)
  await page.goto(`${chatUrl}/?to=${encodeURIComponent(link)}`)
  sent.length = 0
  await page.getByText('the link').click()
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByText('Hello Ana').waitFor()
  expect(page.url()).toBe(`${doors.url}/door/form`)
  expect((await page.context().cookies())[0]).toMatchObject({ name: 'rapport_door', httpOnly: true, sameSite: 'Strict' })
  const secret = link.split('#')[1]!
  expect(JSON.stringify(sent.map(({ url, referer }) => [url?.split('#')[0], referer]))).not.toContain(secret)

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Kunden 客户.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nAcme') })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => received).toBe('name\nAcme Kunden 客户.csv a note true')
  await page.locator('input[type=file]').setInputFiles({ name: 'x', mimeType: 'text/csv', buffer: Buffer.alloc(1_100_000) })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('That file is too large').waitFor()
  // The refusal itself is the one thing that the browser's console tells of.
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([])

  // Pressed once more in the chat, the link leads on in this browser; without its secret the entrance says what is missing.
  await page.goto(link)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByText('Hello Ana').waitFor()
  await page.goto(`${doors.url}/door`)
  await page.getByText('This address is not complete').waitFor()
})
