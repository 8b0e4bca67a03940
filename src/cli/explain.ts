import { styleText } from 'node:util'
import type { Evidence, Facts, Understanding } from '../understanding/index.ts'

const COLOURS = ['green', 'cyan', 'yellow', 'magenta', 'blue', 'red'] as const
type Colour = (typeof COLOURS)[number]

/** One fact a line, as people read them. */
export const factsAsText = (facts: Facts, named: (fact: string) => string = (fact) => fact): string =>
  rowsOf(facts)
    .map(([fact, value]) => `${named(fact)}${' '.repeat(Math.max(0, 14 - fact.length))} ${value}\n`)
    .join('')

/** Which words gave which fact: `fact: “words”` lines under the facts; in colour, the line itself with the words of each fact in its colour. */
export function explained(line: string, { facts, evidence }: Understanding, colour: boolean): string {
  if (!colour) {
    const lines = evidence.map(({ fact, words }) => `${fact}: “${words.trim()}”\n`)
    return `${factsAsText(facts)}\n${lines.join('')}`
  }
  const names = [...new Set(evidence.map(({ fact }) => fact))]
  const colourOf = (fact: string): Colour | undefined => COLOURS[names.indexOf(fact) % COLOURS.length]
  const painted = (fact: string, text: string) => {
    const own = colourOf(fact)
    return own ? styleText(own, text, { validateStream: false }) : text
  }
  const words = piecesOf(line, evidence).map(({ text, fact }) => (fact ? painted(fact, text) : text))
  return `${words.join('')}\n\n${factsAsText(facts, (fact) => painted(fact, fact))}`
}

function rowsOf(facts: Facts): [string, string][] {
  return Object.entries(facts).flatMap(([fact, value]) =>
    fact === 'followUp'
      ? Object.entries(value as object).map(([part, inner]): [string, string] => [`followUp.${part}`, String(inner)])
      : [[fact, sayValue(value)] as [string, string]],
  )
}

const sayValue = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value ? Object.values(value).join(' ') : String(value)

/** A line in pieces, each with the fact that its words gave; of several the one that fewest words gave. */
function piecesOf(line: string, evidence: readonly Evidence[]): { text: string; fact?: string }[] {
  const cuts = [...new Set([0, line.length, ...evidence.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const narrow = [...evidence].sort((a, b) => a.end - a.start - (b.end - b.start))
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!
    return { text: line.slice(start, end), fact: narrow.find((one) => one.start <= start && one.end >= end)?.fact }
  })
}
