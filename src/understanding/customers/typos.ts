import { slipsBetween } from '../text/slips.ts'
import type { CustomerIndex } from './customer-index.ts'
import { isChinese } from './normalize.ts'

/** The different words of all names, with marks that tell most of the unlike ones apart without spelling them out. */
interface Marks {
  readonly words: readonly string[]
  /** Four to a word: which letters it has, which pairs of letters, in two halves, and its first letter and length. */
  readonly marks: Uint32Array
}

const LETTERS = 0
const PAIRS = [1, 2] as const
const SHAPE = 3
/** One slip changes at most two letters, and three pairs on either side. */
const LETTERS_A_SLIP = 2
const PAIRS_A_SLIP = 6

function markInto(marks: Uint32Array, at: number, word: string): void {
  let before = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    marks[at + LETTERS]! |= 1 << (code & 31)
    const pair = (before * 31 + code) & 63
    marks[at + PAIRS[pair >> 5]!]! |= 1 << (pair & 31)
    before = code
  }
  marks[at + SHAPE] = (word.charCodeAt(0) << 16) | word.length
}

/** Made once when first needed. */
function marksOf(index: CustomerIndex): Marks {
  const made = index.lazy.get('marks') as Marks | undefined
  if (made) return made
  const words = [...new Set([...index.companiesByWord.keys(), ...index.peopleByWord.keys()])].filter(
    (word) => !isChinese(word) && word.length >= 3,
  )
  const marks = new Uint32Array(words.length * 4)
  words.forEach((word, i) => {
    markInto(marks, i * 4, word)
  })
  const all = { words, marks }
  index.lazy.set('marks', all)
  return all
}

const bitsOf = (mask: number): number => {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** How many answers are kept: one line asks for the same words again and again. */
const MOST_KEPT = 200

/** Words of names within two slips of a typed word. */
function closeWords(index: CustomerIndex, typed: string): readonly string[] {
  const kept = (index.lazy.get('close') ?? new Map()) as Map<string, readonly string[]>
  if (kept.size >= MOST_KEPT) kept.clear()
  index.lazy.set('close', kept)
  const close = kept.get(typed) ?? spelledAlike(index, typed)
  kept.set(typed, close)
  return close
}

function spelledAlike(index: CustomerIndex, typed: string): string[] {
  const { words, marks } = marksOf(index)
  const own = new Uint32Array(4)
  markInto(own, 0, typed)
  const close: string[] = []
  for (let i = 0, at = 0; at < marks.length; i++, at += 4) {
    const most = mostSlips(own, marks, at)
    if (most > 0 && slipsBetween(typed, words[i]!, most) <= most) close.push(words[i]!)
  }
  return close
}

/** How many slips could lead from one word to another by their marks: none when these differ too much, one at most with another first letter. */
function mostSlips(own: Uint32Array, marks: Uint32Array, at: number): 0 | 1 | 2 {
  const a = own[SHAPE]!
  const b = marks[at + SHAPE]!
  const most = a >>> 16 === b >>> 16 ? 2 : 1
  const longer = (a & 0xffff) - (b & 0xffff)
  if (longer > most || longer < -most || bitsOf(marks[at + LETTERS]! ^ own[LETTERS]!) > most * LETTERS_A_SLIP) return 0
  const pairs = bitsOf(marks[at + PAIRS[0]]! ^ own[PAIRS[0]]!) + bitsOf(marks[at + PAIRS[1]]! ^ own[PAIRS[1]]!)
  return pairs > most * PAIRS_A_SLIP ? 0 : most
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

/** Slips in a name of as many words as were typed: the first ones of `words`. */
function slips(typed: readonly string[], words: readonly string[]): number | undefined {
  let letters = 0
  for (let i = 0; i < typed.length; i++) {
    if (Math.abs(typed[i]!.length - words[i]!.length) > 2) return undefined
    letters += words[i]!.length
  }
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
      if (words.length >= typed.length) {
        const count = slips(typed, words)
        if (count !== undefined) note({ kind: 'company', id: company, slips: count })
      }
  for (const word of fewest(index, near))
    for (const id of index.peopleByWord.get(word) ?? []) {
      const { words } = index.people[id]!
      const ways = typed.length === 1 ? words.map((one) => [one]) : [words, [words[0]!, words.at(-1)!]]
      for (const way of ways) {
        const count = way.length === typed.length ? slips(typed, way) : undefined
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
