import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { sayAgo, sayAt } from '../../understanding/index.ts'

/** When something was done, both ways: `yesterday, Mon 23 Nov, 14:05`. */
export function sayMoment(date: Date, context: Pick<Context, 'now' | 'zone' | 'locale'>): string {
  const at = Temporal.Instant.fromEpochMilliseconds(date.getTime())
  const local = at.toZonedDateTimeISO(context.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return `${sayAgo(at, context, context.locale)}${context.locale === 'en' ? ', ' : '，'}${sayAt(local, context, context.locale)}`
}
