import type { Page } from '../../bot/page.ts'
import { ownerOf } from './calendar.ts'
import { feedOf } from './feed.ts'

/** A member's open tasks, for the calendar that knows their secret address. */
export const calendarPage: Page = {
  name: 'calendar',
  path: '/calendar/:file',
  perMinute: 30,
  show: async ({ db, now }, { file = '' }) => {
    const secret = /^(.+)\.ics$/.exec(file)?.[1]
    const whose = secret && (await ownerOf(db, secret))
    return whose ? { type: 'text/calendar; charset=utf-8', body: await feedOf(db, whose, now), keepFor: 300 } : undefined
  },
}
