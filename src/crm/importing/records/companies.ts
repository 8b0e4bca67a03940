import { rows } from '../../../database/index.ts'
import { normalizeName } from '../../../understanding/index.ts'
import { type Snapshot, snapshotOf } from '../../audit/audit.ts'
import { COMPANY_FIELDS, type CompanyColumns, type Writer } from '../../companies/companies.ts'
import { emptyColumns } from '../../fields/fields.ts'
import { asDate, newId } from '../../ids.ts'
import { companyFoundBy } from '../../names.ts'
import { problemsIn } from '../problems.ts'
import { type Draft, Drafts, newIn } from './draft.ts'
import { gapsOf, isLed, lead, mergedAway } from './merged.ts'
import type { Run } from './run.ts'
import type { Said } from './said.ts'
import { seenFirst, unseenAmong } from './unseen.ts'

export type SaidCompany = Said<CompanyColumns>

const underName = (name: string) => `n:${normalizeName(name)}`
const underId = (source: string, id: string) => `x:${source}:${id}`
export const keysOfCompany = (row: Snapshot): string[] => [
  ...[row.name, ...((row.aliases as string[] | null) ?? [])].map((one) => underName(String(one))),
  ...(row.externalId ? [underId(String(row.source), String(row.externalId))] : []),
]

/** The standing companies that these rows may speak of, locked until the batch is written. */
export async function companiesFor(writer: Writer, run: Run, said: readonly SaidCompany[]): Promise<Drafts> {
  const drafts = new Drafts(keysOfCompany)
  const ids = await idsFor(writer, run, said)
  const merged = await mergedAway(writer, 'company', {
    source: run.source,
    externalIds: said.flatMap(({ externalId }) => externalId ?? []),
  })
  const found = await standing(writer, run, [...new Set([...ids, ...merged.map(({ into }) => into)])])
  // What was merged before its lock was had is found where it went.
  const missed = ids.filter((id) => !found.some((row) => row.id === id))
  const late = await mergedAway(writer, 'company', { ids: missed })
  const more = await standing(
    writer,
    run,
    late.map(({ into }) => into).filter((id) => !found.some((row) => row.id === id)),
  )
  const standingNow = [...found, ...more]
  const unseen = await unseenAmong(
    writer,
    run,
    'company',
    standingNow.map(({ id }) => id),
  )
  for (const row of standingNow) {
    const before = snapshotOf(row)
    drafts.put({ id: row.id, before, after: before, line: 0, isUnseen: unseen.has(row.id) })
  }
  lead(drafts, merged, (row) => [underId(String(row.source), String(row.externalId))])
  lead(drafts, late, keysOfCompany)
  // What a preview would have made by now stands nowhere else.
  for (const one of said)
    for (const row of run.wouldBe('company', keysSaid(run, one)))
      drafts.put({ id: String(row.id), before: row, after: row, line: 0 })
  return drafts
}

const keysSaid = (run: Run, { name, externalId }: SaidCompany): string[] => [
  underName(name),
  ...(externalId ? [underId(run.source, externalId)] : []),
]

async function idsFor({ db, workspace }: Writer, run: Run, said: readonly SaidCompany[]): Promise<string[]> {
  const names = [...new Set(said.map(({ name }) => normalizeName(name)))]
  const external = said.flatMap(({ externalId }) => externalId ?? [])
  const found = await rows<{ id: string }>(
    db,
    `SELECT id::text FROM companies WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND "searchName" = ANY($2::text[])
      UNION SELECT id::text FROM companies
      WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND source = $3 AND "externalId" = ANY($4::text[])`,
    [workspace.id, names, run.source, external],
  )
  return [...new Set([...found.map(({ id }) => id), ...names.flatMap((name) => run.aliases.get(name) ?? [])])]
}

async function standing({ db, workspace }: Writer, run: Run, ids: string[]) {
  if (!ids.length) return []
  if (!run.preview)
    await db.$queryRaw`SELECT 1 FROM companies WHERE "workspaceId" = ${workspace.id}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return db.company.findMany({
    where: { workspaceId: workspace.id, id: { in: ids }, archivedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** The company that a row speaks of, brought up to date or made; in words why not, when several could be meant. */
export function takeCompany(writer: Writer, run: Run, drafts: Drafts, said: SaidCompany): Draft | string {
  const { name, externalId } = said
  const [known] = externalId ? drafts.under(underId(run.source, externalId)) : []
  // Another id of the same program is another company, though it be called the same.
  const named = seenFirst(
    drafts.under(underName(name)).filter(({ after }) => !externalId || !after.externalId || after.source !== run.source),
  )
  if (!known && named.length > 1) return problemsIn(writer.locale).companies(named.length, name)
  const draft = known ?? named[0]
  if (!draft) return drafts.put({ ...created(writer, run, said), line: said.line })
  if (draft.isUnseen) return problemsIn(writer.locale).unseen(name)
  const led = known && isLed(known, run.source, externalId)
  const renamed = known && !led && !drafts.under(underName(name)).includes(known)
  const given = {
    ...said.columns,
    ...(renamed && { name }),
    ...(said.ownerId && { ownerId: said.ownerId }),
    ...run.idFor(draft.after, externalId),
  }
  const change = newIn(draft.after, led ? gapsOf(draft.after, said.columns) : given)
  if (!Object.keys(change).length) return draft
  const after = { ...draft.after, ...change, updatedAt: asDate(writer.now).toISOString() }
  if (renamed) Object.assign(after, companyFoundBy(name, (after as unknown as { aliases: string[] }).aliases))
  return drafts.put({ ...draft, after })
}

function created(
  { workspace, me, now }: Writer,
  run: Run,
  { name, columns, externalId, ownerId }: SaidCompany,
): Omit<Draft, 'line'> {
  const at = asDate(now).toISOString()
  const id = newId(now)
  const { revenue, ...facts } = columns
  const after: Snapshot = {
    ...{ workspaceId: workspace.id, id, name, ...companyFoundBy(name), aliases: [], keepDays: null },
    ...emptyColumns(COMPANY_FIELDS),
    ...facts,
    custom: { ...run.defaults.company, ...facts.custom },
    ...{ revenue: revenue == null ? null : String(revenue), ownerId: ownerId ?? me.id },
    ...{ source: run.source, externalId: externalId ?? null, createdById: me.id, createdAt: at, updatedAt: at, archivedAt: null },
  }
  return { id, before: null, after }
}
