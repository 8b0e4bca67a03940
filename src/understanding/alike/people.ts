import { surnameOf } from '../customers/customer-index.ts'
import { coreChinese, isChinese, normalizeName, wordsOf } from '../customers/normalize.ts'
import { readingsOf } from '../customers/pinyin.ts'
import type { Alike } from './alike.ts'
import { isNickname } from './nicknames.ts'
import { isFirstName, isSlipApart } from './slips.ts'

const TITLES = new Set('mr mrs ms miss dr prof sir herr frau mag ing dipl phd mba'.split(' '))

const wordsOfPerson = (name: string): string[] => {
  const words = wordsOf(name)
  const own = words.filter((word) => !TITLES.has(word))
  return own.length ? own : words
}

/** How alike the names of two people are; undefined when they are not. */
export function peopleAlike(one: string, other: string): Alike | undefined {
  if (normalizeName(one) === normalizeName(other)) return 'same'
  const han = [one, other].filter(isChinese).length
  if (han === 2) return chineseAlike(chineseOf(one), chineseOf(other))
  return han === 1 ? mixedAlike(...((isChinese(one) ? [one, other] : [other, one]) as [string, string])) : latinAlike(one, other)
}

function latinAlike(one: string, other: string): Alike | undefined {
  const [a, b] = [wordsOfPerson(one), wordsOfPerson(other)]
  const plain = (words: readonly string[]) => words.join('').replaceAll(/([aou])e/g, '$1')
  if (a.join(' ') === b.join(' ')) return 'same'
  if (a.join('') === b.join('') || plain(a) === plain(b)) return 'spelling'
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return 'order'
  if (a.length < 2 || b.length < 2) return a.length === b.length ? undefined : aloneIn(a, b)
  return apart(a, b) ?? apart(a, [b.at(-1)!, ...b.slice(0, -1)])
}

/** `Wei` and `Wei Zhang`: one has a part of the other's name alone. */
const aloneIn = (a: readonly string[], b: readonly string[]): Alike | undefined => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.every((word) => long.includes(word)) ? 'part' : undefined
}

function apart(a: readonly string[], b: readonly string[]): Alike | undefined {
  const ends = [a[0]!, a.at(-1)!, b[0]!, b.at(-1)!] as const
  const [firstA, lastA, firstB, lastB] = ends
  if (lastA === lastB) {
    if (firstA === firstB) return isMiddle(a, b) ? 'middle' : undefined
    if (isNickname(firstA, firstB)) return 'nickname'
    if (isInitial(firstA, firstB)) return 'initial'
  }
  return isSlipApart(a, b, isFirstName) ? 'slip' : undefined
}

/** One has no middle name, or only its first letter. */
function isMiddle(a: readonly string[], b: readonly string[]): boolean {
  const [middleA, middleB] = [a.slice(1, -1), b.slice(1, -1)]
  if (!middleA.length || !middleB.length) return true
  return middleA.length === middleB.length && middleA.every((word, at) => isInitial(word, middleB[at]!) || word === middleB[at])
}

const isInitial = (a: string, b: string) => (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

const HAN_TITLE = /(?:先生|女士|小姐|总经理|经理|老师|主任|博士|总)$/u
const chineseOf = (name: string) => {
  const core = coreChinese(name)
  const own = core.replace(HAN_TITLE, '')
  return own.length >= 2 ? own : core
}

function chineseAlike(one: string, other: string): Alike | undefined {
  if (one === other) return 'same'
  if (one.length !== other.length || one.length < 2) return undefined
  const heard = new Set(readingsOf(one).map((way) => way.join(' ')))
  return readingsOf(other).some((way) => heard.has(way.join(' '))) ? 'sound' : undefined
}

/** 王伟 and Wang Wei or Wei Wang: the syllables of the family name and of the given one, in either order. */
function mixedAlike(chinese: string, latin: string): Alike | undefined {
  const core = chineseOf(chinese)
  const words = wordsOfPerson(latin)
  const written = words.join('')
  const family = surnameOf(core).length
  for (const syllables of readingsOf(core)) {
    const [surname, given] = [syllables.slice(0, family).join(''), syllables.slice(family).join('')]
    if (!given) continue
    if (written === surname + given || written === given + surname) return 'sound'
  }
  return undefined
}
