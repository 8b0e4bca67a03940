import { rows } from '../../../database/index.ts'
import type { Snapshot } from '../../audit/audit.ts'
import { ledTo } from '../../audit/moved.ts'
import type { Writer } from '../../companies/companies.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Kind } from './run.ts'

/** A record that was merged into another, and which one that is. */
interface MergedAway {
  row: Snapshot
  into: string
}

type Where = { source: string; externalIds: readonly string[] } | { ids: readonly string[] }

const TABLES = { company: 'companies', contact: 'contacts' } as const

/** Records that were merged, by their ids in the program that wrote the file, or by their own. */
export async function mergedAway(
  { db, workspace }: Pick<Writer, 'db' | 'workspace'>,
  kind: Kind,
  where: Where,
): Promise<MergedAway[]> {
  const isExternal = 'source' in where
  const wanted = isExternal ? where.externalIds : where.ids
  if (!wanted.length) return []
  const found = await rows<Snapshot>(
    db,
    `SELECT id::text, name, coalesce(aliases, '{}') AS aliases, ${kind === 'contact' ? '"companyId"::text AS "companyId", ' : ''}emails, phones, source, "externalId"
      FROM ${TABLES[kind]} WHERE "workspaceId" = $1::uuid AND "mergedIntoId" IS NOT NULL
        AND ${isExternal ? 'source = $3 AND "externalId" = ANY($2::text[])' : 'id = ANY($2::uuid[])'}`,
    [workspace.id, [...wanted], ...(isExternal ? [where.source] : [])],
  )
  const led = await ledTo(
    { db, workspace },
    found.map(({ id }) => String(id)),
  )
  return found.flatMap((row) => {
    const into = led.get(String(row.id))
    return into ? [{ row, into }] : []
  })
}

/** Whoever is looked for by a key of a merged record finds the one that it was merged into. */
export function lead(drafts: Drafts, merged: readonly MergedAway[], keysOf: (row: Snapshot) => string[]): void {
  for (const { row, into } of merged) for (const key of keysOf(row)) drafts.alsoUnder(key, into)
}

/** Whether a record was found by the id of another, that was merged into it. */
export const isLed = ({ after }: Draft, source: string, externalId: string | undefined): boolean =>
  externalId !== undefined && !(after.source === source && after.externalId === externalId)

/** Of what a row says, that of which a record says nothing yet: the program still holds two, and they would take turns. */
export const gapsOf = (standing: Snapshot, columns: object): Snapshot =>
  Object.fromEntries(
    Object.entries(columns).filter(
      ([name, value]) => Array.isArray(value) || standing[name] === null || standing[name] === undefined,
    ),
  )
