import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { customerIndex, splitEntries, understand, understandTask } from '../../src/understanding/index.ts'

/**
 * No text may be made so that reading it explodes. A machine is slow or quick, so growth is measured: twice the text may take about twice
 * the time, never four times and more at every doubling.
 */

const customers = customerIndex([
  { id: 'acme', name: 'Acme Corp', contacts: [{ id: 'wei', name: 'Wei Zhang' }] },
  { id: 'jc', name: '锦程物流有限公司', contacts: [{ id: 'ww', name: '王伟' }] },
])
const at = { now: Temporal.Instant.from('2026-11-24T09:00:00Z'), zone: 'Europe/Berlin', customers }

/** `understand` reads so much of a text for facts. */
const MOST_READ = 4_000

const read = (text: string): void => {
  understand(text, at)
  understandTask(text, at)
  splitEntries(text)
}

/** The least of several tries: what the text costs, not what else the machine did. */
function cost(text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    read(text)
    least = Math.min(least, performance.now() - began)
  }
  return least
}

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Whether three doublings up to `longest` characters each cost more than three times as much, beyond what a clock can tell. */
function explodes(unit: string, longest: number): boolean {
  const [a, b, c, d] = [8, 4, 2, 1].map((part) => cost(filled(unit, longest / part))) as [number, number, number, number]
  return d > 60 && d > 3 * c && c > 3 * b && b > 3 * a
}

const WORDS =
  'call called Acme Wei back at on by the and to every next last first of in 3 15 10:30 $12k 12k 500 Monday May tomorrow days weeks until half past vm no answer left message with from for 王伟 锦程 给 跟 打电话 没人接 明天 下周二 每 个 月 号 点 半 万 元 报价 两 三 十 公司 有限公司'.split(
    ' ',
  )
const SEPARATORS = [
  ' ',
  '',
  ',',
  '，',
  '。',
  '\n',
  '-',
  '/',
  '.',
  ':',
  '(',
  ')',
  '  ',
  '\t',
  "'",
  '"',
  '&',
  '@',
  '#',
  '+',
  '、',
  '；',
]

test.each([
  ['letters', 'a'],
  ['digits', '1'],
  ['digits and spaces', '1 '],
  ['dots', '.'],
  ['spaces', ' '],
  ['nested brackets', '('],
  ['brackets', '()'],
  ['addresses', 'a@a.'],
  ['hosts', 'a.a.'],
  ['phone numbers', '0-1-'],
  ['dashes', '- '],
  ['line breaks', '\n'],
  ['Chinese', '每'],
  ['Chinese numbers', '一二三十百千万'],
  ['Chinese names', '王伟'],
  ['combining marks', 'á̧́'],
  ['surrogates', '😀'],
  ['dates', '3/4/'],
  ['repeats', 'every other '],
  ['money', '$1,'],
])(
  '%s, up to 40,000 characters',
  (_name, unit) => {
    expect(explodes(unit, MOST_READ)).toBe(false)
    expect(explodes(unit, 40_000)).toBe(false)
  },
  60_000,
)

test('any mixture of words and separators', () => {
  const piece = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...SEPARATORS))
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      expect(explodes(pieces.join('') || ' ', MOST_READ)).toBe(false)
    }),
    { numRuns: 20 },
  )
}, 240_000)
