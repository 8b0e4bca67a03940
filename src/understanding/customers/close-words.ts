import { slipsBetween } from '../text/distance.ts'
import type { CustomerIndex } from './customer-index.ts'
import { isChinese } from './normalize.ts'

/**
 * The different words of all names, those of one first letter and length side by side, with marks that tell most of the unlike ones
 * apart without spelling them out. Twelve bytes a word beside the words themselves, which the index holds anyway.
 */
interface Marks {
  readonly words: readonly string[]
  /** Three to a word: which letters it has, and which pairs of letters, in two halves. */
  readonly marks: Uint32Array
  /** Where the words of a first letter and a length begin and end. */
  readonly ranges: ReadonlyMap<number, { start: number; end: number }>
  readonly letters: readonly string[]
}

const A_WORD = 3
const LETTERS = 0
const PAIRS = [1, 2] as const
/** The most slips in a word with the same first letter. */
const MOST = 2
/** One slip changes at most two letters, and three pairs on either side. */
const LETTERS_A_SLIP = 2
const PAIRS_A_SLIP = 6
const SHORTEST = 3

const keyOf = (letter: number, length: number): number => letter * 0x10000 + length

function markInto(marks: Uint32Array, at: number, word: string): void {
  let before = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    marks[at + LETTERS]! |= 1 << (code & 31)
    const pair = (before * 31 + code) & 63
    marks[at + PAIRS[pair >> 5]!]! |= 1 << (pair & 31)
    before = code
  }
}

/** Made once when first needed. */
function marksOf(index: CustomerIndex): Marks {
  const made = index.lazy.get('marks') as Marks | undefined
  if (made) return made
  const known = new Set([...index.companiesByWord.keys(), ...index.peopleByWord.keys()])
  const words = [...known]
    .filter((word) => word.length >= SHORTEST && !isChinese(word))
    .sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || a.length - b.length)
  const marks = new Uint32Array(words.length * A_WORD)
  const ranges = new Map<number, { start: number; end: number }>()
  words.forEach((word, i) => {
    markInto(marks, i * A_WORD, word)
    const key = keyOf(word.charCodeAt(0), word.length)
    const range = ranges.get(key)
    if (range) range.end = i + 1
    else ranges.set(key, { start: i, end: i + 1 })
  })
  const letters = [...new Set(words.map((word) => word[0]!))]
  const all = { words, marks, ranges, letters }
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

/** Words of names within two slips of a typed word, one when the first letter is another. */
export function closeWords(index: CustomerIndex, typed: string): readonly string[] {
  const kept = (index.lazy.get('close') ?? new Map()) as Map<string, readonly string[]>
  if (kept.size >= MOST_KEPT) kept.clear()
  index.lazy.set('close', kept)
  const close = kept.get(typed) ?? [...beginAlike(marksOf(index), typed), ...beginOtherwise(index, typed)]
  kept.set(typed, close)
  return close
}

/** Two slips are too many in a word of less than six letters, by the rules. */
const mostIn = (length: number): number => (length >= 6 ? MOST : 1)

function beginAlike({ words, marks, ranges }: Marks, typed: string): string[] {
  const own = new Uint32Array(A_WORD)
  markInto(own, 0, typed)
  const close: string[] = []
  for (let length = typed.length - MOST; length <= typed.length + MOST; length++) {
    const most = mostIn(length)
    const range = ranges.get(keyOf(typed.charCodeAt(0), length))
    if (!range || Math.abs(typed.length - length) > most) continue
    for (let i = range.start; i < range.end; i++)
      if (mayBeClose(own, marks, i * A_WORD, most) && slipsBetween(typed, words[i]!, most) <= most) close.push(words[i]!)
  }
  return close
}

function mayBeClose(own: Uint32Array, marks: Uint32Array, at: number, most: number): boolean {
  if (bitsOf(marks[at + LETTERS]! ^ own[LETTERS]!) > most * LETTERS_A_SLIP) return false
  const pairs = bitsOf(marks[at + PAIRS[0]]! ^ own[PAIRS[0]]!) + bitsOf(marks[at + PAIRS[1]]! ^ own[PAIRS[1]]!)
  return pairs <= most * PAIRS_A_SLIP
}

/** With another first letter the one slip is at the beginning: so few words can be meant that each is looked up. */
function beginOtherwise(index: CustomerIndex, typed: string): string[] {
  const rest = typed.slice(1)
  const swapped = typed.length > 1 ? typed[1]! + typed[0]! + typed.slice(2) : typed
  const tried = new Set([rest, swapped, ...marksOf(index).letters.flatMap((letter) => [letter + rest, letter + typed])])
  return [...tried].filter(
    (word) =>
      word.length >= SHORTEST &&
      word[0] !== typed[0] &&
      !isChinese(word) &&
      (index.companiesByWord.has(word) || index.peopleByWord.has(word)),
  )
}
