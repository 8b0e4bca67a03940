import { describe, expect, test } from 'vitest'
import { CAST } from './chinese/cast.ts'
import { TABLES } from './chinese/index.ts'
import { MORE_LINES, NAMESAKES } from './chinese/namesakes.ts'
import { type Case, factsOf, faultsOf } from './score.ts'

/** Lines typed on Wednesday 25 November 2026 at 15:00 in Shanghai. */
describe.each([
  ...Object.entries(TABLES).map(([rule, rows]) => [rule, CAST, rows] as const),
  ...Object.entries(MORE_LINES).map(([rule, rows]) => [rule, NAMESAKES, rows] as const),
])('%s', (rule, known, rows) => {
  test.each(rows.map(([text, ...facts]) => [text, facts] as const))('%s', (text, facts) => {
    const want = Object.assign({ kind: 'note' }, ...facts) as Case['want']
    const row = { id: rule, text, now: '2026-11-25T15:00:00+08:00', zone: 'Asia/Shanghai', known, want }
    expect(faultsOf(row, factsOf(row))).toEqual([])
  })
})
