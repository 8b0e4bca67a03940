/** Signs that part values. */
const SIGNS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof SIGNS)[number]

/** So many rows show how values are parted. */
const ROWS = 20

/** The sign that a first line `sep=;` names, as Excel has it before the header. */
export function delimiterSaidIn(text: string): Delimiter | undefined {
  const sign = /^"?sep=([^\r\n])"?[,;\t|]*[\r\n]/i.exec(text)?.[1]
  return SIGNS.find((one) => one === sign)
}

/** The sign that parts the header, and the rows after it into as many values. */
export function delimiterOf(text: string): Delimiter {
  const scored = SIGNS.map((sign) => ({ sign, ...scoreOf(text, sign) }))
  const best = scored.reduce((one, other) =>
    other.agree > one.agree || (other.agree === one.agree && other.columns > one.columns) ? other : one,
  )
  return best.columns > 1 ? best.sign : ','
}

/** How many columns the header has, and which share of the rows has as many. */
function scoreOf(text: string, sign: string): { columns: number; agree: number } {
  const [columns = 1, ...others] = countsIn(text, sign)
  if (columns < 2) return { columns, agree: 0 }
  return { columns, agree: others.length ? others.filter((one) => one === columns).length / others.length : 1 }
}

/** The number of values on each of the first rows; what stands in quotes parts nothing. */
function countsIn(text: string, sign: string): number[] {
  const counts: number[] = []
  let quoted = false
  let values = 1
  let empty = true
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (!quoted && char === sign) values++
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (!empty) counts.push(values)
      if (counts.length > ROWS) return counts
      values = 1
      empty = true
      continue
    }
    empty = false
  }
  // The last row counts when the file ends with it, not when the sample was cut within it.
  return !empty && counts.length < 2 ? [...counts, values] : counts
}
