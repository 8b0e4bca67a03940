import { rows, type Transaction } from '../../database/index.ts'

/** A table that holds a workspace's data, with what of it can hold texts: read from the database itself, so that none is forgotten. */
export interface Table {
  name: string
  key: string[]
  texts: TextColumn[]
  all: ColumnKind[]
}
export interface TextColumn {
  name: string
  type: 'text' | 'texts' | 'json'
}
export interface ColumnKind {
  name: string
  udt: string
  nullable: boolean
}

const TYPES: Readonly<Record<string, TextColumn['type']>> = {
  text: 'text',
  varchar: 'text',
  _text: 'texts',
  json: 'json',
  jsonb: 'json',
}

/** Every table that has a `workspaceId`. */
export async function workspaceTables(db: Transaction): Promise<Table[]> {
  const found = await rows<{ name: string; key: string[]; columns: ColumnKind[] }>(
    db,
    `SELECT t.relname AS name,
       ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(no, at) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.no ORDER BY k.at) AS key,
       (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'udt', y.typname, 'nullable', NOT a.attnotnull) ORDER BY a.attnum)
          FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
     FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
     WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'workspaceId')
     ORDER BY t.relname`,
  )
  return found.map(({ name, key, columns }) => ({
    name,
    key,
    all: columns,
    texts: columns.flatMap((one) => {
      const type = TYPES[one.udt]
      return type ? [{ name: one.name, type }] : []
    }),
  }))
}

/** A name of ours in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
