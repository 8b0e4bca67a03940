import type { Moment } from '../../../understanding/index.ts'
import type { FilterField } from '../fields.ts'
import type { Condition, FoundNoun, Sort } from '../filter.ts'

/** What a filter's words may name: where and when it is typed, the fields, colleagues and segments there are. */
export interface Scene {
  moment: Moment
  fields: readonly FilterField[]
  members: readonly { id: string; name: string }[]
  segments: readonly { id: string; name: string }[]
}

/** What some words of a filter say, and where they end. */
export interface Clause {
  end: number
  conditions?: Condition[]
  noun?: FoundNoun
  /** Customers of either kind were said: `my customers`. */
  isAnyNoun?: boolean
  sort?: { by: Sort; down?: true }
  /** They are like a clause, but name what there is not: a colleague, say. */
  unknown?: string
}

export type Rule = (text: Text, at: number) => Clause | undefined

const HAN = /\p{Script=Han}/u
const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char) && !HAN.test(char)

/** A typed filter, with the places at which its clauses begin worked out once. */
export class Text {
  /** As typed, full-width signs made plain, spaces one. */
  readonly text: string
  readonly low: string
  readonly scene: Scene
  readonly #rules: readonly Rule[]
  readonly #clauses = new Map<number, Clause | undefined>()

  constructor(typed: string, scene: Scene, rules: readonly Rule[]) {
    this.text = plain(typed)
    const low = this.text.toLowerCase()
    // A letter that is two in lower case would move all places behind it.
    this.low = low.length === this.text.length ? low : this.text
    this.scene = scene
    this.#rules = rules
  }

  /** A pattern at a place; it must end at a word's end. Patterns are sticky (`y`). */
  match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(this.low)
    return found && this.isEdge(at + found[0].length) ? found : undefined
  }

  /** Whether a word may end or begin there. */
  isEdge(at: number): boolean {
    return !isWordChar(this.low[at - 1]) || !isWordChar(this.low[at])
  }

  skip(at: number): number {
    let here = at
    while (this.low[here] === ' ') here++
    return here
  }

  /** The clause that begins there: of several the longest. */
  clauseAt(at: number): Clause | undefined {
    if (this.#clauses.has(at)) return this.#clauses.get(at)
    this.#clauses.set(at, undefined)
    let longest: Clause | undefined
    if (at < this.low.length && this.isEdge(at))
      for (const rule of this.#rules) {
        const found = rule(this, at)
        if (found && found.end > at && (!longest || found.end > longest.end)) longest = found
      }
    this.#clauses.set(at, longest)
    return longest
  }

  /** Where the next word begins; each Chinese character may be one. */
  next(at: number): number {
    const char = this.low.codePointAt(at)
    let here = at + (char !== undefined && char > 0xffff ? 2 : 1)
    if (isWordChar(this.low[at])) while (isWordChar(this.low[here])) here++
    return here
  }

  isHan(at: number): boolean {
    return HAN.test(this.low[at] ?? '')
  }
}

/** More is no filter. */
const MOST = 500

const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .replaceAll(/[“”„«»「」『』]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MOST)
