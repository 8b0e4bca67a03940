import { quoted, type Statement } from './statement.ts'

/** A row for a table, by the names of its columns; values as JSON has them (dates become text). What is left out gets the table's default. */
export interface Insert {
  table: string
  row: object
}

const columnsOf = (row: object) => {
  const columns: string[] = []
  for (const [name, value] of Object.entries(row)) if (value !== undefined) columns.push(name)
  return columns
}

const written = (table: string, columns: readonly string[], at: number) => {
  const names = columns.map(quoted).join(', ')
  return `INSERT INTO ${quoted(table)} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $${at}::jsonb)`
}

/** Rows of one table with the same columns. */
interface Group {
  table: string
  columns: string[]
  rows: object[]
}

const texts = new Map<string, string>()
/** The code writes some dozens of shapes. */
const MOST_TEXTS = 500

/**
 * One statement that writes all rows, whatever their tables, in one trip: PostgreSQL checks references between them when it has written all.
 * With `first`, that row decides: stands its key already, nothing is written and no row comes back; else one row comes.
 */
export function insertion(inserts: readonly Insert[], first?: Insert): Statement {
  const groups = new Map<string, Group>()
  for (const { table, row } of inserts) {
    const columns = columnsOf(row)
    const key = `${table} ${columns.join(' ')}`
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { table, columns, rows: [row] })
  }
  const lists = [...groups.values()]
  const values = [...(first ? [[first.row]] : []), ...lists.map(({ rows }) => rows)].map((rows) => JSON.stringify(rows))
  const shape = `${first ? `${first.table} ${columnsOf(first.row).join(' ')}` : ''}\n${[...groups.keys()].join('\n')}`
  const text = texts.get(shape) ?? textOf(lists, first)
  if (texts.size >= MOST_TEXTS) texts.clear()
  texts.set(shape, text)
  return { text, values }
}

function textOf(lists: readonly Group[], first: Insert | undefined): string {
  const claimed = first
    ? [`first AS (${written(first.table, columnsOf(first.row), 1)} ON CONFLICT DO NOTHING RETURNING 1 AS done)`]
    : []
  const unless = first ? ' WHERE EXISTS (SELECT FROM first)' : ''
  const steps = lists.map(({ table, columns }, at) => `g${at} AS (${written(table, columns, at + claimed.length + 1)}${unless})`)
  return `WITH ${[...claimed, ...steps].join(', ')} SELECT 1 AS done${first ? ' FROM first' : ''}`
}

/** A statement that gives a row that stands, found by the columns of `key`, what else `row` holds. */
export function completion({ table, row }: Insert, key: readonly string[]): Statement {
  const set = columnsOf(row).filter((name) => !key.includes(name))
  return {
    text: `UPDATE ${quoted(table)} t SET ${set.map((name) => `${quoted(name)} = r.${quoted(name)}`).join(', ')}
      FROM jsonb_populate_record(NULL::${quoted(table)}, $1::jsonb) r WHERE ${key.map((name) => `t.${quoted(name)} = r.${quoted(name)}`).join(' AND ')}`,
    values: [JSON.stringify(row)],
  }
}
