import { coreChinese, coreWords, isChinese, normalizeName, wordsOf } from '../customers/normalize.ts'
import { readingsOf } from '../customers/pinyin.ts'
import { isTrade } from '../text/words.ts'
import type { Alike } from './alike.ts'
import { CITIES } from './cities.ts'
import { isCompanyWord, isSlipApart } from './slips.ts'

const bare = (words: readonly string[]) => (words.length > 1 && words[0] === 'the' ? words.slice(1) : words)
/** ü was written ue, or u. */
const plain = (letters: string) => letters.replaceAll(/([aou])e/g, '$1')

/** How alike the names of two companies are; undefined when they are not. */
export function companiesAlike(one: string, other: string): Alike | undefined {
  if (normalizeName(one) === normalizeName(other)) return 'same'
  const han = [one, other].filter(isChinese).length
  if (han === 2) return chineseAlike(one, other)
  return han === 1 ? mixedAlike(...((isChinese(one) ? [one, other] : [other, one]) as [string, string])) : latinAlike(one, other)
}

function latinAlike(one: string, other: string): Alike | undefined {
  const [a, b] = [one, other].map((name) => bare(coreWords(name))) as [string[], string[]]
  if (a.join(' ') === b.join(' ')) return 'form'
  const [joinedA, joinedB] = [a.join(''), b.join('')]
  if (joinedA === joinedB || plain(joinedA) === plain(joinedB)) return 'spelling'
  if (isSlipApart(a, b, isCompanyWord)) return 'slip'
  if (a.length > 1 && a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ')) return 'order'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (isOwn(a[0]!) && a[0] === b[0]) return 'part'
  if (short.length < long.length && isBeginning(short, long)) return 'part'
  if (short.length === 1 && long.length > 2 && short[0] === long.map((word) => word[0]).join('')) return 'letters'
  return undefined
}

/** A word that says not only what a company deals in. */
const isOwn = (word: string) => word.length > 3 && !isTrade(word)

/** A beginning that says what the company is called, not only what it deals in. */
const isBeginning = (short: readonly string[], long: readonly string[]) =>
  short.every((word, at) => word === long[at]) && short.some((word) => word.length > 2 && !isTrade(word))

/** A Chinese company's name without its form, and the city or province that stands before, behind or in brackets: its own part, and where. */
function parted(name: string): { own: string; place: string | undefined } {
  const core = coreChinese(name)
  const place = CITIES.find((city) => core.includes(city))
  if (!place) return { own: core, place }
  const own = core.replace(new RegExp(`${place}[市省]?`), '')
  return own.length >= 2 ? { own, place } : { own: core, place: undefined }
}

function chineseAlike(one: string, other: string): Alike | undefined {
  if (coreChinese(one) === coreChinese(other)) return 'form'
  const [a, b] = [parted(one), parted(other)]
  if (a.own === b.own) return a.place && b.place ? undefined : 'place'
  if (a.place && b.place && a.place !== b.place) return undefined
  const [short, long] = a.own.length < b.own.length ? [a.own, b.own] : [b.own, a.own]
  if (short.length >= 2 && long.startsWith(short)) return 'part'
  return oneSignApart(a.own, b.own) && soundsLike(a.own, b.own) ? 'sound' : undefined
}

/** One character of at least four is another one. */
const oneSignApart = (a: string, b: string) =>
  a.length === b.length && a.length >= 4 && [...a].filter((sign, at) => sign !== b[at]).length === 1

const readings = (name: string) => new Set(readingsOf(name).map((syllables) => syllables.join('')))

function soundsLike(a: string, b: string): boolean {
  const heard = readings(a)
  return [...readings(b)].some((one) => heard.has(one))
}

/** 锦程物流 and Jincheng Wuliu, or Jincheng Wuliu (Shanghai) Co., Ltd. */
function mixedAlike(chinese: string, latin: string): Alike | undefined {
  const letters = coreWords(latin).join('')
  const names = [coreChinese(chinese), parted(chinese).own]
  if (names.some((name) => name.length >= 2 && readings(name).has(letters))) return 'sound'
  const words = wordsOf(chinese).filter((word) => !isChinese(word))
  return words.length > 0 && words.join('') === letters ? 'part' : undefined
}
