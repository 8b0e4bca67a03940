import pg from 'pg'

/** What texts may hold and a copy may stumble over: COPY's own marks, quotes, line ends, other scripts, control characters. */
const AWKWARD = [
  '\\.',
  'a\tb\nc\rd',
  '\\N',
  '"{quoted}"',
  "O'Hara; DROP TABLE tasks;--",
  '王伟 🎉 Straße',
  '\u0001\b\f\v',
  '',
  ' ',
  '\n\\.\n',
  'x'.repeat(70_000),
]

const sampleOf = (type: string, n: number): unknown => {
  const text = `${AWKWARD[n % AWKWARD.length]}`
  const values: Record<string, unknown> = {
    text,
    bpchar: ['EUR', 'CNY', 'USD'][n % 3],
    uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    timestamptz: new Date(Date.UTC(2026, n % 12, 1 + (n % 28), n % 24, 0, 0, n)).toISOString(),
    int4: n,
    int8: String(9_007_199_254_740_993n + BigInt(n)),
    bytea: Buffer.from(text),
    bool: n % 2 === 0,
    numeric: `${n}.10`,
    date: `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`,
    jsonb: JSON.stringify({ text: text.replaceAll('\0', ''), list: [n, null, { deep: '\\.' }] }),
    _text: [text, 'NULL', ''],
    _int4: [n, 1],
    _uuid: [`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`],
  }
  if (!(type in values)) throw new Error(`say what a ${type} may hold`)
  return values[type]
}

export const on = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
}

const columnsOf = async (client: pg.Client): Promise<Map<string, Column[]>> => {
  const { rows } = await client.query<Column>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable = 'YES' AS nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position`,
  )
  return grouped(rows)
}

const grouped = (rows: Column[]) => {
  const tables = new Map<string, Column[]>()
  for (const one of rows) tables.set(one.table, [...(tables.get(one.table) ?? []), one])
  return tables
}

/** Fills every table of a database, whichever there are, with awkward rows. Ids of one row are all the same, so that every reference holds. */
export const fill = (url: string, from = 1, to = 2 * AWKWARD.length): Promise<string[]> =>
  on(url, async (client) => {
    const tables = await columnsOf(client)
    // No trigger adds a row of its own.
    await client.query('SET session_replication_role = replica')
    for (const [table, columns] of tables)
      for (let n = from; n <= to; n++) {
        const places = columns.map((_, at) => `$${at + 1}`)
        const values = columns.map(({ name, type, nullable }, at) => {
          if (nullable && type !== 'uuid' && (n + at) % 5 === 0) return null
          // What a table is found by differs from row to row.
          return type === 'text' && (!nullable || name.endsWith('Hash'))
            ? `${name} ${n} ${sampleOf(type, n)}`.slice(0, 2000)
            : sampleOf(type, n)
        })
        const names = columns.map(({ name }) => pg.escapeIdentifier(name))
        await client.query(`INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${places})`, values)
      }
    return [...tables.keys()]
  })

/** Every row of every table, as PostgreSQL writes it, and all that belongs to the tables: to be compared. */
export const everything = (url: string): Promise<Record<string, string[]>> =>
  on(url, async (client) => {
    const tables = await columnsOf(client)
    const found: Record<string, string[]> = {}
    for (const table of tables.keys()) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${pg.escapeIdentifier(table)} t ORDER BY 1`,
      )
      found[table] = rows.map(({ row }) => row)
    }
    const things = await client.query<{ thing: string }>(
      `SELECT pg_get_indexdef(indexrelid) AS thing FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT migration_name || checksum FROM _prisma_migrations ORDER BY 1`,
    )
    return { ...found, '': things.rows.map(({ thing }) => thing) }
  })
