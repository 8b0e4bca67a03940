/** A row for a table, by the names of its columns; values as JSON has them (dates become text). What is left out gets the table's default. */
export interface Insert {
  table: string
  row: object
}

/** A statement and its values. */
export interface Statement {
  text: string
  values: unknown[]
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const columnsOf = ({ row }: Insert) => Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [name]))

const written = (table: string, columns: readonly string[], at: number) => {
  const names = columns.map(quoted).join(', ')
  return `INSERT INTO ${quoted(table)} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $${at}::jsonb)`
}

/**
 * One statement that writes all rows, whatever their tables, in one trip: PostgreSQL checks references between them when it has written all.
 * With `first`, that row decides: stands its key already, nothing is written and no row comes back; else one row comes.
 */
export function insertion(inserts: readonly Insert[], first?: Insert): Statement {
  const groups = new Map<string, { table: string; columns: string[]; rows: object[] }>()
  for (const insert of inserts) {
    const columns = columnsOf(insert)
    const key = JSON.stringify([insert.table, columns])
    const group = groups.get(key) ?? { table: insert.table, columns, rows: [] }
    group.rows.push(insert.row)
    groups.set(key, group)
  }
  const lists = [...groups.values()]
  const values = [...(first ? [[first.row]] : []), ...lists.map(({ rows }) => rows)].map((rows) => JSON.stringify(rows))
  const claimed = first
    ? [`first AS (${written(first.table, columnsOf(first), 1)} ON CONFLICT DO NOTHING RETURNING 1 AS done)`]
    : []
  const unless = first ? ' WHERE EXISTS (SELECT FROM first)' : ''
  const steps = lists.map(({ table, columns }, at) => `g${at} AS (${written(table, columns, at + claimed.length + 1)}${unless})`)
  return { text: `WITH ${[...claimed, ...steps].join(', ')} SELECT 1 AS done${first ? ' FROM first' : ''}`, values }
}

/** A statement that gives a row that stands, found by the columns of `key`, what else `row` holds. */
export function completion({ table, row }: Insert, key: readonly string[]): Statement {
  const set = columnsOf({ table, row }).filter((name) => !key.includes(name))
  return {
    text: `UPDATE ${quoted(table)} t SET ${set.map((name) => `${quoted(name)} = r.${quoted(name)}`).join(', ')}
      FROM jsonb_populate_record(NULL::${quoted(table)}, $1::jsonb) r WHERE ${key.map((name) => `t.${quoted(name)} = r.${quoted(name)}`).join(' AND ')}`,
    values: [JSON.stringify(row)],
  }
}
