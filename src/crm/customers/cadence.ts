import type { Locale } from '../../bot/text.ts'

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 }
const WORDS: Readonly<Record<string, number>> = { daily: 1, weekly: 7, fortnightly: 14, monthly: 30, quarterly: 90, yearly: 365 }
const HAN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 月: 30, 季度: 90, 年: 365 }
const HAN_NUMBERS = '一二三四五六七八九十'
const MOST_DAYS = 3650

/** How often, as it is typed: `every 90 days`, `90d`, `every 2 weeks`, `quarterly`, 每3个月. In days; undefined when it cannot be read. */
export function readCadence(typed: string): number | undefined {
  const text = typed.trim().toLowerCase()
  const days = WORDS[text] ?? readEnglish(text) ?? readChinese(text)
  return days && days <= MOST_DAYS ? days : undefined
}

function readEnglish(text: string): number | undefined {
  const [, count, unit] = /^(?:every|each)?\s*(\d{1,4}|other)?\s*(d|w|m|y|day|week|month|quarter|year)s?$/.exec(text) ?? []
  if (!unit) return undefined
  const one = DAYS[unit] ?? { d: 1, w: 7, m: 30, y: 365 }[unit] ?? 0
  return one * (count === 'other' ? 2 : Number(count ?? 1))
}

function readChinese(text: string): number | undefined {
  const [, count, unit] =
    /^每隔?(\d{1,4}|[一二三四五六七八九十两])?个?(天|日|周|星期|月|季度|年)$/.exec(text.replaceAll(/\s/g, '')) ?? []
  if (!unit) return undefined
  const times = !count ? 1 : count === '两' ? 2 : /\d/.test(count) ? Number(count) : HAN_NUMBERS.indexOf(count) + 1
  return (HAN[unit] ?? 0) * times
}

/** `every 90 days`, 每90天. */
export const sayCadence = (days: number, locale: Locale): string =>
  locale === 'en' ? (days === 1 ? 'every day' : `every ${days} days`) : days === 1 ? '每天' : `每${days}天`
