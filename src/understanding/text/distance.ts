/** Three rows of the table of distances, used again and again: making them anew took longer than filling them. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as [Uint16Array, Uint16Array, Uint16Array]

/** How many slips lead from one word to another: a letter too many, missing, wrong, or two swapped. Given up above `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let start = 0
  let endA = a.length
  let endB = b.length
  while (endA > 0 && endB > 0 && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  if (start === endA) return endB - start
  if (start === endB) return endA - start
  return between(a, b, start, endA, endB, most)
}

function between(a: string, b: string, start: number, endA: number, endB: number, most: number): number {
  const width = endB - start
  if (width >= rows[0].length) rows = [new Uint16Array(width * 2), new Uint16Array(width * 2), new Uint16Array(width * 2)]
  let [before, last, row] = rows
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= endA - start; i++) {
    const letter = a.charCodeAt(start + i - 1)
    const earlier = i > 1 ? a.charCodeAt(start + i - 2) : -1
    row[0] = i
    let least = i
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1)
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1))
      if (j > 1 && earlier === other && letter === b.charCodeAt(start + j - 2)) best = Math.min(best, before[j - 2]! + 1)
      row[j] = best
      if (best < least) least = best
    }
    if (least > most) return most + 1
    const spare = before
    before = last
    last = row
    row = spare
  }
  return last[width]!
}
