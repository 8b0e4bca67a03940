import type { Context } from '../../bot/context.ts'
import { rows, sql } from '../../database/index.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { companySeen, contactSeen, type Viewer } from '../visibility.ts'
import { KINDS } from './kinds.ts'

/** How a person stands to another, seen from the one. */
export interface Related {
  id: string
  kind: string
  /** The one it is seen from stands at its beginning: `reports to`, not `manages`. */
  isFrom: boolean
  otherId: string
  otherName: string
  companyName: string | null
}

type Reader = Pick<Context, 'db'> & Viewer & { workspace: { id: string } }

/** How a person stands to others whom the asker sees. */
export async function relationsOf(reader: Reader, contactId: string, take = 25): Promise<Related[]> {
  const { db, workspace } = reader
  const half = (isFrom: boolean) => {
    const [mine, theirs] = isFrom ? [sql`r."fromId"`, sql`r."toId"`] : [sql`r."toId"`, sql`r."fromId"`]
    return sql`SELECT r.id::text, r.kind, ${isFrom}::boolean AS "isFrom", p.id::text AS "otherId", p.name AS "otherName", o.name AS "companyName" FROM relations r
      JOIN contacts p ON p."workspaceId" = r."workspaceId" AND p.id = ${theirs} AND p."archivedAt" IS NULL${contactSeen(reader, 'p')}
      LEFT JOIN companies o ON o."workspaceId" = p."workspaceId" AND o.id = p."companyId" AND o."archivedAt" IS NULL${companySeen(reader, 'o')}
      WHERE r."workspaceId" = ${workspace.id}::uuid AND ${mine} = ${contactId}::uuid AND r."archivedAt" IS NULL`
  }
  const { text, values } = sql`${half(true)} UNION ALL ${half(false)} ORDER BY "otherName", 1 LIMIT ${take}`
  return rows<Related>(db, text, values)
}

/** Writes how two people stand to each other; undefined when that stands already. */
export async function relate(context: Context, { from, to, kind }: { from: string; to: string; kind: string }) {
  const { db, workspace, me, now } = context
  // What is the same both ways stands once.
  const ways = KINDS[kind]?.back
    ? [{ fromId: from, toId: to }]
    : [
        { fromId: from, toId: to },
        { fromId: to, toId: from },
      ]
  const same = await db.relation.findFirst({ where: { workspaceId: workspace.id, kind, archivedAt: null, OR: ways } })
  if (same) return undefined
  const row = await db.relation.create({
    data: { workspaceId: workspace.id, id: newId(now), fromId: from, toId: to, kind, createdById: me.id, createdAt: asDate(now) },
  })
  await record(context, { noun: 'relation', id: row.id, before: null, after: row })
  return row
}

/** Takes a relation away, with the audit row. */
export async function unrelate(context: Context, id: string): Promise<void> {
  const { db, workspace, now } = context
  const where = { workspaceId_id: { workspaceId: workspace.id, id } }
  const before = await db.relation.findUniqueOrThrow({ where })
  const after = await db.relation.update({ where, data: { archivedAt: asDate(now) } })
  await record(context, { noun: 'relation', id, before, after })
}
