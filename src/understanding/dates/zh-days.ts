import { chineseNumber } from '../text/numbers.ts'
import { dateOf, firstOfMonth, mondayOf, nearestMonth, weekdayAfter, weekdayBefore, workingDayFrom } from './calendar.ts'
import { monthDay } from './en-dates.ts'
import { endOf, middleOf, monthRule, type PeriodUnit, period, quarterRule, shift } from './periods.ts'
import { type AtomRule, rule } from './rules.ts'
import type { Atom } from './span.ts'

const N = '(\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九十俩仨]{1,3}|几)'
const ZH_DAY = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const WEEK = '(?:周|星期|礼拜)'
const ZH_WEEKDAYS = '一二三四五六日'
const WEEKDAY = `${WEEK}([一二三四五六日天](?![个次天年月])|[1-7](?![个次天年月0-9]))`
const _UNITS: Record<string, PeriodUnit> = {
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  月份: 'month',
  季度: 'quarter',
  季: 'quarter',
  年: 'year',
  年度: 'year',
}

const weekdayNumber = (char: string): number =>
  char === '天' ? 7 : /\d/.test(char) ? Number(char) : ZH_WEEKDAYS.indexOf(char) + 1
const num = (text: string) => chineseNumber(text.replace('俩', '两').replace('仨', '三'))

/** How far 上/下/这 and their doublings go. */
function offsetOf(words: string): number {
  const up = words.match(/上/g)?.length ?? 0
  const down = words.match(/下/g)?.length ?? 0
  return down - up
}

const days = (n: number, lean?: 'past' | 'future', part?: Atom['part']): Atom => ({
  day: (today) => today.add({ days: n }),
  lean,
  part,
})

function weekdayAtom(modifier: string | undefined, char: string): Atom {
  const number = weekdayNumber(char)
  if (!modifier)
    return { day: (t, tense) => (tense === 'past' ? weekdayBefore(t, number) : weekdayAfter(t, number)), weekdayOnly: true }
  const week = offsetOf(modifier)
  return { day: (t) => mondayOf(t, week).add({ days: number - 1 }), lean: week > 0 ? 'future' : week < 0 ? 'past' : undefined }
}

function counted(count: number | undefined, unit: string, sign: 1 | -1): Atom | undefined {
  if (count === undefined) return undefined
  const lean = sign > 0 ? 'future' : 'past'
  if (/刻/.test(unit)) return { minutes: sign * count * 15, lean }
  if (/分/.test(unit)) return { minutes: sign * count, lean }
  if (/小时|钟头/.test(unit)) return { minutes: sign * count * 60, lean }
  return { day: shift(sign * count, unit.replace(/^个/, '')), lean }
}

function dayOfMonth(text: string, modifier?: string): Atom | undefined {
  const day = num(text)
  if (!day || day > 31) return undefined
  if (!modifier) return { day: (t, tense) => nearestMonth(t, day, tense === 'past') }
  const months = offsetOf(modifier)
  return {
    day: (t) => {
      const first = firstOfMonth(t, months)
      return dateOf(first.year, first.month, day)
    },
    lean: months > 0 ? 'future' : months < 0 ? 'past' : undefined,
  }
}

const UNIT = '(刻钟|分钟|个?小时|个?钟头|个?工作日|天|日|周|个?星期|个?礼拜|个?月|个?季度|年)'
const DAYTIME = '\\s?(?:上午|下午|早上|晚上|中午|傍晚|之?前)'
const LATER = '(?:之?后|以后|过后|内|之内|以内)'
const MOD = '(上上个?|下下个?|上个?|下个?|这个?|本)'

