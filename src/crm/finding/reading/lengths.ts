import { chineseNumber, englishNumber } from '../../../understanding/index.ts'
import type { Day, Span, Unit } from '../filter.ts'
import type { Text } from './scan.ts'

/** A span of time that was said, and where its words end. */
export interface Days {
  span: Span
  end: number
  /** Only how long was said: `60 days`. */
  isLength?: true
}

// A number in words needs a space behind it: “and” is no day.
const SMALL =
  'half an?|an?|(?:a )?couple(?: of)?|a few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|sixty|ninety'
const NUMBER = `(\\d{1,5}|(?:${SMALL})(?= ))`
const UNIT = '(days?|d|weeks?|wks?|w|months?|mos?|quarters?|years?|yrs?|y)'
const HAN_NUMBER = '(\\d{1,5}|[一二两三四五六七八九十百几]{1,4}|半)'
const HAN_UNIT = '(天|日|个?半?(?:星期|礼拜)|周半?|个?半?月|个?季度|年半?)'
const MORE = '(?:more than|over|at least|longer than|>|≥)'

const LENGTH = new RegExp(`${NUMBER}\\+? ?${UNIT}`, 'y')
const AGO = new RegExp(`(?:${MORE} ?)?${NUMBER}\\+? ?${UNIT} ago(?: or (?:more|earlier|longer))?`, 'y')
const LAST = new RegExp(`(?:(?:in|within|during|over|for) )?(?:the )?(?:last|past|previous) (?:${NUMBER} ?)?${UNIT}`, 'y')
const WITHIN = new RegExp(`(?:in|within|for) (?:the next |(?:${MORE} ?)?)?${NUMBER}\\+? ?${UNIT}`, 'y')
const NEXT = new RegExp(`(?:(?:in|within|during|over) )?(?:the )?(?:next|coming) (?:${NUMBER} ?)?${UNIT}`, 'y')
const HAN_LENGTH = new RegExp(`${HAN_NUMBER} ?${HAN_UNIT}`, 'y')
const HAN_LAST = new RegExp(
  `(?:最近|近|过去|这)(?:的)?${HAN_NUMBER} ?${HAN_UNIT}(?:以?内|之内|里|来)?|${HAN_NUMBER} ?${HAN_UNIT}(?:以内|之内|内|里)`,
  'y',
)
const HAN_AGO = new RegExp(`${HAN_NUMBER} ?${HAN_UNIT}(?:之前|以前|前)`, 'y')
const HAN_NEXT = new RegExp(`(?:未来|今后|接下来)(?:的)?${HAN_NUMBER} ?${HAN_UNIT}(?:以?内|之内|里)?`, 'y')

export function unitOf(word: string): Unit {
  if (/^(?:d|天|日)/.test(word)) return 'day'
  if (/^w|周|星期|礼拜/.test(word)) return 'week'
  if (/^m|月/.test(word)) return 'month'
  return /^q|季/.test(word) ? 'quarter' : 'year'
}

/** `3`, `two`, `a couple of`, `half a`, 三, 半. */
function numberOf(word: string): number {
  if (/^half|^半$/.test(word)) return 0.5
  // “a couple” is no couple and one more.
  return englishNumber(word.replace(/^a (?=\p{L})/u, '')) ?? chineseNumber(word) ?? 1
}

const LESSER: Record<Unit, readonly [Unit, number]> = {
  year: ['month', 12],
  quarter: ['month', 3],
  month: ['day', 30],
  week: ['day', 7],
  day: ['day', 1],
}

/** So long from today; half a year is six months. */
function shifted(way: 1 | -1, count: string, unit: string): Day {
  const by = numberOf(count) + (count !== '半' && unit.includes('半') ? 0.5 : 0)
  if (Number.isInteger(by)) return { by: way * by, unit: unitOf(unit) }
  const [lesser, times] = LESSER[unitOf(unit)]
  return { by: way * Math.round(by * times), unit: lesser }
}
const ago = (count: string, unit: string): Day => shifted(-1, count, unit)

const start = (by: number, unit: Unit): Day => ({ by, unit, start: true })
/** A whole week, month …: this one, or so many from it. */
export const whole = (by: number, unit: Unit): Span => ({ from: start(by, unit), until: start(by + 1, unit) })

/** `two weeks ago`, `in the last 30 days`, 最近30天, 三天前, `next 2 months`. */
export function lengthAgo(text: Text, at: number): Days | undefined {
  const before = text.match(/before ?/y, at)?.[0].length ?? 0
  const english = text.match(AGO, at + before)
  if (english) {
    const day = ago(english[1]!, english[2]!)
    const open = before > 0 || /^(?:more|over|at least|longer|>|≥)|or (?:more|earlier|longer)$|\+/.test(english[0])
    const days = Math.round(numberOf(english[1]!) * { day: 1, week: 7, month: 30, quarter: 91, year: 365 }[unitOf(english[2]!)])
    const span = open ? { until: day } : { from: day, until: { by: 1 - days, unit: 'day' as const } }
    return { span, end: at + before + english[0].length }
  }
  for (const [pattern, make] of LEADING) {
    const found = text.match(pattern, at)
    if (found) return { span: make(found), end: at + found[0].length }
  }
  return undefined
}

const coming = (count: string, unit: string): Span => ({ from: { by: 0, unit: 'day' }, until: shifted(1, count, unit) })

const LEADING: readonly [RegExp, (found: RegExpExecArray) => Span][] = [
  [LAST, (found) => (found[1] ? { from: ago(found[1], found[2]!) } : whole(-1, unitOf(found[2]!)))],
  [NEXT, (found) => (found[1] ? coming(found[1], found[2]!) : whole(1, unitOf(found[2]!)))],
  [HAN_LAST, (found) => ({ from: ago((found[1] ?? found[3])!, (found[2] ?? found[4])!) })],
  [HAN_AGO, (found) => ({ until: ago(found[1]!, found[2]!) })],
  [HAN_NEXT, (found) => coming(found[1]!, found[2]!)],
]

/** How long, alone: what it means is the clause's to say. */
export function length(text: Text, at: number): Days | undefined {
  const over = text.match(/(?:超过|已经?|有|近|最近|整整)?/y, at)?.[0].length ?? 0
  const found = text.match(WITHIN, at) ?? text.match(LENGTH, at)
  if (found) return { span: { from: ago(found[1]!, found[2]!) }, end: at + found[0].length, isLength: true }
  const han = text.match(HAN_LENGTH, at + over)
  if (!han) return undefined
  const tail = text.match(/(?:以上|多|了)?/y, at + over + han[0].length)?.[0].length ?? 0
  return { span: { from: ago(han[1]!, han[2]!) }, end: at + over + han[0].length + tail, isLength: true }
}
