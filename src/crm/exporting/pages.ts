import { prepared, rows, type Sql, sql, verbatim } from '../../database/index.ts'
import { activitySeen, companySeen, contactSeen, dealSeen, taskSeen } from '../visibility.ts'
import { columnsFor } from './columns.ts'
import type { Kind, Reader, Wish } from './wish.ts'

/** Rows read at once: of a million activities no more are ever held, and making a page of them keeps nobody else waiting. */
const PAGE = 500
/** Ids looked for at once: a filter is asked that seldom. */
const IDS = 10_000

const SEEN = {
  companies: companySeen,
  contacts: contactSeen,
  deals: dealSeen,
  activities: activitySeen,
  tasks: taskSeen,
} as const

/** What is asked beside a row's own columns: what those are called whose ids it holds, as far as they are seen. */
const joinsOf = (reader: Reader): Readonly<Record<Kind, { names: Sql; from: Sql }>> => ({
  companies: {
    names: sql`o.name AS "ownerName", p.name AS "parentName"`,
    from: sql`LEFT JOIN members o ON o."workspaceId" = x."workspaceId" AND o.id = x."ownerId"
      LEFT JOIN companies p ON p."workspaceId" = x."workspaceId" AND p.id = x."parentId" AND p."archivedAt" IS NULL${companySeen(reader, 'p')}`,
  },
  contacts: {
    names: sql`o.name AS "ownerName", c.name AS "companyName"`,
    from: sql`LEFT JOIN members o ON o."workspaceId" = x."workspaceId" AND o.id = x."ownerId"
      LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${companySeen(reader, 'c')}`,
  },
  deals: {
    names: sql`o.name AS "ownerName", c.name AS "companyName", p.name AS "contactName"`,
    from: sql`LEFT JOIN members o ON o."workspaceId" = x."workspaceId" AND o.id = x."ownerId"
      LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId" AND c."archivedAt" IS NULL${companySeen(reader, 'c')}
      LEFT JOIN contacts p ON p."workspaceId" = x."workspaceId" AND p.id = x."contactId" AND p."archivedAt" IS NULL${contactSeen(reader, 'p')}`,
  },
  activities: {
    names: sql`m.name AS "memberName", c.name AS "companyName", p.name AS "contactName",
      CASE WHEN x."otherContactIds" <> '{}' THEN (SELECT string_agg(o.name, ', ' ORDER BY o.name) FROM contacts o WHERE o."workspaceId" = x."workspaceId" AND o.id = ANY(x."otherContactIds")${contactSeen(reader, 'o')}) END AS "otherNames",
      to_char(x."occurredAt" AT TIME ZONE x.zone, 'YYYY-MM-DD') AS day, CASE WHEN NOT x."dayOnly" THEN to_char(x."occurredAt" AT TIME ZONE x.zone, 'HH24:MI') END AS clock`,
    from: sql`LEFT JOIN members m ON m."workspaceId" = x."workspaceId" AND m.id = x."memberId"
      LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId"${companySeen(reader, 'c')}
      LEFT JOIN contacts p ON p."workspaceId" = x."workspaceId" AND p.id = x."contactId"${contactSeen(reader, 'p')}`,
  },
  tasks: {
    names: sql`o.name AS "ownerName", b.name AS "createdByName", c.name AS "companyName", p.name AS "contactName"`,
    from: sql`LEFT JOIN members o ON o."workspaceId" = x."workspaceId" AND o.id = x."ownerId"
      LEFT JOIN members b ON b."workspaceId" = x."workspaceId" AND b.id = x."createdById"
      LEFT JOIN companies c ON c."workspaceId" = x."workspaceId" AND c.id = x."companyId"${companySeen(reader, 'c')}
      LEFT JOIN contacts p ON p."workspaceId" = x."workspaceId" AND p.id = x."contactId"${contactSeen(reader, 'p')}`,
  },
})

export type Row = Record<string, unknown> & { id: string }

/** The rows of a kind, a page at a time, in the order they were made. What is added meanwhile may come with them; no row comes twice. `named`: the columns that are looked at, where not all are. */
export async function* rowsOf(reader: Reader, wish: Wish, named?: readonly string[]): AsyncGenerator<Row[]> {
  const columns = await columnsFor(reader, wish.kind, named)
  for await (const ids of idsOf(reader, wish)) {
    const { text, values } = sql`${these(reader, wish.kind, columns, ids)} ORDER BY x.id`
    const page = await prepared<Row>(reader.db, text, values)
    if (page.length) yield page
  }
}

/** So many rows as lines of JSON. */
export interface Lines {
  text: string
  rows: number
}

/** The same as lines of JSON, which PostgreSQL writes: a page is one value, of which nothing is taken apart here. An admin's own fields come by their names, where there are any. */
export async function* linesOf(reader: Reader, wish: Wish, custom: ReadonlyMap<string, string>): AsyncGenerator<Lines> {
  const columns = await columnsFor(reader, wish.kind)
  const fields = custom.size
    ? sql`, coalesce((SELECT json_object_agg(f.label, v.value) FROM jsonb_each(x.custom) v
        JOIN unnest(${[...custom.keys()]}::text[], ${[...custom.values()]}::text[]) f(id, label) ON f.id = v.key), '{}') AS fields`
    : verbatim('')
  for await (const ids of idsOf(reader, wish)) {
    const { text, values } =
      sql`SELECT coalesce(string_agg(row_to_json(r)::text || chr(10), '' ORDER BY r.id), '') AS text, count(*)::int AS rows
      FROM (${these(reader, wish.kind, sql`${columns}${fields}`, ids)}) r`
    const [page] = await prepared<Lines>(reader.db, text, values)
    if (page?.rows) yield page
  }
}

/** What is wanted is found a good many at a time, and read by a statement whose plan holds for any of them. It is asked for only when the earlier rows were taken. */
async function* idsOf(reader: Reader, wish: Wish): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { text, values } =
      sql`SELECT x.id::text AS id FROM ${wanted(reader, wish)} AND x.id > ${after}::uuid ORDER BY x.id LIMIT ${IDS}::int`
    const ids = (await rows<{ id: string }>(reader.db, text, values)).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += PAGE) yield ids.slice(at, at + PAGE)
    if (ids.length < IDS) return
    after = ids.at(-1)!
  }
}

/** In SQL, table and condition of what is wanted, as far as it is seen. */
function wanted(reader: Reader, { kind, since, only }: Wish): Sql {
  const changed = since ? sql` AND x."updatedAt" >= ${since}::timestamptz` : verbatim('')
  const among = only ? sql` AND x.id IN (${only})` : verbatim('')
  return sql`${verbatim(kind)} x WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL${changed}${among}${SEEN[kind](reader, 'x')}`
}

/** In SQL, rows by their ids, with the names of those whose ids they hold; what stopped being seen since its id was found is not among them. */
function these(reader: Reader, kind: Kind, columns: Sql, ids: readonly string[]): Sql {
  const { names, from } = joinsOf(reader)[kind]
  return sql`SELECT ${columns}, ${names} FROM ${verbatim(kind)} x ${from}
    WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x.id = ANY(${ids}::uuid[]) AND x."archivedAt" IS NULL${SEEN[kind](reader, 'x')}`
}

/** How many rows there are to be exported. */
export async function countOf(reader: Reader, wish: Wish): Promise<number> {
  const { text, values } = sql`SELECT count(*)::int AS count FROM ${wanted(reader, wish)}`
  const [found] = await rows<{ count: number }>(reader.db, text, values)
  return found?.count ?? 0
}
