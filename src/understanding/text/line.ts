import { mendHomophones } from './homophones.ts'
import { readChineseSlips, readSlip } from './slips.ts'

/** A line as typed and as read: lower case, ASCII punctuation, slips mended; `at(i)` is where `read[i]` stands in the text. */
export interface Line {
  readonly text: string
  readonly read: string
  readonly at: (index: number) => number
}

const QUOTES: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '　': ' ',
  '\u00a0': ' ',
  '—': '—',
  '–': '—',
  '〜': '~',
  '｡': '。',
  '\t': ' ',
}

function plainChar(char: string): string {
  const code = char.charCodeAt(0)
  const ascii = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (QUOTES[char] ?? char)
  const lower = ascii.toLowerCase()
  return lower.length === 1 ? lower : ascii
}

/** A word that may be a slip of the keyboard, or `w/` and `w` for with. */
const MENDABLE =
  /(?<![a-z0-9'@._/-])[a-z]{2,8}'e?d(?![a-z0-9@_'])|(?<![a-z0-9'@._/-])[a-z0-9][a-z]{2,13}(?![a-z0-9@_])|(?<![^\s(,;:])w\/(?!o\b)|(?<=[^\d\s] )w(?= [a-z])/g
const writeWith = (text: string, end: number): string => (text[end] === ' ' ? 'with' : 'with ')

/** Reads a text; `isName` knows the words of customers' names, which are never mended, and `hanNames` the places of Chinese ones. */
export function lineOf(
  text: string,
  isName: (word: string) => boolean,
  hanNames: (text: string) => readonly { start: number; end: number }[] = () => [],
): Line {
  let plain = ''
  for (let i = 0; i < text.length; i++) plain += plainChar(text[i]!)
  if (/\p{Script=Han}/u.test(plain)) plain = readChinese(plain, hanNames(plain))
  let read = ''
  const starts: number[] = []
  let from = 0
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) starts.push(i)
    read += plain.slice(from, to)
  }
  for (const match of plain.matchAll(MENDABLE)) {
    const mended = /^w\/?$/.test(match[0]) ? writeWith(plain, match.index + match[0].length) : readSlip(match[0], isName)
    if (mended === match[0]) continue
    keep(match.index)
    for (let i = 0; i < mended.length; i++) starts.push(match.index + Math.min(i, match[0].length - 1))
    read += mended
    from = match.index + match[0].length
  }
  keep(plain.length)
  return { text, read, at: (index) => starts[index] ?? text.length }
}

/** Chinese slips mended, character for character, but in names. */
function readChinese(text: string, names: readonly { start: number; end: number }[]): string {
  const isName = (start: number, end: number): boolean => names.some((name) => start < name.end && end > name.start)
  const mended = readChineseSlips(mendHomophones(text, isName))
  return mended
    .split('')
    .map((char, i) => (isName(i, i + 1) ? text[i]! : char))
    .join('')
}

/** Where a place of the typed text stands in the reading. */
export function readingOf(line: Line): (index: number) => number {
  const back = new Int32Array(line.text.length + 1).fill(-1)
  for (let i = 0; i <= line.read.length; i++) {
    const at = line.at(i)
    if (back[at] === -1) back[at] = i
  }
  let last = line.read.length
  for (let i = line.text.length; i >= 0; i--) {
    if (back[i] === -1) back[i] = last
    else last = back[i]!
  }
  return (index) => back[index] ?? line.read.length
}
