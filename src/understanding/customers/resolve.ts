import { slipsBetween } from '../text/distance.ts'
import { lineOf } from '../text/line.ts'
import { tokensOf } from '../text/tokens.ts'
import type { CustomerMatch, Near } from '../types.ts'
import { choose } from './choose.ts'
import { type CustomerIndex, personLabel } from './customer-index.ts'
import { mentionsIn } from './mentions.ts'
import { isChinese, wordsOf } from './normalize.ts'
import { guesses } from './typos.ts'

/** Which customer a typed name means: `acme`, `wei at acme`, `Wei Zhang (Acme Corp)`, `王总`, `wang wei` for 王伟. */
export function resolveCustomer(typed: string, customers: CustomerIndex): CustomerMatch {
  const text = typed.trim().slice(0, 200)
  if (!text) return { status: 'none' }
  const line = lineOf(text, () => true)
  const scene = { line, tokens: tokensOf(line), index: customers }
  const { match } = choose(customers, mentionsIn(scene, { nameOnly: true }))
  if (match.status === 'known' || match.status === 'ambiguous') return match
  const unknown = match.status === 'unknown' ? match : { status: 'unknown' as const, company: text, nearest: [] }
  return { ...unknown, nearest: nearest(text, customers) }
}

const MOST_NEAR = 5

/** The names most like an unknown one. */
function nearest(text: string, index: CustomerIndex): Near[] {
  const words = wordsOf(text)
  const found = new Map<string, Near & { off: number }>()
  const note = (near: Near, off: number): void => {
    const key = near.kind + near.id
    if (off < (found.get(key)?.off ?? 9)) found.set(key, { ...near, off })
  }
  const person = (id: number): Near => ({
    kind: 'contact',
    id: index.people[id]!.id,
    name: index.people[id]!.name,
    label: personLabel(index, id),
  })
  const company = (id: number): Near => ({
    kind: 'company',
    id: index.companies[id]!.id,
    name: index.companies[id]!.name,
    label: index.companies[id]!.name,
  })
  for (const { kind, id, slips } of guesses(index, words)) note(kind === 'person' ? person(id) : company(id), slips)
  for (const word of words) {
    for (const { company: id, words: name } of (index.companiesByWord.get(word) ?? []).slice(0, 20))
      note(company(id), 1 + slipsBetween(text.toLowerCase(), name.join(' '), 12) / 4)
    for (const id of (index.peopleByWord.get(word) ?? []).slice(0, 20)) note(person(id), 2)
  }
  for (const { company: id } of (index.companiesByHan.get(text.slice(0, 2)) ?? []).slice(0, 20)) note(company(id), 2)
  for (const id of (isChinese(text) ? (index.peopleBySurname.get(text.slice(0, 1)) ?? []) : []).slice(0, 20)) note(person(id), 3)
  const sorted = [...found.values()].sort((a, b) => a.off - b.off || (a.label < b.label ? -1 : 1))
  return sorted.slice(0, MOST_NEAR).map(({ off: _off, ...near }) => near)
}
