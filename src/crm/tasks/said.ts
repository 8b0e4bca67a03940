import { Temporal } from 'temporal-polyfill'
import type { Context, Member } from '../../bot/context.ts'
import { quietUntil } from '../../bot/quiet.ts'
import type { Locale } from '../../bot/text.ts'
import { localNow, localToday, localToInstant, type Moment, sayAgo, sayAt } from '../../understanding/index.ts'
import { sayRefusal } from '../customers/may-contact.ts'
import { sayRecurrence } from './recurrence.ts'
import type { NamedTask, Task } from './task.ts'
import { say } from './words.ts'

/** `Tue 24 Nov, 10:00 (in 6 days)`, in the reader's zone; empty without a date. */
export function taskWhen(
  task: Pick<Task, 'dueLocal' | 'zone' | 'remindAt' | 'recurrence'>,
  moment: Moment,
  locale: Locale,
): string {
  if (!task.dueLocal) return ''
  const at = task.dueLocal.includes('T')
    ? localNow({ now: localToInstant(task.dueLocal, task.zone), zone: moment.zone }).toString({ smallestUnit: 'minute' })
    : task.dueLocal
  const instant = task.dueLocal.includes('T')
    ? localToInstant(task.dueLocal, task.zone)
    : localToInstant(`${task.dueLocal}T12:00`, moment.zone)
  const ago = task.dueLocal.includes('T') ? sayAgo(instant, moment, locale) : sayDay(task.dueLocal, moment, locale)
  return locale === 'en' ? `${sayAt(at, moment, locale)} (${ago})` : `${sayAt(at, moment, locale)}（${ago}）`
}

// A day has no hours to count: today is today until midnight.
function sayDay(day: string, moment: Moment, locale: Locale): string {
  const today = localToday(moment)
  const days = Temporal.PlainDate.from(day).since(today, { largestUnit: 'day' }).days
  return new Intl.RelativeTimeFormat(locale === 'en' ? 'en' : 'zh-CN', { numeric: 'auto' }).format(days, 'day')
}

/** One line: what, about whom, when. */
export const sayTask = (task: NamedTask, moment: Moment, locale: Locale): string =>
  `${task.what} · ${sayWhomAndWhen(task, moment, locale)}`

/** About whom, and when: the quieter half of what is said of a task. */
export function sayWhomAndWhen(task: NamedTask, moment: Moment, locale: Locale): string {
  const when = taskWhen(task, moment, locale) || say(locale).noDate
  const repeats = task.recurrence && sayRecurrence(task.recurrence, locale, moment)
  const refused = task.refusal && sayRefusal(task.refusal, locale)
  return [sayAbout(task), when, repeats, refused].filter(Boolean).join(' · ')
}

/** About whom: `Wei Zhang (Acme Corp)`; null when it is about nobody. */
export const sayAbout = ({ contactName, companyName }: Pick<NamedTask, 'contactName' | 'companyName'>): string | null =>
  contactName && companyName ? `${contactName} (${companyName})` : (contactName ?? companyName)

/** What the due time alone does not tell: the hour at which a day without a time is said, and quiet hours that come before it. */
export function sayWhenTold({ now, locale }: Pick<Context, 'now' | 'locale'>, task: Task, owner: Member): string | undefined {
  if (!task.remindAt) return undefined
  const remindAt = Temporal.Instant.fromEpochMilliseconds(task.remindAt.getTime())
  const quiet = quietUntil(owner, remindAt)
  if (!quiet && task.dueLocal?.includes('T')) return undefined
  const local = (quiet ?? remindAt).toZonedDateTimeISO(owner.timeZone).toPlainDateTime()
  const at = sayAt(local.toString({ smallestUnit: 'minute' }), { now, zone: owner.timeZone }, locale)
  return quiet ? say(locale).comesAfterQuiet(at) : say(locale).comesAt(at)
}
