import pg from 'pg'

/** A statement and its values. */
export interface Statement {
  text: string
  values: unknown[]
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => pg.escapeIdentifier(name)

const names = new Map<string, string>()
/** The code knows some dozens of texts; more would be a text made of what somebody typed, which must not fill the server's memory. */
const MOST_NAMES = 1000

/** Two questions as one statement, so that they cost one trip: rows of `at` (0 or 1) and `row`, in which dates are text. */
export function together(one: Statement, other: Statement): Statement {
  const beside = pairs.get(one.text) ?? new Map<string, string>()
  if (pairs.size < MOST_NAMES) pairs.set(one.text, beside)
  const text =
    beside.get(other.text) ??
    `SELECT 0 AS at, to_jsonb(q) AS row FROM (${one.text}) q UNION ALL SELECT 1, to_jsonb(q) FROM (${renumbered(other.text, one.values.length)}) q`
  if (beside.size < MOST_NAMES) beside.set(other.text, text)
  return { text, values: [...one.values, ...other.values] }
}

const pairs = new Map<string, Map<string, string>>()

const renumbered = (text: string, by: number) => text.replace(/\$(\d+)/g, (_, at: string) => `$${Number(at) + by}`)

/** The statement under a name of its own, so that PostgreSQL plans it once a connection. */
export function asPrepared({ text, values }: Statement): Statement & { name?: string } {
  const name = names.get(text) ?? (names.size < MOST_NAMES ? `rapport_${names.size + 1}` : undefined)
  if (name) names.set(text, name)
  return { name, text, values }
}
