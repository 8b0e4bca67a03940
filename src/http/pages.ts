import type { Express } from 'express'
import type { Temporal } from 'temporal-polyfill'
import type { Log } from '../bot/house.ts'
import type { JobHouse, Page } from '../bot/operation.ts'

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

/** Addresses that are counted at once; beyond it, counting begins anew. */
const MOST_COUNTED = 10_000

/** Whether an address may be asked for once more in this minute. */
function paceOf(perMinute: number, now: () => Temporal.Instant): (address: string) => boolean {
  const asked = new Map<string, number>()
  let minute = 0
  return (address) => {
    const current = Math.floor(now().epochMilliseconds / 60_000)
    if (current !== minute || asked.size >= MOST_COUNTED) asked.clear()
    minute = current
    const times = (asked.get(address) ?? 0) + 1
    asked.set(address, times)
    return times <= perMinute
  }
}
