import { chineseNumber } from '../text/numbers.ts'
import { type AtomRule, rule } from './rules.ts'
import type { Atom } from './span.ts'

const HOUR = '(\\d{1,2}|十[一二]|[一二两三四五六七八九十]|二十[一二三四]?)'
const MINUTE = '(\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]|[一二三四五六七八九])'

function clock(hourText: string, minute: number): Atom | undefined {
  const hour = chineseNumber(hourText)
  if (hour === undefined || hour > 24 || minute > 59) return undefined
  if (hour === 24) return { clock: { hour: 0, minute, exact: true } }
  return { clock: { hour, minute, exact: hour > 12 || hour === 0 || (hourText.length === 2 && hourText.startsWith('0')) } }
}

/** Rules for Chinese times of day. */
export const ZH_TIMES: AtomRule[] = [
  rule(`${HOUR}点钟?半`, (m) => clock(m[1]!, 30)),
  rule(`${HOUR}点(一|三)刻`, (m) => clock(m[1]!, m[2] === '一' ? 15 : 45)),
  rule(`差(十|五|一刻|${MINUTE}分?)${HOUR}点`, (m) => {
    const before = m[1] === '一刻' ? 15 : (chineseNumber(m[1]!.replace('分', '')) ?? 0)
    const hour = chineseNumber(m[3]!)
    return hour === undefined ? undefined : clock(String(hour === 1 ? 12 : hour - 1), 60 - before)
  }),
  rule(`${HOUR}点过?${MINUTE}分?`, (m) => clock(m[1]!, chineseNumber(m[2]!) ?? 99)),
  rule(`${HOUR}点(?:钟|整)?(?![儿些个击评])`, (m) => clock(m[1]!, 0)),
  rule(`${HOUR}时(?:${MINUTE}分)?(?![间候])`, (m) => clock(m[1]!, m[2] ? (chineseNumber(m[2]) ?? 99) : 0)),
  rule('晚(?=(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点|:))|(?<=[一二三四五六日天末号])晚(?![点些一上会于到来了])', () => ({
    part: 'evening',
  })),
  rule('早(?=(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点(?!儿|再)|:))', () => ({ part: 'morning' })),
  rule('(?:上午|早上|早晨|清晨|清早|一大早|一早|大早上|午前)', () => ({ part: 'morning' })),
  rule('(?:中午|正午|午间)', () => ({ part: 'noon' })),
  rule('(?:下午(?!茶)|午后|饭后)', () => ({ part: 'afternoon' })),
  rule('(?:晚上|傍晚|夜里|夜间|晚间|深夜)', () => ({ part: 'evening' })),
  rule('凌晨', () => ({ part: 'night' })),
  rule('(?:下班)(?:之?前|以前|时)', () => ({ part: 'close' })),
]
