/** Endings of company names that say only which form the company has. */
const LATIN_SUFFIXES = new Set(
  (
    'corp corporation inc incorporated llc ltd limited llp lp plc co company gmbh ag kg kgaa ug se sa sas sarl srl spa bv nv ab as oy oyj ' +
    'aps pty pte pvt kk sdn bhd ltda eurl mbh ohg ev cc'
  ).split(' '),
)

/** Endings of Chinese company names, the longest first. */
const CHINESE_SUFFIXES = [
  '股份有限责任公司',
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '控股有限公司',
  '有限公司',
  '总公司',
  '分公司',
  '公司',
]

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Letters that no accent is taken off of. */
const PLAIN_LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }

/** One way to write a name: NFKC, lower case, no diacritics, no punctuation but what tells names apart, single spaces. */
export function normalizeName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase()
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => PLAIN_LETTERS[letter]!)
    .replace(/['’`´.·•]/g, '')
    .replace(/&/g, ' & ')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim()
}

/** Most names: plain words with single spaces between them, to which none of the steps does anything. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i

/** The words of a normalised name; `&` counts as `and`. */
export const wordsOf = (name: string): string[] =>
  normalizeName(name)
    .split(' ')
    .filter(Boolean)
    .map((word) => (word === '&' ? 'and' : word))

/** The words that make a company's name its own: `Acme Corp` is `acme`; a name of suffixes alone keeps them. */
export function coreWords(name: string): string[] {
  const words = wordsOf(name)
  let end = words.length
  while (end > 1 && LATIN_SUFFIXES.has(words[end - 1]!)) end--
  if (end > 1 && words[end - 1] === 'and') end--
  return words.slice(0, end)
}

/** A Chinese company's name without 有限公司 and its like. */
export function coreChinese(name: string): string {
  const plain = normalizeName(name).replaceAll(' ', '')
  const suffix = CHINESE_SUFFIXES.find((ending) => plain.endsWith(ending) && plain.length - ending.length >= 2)
  return suffix ? plain.slice(0, -suffix.length) : plain
}

export const isSuffix = (word: string): boolean => LATIN_SUFFIXES.has(word)
export const chineseSuffixes: readonly string[] = CHINESE_SUFFIXES
export const isChinese = hasHan
