import type { Atom } from './span.ts'

/** One way of naming a time: a pattern that is tried at a given place of the lower-cased text. */
export interface AtomRule {
  pattern: RegExp
  make: (match: RegExpExecArray) => Atom | undefined
}

/** A rule from the source of a pattern; the pattern is tried only where a word begins. */
export const rule = (source: string, make: AtomRule['make']): AtomRule => ({ pattern: new RegExp(source, 'y'), make })

/** The first rule that fits at a place, with where it ends. */
export function tryRules(rules: readonly AtomRule[], text: string, at: number): (Atom & { end: number }) | undefined {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const atom = match && match[0].length > 0 ? make(match) : undefined
    if (match && atom) return { ...atom, end: at + match[0].length }
  }
  return undefined
}
