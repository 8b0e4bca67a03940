const UNITS: Record<string, number> = {
  a: 1,
  an: 1,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  couple: 2,
  few: 3,
  several: 3,
}
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000, grand: 1000, million: 1e6, billion: 1e9 }

const UNIT_WORDS = Object.keys(UNITS).filter((w) => !['couple', 'few', 'several', 'a', 'an'].includes(w))
/** A number in English words, at most six of them, such as `forty five thousand`. */
export const EN_NUMBER_WORDS = (() => {
  const word = [...UNIT_WORDS, ...Object.keys(TENS), ...Object.keys(SCALES)].sort((a, b) => b.length - a.length).join('|')
  return `(?:${word})(?:[ -](?:and )?(?:${word})){0,6}`
})()

/** The number that English words or digits stand for (`forty five`, `12`, `a`, `couple of`), or undefined. */
export function englishNumber(words: string): number | undefined {
  const clean = words.trim().toLowerCase()
  if (/^\d+(\.\d+)?$/.test(clean)) return Number(clean)
  let total = 0
  let part = 0
  let seen = false
  for (const word of clean.split(/[\s-]+/)) {
    if (word === 'and' || word === 'of') continue
    if (word in UNITS) part += UNITS[word]!
    else if (word in TENS) part += TENS[word]!
    else if (word === 'hundred') part = (part || 1) * 100
    else if (word in SCALES) {
      total += (part || 1) * SCALES[word]!
      part = 0
    } else return undefined
    seen = true
  }
  return seen ? total + part : undefined
}

const ZH_DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  俩: 2,
  仨: 3,
  几: 3,
}
const ZH_SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const ZH_BIG: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/** Characters of which a Chinese number is made, without 万 and 亿. */
export const ZH_NUMBER_CHARS = '零〇一二两三四五六七八九十百千'

/** The number that Chinese numerals or digits stand for (`二十三`, `两千五`, `3`, `12万8千`), or undefined. */
export function chineseNumber(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  if (text.length > 1 && /^[零〇一二三四五六七八九]+$/.test(text)) return Number([...text].map((c) => ZH_DIGITS[c]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastScale = 1
  for (const char of text.match(/\d+(?:\.\d+)?|\D/g) ?? []) {
    if (/^\d/.test(char)) digit = Number(char)
    else if (char in ZH_DIGITS) {
      digit = ZH_DIGITS[char]!
      if (char === '零' || char === '〇') lastScale = 10
    } else if (char in ZH_SCALES) {
      lastScale = ZH_SCALES[char]!
      section += (digit ?? 1) * lastScale
      digit = undefined
    } else if (char in ZH_BIG) {
      lastScale = ZH_BIG[char]!
      // 一亿两千万: what stands before 亿 is counted in it, what stands before 万 is added.
      total = lastScale > 1e4 ? (total + section + (digit ?? 0)) * lastScale : total + (section + (digit ?? 0)) * lastScale
      section = 0
      digit = undefined
    } else return undefined
  }
  // 两千五 is 2500 and 一万五 is 15000: a lone last digit takes the scale below the one before it.
  const tail = digit === undefined ? 0 : lastScale > 10 ? digit * (lastScale / 10) : digit
  return total + section + tail
}