/** Rules for Chinese days, dates, periods and distances, the longer phrases first. */
export const ZH_DAYS: AtomRule[] = [
  rule('大后[天日]', () => days(3, 'future')),
  rule('大前[天日]', () => days(-3, 'past')),
  rule('后[天日](?!期)', () => days(2, 'future')),
  rule('前[天日](?!期)', () => days(-2, 'past')),
  rule('明[早晨](?:上)?', () => days(1, 'future', 'morning')),
  rule('明晚(?:上)?', () => days(1, 'future', 'evening')),
  rule('(?:明[天日儿]|次日|第二天|隔天)', () => days(1, 'future')),
  rule('昨[晚夜](?:上)?', () => days(-1, 'past', 'evening')),
  rule('昨[早晨]', () => days(-1, 'past', 'morning')),
  rule('昨[天日儿]', () => days(-1, 'past')),
  rule('今[早晨](?:上)?', () => days(0, undefined, 'morning')),
  rule('(?:今晚|今夜)(?:上)?', () => days(0, undefined, 'evening')),
  rule('(?:今[天日儿]|当天)', () => days(0)),
  rule(
    '(?:刚才|刚刚|方才|现在|马上|立刻|尽快|尽早|稍后|回头|改天|过几天|过阵子|过些天|过一阵子?|过段时间|这[两几]天|等下|等会儿?|待会儿?|一会儿?|过会儿?|稍晚|晚些(?:时候)?|这阵子|有空|抽空|得空|近期|最近|不日|择日|前几天|前两天|前些天|前阵子|前段时间|之前)',
    (m) => ({
      vague: true,
      lean: /^前|^最近|^之前|^刚|^方才/.test(m[0])
        ? 'past'
        : /^(?:马上|立刻|尽|稍|回头|改天|过|等|待|一会|晚些|不日|择日)/.test(m[0])
          ? 'future'
          : undefined,
    }),
  ),
  rule(
    '(?:国庆|春节|元旦|五一|中秋|清明|端午|劳动节|圣诞|双十一|双11|过年|长假|假期|放假|节|年)节?(?:假期)?(?:之?前|之?后|以后|以前|过后)',
    () => ({ vague: true, lean: 'future' }),
  ),
  rule(`${MOD}${WEEK}的?末|(?:这|本)?${WEEK}末`, (m) =>
    offsetOf(m[1] ?? '') < 0
      ? { vague: true, lean: 'past' }
      : { day: (t, tense) => (tense === 'past' ? weekdayBefore(t, 6) : mondayOf(t, offsetOf(m[1] ?? '')).add({ days: 5 })) },
  ),
  rule(`${MOD}${WEEKDAY}`, (m) => weekdayAtom(m[1], m[2]!)),
  rule(WEEKDAY, (m) => weekdayAtom(undefined, m[1]!)),
  rule(`${N}${UNIT}${LATER}`, (m) => counted(num(m[1]!), m[2]!, 1)),
  rule(`(?:再过|过)${N}${UNIT}`, (m) => counted(num(m[1]!), m[2]!, 1)),
  rule(`${N}${UNIT}(?:之前|以前|前)`, (m) => counted(num(m[1]!), m[2]!, -1)),
  rule(`${N}个半(小时|钟头|月)(之?后|以后|前|之前)`, (m) => counted((num(m[1]!) ?? 0) + 0.5, m[2]!, /后/.test(m[3]!) ? 1 : -1)),
  rule('半个?(小时|钟头|天|月|年)(之?后|以后|内|之内|前|之前|以前)', (m) => half(m[1]!, /后|内/.test(m[2]!) ? 1 : -1)),
  rule('过半个?(小时|钟头|月|年)', (m) => half(m[1]!, 1)),
  rule(`${MOD}(周|星期|礼拜)(?:内)?`, (m) => period('week', offsetOf(m[1]!))),
  rule('本周内?', () => period('week', 0)),
  rule(`(?:${MOD}月|月)底前?|${MOD}?月末`, (m) => endAtom('month', offsetOf(m[0]))),
  rule(`${MOD}月(?:初|月初)`, (m) =>
    offsetOf(m[1]!) < 0 ? { vague: true, lean: 'past' } : period('month', offsetOf(m[1]!) || 0),
  ),
  rule('月初', () => period('month', 1)),
  rule(`${MOD}月中(?:旬)?`, (m) => ({ day: middleOf('month', offsetOf(m[1]!)) })),
  rule('月中(?:旬)?', () => ({ day: (t) => nearestMonth(t, 15, false) })),
  rule(`${MOD}月${ZH_DAY}[号日]?`, (m) => dayOfMonth(m[2]!, m[1])),
  rule(`${MOD}月(?:份)?(?:内)?`, (m) => period('month', offsetOf(m[1]!))),
  rule('(?:今年|本年|年)(?:底|末|终)', () => endAtom('year', 0)),
  rule('明年(?:底|末)', () => endAtom('year', 1)),
  rule('明年(?:年)?初', () => period('year', 1)),
  rule('(?:去年|前年)(?:底|末|初|年初|年底)?', () => ({ vague: true, lean: 'past' })),
  rule(`(?:明年|今年|来年)(\\d{1,2}|十[一二]|[一二三四五六七八九十])月(?:${ZH_DAY}[号日])?`, (m) => ({
    day: (t) => {
      const date = dateOf(t.year + (m[0].startsWith('今') ? 0 : 1), num(m[1]!) ?? 0, m[2] ? (num(m[2]) ?? 0) : 1)
      return date && !m[2] ? workingDayFrom(date) : date
    },
  })),
  rule('(?:明年|来年|年初)', () => period('year', 1)),
  rule(`${MOD}?季度?(?:末|底)`, (m) => endAtom('quarter', offsetOf(m[0]))),
  rule(`${MOD}季度?(?:初)?`, (m) => period('quarter', offsetOf(m[1]!))),
  rule('第?([一二三四1-4])季度(底|末)?|q([1-4])', (m) => ({
    day: quarterRule(num(m[1] ?? m[3] ?? '') ?? 1, m[2] ? 'end' : 'start'),
    lean: 'future',
  })),
  rule('下半年', () => ({ day: (t) => workingDayFrom(dateOf(t.month < 7 ? t.year : t.year + 1, 7, 1)!), lean: 'future' })),
  rule(`(\\d{4})年(\\d{1,2}|十[一二]|[一二三四五六七八九十])月${ZH_DAY}[号日]?`, (m) =>
    monthDay(num(m[2]!) ?? 0, num(m[3]!) ?? 0, Number(m[1])),
  ),
  rule(`(\\d{1,2}|十[一二]|[一二三四五六七八九十])月${ZH_DAY}(?:[号日]|(?![\\d点个万千元块]))`, (m) =>
    monthDay(num(m[1]!) ?? 0, num(m[2]!) ?? 0),
  ),
  rule(
    '(\\d{1,2}|十[一二]|[一二三四五六七八九十])月(?:份)?(初|中旬?|底|末)?(?!花|天|亮|卡|[0-9]|度|结|均|费|租|薪|供|销)',
    (m) => {
      const month = num(m[1]!) ?? 0
      if (month < 1 || month > 12) return undefined
      return { day: monthRule(month, /底|末/.test(m[2] ?? '') ? 'end' : /中/.test(m[2] ?? '') ? 'middle' : 'start') }
    },
  ),
  // 12.8 and 12-08 are dates before a part of the day or what is done on it; elsewhere they are numbers.
  rule(`(?<![\\d.-])(\\d{1,2})(?:\\.(\\d{1,2})(?=[给去约]|${DAYTIME})|-(\\d\\d)(?=${DAYTIME}))`, (m) =>
    monthDay(Number(m[1]), Number(m[2] ?? m[3])),
  ),
  rule(`${ZH_DAY}[号日](?![码线楼店院门机库仓称机])`, (m) => dayOfMonth(m[1]!)),
]

function endAtom(unit: PeriodUnit, offset: number): Atom {
  return offset < 0 ? { vague: true, lean: 'past' } : { day: endOf(unit, offset) }
}

function half(unit: string, sign: 1 | -1): Atom {
  const lean = sign > 0 ? 'future' : 'past'
  if (/小时|钟头/.test(unit)) return { minutes: sign * 30, lean }
  if (unit === '天') return { minutes: sign * 720, lean }
  return unit === '年' ? { day: shift(sign * 6, '月'), lean } : { day: shift(sign * 15, '天'), lean }
}

export { N as ZH_COUNT, weekdayNumber, ZH_DAY }
