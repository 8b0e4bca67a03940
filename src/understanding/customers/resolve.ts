import { pinyin } from 'pinyin-pro'
import { lineOf } from '../text/line.ts'
import { slipsBetween } from '../text/slips.ts'
import { tokensOf } from '../text/tokens.ts'
import type { CustomerMatch, Near } from '../types.ts'
import { choose } from './choose.ts'
import { type CustomerIndex, personLabel } from './customer-index.ts'
import type { Mention } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import { isChinese, normalizeName, wordsOf } from './normalize.ts'
import { guesses } from './typos.ts'

/** Which customer a typed name means: `acme`, `wei at acme`, `Wei Zhang (Acme Corp)`, `王总`, `wang wei` for 王伟. */
export function resolveCustomer(typed: string, customers: CustomerIndex): CustomerMatch {
  const text = typed.trim().slice(0, 200)
  if (!text) return { status: 'none' }
  const line = lineOf(text, () => true)
  const scene = { line, tokens: tokensOf(line), index: customers }
  const { match } = choose(customers, mentionsIn(scene, { nameOnly: true }))
  if (match.status === 'known' || match.status === 'ambiguous') return match
  const byPinyin = pinyinMatch(text, customers)
  if (byPinyin) return byPinyin
  const unknown = match.status === 'unknown' ? match : { status: 'unknown' as const, company: text, nearest: [] }
  return { ...unknown, nearest: nearest(text, customers) }
}

/** Chinese names by how they sound, made once when first needed. */
function sounds(index: CustomerIndex): Map<string, Mention[]> {
  const made = index.lazy.get('sounds') as Map<string, Mention[]> | undefined
  if (made) return made
  const bySound = new Map<string, Mention[]>()
  const add = (name: string, kind: Mention['kind'], id: number): void => {
    if (!isChinese(name)) return
    const syllables = syllablesOf(name)
    const ways = new Set([syllables.join(''), ...(kind === 'person' ? [[...syllables.slice(1), syllables[0]!].join('')] : [])])
    for (const way of ways) {
      const list = bySound.get(way) ?? []
      list.push({ kind, start: 0, end: 0, ids: [id], typed: name, whole: true })
      bySound.set(way, list)
    }
  }
  index.people.forEach(({ name }, id) => {
    add(name, 'person', id)
  })
  for (const names of index.companiesByHan.values()) for (const { company, words } of names) add(words[0]!, 'company', company)
  index.lazy.set('sounds', bySound)
  return bySound
}

/** The syllables of a Chinese name without tones; `ü` is `v`. */
export const syllablesOf = (name: string): string[] =>
  pinyin(normalizeName(name).replaceAll(' ', ''), { toneType: 'none', type: 'array', nonZh: 'removed', surname: 'head' }).map(
    (syllable) => syllable.toLowerCase().replaceAll('ü', 'v'),
  )

function pinyinMatch(text: string, index: CustomerIndex): CustomerMatch | undefined {
  if (isChinese(text) || (!index.companiesByHan.size && !index.peopleBySurname.size)) return undefined
  const key = wordsOf(text).join('')
  const all = sounds(index)
  let heard = all.get(key) ?? []
  if (!heard.length && key.length >= 4) {
    const starts = [...all].filter(([sound, [first]]) => first?.kind === 'company' && sound.startsWith(key))
    heard = starts.length <= 25 ? starts.flatMap(([, mentions]) => mentions.filter(({ kind }) => kind === 'company')) : []
  }
  if (!heard.length) return undefined
  const { kind } = heard[0]!
  const ids = [...new Set(heard.filter((one) => one.kind === kind).flatMap((one) => one.ids))]
  return choose(index, [{ ...heard[0]!, ids }]).match
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
