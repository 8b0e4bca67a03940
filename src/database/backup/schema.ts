import type pg from 'pg'
import { type Applied, applied } from '../migrate.ts'
import type { Migration } from '../migrations.ts'
import { quoted } from '../statement.ts'
import type { TableHeader } from './header.ts'

/** The migrations' own books: made anew by applying them, and so never copied. */
const BOOKS = '_prisma_migrations'

const MAKES =
  /\b(?:CREATE\s+(?:OR\s+REPLACE\s+)?(TABLE|FUNCTION|TYPE|SEQUENCE|VIEW)(?:\s+IF\s+NOT\s+EXISTS)?|(RENAME)\s+TO)\s+"?(\w+)"?/gi

/** The names of what the migrations ever made of one kind. Anything else in the database is somebody else's, and is not touched. */
function madeBy(migrations: readonly Migration[], kind: string): Set<string> {
  const found = migrations.flatMap(({ sql }) => [...sql.matchAll(MAKES)])
  // What another was renamed to may be of any kind.
  return new Set(found.flatMap(([, made, renamed, name = '']) => (made?.toUpperCase() === kind || renamed ? [name] : [])))
}

/** The migrations that this database has; none where Rapport never was. */
export async function historyOf(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<{ books: string | null }>('SELECT to_regclass($1)::text AS books', [BOOKS])
  return rows[0]?.books ? applied(client) : []
}

interface Tables {
  ours: Omit<TableHeader, 'rows'>[]
  /** In the same schema, and not of our making. */
  others: string[]
}

/** The tables there are, with the columns that hold what was written into them. */
export async function tablesOf(client: pg.Client, migrations: readonly Migration[]): Promise<Tables> {
  const { rows } = await client.query<Omit<TableHeader, 'rows'>>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> $1
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.relname ORDER BY c.relname`,
    [BOOKS],
  )
  const names = madeBy(migrations, 'TABLE')
  return {
    ours: rows.filter(({ name }) => names.has(name)),
    others: rows.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  }
}

/** How many rows each table has. */
export async function counted(client: pg.Client, tables: readonly Omit<TableHeader, 'rows'>[]): Promise<TableHeader[]> {
  const found: TableHeader[] = []
  for (const table of tables) {
    const { rows } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${quoted(table.name)}`)
    found.push({ name: table.name, rows: Number(rows[0]?.rows), columns: table.columns })
  }
  return found
}

/** Removes all that the migrations made. What somebody else made to depend on it (a view, say) forbids it, and is named by PostgreSQL. */
export async function clear(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await client.query<{ name: string; kind: string }>(
    `SELECT relname AS name, CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind FROM pg_class c
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e'))
     UNION ALL SELECT proname, 'FUNCTION' FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
     UNION ALL SELECT typname, 'TYPE' FROM pg_type WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'd')`,
  )
  for (const kind of ['VIEW', 'TABLE', 'FUNCTION', 'TYPE', 'SEQUENCE']) {
    const names = madeBy(migrations, kind)
    const ours = rows.filter((one) => one.kind === kind && (names.has(one.name) || one.name === BOOKS))
    if (ours.length) await client.query(`DROP ${kind} ${ours.map(({ name }) => quoted(name)).join(', ')}`)
  }
}

/**
 * Takes away what slows loading down, or hinders it: references between tables (which so need no order), indexes, triggers of our own.
 * Gives back a function that puts them in their places again, whereby every reference is checked.
 */
export async function setAside(client: pg.Client, tables: readonly TableHeader[]): Promise<() => Promise<void>> {
  const names = tables.map(({ name }) => name)
  const { rows } = await client.query<{ off: string; on: string }>(
    `WITH t AS (SELECT oid, oid::regclass::text AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY ($1))
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', t.name, c.conname) AS off,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', t.name, c.conname, pg_get_constraintdef(c.oid)) AS on
     FROM t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f'
     UNION ALL
     SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
     FROM t JOIN pg_index i ON i.indrelid = t.oid
     WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
     UNION ALL
     SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', t.name), format('ALTER TABLE %s ENABLE TRIGGER USER', t.name) FROM t`,
    [names],
  )
  for (const { off } of rows) await client.query(off)
  return async () => {
    // References last: they are checked with the help of the indexes.
    for (const { on } of rows.toReversed()) await client.query(on)
  }
}
