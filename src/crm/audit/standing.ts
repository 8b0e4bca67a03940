import type { Context } from '../../bot/context.ts'
import { asDate } from '../ids.ts'
import { type Kept, type Noun, type Snapshot, snapshotOf } from './audit.ts'
import { goneOf, type Obstacle, overtakenBy, usedOf } from './obstacle.ts'
import { BELONGS_TO, columnsOf, only, overtakenColumns, together } from './overtaken.ts'
import { nameOfRow, tableOf, whereOf } from './tables.ts'

/** The rows that changes are about, as they stand or would stand. */
export type Standing = Map<string, Snapshot>

type Asking = Pick<Context, 'db' | 'workspace' | 'now'>

/** As they stand now; a transaction that is to change them keeps them still. */
export async function standingOf({ db, workspace }: Asking, changes: readonly Kept[], still: boolean): Promise<Standing> {
  const found: Standing = new Map()
  for (const noun of [...new Set(changes.map((one) => one.noun))].sort()) {
    if (noun === 'merge') continue
    const ours = changes.filter((one) => one.noun === noun)
    if (still && noun in LOCKED) {
      const ids = [...new Set(ours.map((one) => one.entityId))]
      const lock = `SELECT 1 FROM ${LOCKED[noun]} WHERE "workspaceId" = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`
      await db.$executeRawUnsafe(lock, workspace.id, ids)
    }
    for (const row of await tableOf(db, noun).findMany({ where: whereOf(workspace.id, noun, ours) })) {
      const kept = snapshotOf(row)
      found.set(nameOfRow({ noun, entityId: String(kept.id), before: null, after: kept }), kept)
    }
  }
  return found
}

const LOCKED: Partial<Record<Noun, string>> = {
  company: 'companies',
  contact: 'contacts',
  activity: 'activities',
  task: 'tasks',
  deal: 'deals',
}

/** The row once a change is taken back. */
export function takenBack(change: Kept, now: Snapshot, at: Context['now']): Snapshot {
  if (change.before) return { ...now, ...together(now, only(change.before, columnsOf(change))) }
  return { ...now, ...gone(change.noun, at) }
}

/** What a row that was made by a change is once that is taken back. */
export const gone = (noun: Noun, now: Context['now']): Snapshot =>
  noun === 'member' ? { active: false } : { archivedAt: asDate(now).toISOString() }

/** What stands in the way of taking these changes back together, the last one first; undefined when nothing does. Changes nothing. */
export async function obstacleTo(asking: Asking, changes: readonly Kept[], standing: Standing): Promise<Obstacle | undefined> {
  const then: Standing = new Map(standing)
  const touched = new Map<string, { columns: Set<string> }>()
  for (const change of changes.toReversed()) {
    if (change.noun === 'merge') continue
    const name = nameOfRow(change)
    const now = then.get(name)
    if (!change.after) {
      if (now) return overtakenBy(asking, change, changes, [])
      then.set(name, change.before ?? {})
      continue
    }
    // What a record was before it was merged into another is that one's by now.
    const isMergedSince = now?.mergedIntoId && !change.after.mergedIntoId
    const columns = isMergedSince ? ['mergedIntoId'] : now ? overtakenColumns(change, now) : []
    if (!now || columns.length) return overtakenBy(asking, change, changes, columns)
    then.set(name, takenBack(change, now, asking.now))
    const before = touched.get(name)?.columns ?? []
    touched.set(name, { columns: new Set([...before, ...(change.before ? columnsOf(change) : [])]) })
  }
  return (await usedOf(asking, changes, standing, then)) ?? (await missing(asking, touched, then))
}

/** A company or person that is not there any more, to which a row would go back. */
async function missing(
  asking: Asking,
  touched: ReadonlyMap<string, { columns: ReadonlySet<string> }>,
  then: Standing,
): Promise<Obstacle | undefined> {
  for (const [column, noun] of Object.entries(BELONGS_TO)) {
    const elsewhere: string[] = []
    for (const [name, { columns }] of touched) {
      const row = then.get(name)
      const id = row?.[column]
      if (!row || row.archivedAt || typeof id !== 'string' || !(columns.has(column) || columns.has('archivedAt'))) continue
      const known = then.get(`${noun} ${id}`)
      if (known?.archivedAt) return { kind: 'gone', name: String(known.name ?? '') }
      if (!known) elsewhere.push(id)
    }
    const missed = elsewhere.length ? await goneOf(asking, noun, elsewhere) : undefined
    if (missed) return missed
  }
  return undefined
}
