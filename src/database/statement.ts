/** A statement and its values. */
export interface Statement {
  text: string
  values: unknown[]
}

const names = new Map<string, string>()
/** The code knows some dozens of texts; more would be a text made of what somebody typed, which must not fill the server's memory. */
const MOST_NAMES = 1000

/** Two questions as one statement, so that they cost one trip: rows of `at` (0 or 1) and `row`, in which dates are text. */
export const together = (one: Statement, other: Statement): Statement => ({
  text: `SELECT 0 AS at, to_jsonb(q) AS row FROM (${one.text}) q UNION ALL SELECT 1, to_jsonb(q) FROM (${renumbered(other.text, one.values.length)}) q`,
  values: [...one.values, ...other.values],
})

const renumbered = (text: string, by: number) => text.replace(/\$(\d+)/g, (_, at: string) => `$${Number(at) + by}`)

/** The statement under a name of its own, so that PostgreSQL plans it once a connection. */
export function asPrepared({ text, values }: Statement): Statement & { name?: string } {
  const name = names.get(text) ?? (names.size < MOST_NAMES ? `rapport_${names.size + 1}` : undefined)
  if (name) names.set(text, name)
  return { name, text, values }
}
