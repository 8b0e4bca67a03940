import { chineseNumber } from '../text/numbers.ts'
import {
  everyPeriod,
  everyWorkingDay,
  onDayOfMonth,
  onDayOfYear,
  onNthWeekday,
  onWeekdays,
  onWorkingDayOfMonth,
} from './repeat.ts'
import { type AtomRule, rule } from './rules.ts'
import { weekdayNumber, ZH_COUNT, ZH_DAY } from './zh-days.ts'

const WEEK = '(?:周|星期|礼拜)'
const num = (text: string) => chineseNumber(text) ?? 0
const weekdays = (text: string) =>
  [...text.replace(/周|星期|礼拜/g, '')].filter((c) => /[一二三四五六日天1-7]/.test(c)).map(weekdayNumber)
const LIST = '((?:[一二三四五六日天1-7](?:(?:、|和|跟|及|,)?(?:周|星期|礼拜)?(?=[一二三四五六日天1-7]))?){1,7})'

/** 周一到周五, with a word beside it that makes a rhythm of it. */
const RANGE = `${WEEK}([一二三四五六日天1-7])(?:到|至|[~—-])${WEEK}?([一二三四五六日天1-7])(?![月号日点个年\\d])`
const through = (from: string, to: string) => {
  const [first, last] = [weekdayNumber(from), weekdayNumber(to)]
  return first < last ? onWeekdays(Array.from({ length: last - first + 1 }, (_, i) => first + i)) : undefined
}

/** Rules for Chinese rhythms. */
export const ZH_REPEATS: AtomRule[] = [
  rule('每个?(?:工作日|上班日)|工作日每[天日]', () => everyWorkingDay()),
  rule(`(?:每个?|逢|每逢)${RANGE}(?:每[天日])?`, (m) => through(m[1]!, m[2]!)),
  rule(`(?:每[天日])${RANGE}|${RANGE}(?:的?每[天日]|天天)`, (m) => through(m[1] ?? m[3]!, m[2] ?? m[4]!)),
  rule(`每个?月(?:的)?第([一二三四五1-5])个?${WEEK}([一二三四五六日天1-7])`, (m) =>
    onNthWeekday(num(m[1]!), weekdayNumber(m[2]!)),
  ),
  rule(`每个?月(?:的)?最后(?:一个)?${WEEK}([一二三四五六日天1-7])`, (m) => onNthWeekday(-1, weekdayNumber(m[1]!))),
  rule('每个?月(?:的)?(第一|最后一?)个?工作日', (m) => onWorkingDayOfMonth(m[1] === '第一' ? 1 : -1)),
  rule('每个?月(?:的)?最后一天', () => onDayOfMonth(-1)),
  rule('每个?月(?:月)?(?:底|末)', () => onWorkingDayOfMonth(-1)),
  rule('每个?月(?:月)?初', () => onWorkingDayOfMonth(1)),
  rule(`每个?月(?:的)?${ZH_DAY}[号日]`, (m) => onDayOfMonth(num(m[1]!))),
  rule(`每年(?:的)?${ZH_DAY}月${ZH_DAY}[号日]?`, (m) => onDayOfYear(num(m[1]!), num(m[2]!))),
  rule(`每隔一个?${WEEK}(?:的)?${WEEK}${LIST}`, (m) => onWeekdays(weekdays(m[1]!), 2)),
  rule(`每隔?([两二三四2-4])个?${WEEK}(?:的)?${WEEK}${LIST}`, (m) => onWeekdays(weekdays(m[2]!), num(m[1]!))),
  rule(`每个?${WEEK}(?:的)?${WEEK}?${LIST}(?!个|次)`, (m) => onWeekdays(weekdays(m[1]!))),
  rule(`(?:双周|隔周)(?:的)?${WEEK}${LIST}`, (m) => onWeekdays(weekdays(m[1]!), 2)),
  rule(`每?逢${WEEK}${LIST}`, (m) => onWeekdays(weekdays(m[1]!))),
  rule(`每隔?(?:一个?半|1个半)月`, () => undefined),
  rule('每隔?半年', () => everyPeriod('month', 6)),
  rule('每隔?半个?月', () => everyPeriod('day', 15)),
  rule('每隔一[天日]', () => everyPeriod('day', 2)),
  rule(`每隔一个?${WEEK}|隔周|双周`, () => everyPeriod('week', 2)),
  rule('每隔一个?月', () => everyPeriod('month', 2)),
  rule(`每隔?${ZH_COUNT}[天日]`, (m) => everyPeriod('day', num(m[1]!))),
  rule(`每隔?${ZH_COUNT}个?${WEEK}`, (m) => everyPeriod('week', num(m[1]!))),
  rule(`每隔?${ZH_COUNT}个?月`, (m) => everyPeriod('month', num(m[1]!))),
  rule(`每隔?${ZH_COUNT}个?季度`, (m) => everyPeriod('quarter', num(m[1]!))),
  rule(`每隔?${ZH_COUNT}年`, (m) => everyPeriod('year', num(m[1]!))),
  rule('每(?:天|日)?(早|晚)上?|每天(早|晚)上?', (m) => ({
    ...everyPeriod('day', 1),
    part: (m[1] ?? m[2]) === '早' ? 'morning' : 'evening',
  })),
  rule('每[天日](?!用|产)|天天', () => everyPeriod('day', 1)),
  rule(`每个?${WEEK}(?:一次)?`, () => everyPeriod('week', 1)),
  rule('每个?季度?', () => everyPeriod('quarter', 1)),
  rule('每个?月', () => everyPeriod('month', 1)),
  rule('每年', () => everyPeriod('year', 1)),
]
