import { rows } from '../../../database/index.ts'
import { normalizeName } from '../../../understanding/index.ts'
import { type Snapshot, snapshotOf } from '../../audit/audit.ts'
import type { Writer } from '../../companies/companies.ts'
import { CONTACT_FIELDS, type ContactColumns } from '../../contacts/contacts.ts'
import { emptyColumns } from '../../fields/fields.ts'
import { asDate, newId } from '../../ids.ts'
import { contactFoundBy } from '../../names.ts'
import { problemsIn } from '../problems.ts'
import { type Draft, Drafts, newIn } from './draft.ts'
import { gapsOf, isLed, lead, mergedAway } from './merged.ts'
import type { Run } from './run.ts'
import type { Said } from './said.ts'
import { seenFirst, unseenAmong } from './unseen.ts'

export interface SaidContact extends Said<ContactColumns> {
  companyId: string | null
}

const aliasesOf = (row: Snapshot) => (row.aliases ?? []) as string[]
const nameOf = (row: Snapshot) => normalizeName(String(row.name))
const underName = (name: string, companyId: unknown) => `n:${normalizeName(name)}@${companyId ?? ''}`
const underId = (source: string, id: string) => `x:${source}:${id}`
export const keysOfContact = (row: Snapshot): string[] => [
  underName(String(row.name), row.companyId),
  ...((row.emails as string[] | null) ?? []).map((one) => `e:${one}`),
  ...((row.phones as string[] | null) ?? []).map((one) => `p:${one}`),
  ...(row.externalId ? [underId(String(row.source), String(row.externalId))] : []),
]

/** The standing people that these rows may speak of, locked until the batch is written. */
export async function contactsFor(writer: Writer, run: Run, said: readonly SaidContact[]): Promise<Drafts> {
  const drafts = new Drafts(keysOfContact)
  const ids = await idsFor(writer, run, said)
  const merged = await mergedAway(writer, 'contact', {
    source: run.source,
    externalIds: said.flatMap(({ externalId }) => externalId ?? []),
  })
  const found = await standing(writer, run, [...new Set([...ids, ...merged.map(({ into }) => into)])])
  // What was merged before its lock was had is found where it went.
  const missed = ids.filter((id) => !found.some((row) => row.id === id))
  const late = await mergedAway(writer, 'contact', { ids: missed })
  const more = await standing(
    writer,
    run,
    late.map(({ into }) => into).filter((id) => !found.some((row) => row.id === id)),
  )
  const standingNow = [...found, ...more]
  const unseen = await unseenAmong(
    writer,
    run,
    'contact',
    standingNow.map(({ id }) => id),
  )
  for (const row of standingNow) {
    const before = snapshotOf(row)
    drafts.put({ id: row.id, before, after: before, line: 0, isUnseen: unseen.has(row.id) })
  }
  lead(drafts, merged, (row) => [underId(String(row.source), String(row.externalId))])
  lead(drafts, late, keysOfContact)
  // What a preview would have made by now stands nowhere else.
  for (const one of said)
    for (const row of run.wouldBe('contact', keysSaid(run, one)))
      drafts.put({ id: String(row.id), before: row, after: row, line: 0 })
  return drafts
}

const keysSaid = (run: Run, { name, companyId, externalId, columns }: SaidContact): string[] => [
  underName(name, companyId),
  ...(columns.emails ?? []).map((one) => `e:${one}`),
  ...(columns.phones ?? []).map((one) => `p:${one}`),
  ...(externalId ? [underId(run.source, externalId)] : []),
]

async function idsFor({ db, workspace }: Writer, run: Run, said: readonly SaidContact[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    `SELECT c.id::text FROM unnest($2::text[], $3::uuid[]) AS w(name, company)
        ${each('x."workspaceId" = $1::uuid AND x."searchName" = w.name AND x."companyId" = w.company')}
      UNION SELECT c.id::text FROM contacts c WHERE ${STANDS} AND c."companyId" IS NULL AND c."searchName" = ANY($4::text[])
      UNION SELECT c.id::text FROM unnest($5::text[]) AS w(email) ${each('x.emails @> ARRAY[w.email]')}
      UNION SELECT c.id::text FROM unnest($6::text[]) AS w(phone) ${each('x.phones @> ARRAY[w.phone]')}
      UNION SELECT c.id::text FROM contacts c WHERE ${STANDS} AND c.source = $7 AND c."externalId" = ANY($8::text[])`,
    [
      workspace.id,
      ...pairs(said.filter(({ companyId }) => companyId)),
      said.filter(({ companyId }) => !companyId).map(({ name }) => normalizeName(name)),
      said.flatMap(({ columns }) => columns.emails ?? []),
      said.flatMap(({ columns }) => columns.phones ?? []),
      run.source,
      said.flatMap(({ externalId }) => externalId ?? []),
    ],
  )
  return found.map(({ id }) => id)
}

