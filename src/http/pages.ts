import type { Express } from 'express'
import type { Temporal } from 'temporal-polyfill'
import type { Log } from '../bot/house.ts'
import type { JobHouse } from '../bot/operation.ts'
import type { Page } from '../bot/page.ts'
import { paceOf } from './pace.ts'

interface PageHouse extends Omit<JobHouse, 'now'> {
  now: () => Temporal.Instant
  log: Log
}

/**
 * Puts the nouns' pages up: `GET` and `HEAD`, with an ETag, so that who has the newest is told so (304). An address may hold a secret: neither it
 * nor a fault that names it gets into the log.
 */
export function showPages(app: Express, pages: readonly Page[], { db, transaction, now, log }: PageHouse): void {
  for (const page of pages) {
    const mayAsk = paceOf(page.perMinute, now)
    app.get(page.path, async (request, response, next) => {
      if (!mayAsk(request.path)) return void response.status(429).set('Retry-After', '60').type('text').send('too often\n')
      try {
        const shown = await page.show({ db, transaction, now: now() }, request.params as Record<string, string>)
        if (!shown) return next()
        response.set('Cache-Control', `private, max-age=${shown.keepFor}`).type(shown.type).send(shown.body)
      } catch (error) {
        log.error({ page: page.name, error }, 'page failed')
        response.status(500).type('text').send('something went wrong\n')
      }
    })
  }
}
