import type { Row } from './pages.ts'

/** What no file is to hold: what a name is found by, and which workspace it is. */
const OURS = new Set(['workspaceId', 'searchName', 'nameTokens', 'nameRules'])
/** PostgreSQL gives them as text, so that nothing is lost; none of ours is longer than a number holds. */
const NUMBERS = new Set(['amount', 'revenue'])

/** A row with all its columns as a line of JSON; an admin's own fields by their names, where there are any. */
export function jsonLine(row: Row, custom: ReadonlyMap<string, string>): string {
  const said: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (OURS.has(name)) continue
    said[name] = NUMBERS.has(name) && value !== null ? Number(value) : value
  }
  if (custom.size)
    said.fields = Object.fromEntries(
      Object.entries((row.custom ?? {}) as object).flatMap(([id, value]) => (custom.has(id) ? [[custom.get(id), value]] : [])),
    )
  return `${JSON.stringify(said)}\n`
}
