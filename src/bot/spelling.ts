/** Damerau–Levenshtein distance (optimal string alignment) of two short words. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** The name that a mistyped word or two stand for: at most one slip in three letters, else none. */
export function closest(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase().trim().replaceAll(/\s+/g, ' ').slice(0, 65)
  const first = wanted.split(' ')[0] ?? ''
  const scored = names.map((name) => ({ name, off: Math.min(distance(wanted, name), distance(first, name)) }))
  const best = scored.sort((a, b) => a.off - b.off || a.name.length - b.name.length)[0]
  return best && best.off <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined
}
