import { describe, expect, test } from 'vitest'
import { readFilter } from '../../../src/crm/finding/reading/read.ts'
import { sayFilter } from '../../../src/crm/finding/say.ts'
import { LINES } from './lines.ts'
import { scene, understoodAs } from './scene.ts'

describe('what a filter says', () => {
  test.each(LINES)('%s', (typed, understood) => {
    expect(understoodAs(typed)).toBe(understood)
  })
})

test('every line is said in Chinese as well, without a word of English but names', () => {
  for (const [typed] of LINES) {
    const { filter } = readFilter(typed, scene)
    const said = sayFilter(filter, { ...scene, locale: 'zh' }).join('')
    expect(said, typed).toMatch(/^(?:公司|联系人)/)
    expect(said, typed).not.toMatch(/\b(?:not|with|without|since|before|owned|contacted)\b/)
  }
})

test('what is typed in the form of a mention, in full width or in quotes is read alike', () => {
  expect(understoodAs('companies owned by @Ana Lopez')).toBe('companies · owned by Ana Lopez')
  expect(understoodAs('公司 员工＞１００')).toBe('companies · employees > 100')
  expect(understoodAs('companies in “New York”')).toBe('companies · in New York (city or country)')
})

test('hostile text takes no time and is no filter', () => {
  const began = performance.now()
  for (const typed of [
    'in '.repeat(200),
    'not '.repeat(150),
    `${'a,'.repeat(250)}`,
    '"'.repeat(500),
    '没有'.repeat(250),
    `companies ${'with '.repeat(120)}`,
    '> '.repeat(250),
  ])
    readFilter(typed, scene)
  expect(performance.now() - began).toBeLessThan(3000)
})
