import { rows, type Sql, sql, verbatim } from '../../database/index.ts'
import { activitySeen, companySeen, contactSeen, dealSeen, taskSeen } from '../visibility.ts'
import type { Kind, Reader, Wish } from './wish.ts'

/** Rows read at once: of a million activities no more are ever held. */
const PAGE = 2_000

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
    // Days as they are written: as a moment they would be another one elsewhere.
    names: sql`o.name AS "ownerName", c.name AS "companyName", p.name AS "contactName", x."expectedCloseDate"::text AS "expectedCloseDate", x."closedOn"::text AS "closedOn"`,
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

/** The rows of a kind, a page at a time, in the order they were made. What is added meanwhile may come with them; no row comes twice. */
export async function* rowsOf(reader: Reader, wish: Wish): AsyncGenerator<Row[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { text, values } = pageAfter(reader, wish, after)
    const page = await rows<Row>(reader.db, text, values)
    if (page.length) yield page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

function pageAfter(reader: Reader, { kind, since, only }: Wish, after: string): Sql {
  const { names, from } = joinsOf(reader)[kind]
  const changed = since ? sql` AND x."updatedAt" >= ${since}::timestamptz` : verbatim('')
  const among = only ? sql` AND x.id IN (${only})` : verbatim('')
  // The page is chosen before names are looked up, else they would be of all rows behind it.
  return sql`SELECT x.*, ${names} FROM (
      SELECT x.* FROM ${verbatim(kind)} x WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x.id > ${after}::uuid AND x."archivedAt" IS NULL${changed}${among}${SEEN[kind](reader, 'x')}
      ORDER BY x.id LIMIT ${PAGE}::int
    ) x ${from} ORDER BY x.id`
}

/** How many rows there are to be exported. */
export async function countOf(reader: Reader, { kind, since, only }: Wish): Promise<number> {
  const changed = since ? sql` AND x."updatedAt" >= ${since}::timestamptz` : verbatim('')
  const among = only ? sql` AND x.id IN (${only})` : verbatim('')
  const { text, values } = sql`SELECT count(*)::int AS count FROM ${verbatim(kind)} x
    WHERE x."workspaceId" = ${reader.workspace.id}::uuid AND x."archivedAt" IS NULL${changed}${among}${SEEN[kind](reader, 'x')}`
  const [found] = await rows<{ count: number }>(reader.db, text, values)
  return found?.count ?? 0
}
