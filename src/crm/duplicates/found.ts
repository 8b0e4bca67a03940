import type { Context } from '../../bot/context.ts'
import { type Sql, sql } from '../../database/index.ts'
import { companySeen, contactSeen, type Viewer } from '../visibility.ts'
import { likenessOf } from './compare.ts'
import type { Likeness } from './likeness.ts'
import { type Kind, type Scope, type Standing, standing } from './records.ts'

/** Two records that are perhaps one, the older first. */
export interface FoundPair extends Likeness {
  kind: Kind
  one: Standing
  other: Standing
}

interface Row {
  kind: Kind
  oneId: string
  otherId: string
  score: number
}

/** Where a page ends: a pair's score and ids, as a button carries it. */
export const placeOf = ({ score, oneId, otherId }: Pick<Row, 'score' | 'oneId' | 'otherId'>): string =>
  `${score} ${oneId} ${otherId}`
const PLACE = /^(\d{1,3}) ([0-9a-f-]{36}) ([0-9a-f-]{36})$/

/** Pairs that one sees both of, the likest first, those behind a place; and where the next page begins, if there is one. */
export async function pairsFound(
  context: Scope & Viewer,
  { kind, after, most }: { kind?: Kind; after?: string; most: number },
): Promise<{ pairs: FoundPair[]; next?: string }> {
  const found = await context.db.$queryRaw<Row[]>`
    SELECT d.kind, d."oneId"::text AS "oneId", d."otherId"::text AS "otherId", d.score FROM duplicate_pairs d
    WHERE d."workspaceId" = ${context.workspace.id}::uuid ${kind ? sql`AND d.kind = ${kind}` : sql``} ${behind(after)}
      AND ${bothSeen(context)} AND NOT EXISTS (SELECT FROM distinctions n WHERE n."workspaceId" = d."workspaceId" AND n."oneId" = d."oneId"
        AND n."otherId" = d."otherId" AND n.facts = d.facts AND n."archivedAt" IS NULL)
    ORDER BY d.score DESC, d."oneId", d."otherId" LIMIT ${most + 1}`
  const here = found.slice(0, most)
  const records = new Map<string, Standing>()
  for (const one of ['company', 'contact'] as const) {
    const ids = here.filter((row) => row.kind === one).flatMap(({ oneId, otherId }) => [oneId, otherId])
    for (const [id, record] of await standing(context, one, [...new Set(ids)])) records.set(id, record)
  }
  const pairs = here.flatMap((row): FoundPair[] => {
    const [one, other] = [records.get(row.oneId), records.get(row.otherId)]
    // What they are by now is what is said of them; the score is that of the last look, by which the list is in order.
    return one && other
      ? [{ kind: row.kind, one, other, reasons: likenessOf(row.kind, one, other).reasons, score: row.score }]
      : []
  })
  return { pairs, ...(found.length > most && { next: placeOf(here.at(-1)!) }) }
}

function behind(after: string | undefined): Sql {
  const [, score, one, other] = PLACE.exec(after ?? '') ?? []
  if (!score) return sql``
  return sql`AND (d.score < ${Number(score)} OR (d.score = ${Number(score)} AND (d."oneId", d."otherId") > (${one}::uuid, ${other}::uuid)))`
}

const bothSeen = (
  viewer: Viewer,
): Sql => sql`CASE d.kind WHEN 'company' THEN ${seen(viewer, 'company', sql`d."oneId"`)} AND ${seen(viewer, 'company', sql`d."otherId"`)}
  ELSE ${seen(viewer, 'contact', sql`d."oneId"`)} AND ${seen(viewer, 'contact', sql`d."otherId"`)} END`

const seen = (viewer: Viewer, kind: Kind, id: Sql): Sql =>
  kind === 'company'
    ? sql`EXISTS (SELECT FROM companies x WHERE x."workspaceId" = d."workspaceId" AND x.id = ${id} AND x."archivedAt" IS NULL${companySeen(viewer, 'x')})`
    : sql`EXISTS (SELECT FROM contacts x WHERE x."workspaceId" = d."workspaceId" AND x.id = ${id} AND x."archivedAt" IS NULL${contactSeen(viewer, 'x')})`

/** How many records are still to be held against the others. */
export async function stillToLookAt({ db, workspace }: Pick<Context, 'db' | 'workspace'>): Promise<number> {
  return db.duplicateMark.count({ where: { workspaceId: workspace.id } })
}
