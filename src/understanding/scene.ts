import type { CustomerIndex } from './customers/customer-index.ts'
import { hanPlaces } from './customers/han-names.ts'
import type { Scene } from './customers/mention.ts'
import { lineOf } from './text/line.ts'
import { tokensOf } from './text/tokens.ts'
import { isGivenName, isOrdinary } from './text/words.ts'

/** A text read, cut into words, with the customers it is held against. */
export function sceneOf(text: string, index: CustomerIndex): Scene {
  const isName = (word: string): boolean => index.companiesByWord.has(word) || index.peopleByWord.has(word)
  const line = lineOf(
    text,
    (word) => isOrdinary(word) || isGivenName(word) || isName(word),
    (plain) => hanPlaces(plain, index),
  )
  return { line, tokens: tokensOf(line, isName), index }
}
