import type { SealedCard, SealedForm } from '../../bot/sealed.ts'
import type { page } from './words.ts'

/** What goes between the playground's page and its API: the page is checked against these. */

export type Words = ReturnType<typeof page>

export interface GuideOperation {
  name: string
  /** What the reader types for it: its name, in Chinese the Chinese one. */
  typed: string
  summary: string
  /** The ones in the reader's language first. */
  examples: string[]
  /** The field that the page completes while it is typed behind the operation's name. */
  completes?: string
  /** What stands behind the completed name, as the operation's own examples have it: `log Acme: …`, `last Acme`. */
  joiner: string
}

export interface Guide {
  locale: 'en' | 'zh'
  words: Words
  groups: { title: string; operations: GuideOperation[] }[]
  /** There is a sample company to load. */
  sample: boolean
  people: readonly { id: string; name: string }[]
}

/** A pushed message. */
export interface Entry {
  id: string
  card: SealedCard
  /** 1 as sent; one more with each update, so that a page knows what it has not seen yet. */
  version: number
  /** Who shared it, when it is not the bot's own. */
  from?: string
  /** The channel in which it was said. */
  channel?: string
}

export type Question =
  | { kind: 'say'; text: string }
  | { kind: 'press'; token: string; share?: boolean; message?: string }
  | { kind: 'submit'; token: string; values: Record<string, string>; message?: string }

export type Answer =
  | { kind: 'card'; card: SealedCard; replaces: boolean }
  | { kind: 'form'; form: SealedForm }
  | { kind: 'faults'; faults: Record<string, string>; card: SealedCard }

export interface Suggestion {
  value: string
  label: string
}

export type { SealedButton, SealedCard, SealedForm } from '../../bot/sealed.ts'
