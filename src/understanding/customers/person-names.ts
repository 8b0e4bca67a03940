import { adjoins } from '../text/tokens.ts'
import type { CustomerIndex } from './customer-index.ts'
import { type Mention, matches, type Scene, typedAt } from './mention.ts'
import { endsAsCompany, goesOn } from './name-goes-on.ts'
import { wordsOf } from './normalize.ts'
import { mayBeName } from './standing.ts'
import { isTitled } from './titled.ts'
import { nearestGuesses } from './typos.ts'

/** The people whose names begin at a word of the line. */
export function personAt(scene: Scene, at: number): (Mention & { tokens: number }) | undefined {
  const { line, tokens, index } = scene
  const titled = isTitled(scene, at)
  const first = at + (titled ? 1 : 0)
  const token = tokens[first]!
  const known = token.han ? undefined : index.peopleByWord.get(token.word)
  if (!known) return undefined
  const fits = peopleFitting(scene, first, known, titled)
  const longest = fits.tokens
  if (longest === 0) return undefined
  let end = first + longest
  let ids = fits.ids
  if (longest === 1 && !titled && !mayBeName(scene, first, 1)) return undefined
  if (longest === 1 && !titled && !token.possessive && endsAsCompany(scene, end)) return undefined
  let unknown = false
  if (goesOn(scene, end, 'person') && longest < 2) {
    end++
    const near = nearestGuesses(
      index,
      tokens.slice(first, end).map(({ word }) => word),
    ).filter(({ kind }) => kind === 'person')
    unknown = !near.length
    if (near.length) ids = near.map(({ id }) => id)
  }
  const last = tokens[end - 1]!
  const start = tokens[at]!.start
  return {
    kind: 'person',
    start,
    end: last.end,
    ids: unknown ? [] : ids,
    typed: typedAt(line, start, last.end),
    whole: longest > 1,
    surname: longest === 1 && !titled && ids.every((id) => wordsOf(index.people[id]!.name)[0] !== token.word),
    owner: last.possessive,
    tokens: end - at,
  }
}

/** Who is called by the words from `at` on: by most words those who are called by two or more, else whose first or last name it is. */
function peopleFitting(
  scene: Scene,
  at: number,
  known: readonly number[],
  titled: boolean,
): { tokens: number; ids: readonly number[] } {
  const { tokens, index } = scene
  const next = tokens[at + 1]
  // A first name may be that of thousands: who is called by both words is looked for among the fewer.
  const both = next && (index.peopleByWord.get(next.word) ?? index.peopleByWord.get(next.whole))
  const few = both && both.length < known.length ? both : known
  const fits = (next && both ? few : []).map((id) => ({ id, used: personFit(scene, at, index.people[id]!.words, titled) }))
  const longest = fits.reduce((most, { used }) => Math.max(most, used), 0)
  if (longest > 1) return { tokens: longest, ids: fits.filter(({ used }) => used === longest).map(({ id }) => id) }
  const ids = endsOf(index, tokens[at]!.word, known)
  const fit = titled ? ids.filter((id) => index.people[id]!.words.at(-1) === tokens[at]!.word) : ids
  return { tokens: fit.length ? 1 : 0, ids: fit }
}

/** The people whose first or last name a word is; kept, for it is asked again and again. */
function endsOf(index: CustomerIndex, word: string, known: readonly number[]): readonly number[] {
  const kept = (index.lazy.get('ends') ?? new Map()) as Map<string, readonly number[]>
  index.lazy.set('ends', kept)
  const ends =
    kept.get(word) ?? known.filter((id) => index.people[id]!.words[0] === word || index.people[id]!.words.at(-1) === word)
  if (known.length > 100) kept.set(word, ends)
  return ends
}

/** How many words of the line say this person's name: first and last, first, or last. */
function personFit({ line, tokens }: Scene, at: number, words: readonly string[], titled: boolean): number {
  let used = 0
  while (
    used < words.length &&
    matches(tokens[at + used], words[used]!) &&
    (used === 0 || adjoins(line, tokens[at + used - 1], tokens[at + used]))
  )
    used++
  if (used === words.length && !(titled && used === 1 && words.length > 1)) return used
  const last = words.at(-1)!
  if (titled) return matches(tokens[at], last) ? 1 : 0
  if (words.length > 2 && used === 1 && matches(tokens[at + 1], last) && adjoins(line, tokens[at], tokens[at + 1])) return 2
  if (used > 0) return used
  if (matches(tokens[at], last) && words.length > 1)
    return matches(tokens[at + 1], words[0]!) && adjoins(line, tokens[at], tokens[at + 1]) ? 2 : 1
  return 0
}