const STANDS = 'c."workspaceId" = $1::uuid AND c."archivedAt" IS NULL'
// One by one, by its own index: in tables that were empty a moment ago PostgreSQL has counted nothing, and would compare each row with a thousand names.
const each = (found: string) => `CROSS JOIN LATERAL (SELECT x.* FROM contacts x WHERE ${found} OFFSET 0) c WHERE ${STANDS}`

const pairs = (said: SaidContact[]) => [said.map(({ name }) => normalizeName(name)), said.map(({ companyId }) => companyId)]

async function standing({ db, workspace }: Writer, run: Run, ids: string[]) {
  if (!ids.length) return []
  if (!run.preview)
    await db.$queryRaw`SELECT 1 FROM contacts WHERE "workspaceId" = ${workspace.id}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return db.contact.findMany({
    where: { workspaceId: workspace.id, id: { in: ids }, archivedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** The person that a row speaks of, brought up to date or made; in words why not, when several could be meant. */
export function takeContact(writer: Writer, run: Run, drafts: Drafts, said: SaidContact): Draft | string {
  const found = meant(writer, run, drafts, said)
  if (typeof found === 'string') return found
  if (!found) return drafts.put({ ...created(writer, run, said), line: said.line })
  const { name, companyId, columns, externalId, ownerId } = said
  if (found.isUnseen) return problemsIn(writer.locale).unseen(name)
  const led =
    externalId !== undefined &&
    drafts.under(underId(run.source, externalId)).includes(found) &&
    isLed(found, run.source, externalId)
  const renamed = !led && ![nameOf(found.after), ...aliasesOf(found.after).map(normalizeName)].includes(normalizeName(name))
  const given = {
    ...columns,
    companyId,
    ...(renamed && { name }),
    ...(ownerId && { ownerId }),
    ...run.idFor(found.after, externalId),
  }
  const change = newIn(found.after, led ? gapsOf(found.after, columns) : given)
  if (!Object.keys(change).length) return found
  const after = {
    ...found.after,
    ...change,
    ...(renamed && contactFoundBy(name, aliasesOf(found.after))),
    updatedAt: asDate(writer.now).toISOString(),
  }
  return drafts.put({ ...found, after })
}

/** Addresses that a whole company reads: who has one is not known by it. */
const SHARED = /^(?:info|office|sales|contact|kontakt|hello|support|service|admin|mail|team|vertrieb|buero)@/

/** By the program's own id, by an e-mail address of their own, by name at a company, by a phone number and the same name. */
function meant(
  { locale }: Writer,
  run: Run,
  drafts: Drafts,
  { name, companyId, columns, externalId }: SaidContact,
): Draft | string | undefined {
  const [known] = externalId ? drafts.under(underId(run.source, externalId)) : []
  if (known) return known
  // Another id of the same program is another person, though they be called the same.
  const possible = (all: Draft[]) =>
    seenFirst(all.filter(({ after }) => !externalId || !after.externalId || after.source !== run.source))
  const isNamed = ({ after }: Draft) => nameOf(after) === normalizeName(name)
  const byEmail = (columns.emails ?? []).flatMap((one) =>
    possible(drafts.under(`e:${one}`)).filter((draft) => isNamed(draft) || !SHARED.test(one)),
  )
  const [first, other] = new Set(byEmail)
  if (first && !other) return first
  const named = possible(drafts.under(underName(name, companyId)))
  if (named.length > 1) return problemsIn(locale).people(named.length, name)
  if (named[0]) return named[0]
  const byPhone = (columns.phones ?? []).flatMap((one) => possible(drafts.under(`p:${one}`)).filter(isNamed))
  return new Set(byPhone).size === 1 ? byPhone[0] : undefined
}

function created({ workspace, me, now }: Writer, run: Run, said: SaidContact): Omit<Draft, 'line'> {
  const { name, companyId, columns, externalId, ownerId } = said
  const at = asDate(now).toISOString()
  const id = newId(now)
  const after: Snapshot = {
    ...emptyColumns(CONTACT_FIELDS),
    ...{ workspaceId: workspace.id, id, companyId, name, ...contactFoundBy(name), keepDays: null },
    ...columns,
    custom: { ...run.defaults.contact, ...columns.custom },
    ...{ ownerId: ownerId ?? me.id, source: run.source, externalId: externalId ?? null },
    ...{ createdById: me.id, createdAt: at, updatedAt: at, archivedAt: null },
  }
  return { id, before: null, after }
}
