import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every test that the page on delivery names is there', () => {
  const named =
    readFileSync('docs/delivery.md', 'utf8')
      .match(/`test\/[^`]+`/g)
      ?.map((one) => one.slice(1, -1)) ?? []
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
