import type { Locale } from '../../bot/text.ts'
import { boundsOf, type Moment, sayAt } from '../../understanding/index.ts'

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKING = 'MO,TU,WE,TH,FR'
const EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const EN_PLACES: Readonly<Record<string, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', '-1': 'last' }
const EN_UNITS: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }
const ZH_UNITS: Readonly<Record<string, string>> = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月', YEARLY: '年' }

/** A recurrence (RFC 5545 RRULE) as people say it: `every Monday, until Wed 30 Jun`, 每周一，共5次. A rule of a kind that nobody can type is given as it is. */
export function sayRecurrence(rule: string, locale: Locale, moment: Moment): string {
  const { until, count } = boundsOf(rule)
  const rhythm = sayRhythm(rule.replaceAll(/;(?:UNTIL|COUNT)=[^;]*/g, '').replace(LAST_OF_DAYS, '$1'), locale)
  if (count) return locale === 'en' ? `${rhythm}, ${count === 1 ? 'once' : `${count} times`}` : `${rhythm}，共${count}次`
  if (!until) return rhythm
  const day = sayAt(until, moment, locale)
  return locale === 'en' ? `${rhythm}, until ${day}` : `${rhythm}，到${day}`
}

/** `BYMONTHDAY=28,29,30;BYSETPOS=-1` is the 30th, or the last day of a shorter month. */
const LAST_OF_DAYS = /(?<=BYMONTHDAY=)[\d,]+,(\d+);BYSETPOS=-1/

/** Whether a rule falls back to the last day where a month has no such day. */
export const usesShortMonths = (rule: string): boolean => LAST_OF_DAYS.test(rule)

function sayRhythm(rule: string, locale: Locale): string {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]))
  const { FREQ = '', BYDAY, BYMONTHDAY, BYSETPOS, BYMONTH } = parts
  if (!(FREQ in EN_UNITS)) return rule
  const each = every(FREQ, Number(parts.INTERVAL ?? 1), locale)
  if (FREQ === 'WEEKLY' && BYDAY === WORKING) return locale === 'en' ? 'every weekday' : '每个工作日'
  if (FREQ === 'WEEKLY' && BYDAY) return onDays(each, BYDAY.split(','), locale)
  if (BYSETPOS && BYDAY === WORKING) return onPlace(each, BYSETPOS, locale === 'en' ? 'working day' : '工作日', locale)
  if (BYMONTH && BYMONTHDAY === '-1')
    return `${each}${locale === 'en' ? ` on the last day of ${month(BYMONTH)}` : `${BYMONTH}月最后一天`}`
  if (BYMONTH && BYMONTHDAY)
    return `${each}${locale === 'en' ? ` on ${BYMONTHDAY} ${month(BYMONTH)}` : `${BYMONTH}月${BYMONTHDAY}日`}`
  if (BYMONTHDAY === '-1') return `${each}${locale === 'en' ? ' on its last day' : '最后一天'}`
  if (BYMONTHDAY) return `${each}${locale === 'en' ? ` on day ${BYMONTHDAY}` : `${BYMONTHDAY}日`}`
  const [, place = '', code = ''] = /^(-?\d)([A-Z]{2})$/.exec(BYDAY ?? '') ?? []
  return place ? onPlace(each, place, dayOf(code, locale), locale) : BYDAY ? rule : each
}

function every(frequency: string, interval: number, locale: Locale): string {
  if (locale === 'en') return interval > 1 ? `every ${interval} ${EN_UNITS[frequency]}s` : `every ${EN_UNITS[frequency]}`
  return interval > 1 ? `每${interval}${ZH_UNITS[frequency]}` : `每${ZH_UNITS[frequency]!.replace('个', '')}`
}

const dayOf = (code: string, locale: Locale) =>
  locale === 'en' ? EN_DAYS[CODES.indexOf(code)]! : `周${'一二三四五六日'[CODES.indexOf(code)]}`

function onDays(each: string, codes: string[], locale: Locale): string {
  const names = codes.map((code) => dayOf(code, locale))
  if (locale === 'zh') return each === '每周' ? `每${names.join('、')}` : `${each}的${names.join('、')}`
  const listed = new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
  return each === 'every week' ? `every ${listed}` : `${each} on ${listed}`
}

function onPlace(each: string, place: string, day: string, locale: Locale): string {
  if (locale === 'en') return `${each} on the ${EN_PLACES[place] ?? place} ${day}`
  return place === '-1' ? `${each}最后一个${day}` : `${each}第${place}个${day}`
}

const month = (number: string) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, Number(number) - 1, 1)))
