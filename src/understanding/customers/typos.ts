import { slipsBetween } from '../text/distance.ts'
import { closeWords } from './close-words.ts'
import type { CustomerIndex } from './customer-index.ts'

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
    const off = typed[i]!.length - words[i]!.length
    if (off > 2 || off < -2) return undefined
    letters += words[i]!.length
  }
  if (letters < 6) return undefined
  let sum = 0
  for (let i = 0; i < typed.length; i++) {
    const one = slipsInWord(typed[i]!, words[i]!, letters)
    if (one === undefined) return undefined
    sum += one
    if (sum > 2) return undefined
  }
  return sum
}

const MOST_JOINED = 50
const MOST_WORDS_JOINED = 4

/** Companies whose first words, written as one, are these letters (`bluefern`, `blue fin`). */
function joinedCompanies(index: CustomerIndex, letters: string): number[] {
  if (letters.length < 6) return []
  const found: number[] = []
  for (let length = 1; length <= letters.length && found.length < MOST_JOINED; length++)
    for (const { company, words } of index.companiesByWord.get(letters.slice(0, length)) ?? [])
      if (found.length < MOST_JOINED && isJoined(words, letters, length)) found.push(company)
  return found
}

/** Whether the words from the second on go through the rest of the letters to their end. */
function isJoined(words: readonly string[], letters: string, from: number): boolean {
  let at = from
  for (let i = 1; at < letters.length && i < Math.min(MOST_WORDS_JOINED, words.length); i++) {
    if (!letters.startsWith(words[i]!, at)) return false
    at += words[i]!.length
  }
  return at === letters.length
}

export interface Guess {
  kind: 'company' | 'person'
  id: number
  slips: number
}

/** Names that a typed name of one to five words may stand for with one or two slips, the nearest first. */
export function guesses(index: CustomerIndex, typed: readonly string[]): Guess[] {
  if (typed.length > 5 || typed.join('').length < 5) return []
  const found = { company: new Map<number, number>(), person: new Map<number, number>() }
  const note = (kind: Guess['kind'], id: number, count: number): void => {
    if (count < (found[kind].get(id) ?? 9)) found[kind].set(id, count)
  }
  for (const id of joinedCompanies(index, typed.join(''))) note('company', id, 0)
  const near = typed.map((word) => new Set([word, ...(word.length >= 3 ? closeWords(index, word) : [])]))
  if (typed.length === 1) oneWord(index, typed[0]!, near[0]!, note)
  else manyWords(index, typed, near, note)
  return [...all('company', found.company), ...all('person', found.person)].sort((a, b) => a.slips - b.slips)
}

const all = (kind: Guess['kind'], found: ReadonlyMap<number, number>): Guess[] =>
  [...found].map(([id, slips]) => ({ kind, id, slips }))

type Note = (kind: Guess['kind'], id: number, slips: number) => void

/** How near a word of a name is, is the same for all who have it: a first name may be that of thousands. */
function oneWord(index: CustomerIndex, typed: string, near: ReadonlySet<string>, note: Note): void {
  for (const word of near) {
    const count = slips([typed], [word])
    if (count === undefined) continue
    for (const { company } of index.companiesByWord.get(word) ?? []) note('company', company, count)
    for (const id of index.peopleByWord.get(word) ?? []) note('person', id, count)
  }
}

function manyWords(index: CustomerIndex, typed: readonly string[], near: readonly ReadonlySet<string>[], note: Note): void {
  for (const word of near[0]!)
    for (const { company, words } of index.companiesByWord.get(word) ?? []) {
      const count = words.length >= typed.length ? slips(typed, words) : undefined
      if (count !== undefined) note('company', company, count)
    }
  for (const word of fewest(index, near))
    for (const id of index.peopleByWord.get(word) ?? []) {
      const { words } = index.people[id]!
      const whole = words.length === typed.length ? slips(typed, words) : undefined
      const ends = typed.length === 2 && words.length > 2 ? slips(typed, [words[0]!, words.at(-1)!]) : undefined
      const count = whole ?? ends
      if (count !== undefined) note('person', id, count)
    }
}

/** Of the typed words the one that the fewest people have in their names: whoever is meant has each of them. */
function fewest(index: CustomerIndex, near: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const count = (words: ReadonlySet<string>): number => {
    let sum = 0
    for (const word of words) sum += index.peopleByWord.get(word)?.length ?? 0
    return sum
  }
  return near.reduce((least, words) => (count(words) < count(least) ? words : least))
}

/** The guesses that are as near as the nearest, of one kind. */
export function nearestGuesses(index: CustomerIndex, typed: readonly string[]): Guess[] {
  const near = guesses(index, typed)
  return near.filter(({ slips, kind }) => slips === near[0]!.slips && kind === near[0]!.kind)
}
