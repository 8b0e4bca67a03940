import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../types.ts'
import { localNow, localToday } from './local.ts'

type Locale = 'en' | 'zh'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const HAN_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** `Tue 24 Nov, 10:00`, `11月24日 周二 10:00`; the year is said when it is not this one. Typed back, it means the same moment. */
export function sayAt(at: string, moment: Moment, locale: Locale): string {
  const date = Temporal.PlainDate.from(at.slice(0, 10))
  const time = at.length > 10 ? at.slice(11, 16) : ''
  const otherYear = date.year !== localNow(moment).year
  if (locale === 'zh') {
    const day = `${otherYear ? `${date.year}年` : ''}${date.month}月${date.day}日 ${HAN_DAYS[date.dayOfWeek - 1]}`
    return time ? `${day} ${time}` : day
  }
  const day = `${DAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]}${otherYear ? ` ${date.year}` : ''}`
  return time ? `${day}, ${time}` : day
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function sayDays(days: number, locale: Locale): string {
  if (locale === 'zh') {
    const near: Record<string, string> = { '-2': '前天', '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }
    return near[days] ?? (days < 0 ? `${-days}天前` : `${days}天后`)
  }
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days < 0 ? `${-days} days ago` : `in ${days} days`
}

function sayMinutes(minutes: number, locale: Locale): string {
  const size = Math.abs(minutes)
  const hours = Math.round(size / 60)
  if (locale === 'zh') {
    if (size < 1) return '刚刚'
    return `${size < 60 ? `${size}分钟` : `${hours}小时`}${minutes < 0 ? '前' : '后'}`
  }
  if (size < 1) return 'just now'
  const said = size < 60 ? `${size} min` : count(hours, 'hour')
  return minutes < 0 ? `${said} ago` : `in ${said}`
}

const wholeMinute = (now: Temporal.Instant) => now.round({ smallestUnit: 'minute', roundingMode: 'floor' })

/** `just now`, `20 min ago`, `yesterday`, `in 2 hours`, `in 3 days`: hours within the rep's day, else calendar days in the zone. */
export function sayAgo(instant: Temporal.Instant, moment: Moment, locale: Locale): string {
  // What is to come was asked for in whole minutes of the clock: an hour from now is one hour, not 59 minutes and a few seconds.
  const from = instant.epochMilliseconds > moment.now.epochMilliseconds ? wholeMinute(moment.now) : moment.now
  const minutes = Math.trunc((instant.epochMilliseconds - from.epochMilliseconds) / 60_000)
  if (Math.abs(minutes) < 60) return sayMinutes(minutes, locale)
  const then = localToday({ now: instant, zone: moment.zone })
  const today = localToday(moment)
  const days = today.until(then, { largestUnit: 'days' }).days
  return days === 0 ? sayMinutes(minutes, locale) : sayDays(days, locale)
}
