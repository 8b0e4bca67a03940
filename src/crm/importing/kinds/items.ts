import { createHash } from 'node:crypto'
import { rows } from '../../../database/index.ts'
import { type Snapshot, snapshotOf } from '../../audit/audit.ts'
import type { Writer } from '../../companies/companies.ts'
import { asDate, newId } from '../../ids.ts'
import type { Owner, Owners } from '../owners.ts'
import { problemsIn, type Readers } from '../problems.ts'
import type { Entry } from '../read.ts'
import type { Planned } from '../records/batch.ts'
import { type Draft, Drafts, newIn } from '../records/draft.ts'
import type { Noun, Run } from '../records/run.ts'
import { unseenAmong } from '../records/unseen.ts'
import { customerIn, customersFor, type FoundCustomer, type SaidCustomer } from './customers.ts'
import type { ItemKind, ItemNoun, ItemWhere, SaidItem } from './kind.ts'
import { makeMissing } from './missing.ts'
import { ITEM_TABLES } from './tables.ts'

/** A row of such a kind, understood without the database. */
export interface ItemRow {
  line: number
  faults: string[]
  entry: Entry
  customer: SaidCustomer
  item?: SaidItem & { externalId: string }
  owner?: string
}

export function itemRow(kind: ItemKind, entry: Entry, where: ItemWhere): ItemRow {
  const faults: string[] = []
  const said = kind.said(entry, where, faults)
  return {
    ...{ line: entry.line, faults, entry, customer: customerIn(entry), owner: entry.values.owner },
    ...(said && {
      item: {
        ...said,
        externalId:
          said.externalId
            ?.trim()
            .replace(/^zcrm_/, '')
            .slice(0, 200) || printOf(entry),
      },
    }),
  }
}

