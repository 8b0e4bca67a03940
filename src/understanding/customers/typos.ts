import { slipsBetween } from '../text/slips.ts'
import type { CustomerIndex } from './customer-index.ts'
import { isChinese } from './normalize.ts'

interface Grams {
  readonly words: readonly string[]
  readonly byGram: ReadonlyMap<string, Uint32Array>
  /** How many pairs each word shares with the one that is looked for; all zero between two searches. */
  readonly shared: Uint8Array
}

const gramsOf = (word: string): string[] => {
  const padded = `^${word}`
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2))
}

/** The different words of all names with the pairs of letters that each holds, made once when first needed. */
function gramIndex(index: CustomerIndex): Grams {
  const made = index.lazy.get('grams') as Grams | undefined
  if (made) return made
  const words = [...new Set([...index.companiesByWord.keys(), ...index.peopleByWord.keys()])].filter(
    (word) => !isChinese(word) && word.length >= 3,
  )
  const lists = new Map<string, number[]>()
  words.forEach((word, i) => {
    for (const gram of new Set(gramsOf(word))) {
      const list = lists.get(gram)
      if (list) list.push(i)
      else lists.set(gram, [i])
    }
  })
  const grams = {
    words,
    byGram: new Map([...lists].map(([gram, list]) => [gram, Uint32Array.from(list)])),
    shared: new Uint8Array(words.length),
  }
  index.lazy.set('grams', grams)
  return grams
}

/** Words of names within two slips of a typed word. */
function closeWords(index: CustomerIndex, typed: string): string[] {
  const { words, byGram, shared } = gramIndex(index)
  const touched: number[] = []
  for (const gram of new Set(gramsOf(typed)))
    for (const word of byGram.get(gram) ?? []) if (shared[word]!++ === 0) touched.push(word)
  const close: string[] = []
  for (const i of touched) {
    const word = words[i]!
    // One slip takes three pairs of letters at most; with another first letter only one is borne.
    const least = typed.length - (word[0] === typed[0] ? 5 : 3)
    if (shared[i]! >= least && slipsBetween(typed, word, 2) <= 2) close.push(word)
    shared[i] = 0
  }
  return close
}

/** Slips in one word of a name, or undefined when they are too many to be sure: short words bear few. */
function slipsInWord(typed: string, word: string, letters: number): number | undefined {
  if (typed === word) return 0
  const slips = slipsBetween(typed, word, 2)
  if (slips > 2) return undefined
  const swapped = slips === 1 && typed.length === word.length && [...typed].sort().join('') === [...word].sort().join('')
  if (swapped) return 1
  if (word.length >= 6) return slips === 2 && typed[0] !== word[0] ? undefined : slips
  return slips === 1 && letters >= 9 ? 1 : undefined
}

function slips(typed: readonly string[], words: readonly string[]): number | undefined {
  if (typed.length !== words.length) return undefined
  const letters = words.join('').length
  if (letters < 6) return undefined
  let sum = 0
  for (let i = 0; i < typed.length; i++) {
    const one = slipsInWord(typed[i]!, words[i]!, letters)
    if (one === undefined) return undefined
    sum += one
  }
  return sum <= 2 ? sum : undefined
}

const MOST_JOINED = 50

/** Companies by the first words of their names written as one (`bluefern`, `blue fin`), made once when first needed. */
function joinedIndex(index: CustomerIndex): ReadonlyMap<string, readonly number[]> {
  const made = index.lazy.get('joined') as Map<string, number[]> | undefined
  if (made) return made
  const joined = new Map<string, number[]>()
  for (const names of index.companiesByWord.values()) {
    for (const { company, words } of names) {
      for (let length = 1; length <= Math.min(4, words.length); length++) {
        const key = words.slice(0, length).join('')
        const list = joined.get(key)
        if (list && list.length < MOST_JOINED) list.push(company)
        else if (!list && key.length >= 6) joined.set(key, [company])
      }
    }
  }
  index.lazy.set('joined', joined)
  return joined
}

export interface Guess {
  kind: 'company' | 'person'
  id: number
  slips: number
}

/** Names that a typed name of one to four words may stand for with one or two slips, the nearest first. */
export function guesses(index: CustomerIndex, typed: readonly string[]): Guess[] {
  if (typed.length > 5 || typed.join('').length < 5) return []
  const found = new Map<string, Guess>()
  const note = (guess: Guess): void => {
    const key = `${guess.kind}${guess.id}`
    if (guess.slips < (found.get(key)?.slips ?? 9)) found.set(key, guess)
  }
  for (const id of joinedIndex(index).get(typed.join('')) ?? []) note({ kind: 'company', id, slips: 0 })
  const near = typed.map((word) => new Set([word, ...(word.length >= 3 ? closeWords(index, word) : [])]))
  for (const word of near[0]!)
    for (const { company, words } of index.companiesByWord.get(word) ?? [])
      for (const part of [words, words.slice(0, typed.length)]) {
        const count = slips(typed, part)
        if (count !== undefined) note({ kind: 'company', id: company, slips: count })
      }
  for (const word of fewest(index, near))
    for (const id of index.peopleByWord.get(word) ?? []) {
      const { words } = index.people[id]!
      const ways = typed.length === 1 ? words.map((one) => [one]) : [words, [words[0]!, words.at(-1)!]]
      for (const way of ways) {
        const count = slips(typed, way)
        if (count !== undefined) note({ kind: 'person', id, slips: count })
      }
    }
  return [...found.values()].sort((a, b) => a.slips - b.slips)
}

/** Of the typed words the one that the fewest people have in their names: whoever is meant has each of them. */
function fewest(index: CustomerIndex, near: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const count = (words: ReadonlySet<string>) =>
    [...words].reduce((sum, word) => sum + (index.peopleByWord.get(word)?.length ?? 0), 0)
  return near.reduce((least, words) => (count(words) < count(least) ? words : least))
}

/** The guesses that are as near as the nearest, of one kind. */
export function nearestGuesses(index: CustomerIndex, typed: readonly string[]): Guess[] {
  const all = guesses(index, typed)
  return all.filter(({ slips, kind }) => slips === all[0]!.slips && kind === all[0]!.kind)
}
