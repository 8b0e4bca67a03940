import { describe, expect, test } from 'vitest'
import { closeWords } from '../../src/understanding/customers/close-words.ts'
import { guesses } from '../../src/understanding/customers/typos.ts'
import { customerIndex } from '../../src/understanding/index.ts'
import { slipsBetween } from '../../src/understanding/text/distance.ts'

/** Letters by chance, the same in every run. */
function chance(): (below: number) => number {
  let seed = 11
  return (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
}

/** The whole table, nothing left out: slow, and plainly right. */
function plainSlips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i ? (j ? 0 : i) : j)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const wrong = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? table[i - 2]![j - 2]! + 1 : 99
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, wrong, swapped)
    }
  return table[a.length]![b.length]!
}

const draw = chance()
const word = (): string => Array.from({ length: 3 + draw(7) }, () => 'abcdeß'[draw(6)]).join('')
const names = Array.from({ length: 1_500 }, word)
const index = customerIndex(names.map((name, n) => ({ id: `c${n}`, name, contacts: [] })))

describe('words that were meant', () => {
  test('as many slips as by the whole table', () => {
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [word(), word()]
      const exact = plainSlips(a, b)
      expect(Math.min(3, slipsBetween(a, b, 2)), `${a} ${b}`).toBe(Math.min(3, exact))
    }
  })

  test('no word is passed over that is two slips off, or one with another first letter', () => {
    const known = [...index.companiesByWord.keys()]
    for (let i = 0; i < 120; i++) {
      const typed = word().replaceAll('ß', 'ss')
      const close = known.filter((one) => {
        const most = one[0] === typed[0] && one.length >= 6 ? 2 : 1
        return one.length >= 3 && plainSlips(typed, one) <= most
      })
      expect([...closeWords(index, typed)].filter((one) => one !== typed).sort(), typed).toEqual(
        close.filter((one) => one !== typed).sort(),
      )
    }
  })

  test.each([
    ['bluefern', ['Blue Fern Gardens']],
    ['blue fin', ['Bluefin Traders']],
    ['bluefi', []],
    ['gardns', []],
    ['bluefern gardns', []],
  ])('%s', (typed, wanted) => {
    const companies = ['Blue Fern Gardens', 'Bluefin Traders', 'Gardens of Eden'].map((name) => ({
      id: name,
      name,
      contacts: [],
    }))
    const found = guesses(customerIndex(companies), typed.split(' ')).filter(({ slips }) => slips === 0)
    expect(found.map(({ id }) => companies[id]!.name)).toEqual(wanted)
  })
})