/** By what a row without an id is known again: what it says, but for whether that is done by now and who does it. */
function printOf({ values }: Entry): string {
  const { status: _, owner: __, 'done on': ___, ...said } = values
  const text = JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `#${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
}

export interface Taking {
  kind: ItemKind
  owners: Owners
  /** The importer, who has what nobody else is named for. */
  by: Owner
  readers: Readers
  /** Companies and people that a row names, and that are not here, are made. */
  createMissing: boolean
}

/** Finds out whose the rows are and what is to stand; only the customers that were missing are written by then. */
export async function planItems(writer: Writer, run: Run, all: readonly ItemRow[], taking: Taking): Promise<Planned> {
  const drafts = new Map<Noun, Drafts>()
  const batch: Required<Planned> = { drafts, joined: [], faults: [], children: [], missing: 0 }
  for (const { line, faults } of all) for (const what of faults) batch.faults.push([line, what])
  const said = all.filter((one): one is Required<ItemRow> => one.item !== undefined)
  const customers = await customersFor(
    writer,
    run,
    said.map(({ customer }) => customer),
  )
  if (taking.createMissing) for (const [noun, made] of await makeMissing(writer, run, said, customers)) drafts.set(noun, made)
  const standing = await standingFor(writer, run, said)
  for (const [noun, known] of standing) drafts.set(noun, known)
  for (const row of said) {
    const customer = customers.get(row.line)!
    const owner = row.owner ? taking.owners.named(row.owner) : undefined
    const why = refusal(row, customer, taking, writer)
    if (why) batch.faults.push([row.line, why])
    if (customer.unseen !== undefined) continue
    if (!isTaken(row, customer, taking)) {
      if (isNamed(row) && !customer.several) batch.missing++
      continue
    }
    const { draft, noun } = taken(writer, run, row, { customer, owner, by: taking.by, owners: taking.owners }, standing)
    if (draft.isUnseen) {
      batch.faults.push([row.line, problemsIn(writer.locale).unseen(row.item.externalId)])
      continue
    }
    const earlier = run.touched[noun].lineOf(draft.id) ?? draft.line
    if (earlier && earlier !== row.line) batch.joined.push({ line: row.line, with: earlier })
    draft.line ||= row.line
  }
  return batch
}

const isNamed = ({ customer }: ItemRow) =>
  customer.company || customer.domain || customer.companyIds.length > 0 || customer.people.length > 0

/** A row stands with whom of those it names is known. One that names nobody is taken where it need not be anybody's. */
const isTaken = (row: ItemRow, { companyId, contactId }: FoundCustomer, { kind }: Taking) =>
  companyId !== null || contactId !== null || (!isNamed(row) && !kind.needsCustomer)

function refusal(row: ItemRow, found: FoundCustomer, taking: Taking, { locale }: Writer): string | undefined {
  const { several, missing } = found
  const words = problemsIn(locale)
  if (found.unseen !== undefined) return words.unseen(found.unseen)
  const isKnown = isTaken(row, found, taking)
  if (several) return isKnown ? words.restTaken(words.severalCustomers(several)) : words.severalCustomers(several)
  if (!isNamed(row)) return isKnown ? undefined : words.nobodyNamed
  const { person } = missing
  if (isKnown && !person) return undefined
  const { company, domain, companyIds } = row.customer
  const who = [
    person?.name ?? person?.email ?? person?.externalId,
    missing.company && (company ?? domain ?? companyIds[0]),
  ].filter(Boolean)
  if (!who.length) return undefined
  return isKnown ? words.withoutPerson(who.join(', ')) : words.unknownCustomer(who.join(', '), taking.readers.by)
}

async function standingFor(writer: Writer, run: Run, said: readonly Required<ItemRow>[]): Promise<Map<ItemNoun, Drafts>> {
  const found = new Map<ItemNoun, Drafts>()
  const { db, workspace } = writer
  const ids = [...new Set(said.map(({ item }) => item.externalId))]
  for (const noun of new Set(said.flatMap(({ item }) => Object.keys(item.as) as ItemNoun[]))) {
    const { table, standing } = ITEM_TABLES[noun]
    const drafts = new Drafts(keysOfItem)
    if (!run.preview)
      await rows(
        db,
        `SELECT 1 FROM ${table} WHERE "workspaceId" = $1::uuid AND source = $2 AND "externalId" = ANY($3::text[]) ORDER BY id FOR UPDATE`,
        [workspace.id, run.source, ids],
      )
    const where = { workspaceId: workspace.id, source: run.source, externalId: { in: ids }, archivedAt: null }
    const known = (await standing(db, where)).map(snapshotOf)
    // An export of ours names a record by its own id.
    const ours = ids.filter((id) => UUID.test(id))
    const named = ours.length ? await standing(db, { workspaceId: workspace.id, id: { in: ours }, archivedAt: null }) : []
    const all = [...known, ...named.map(snapshotOf)]
    const unseen = await unseenAmong(
      writer,
      run,
      noun,
      all.map(({ id }) => String(id)),
    )
    for (const before of all) {
      const id = String(before.id)
      drafts.put({ id, before, after: before, line: 0, isUnseen: unseen.has(id) })
      if (ours.includes(id)) drafts.alsoUnder(keyOf(id), id)
    }
    for (const id of ids)
      for (const row of run.wouldBe(noun, [keyOf(id)])) drafts.put({ id: String(row.id), before: row, after: row, line: 0 })
    found.set(noun, drafts)
  }
  return found
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const keyOf = (externalId: unknown) => `x:${externalId}`
export const keysOfItem = ({ externalId }: Snapshot): string[] => [keyOf(externalId)]

interface Whose extends Pick<Taking, 'owners' | 'by'> {
  customer: FoundCustomer
  /** Whom the row names as its owner, if that is a member. */
  owner: Owner | undefined
}

function taken(
  writer: Writer,
  run: Run,
  { line, item }: Required<ItemRow>,
  { customer, owner: named, owners, by }: Whose,
  standing: ReadonlyMap<ItemNoun, Drafts>,
): { draft: Draft; noun: ItemNoun } {
  const nouns = Object.keys(item.as) as ItemNoun[]
  // What stands under its id stays what it is: an open task that is done by now does not become a call.
  const known = nouns.flatMap((noun) =>
    standing
      .get(noun)!
      .under(keyOf(item.externalId))
      .map((draft) => ({ noun, draft })),
  )[0]
  const noun = known?.noun ?? item.noun
  const table = ITEM_TABLES[noun]
  const drafts = standing.get(noun)!
  const said = { ...item.as[noun], ...table.filed(customer), ...(named && { [table.owner]: named.id }) }
  const at = asDate(writer.now).toISOString()
  if (!known) {
    const owner = named ?? by
    const begin: Snapshot = { ...table.begins(owner, by), ...item.otherwise?.[noun], ...given(said), [table.owner]: owner.id }
    if (table.changes.includes('custom')) begin.custom = { ...run.defaults[noun], ...(begin.custom as object | undefined) }
    const after: Snapshot = {
      ...{ workspaceId: writer.workspace.id, id: newId(writer.now), ...table.filed(customer) },
      ...{ ...begin, ...table.follows?.(begin, owner, writer.now) },
      ...{ source: run.source, externalId: item.externalId, createdAt: at, updatedAt: at, archivedAt: null },
      ...item.begins?.[noun],
    }
    return { noun, draft: drafts.put({ id: String(after.id), before: null, after, line }) }
  }
  const { draft } = known
  if (draft.isUnseen) return { noun, draft }
  const owner = named ?? owners.byId(String(draft.after[table.owner])) ?? by
  const open = Object.entries(item.otherwise?.[noun] ?? {}).filter(([name]) => draft.after[name] === null)
  const change = newIn(draft.after, { ...Object.fromEntries(open), ...given(said) })
  if (!Object.keys(change).length) return { noun, draft }
  const after = { ...draft.after, ...change, ...table.follows?.(change, owner, writer.now), updatedAt: at }
  return { noun, draft: drafts.put({ ...draft, after }) }
}

const given = (columns: object): Snapshot =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined))
