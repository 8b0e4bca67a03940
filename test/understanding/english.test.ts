import { describe, expect, test } from 'vitest'
import { TABLES } from './english/index.ts'
import { factsOf, faultsOf } from './score.ts'

describe.each(Object.entries(TABLES))('%s', (_rule, rows) => {
  test.each(rows.map((row) => [row.text, row] as const))('%s', (_text, row) => {
    expect(faultsOf(row, factsOf(row))).toEqual([])
  })
})
