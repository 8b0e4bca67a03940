import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../../bot/text.ts'
import { understandWhen } from '../../understanding/index.ts'
import type { Where } from './field.ts'

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** A day as YYYY-MM-DD: written out, or as people say it (`next Friday`, 下周五); undefined when it is none. */
export function readDay(
  typed: string,
  where: Pick<Where, 'now' | 'zone'>,
  prefer: 'future' | 'past' = 'future',
): string | undefined {
  const text = typed.trim()
  const [, year, month, day] = ISO.exec(text) ?? []
  if (year) return dayOf(Number(year), Number(month), Number(day))
  const when = understandWhen(text, where, prefer)
  // What stands beside the day would be lost: `Friday or so` is no day.
  const whole = when && text.slice(0, when.start).trim() === '' && text.slice(when.end).trim() === ''
  return whole && !when.recurrence ? when.at?.slice(0, 10) : undefined
}

function dayOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

export const sayDay = (day: string, locale: Locale): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium' })

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const YEARLESS = [
  /^--(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?<name>[a-z]{3,9})\.?$/i,
  /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?$/i,
]
const WITH_YEAR = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?<name>[a-z]{3,9})\.?,?\s+(?<year>\d{4})$/i,
  /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i,
]
/** A leap year: 29 February is somebody's birthday too. */
const ANY_YEAR = 2000

/** YYYY-MM-DD, or --MM-DD when no year was said; undefined when it is no day, lies ahead, or nobody was born then. */
export function readBirthday(typed: string, { now, zone }: Pick<Where, 'now' | 'zone'>): string | undefined {
  const text = typed.trim()
  for (const pattern of [...YEARLESS, ...WITH_YEAR]) {
    const found = pattern.exec(text)?.groups
    if (!found) continue
    const month = found.name ? MONTHS.indexOf(found.name.slice(0, 3).toLowerCase()) + 1 : Number(found.month)
    const day = dayOf(found.year ? Number(found.year) : ANY_YEAR, month, Number(found.day))
    if (!day || (found.name && !isMonth(found.name))) return undefined
    if (!found.year) return `--${day.slice(5)}`
    const today = now.toZonedDateTimeISO(zone).toPlainDate()
    const isLikely = day <= today.toString() && Number(found.year) > today.year - 130
    return isLikely ? day : undefined
  }
  return undefined
}

const FULL = 'january february march april may june july august september october november december'.split(' ')
const isMonth = (name: string) => FULL.some((full) => full.startsWith(name.toLowerCase())) || name.toLowerCase() === 'sept'

export function sayBirthday(birthday: string, locale: Locale): string {
  const tag = locale === 'en' ? 'en-GB' : 'zh-CN'
  if (!birthday.startsWith('--')) return sayDay(birthday, locale)
  return Temporal.PlainDate.from(`${ANY_YEAR}-${birthday.slice(2)}`).toLocaleString(tag, { month: 'short', day: 'numeric' })
}
