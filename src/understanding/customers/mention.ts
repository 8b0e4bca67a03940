import type { Line } from '../text/line.ts'
import type { Token } from '../text/tokens.ts'
import type { CustomerIndex } from './customer-index.ts'

/** A customer's name found in a line; `ids` are the companies or people that it could be, none when nobody knows it. */
export interface Mention {
  kind: 'company' | 'person'
  start: number
  end: number
  ids: readonly number[]
  /** The name without the words around it, as typed. */
  typed: string
  /** A company by its whole name, a person by first and last name. */
  whole: boolean
  /** A possessive: the customer owns what follows. */
  owner?: boolean
  /** A person by the family name alone. */
  surname?: boolean
  /** An unknown word that only may be a name: nothing beside a known one. */
  weak?: boolean
}

/** A line with all that finding names needs. */
export interface Scene {
  readonly line: Line
  readonly tokens: readonly Token[]
  readonly index: CustomerIndex
}

/** The text as typed between two places of the reading. */
export function typedAt({ text, at }: Line, start: number, end: number): string {
  return text.slice(at(start), end > start ? at(end - 1) + 1 : at(start))
}

/** Whether a word of the line is this word of a name, with its possessive s (`McDonald's`) or without. */
export const matches = (token: Token | undefined, word: string): boolean =>
  !!token && (token.word === word || token.whole === word)
