import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../bot/text.ts'
import { localNow, type Moment, sayAgo, sayAt } from '../../understanding/index.ts'
import type { Activity, NamedActivity } from './activities.ts'
import { lineOf } from './private.ts'
import { say, sayKind, sayOutcome } from './vocabulary.ts'

/** `Call, left voicemail`, `🔒 Call`; with a customer who reached out: `Call, connected (they reached out)`. */
export function sayWhat(
  activity: Pick<Activity, 'kind' | 'outcome' | 'direction'> & { private?: boolean },
  locale: Locale,
): string {
  const comma = locale === 'en' ? ', ' : '，'
  const words = [sayKind(activity.kind, locale), activity.outcome && sayOutcome(activity.outcome, locale)]
    .filter(Boolean)
    .join(comma)
  const said = activity.direction === 'inbound' ? `${words} (${say(locale).inbound})` : words
  return lineOf(said, activity.private ?? false)
}

/** `3 days ago, Sat 21 Nov, 15:00`; a day alone when no time of day is known. */
export function sayOccurred(activity: Pick<Activity, 'occurredAt' | 'dayOnly' | 'zone'>, moment: Moment, locale: Locale): string {
  const at = Temporal.Instant.fromEpochMilliseconds(activity.occurredAt.getTime())
  // A day without a time is a day where it was said, whoever reads it and wherever.
  const local = localNow({ now: at, zone: activity.dayOnly ? activity.zone : moment.zone })
  const absolute = sayAt(
    activity.dayOnly ? local.toPlainDate().toString() : local.toString({ smallestUnit: 'minute' }),
    moment,
    locale,
  )
  return `${sayAgo(at, moment, locale)}${locale === 'en' ? ', ' : '，'}${absolute}`
}

/** One line: when, what, with whom, by whom, and how the note begins. */
export function sayActivity(activity: NamedActivity, moment: Moment, locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '，'
  const who = [sayPeople(activity, locale), activity.memberName && say(locale).by(activity.memberName)]
    .filter(Boolean)
    .join(comma)
  return `${sayOccurred(activity, moment, locale)} · ${sayWhat(activity, locale)} · ${who} · ${shortened(activity.note, 140)}`
}

/** Who was there, the contact first: `Wei Zhang, Laura Bennett`. */
export const sayPeople = ({ contactName, otherNames }: NamedActivity, locale: Locale): string =>
  [contactName, ...otherNames].filter(Boolean).join(locale === 'en' ? ', ' : '、')

/** The first so many characters, cut between graphemes, with … when something is left out. */
export function shortened(text: string, most: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(flat.slice(0, most * 2))) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** `$12,000`, `€4,500`, `30万` without a currency as a plain number. */
export function sayAmount(amount: { value: number; currency?: string | null }, locale: Locale): string {
  const tag = locale === 'en' ? 'en-US' : 'zh-CN'
  if (!amount.currency) return new Intl.NumberFormat(tag).format(amount.value)
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: amount.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount.value)
}
