import { rows } from '../../../database/index.ts'
import { normalizeName } from '../../../understanding/index.ts'
import { snapshotOf } from '../../audit/audit.ts'
import type { Writer } from '../../companies/companies.ts'
import { asDate } from '../../ids.ts'
import { problemsIn } from '../problems.ts'
import type { Child } from './batch.ts'
import type { Draft } from './draft.ts'
import { mergedAway } from './merged.ts'
import type { Run } from './run.ts'
import { write } from './write.ts'

/** Deeper than any group of companies is. */
const DEEPEST = 50

/** Links companies to the parents that their rows name, now that all rows are taken, in whatever order they stood; gives what is wrong, by line. */
export async function linkParents(writer: Writer, run: Run, children: readonly Child[]): Promise<[number, string][]> {
  const faults: [number, string][] = []
  const say = problemsIn(writer.locale)
  const found = await parentsNamed(writer, run, children)
  const above = await parentOf(writer, [...children.map(({ id }) => id), ...found.values()].flat())
  const linked = new Map<string, string>()
  for (const { line, id, parent } of children) {
    const called = parent.name ?? parent.externalId ?? ''
    const [one, other] = found.get(keyOf(parent)) ?? []
    if (!one) faults.push([line, say.noParent(called)])
    else if (other) faults.push([line, say.parents(called)])
    else if (isAbove(above, id, one)) faults.push([line, say.below(called)])
    else if (above.get(id) !== one) {
      above.set(id, one)
      linked.set(id, one)
    }
  }
  await link(writer, linked, run.preview)
  for (const { id, line } of children) if (linked.has(id)) run.touched.company.note(id, line, 'updated')
  return faults
}

const keyOf = ({ name, externalId }: Child['parent']) => (externalId ? `x:${externalId}` : `n:${normalizeName(name ?? '')}`)

async function parentsNamed({ db, workspace }: Writer, run: Run, children: readonly Child[]): Promise<Map<string, string[]>> {
  const parents = children.map(({ parent }) => parent)
  const names = [...new Set(parents.map(({ name }) => normalizeName(name ?? '')))]
  const found = await rows<{ key: string; id: string }>(
    db,
    `SELECT 'n:' || "searchName" AS key, id::text FROM companies
      WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND "searchName" = ANY($2::text[])
      UNION SELECT 'x:' || "externalId", id::text FROM companies
      WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND source = $3 AND "externalId" = ANY($4::text[])`,
    [workspace.id, names, run.source, parents.flatMap(({ externalId }) => externalId ?? [])],
  )
  const ids = new Map<string, string[]>()
  const add = (key: string, id: string) => ids.set(key, [...new Set([...(ids.get(key) ?? []), id])])
  for (const { key, id } of found) add(key, id)
  for (const name of names) for (const id of run.aliases.get(name) ?? []) add(`n:${name}`, id)
  const externalIds = parents.flatMap(({ externalId }) => externalId ?? [])
  for (const { row, into } of await mergedAway({ db, workspace }, 'company', { source: run.source, externalIds }))
    add(`x:${row.externalId}`, into)
  for (const { name, externalId } of parents)
    for (const row of run.wouldBe('company', [`n:${normalizeName(name ?? '')}`, `x:${run.source}:${externalId}`]))
      add(keyOf({ name, externalId }), String(row.id))
  return ids
}

/** The parents of these companies, and theirs, as they stand. */
async function parentOf({ db, workspace }: Writer, ids: string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; parent: string }>(
    db,
    `WITH RECURSIVE up AS (
        SELECT id, "parentId", 1 AS depth FROM companies WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[])
        UNION SELECT c.id, c."parentId", up.depth + 1 FROM up JOIN companies c ON c."workspaceId" = $1::uuid AND c.id = up."parentId"
          WHERE up.depth < ${DEEPEST})
      SELECT DISTINCT id::text, "parentId"::text AS parent FROM up WHERE "parentId" IS NOT NULL`,
    [workspace.id, ids],
  )
  return new Map(found.map(({ id, parent }) => [id, parent]))
}

/** Whether a company is `of` itself, or its parent, or its parent's parent … */
function isAbove(above: ReadonlyMap<string, string>, company: string, of: string): boolean {
  let at: string | undefined = of
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at === company) return true
    at = above.get(at)
  }
  return false
}

async function link(writer: Writer, linked: ReadonlyMap<string, string>, preview: boolean): Promise<void> {
  const { db, workspace, now } = writer
  const standing = preview
    ? []
    : await db.company.findMany({ where: { workspaceId: workspace.id, id: { in: [...linked.keys()] }, archivedAt: null } })
  const drafts = standing.map((row): Draft => {
    const before = snapshotOf(row)
    const after = { ...before, parentId: linked.get(row.id)!, updatedAt: asDate(now).toISOString() }
    return { id: row.id, before, after, line: 0 }
  })
  await write(writer, 'company', drafts)
}
