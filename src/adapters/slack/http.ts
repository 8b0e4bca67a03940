import { ExpressReceiver } from '@slack/bolt'
import { type Express, Router } from 'express'
import type { Log } from '../../bot/house.ts'
import { loggerOver } from './client.ts'

/** Bolt answers 404 for us when we are late. Slack has turned away by then; nobody is served by that (milliseconds). */
const NEVER_LATE = 30_000

export const EVENTS_PATH = '/slack/events'

/** `POST /slack/events` on the house's own server, each request's signature checked by Bolt. Not open: 503, so that Slack sends events again. */
export function httpReceiver(app: Express, signingSecret: string, log: Log, open: () => boolean): ExpressReceiver {
  const router = Router()
  router.post(EVENTS_PATH, (_request, response, next) => {
    if (open()) return next()
    response.status(503).set('Retry-After', '5').end()
  })
  return new ExpressReceiver({
    signingSecret,
    app,
    router,
    endpoints: EVENTS_PATH,
    unhandledRequestTimeoutMillis: NEVER_LATE,
    logger: loggerOver(log),
  })
}
