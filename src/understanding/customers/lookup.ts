import { surnameOf } from './customer-index.ts'
import { coreChinese, isChinese, normalizeName, wordsOf } from './normalize.ts'
import { readingsOf } from './pinyin.ts'

/** A run of Chinese has five tokens a character: as many as two hundred characters of it. */
const MOST_TOKENS = 1_000
const MOST_PHRASES = 40
const MOST_TEXT = 4_000

/**
 * The version of the rules by which names are written and found (`normalizeName`, `nameTokens`, and what they stand on). Raise it with every
 * change by which a name may come out otherwise: what is stored beside names is then made anew.
 */
export const NAME_RULES = 1

/** The words stored beside a name so that the tokens of a text that names it overlap with them. */
export function nameTokens(name: string): string[] {
  const tokens = new Set(wordsOf(name))
  if (isChinese(name)) {
    const core = coreChinese(name)
    tokens.add(core)
    for (let length = 2; length <= Math.min(6, core.length); length++) tokens.add(core.slice(0, length))
    const family = surnameOf(core).length
    if (core.length <= 4) tokens.add(`${surnameOf(core)}*`).add(core.slice(surnameOf(core).length))
    for (const syllables of readingsOf(core)) {
      for (const syllable of syllables) tokens.add(syllable)
      for (let length = 2; length <= Math.min(6, syllables.length); length++) tokens.add(syllables.slice(0, length).join(''))
      tokens.add(syllables.join(''))
      tokens.add(syllables.slice(1).join(''))
      if (family > 1) tokens.add(syllables.slice(family).join(''))
    }
  }
  tokens.delete('')
  return [...tokens]
}

/** What a database must fetch so that an index over the fetched rows resolves `text` as an index over all rows would. */
export function lookupKeys(text: string): { tokens: string[]; phrases: string[] } {
  const words = wordsOf(text.slice(0, MOST_TEXT))
  const tokens = new Set<string>()
  const phrases = new Set<string>()
  for (const word of words) {
    for (const latin of word.match(/[^\p{Script=Han}]+/gu) ?? []) {
      tokens.add(latin)
      if (/^..+[^s]s$/.test(latin)) tokens.add(latin.slice(0, -1))
    }
    for (const run of word.match(/\p{Script=Han}+/gu) ?? []) addHan(run, tokens)
    if (tokens.size >= MOST_TOKENS) break
  }
  const latin = words.filter((word) => !isChinese(word))
  for (let i = 0; i < latin.length && phrases.size < MOST_PHRASES; i++) {
    if (latin[i]!.length >= 5) phrases.add(latin[i]!)
    if (latin[i + 1]) phrases.add(`${latin[i]} ${latin[i + 1]}`)
  }
  const whole = normalizeName(text)
  if (whole && whole.length <= 60) phrases.add(whole)
  return { tokens: [...tokens].slice(0, MOST_TOKENS), phrases: [...phrases].slice(0, MOST_PHRASES) }
}

function addHan(run: string, tokens: Set<string>): void {
  for (let start = 0; start < run.length; start++) {
    for (let length = 2; length <= 6 && start + length <= run.length; length++) {
      if (tokens.size >= MOST_TOKENS) return
      tokens.add(run.slice(start, start + length))
    }
    if (
      /[总经老主先女小太董工师厂店行所会院校处局部科教副姐哥叔阿博医律秘助书队]/.test(run[start + 1] ?? '') ||
      /[小老阿]/.test(run[start - 1] ?? '')
    )
      tokens.add(`${run[start]}*`)
  }
}
