import { rows, type Sql, sql, verbatim } from '../../database/index.ts'
import type { Kind, Reader } from './wish.ts'

/** What no file is to hold: what a name is found by, and which workspace it is. The words of a note, by which it is found, are a generated column. */
const OURS = ['workspaceId', 'searchName', 'nameTokens', 'nameRules']

/** In SQL, the columns of a kind's row `x` that go out: those of these names, else all of them, later ones too. Days and moments come as text: it takes less to write them down here than to read them there. */
export async function columnsFor({ db }: Reader, kind: Kind, named?: readonly string[]): Promise<Sql> {
  const { text, values } = sql`SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${kind} AND is_generated = 'NEVER' AND column_name <> ALL(${OURS}::text[])
    ORDER BY ordinal_position`
  const columns = await rows<{ name: string; type: string }>(db, text, values)
  const taken = named ? columns.filter(({ name }) => name === 'id' || named.includes(name)) : columns
  return verbatim(taken.map(({ name, type }) => `${AS_TEXT[type]?.(`x."${name}"`) ?? `x."${name}"`} AS "${name}"`).join(', '))
}

const AS_TEXT: Readonly<Record<string, (column: string) => string>> = {
  date: (column) => `${column}::text`,
  'timestamp with time zone': (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}
