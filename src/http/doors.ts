import path from 'node:path'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { contextFor, mayDo } from '../bot/context.ts'
import { UserError } from '../bot/errors.ts'
import type { House } from '../bot/house.ts'
import { html } from '../bot/html.ts'
import type { MemberPage, PageContext, Parts, Sent, Visitor } from '../bot/page.ts'
import { localeOf } from '../bot/text.ts'
import { keyIn, keyKept, keyTaken } from './key.ts'
import { paceOf } from './pace.ts'
import { answerSeen, answerText } from './seen.ts'
import { sentIn } from './sent.ts'
import { entrance, say } from './shell.ts'
import { ownPagesOnly } from './strangers.ts'
import { writing } from './writing.ts'

/** Requests a minute: of one visitor, and of all who stand at the door. */
const OF_ONE = 240
const AT_THE_DOOR = 300
/** A secret is 43 characters. */
const LONGEST_KNOCK = '1kb'

/**
 * Puts up the pages for members, below `/door`. The link's secret stands behind a `#`: no browser sends that, so that neither a log nor a program that
 * looks at links for a preview comes by it, and it is used up by a press of a button alone. What is kept of a visit is a cookie that no script reads.
 */
export function showDoors(app: Express, pages: readonly MemberPage[], house: House): void {
  const door = express.Router()
  const secure = house.reach.url.startsWith('https:')
  door.use(ownHeaders)
  door.use(express.static(path.join(import.meta.dirname, 'look'), { index: false, redirect: false, maxAge: '1h' }))
  door.use(ownPagesOnly(house.reach))

  door.get('/', (request, response) => {
    answerText(response, 200, entrance(localeOf(request.acceptsLanguages()[0])))
  })

  const mayKnock = paceOf(AT_THE_DOOR, house.now)
  door.post('/', express.urlencoded({ extended: false, limit: LONGEST_KNOCK }), async (request, response) => {
    if (!mayKnock('')) return answerText(response, 429, notice(request, 'tooOften'))
    const secret = String((request.body as Record<string, unknown> | undefined)?.secret ?? '')
    const opened = await house.doors.open(secret, keyIn(request, secure))
    if (!opened) return answerText(response, 410, notice(request, 'spent'))
    keyKept(response, secure, opened)
    response.redirect(303, opened.to)
  })

  door.post('/leave', async (request, response) => {
    const key = keyIn(request, secure)
    if (key) await house.doors.leave(key)
    keyTaken(response, secure)
    answerText(response, 200, notice(request, 'left'))
  })

  const mayAsk = paceOf(OF_ONE, house.now)
  for (const page of pages) {
    const visit = async (request: Request, response: Response, next: NextFunction) => {
      const key = keyIn(request, secure)
      const visitor = key && (await house.doors.enter(key))
      if (!key || !visitor) return answerText(response, 401, notice(request, 'closed'))
      if (!mayAsk(key)) return answerText(response.set('Retry-After', '60'), 429, notice(request, 'tooOften', visitor))
      if (!mayDo(visitor.me, page)) return answerText(response, 403, notice(request, 'notAllowed', visitor))
      await shown(house, page, visitor, request, response, next)
    }
    door.route(`/${page.path}`).get(visit).post(visit)
  }

  door.use((request, response) => answerText(response, 404, notice(request, 'nothing')))
  door.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const status = (error as { status?: number }).status ?? 500
    if (status >= 500) house.log.error({ page: 'door', error }, 'page failed')
    if (response.headersSent) return next(error)
    answerText(response, status, notice(request, status === 413 ? 'tooLong' : status < 500 ? 'unreadable' : 'fault'))
  })
  app.use('/door', door)
}

/** Nothing of these pages is kept by anybody; a form may go to where it came from, and says so. */
function ownHeaders(_request: Request, response: Response, next: NextFunction): void {
  const policy = String(response.get('Content-Security-Policy')).replace("form-action 'none'", "form-action 'self'")
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'Content-Security-Policy': policy })
  next()
}

async function shown(house: House, page: MemberPage, visitor: Visitor, request: Request, response: Response, next: NextFunction) {
  const parts = request.params as Parts
  try {
    const sent = request.method === 'POST' ? await sentIn(request, page, visitor.me.locale) : undefined
    if (sent && !page.take) return next()
    const context = contextOf(house, page, visitor, sent)
    const seen = sent ? await page.take!(context, parts, sent) : await page.show(context, parts)
    if (!seen) return answerText(response, 404, notice(request, 'nothing', visitor))
    await answerSeen(response, page, visitor, seen, { asFile: isFile(request), head: request.method === 'HEAD' })
  } catch (error) {
    if (error instanceof UserError) return refused(request, response, page, visitor, error)
    const status = (error as { status?: number } | undefined)?.status ?? 500
    if (status >= 500) house.log.error({ page: page.name, error }, 'page failed')
    if (response.headersSent) return void response.destroy()
    answerText(response, status, notice(request, status < 500 ? 'unreadable' : 'fault', visitor))
  }
}

/** What the person can mend is said where they are: in the page that sends files, or as a page with a way back. */
function refused(request: Request, response: Response, page: MemberPage, visitor: Visitor, error: UserError): void {
  if (isFile(request)) return void response.status(400).json({ fault: error.message })
  const words = say(visitor.me.locale)
  const back = html`<p class="bad">${error.message}</p><p><a href="${request.originalUrl.split('?')[0]!}">${words.back}</a></p>`
  void answerSeen(response.status(400), page, visitor, { kind: 'html', body: back }, { asFile: false, head: false })
}

const isFile = (request: Request) => request.method === 'POST' && request.is('application/octet-stream') !== false

function contextOf(house: House, page: MemberPage, visitor: Visitor, sent: Sent | undefined): PageContext {
  const id = `page:${visitor.me.id}:${sent?.form.get('once') ?? crypto.randomUUID()}`
  const { now, reach } = house
  const context = contextFor(house.db, visitor, page.name, { id, place: visitor.place }, { now: now(), reach })
  return { ...context, ...writing(house, visitor, context) }
}

type Notice = Parameters<typeof answerText>[2]

function notice(
  request: Request,
  what: 'tooOften' | 'spent' | 'left' | 'closed' | 'notAllowed' | 'nothing' | 'tooLong' | 'unreadable' | 'fault',
  visitor?: Visitor,
): Notice {
  const locale = visitor?.me.locale ?? localeOf(request.acceptsLanguages()[0])
  const words = say(locale)
  return { locale, title: 'Rapport', visitor, body: html`<p>${words[what]}</p>` }
}
