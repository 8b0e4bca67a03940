import type { Text } from './scan.ts'

const OR = /(?: ?(?:,|、|\/|\|) ?(?:or )?(?!$)| or |或者?(?:是|在)?)/y
const AND = /(?: (?:and|&) |和|以及|与)/y
/** What links a value to the next clause. */
const LINK =
  /(?: ?[,;；。.] ?| (?:and|but|that|who|which|where|whose|with|is|are|was|were|has|have)(?= )|而且|并且|且|但是?|的| )+/y
const QUOTED = /"([^"]+)"|'([^']+)'(?![\p{L}\p{N}])/uy
const STARTS_NONE = /^(?:and|or|but|that|who|which|with|without|not|by) /
/** A value of more words is none. */
const MOST_WORDS = 8

export interface Values {
  values: string[]
  /** They were joined by “and”. */
  every?: true
  end: number
}

/** The values that stand at a place, up to where another clause begins: `Berlin, Hamburg or "New York"`. With `and` that word parts them as well. */
export function valuesAt(text: Text, from: number, { and = false }: { and?: boolean } = {}): Values | undefined {
  const values: string[] = []
  let every = false
  let at = text.skip(from)
  let end = at
  for (;;) {
    const one = valueAt(text, at, and)
    if (!one) break
    values.push(one.value)
    end = one.end
    const link = linkAt(text, end, and)
    if (!link) break
    every ||= link.every
    at = link.end
  }
  return values.length ? { values, end, ...(every && { every }) } : undefined
}

function linkAt(text: Text, at: number, and: boolean): { end: number; every: boolean } | undefined {
  for (const [pattern, every] of [
    [OR, false],
    [AND, true],
  ] as const) {
    if (every && !and) continue
    pattern.lastIndex = at
    const found = pattern.exec(text.low)
    if (!found) continue
    const end = at + found[0].length
    if (end < text.low.length && !text.clauseAt(end)) return { end, every }
  }
  return undefined
}

function valueAt(text: Text, at: number, and: boolean): { value: string; end: number } | undefined {
  QUOTED.lastIndex = at
  const quoted = QUOTED.exec(text.text)
  if (quoted) return { value: (quoted[1] ?? quoted[2] ?? '').trim(), end: at + quoted[0].length }
  if (STARTS_NONE.exec(text.low.slice(at, at + 8))) return undefined
  let here = at
  for (let words = 0; here < text.low.length && words < MOST_WORDS * 4; words++) {
    if (isOver(text, here, at, and)) break
    here = text.next(here)
  }
  const value = text.text.slice(at, here).trim()
  return /[\p{L}\p{N}]/u.test(value) ? { value, end: at + text.text.slice(at, here).trimEnd().length } : undefined
}

function isOver(text: Text, here: number, from: number, and: boolean): boolean {
  for (const pattern of and ? [OR, AND] : [OR]) {
    pattern.lastIndex = here
    if (here > from && pattern.test(text.low)) return true
  }
  if (here > from && /[的<>=≥≤≠]/.test(text.low[here] ?? '')) return true
  if (text.low[here] !== ' ' && text.isEdge(here) && text.clauseAt(here)) return true
  LINK.lastIndex = here
  const link = LINK.exec(text.low)
  return Boolean(link && text.clauseAt(here + link[0].length))
}

/** The colleagues that stand at a place: `me`, `Ana`, `Ana or Bo`. `unknown` is who is none. */
export function membersAt(text: Text, from: number): { members: string[]; end: number } | undefined {
  const members: string[] = []
  let at = text.skip(from)
  let end = at
  for (;;) {
    const one = memberAt(text, at)
    if (!one) break
    members.push(one.id)
    end = one.end
    const link = /(?: ?(?:,|、|\/) ?(?:or )?| or | and |或者?|和)/y
    link.lastIndex = end
    const found = link.exec(text.low)
    if (!found) break
    at = end + found[0].length
  }
  return members.length ? { members, end } : undefined
}

const ME = /(?:me|myself|i)(?![\p{L}\p{N}])|我自己|我本人|我/uy

/** One colleague: by the whole name, else by a word of it that is nobody else's. */
export function memberAt(text: Text, at: number): { id: string; end: number } | undefined {
  ME.lastIndex = at
  const me = ME.exec(text.low)
  if (me) return { id: 'me', end: at + me[0].length }
  const from = text.low[at] === '@' ? at + 1 : at
  const names = text.scene.members.map(({ id, name }) => ({ id, name: name.toLowerCase() }))
  const whole = names
    .filter(({ name }) => text.low.startsWith(name, from) && text.isEdge(from + name.length))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (whole) return { id: whole.id, end: from + whole.name.length }
  const end = text.next(from)
  const word = text.low.slice(from, end)
  const called = names.filter(({ name }) => word.length > 1 && name.split(/\s+/).includes(word))
  return called.length === 1 ? { id: called[0]!.id, end } : undefined
}
