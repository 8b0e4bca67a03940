import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import { sayAgo } from '../../understanding/index.ts'
import type { Kept, Snapshot } from './audit.ts'
import { sayColumns } from './labels.ts'
import type { Names } from './names.ts'
import { changedColumns } from './overtaken.ts'
import { sayChange } from './said.ts'
import { nameOfRow } from './tables.ts'
import { say } from './words.ts'

/** What stands in the way of taking something back. */
export type Obstacle =
  /** It was changed again: by whom, when and in which columns, as far as that is written down. */
  | { kind: 'changed'; change: Kept; columns: string[]; by?: string; at?: Date }
  /** Something else was entered for it since. */
  | { kind: 'used'; name: string }
  /** What it belongs to is not there any more. */
  | { kind: 'gone'; name: string }

type Asking = Pick<Context, 'db' | 'workspace'>
type Later = Pick<Kept, 'before' | 'after' | 'memberId' | 'at' | 'operation'>

/** How many later changes of one row are looked through for the one that stands in the way. */
const LOOKED_AT = 100

/** Who changed the row after a change, in the columns that do not stand any more. */
export async function overtakenBy(
  { db, workspace }: Asking,
  change: Kept,
  together: readonly Kept[],
  columns: string[],
): Promise<Obstacle> {
  const found = (await db.change.findMany({
    where: {
      workspaceId: workspace.id,
      noun: change.noun,
      entityId: change.entityId,
      id: { gt: change.id, notIn: together.map(({ id }) => id) },
      undoneAt: null,
    },
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: { memberId: true, at: true, before: true, after: true, operation: true },
  })) as unknown as Later[]
  const inTheWay = (one: Later) =>
    !columns.length || changedColumns(one.before ?? {}, one.after ?? {}).some((column) => columns.includes(column))
  const takesBack = (one: Later) => one.operation === 'undo' || one.operation === 'redo'
  const later = found.find((one) => inTheWay(one) && !takesBack(one)) ?? found.find(inTheWay)
  return { kind: 'changed', change, columns, ...(later?.memberId && { by: later.memberId }), ...(later && { at: later.at }) }
}

/** A company or a person that was made by these changes, and that others have entered something for since. */
export async function usedOf(
  { db, workspace }: Asking,
  changes: readonly Kept[],
  standing: ReadonlyMap<string, Snapshot>,
  then: ReadonlyMap<string, Snapshot>,
): Promise<Obstacle | undefined> {
  const going = [...then].filter(([name, row]) => row.archivedAt && !standing.get(name)?.archivedAt)
  const idsIn = (all: readonly (readonly [string, Snapshot])[], noun: string) =>
    all.flatMap(([name]) => (name.startsWith(`${noun} `) ? [name.slice(noun.length + 1)] : []))
  const made = changes.filter(({ noun, before }) => !before && (noun === 'company' || noun === 'contact'))
  if (!made.length) return undefined
  const used = await rows<{ id: string }>(db, USED, [
    workspace.id,
    idsIn(going, 'company'),
    idsIn(going, 'contact'),
    // What these changes filed under it goes back to where it was.
    [...idsIn([...then], 'activity'), ...idsIn([...then], 'task'), ...idsIn([...then], 'deal')],
    idsIn([...then], 'contact'),
  ])
  const ids = new Set(used.map(({ id }) => id))
  const one = made.find(({ entityId }) => ids.has(entityId))
  return one && { kind: 'used', name: String(then.get(nameOfRow(one))?.name ?? '') }
}

const LIVE = '"workspaceId" = $1::uuid AND "archivedAt" IS NULL'
const USED = `SELECT "companyId"::text AS id FROM activities WHERE ${LIVE} AND "companyId" = ANY($2::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT "companyId"::text FROM tasks WHERE ${LIVE} AND "companyId" = ANY($2::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT "companyId"::text FROM deals WHERE ${LIVE} AND "companyId" = ANY($2::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT "contactId"::text FROM deals WHERE ${LIVE} AND "contactId" = ANY($3::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT "companyId"::text FROM contacts WHERE ${LIVE} AND "companyId" = ANY($2::uuid[]) AND id <> ALL($5::uuid[])
  UNION SELECT "contactId"::text FROM activities WHERE ${LIVE} AND "contactId" = ANY($3::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT "contactId"::text FROM tasks WHERE ${LIVE} AND "contactId" = ANY($3::uuid[]) AND id <> ALL($4::uuid[])
  UNION SELECT o::text FROM activities, unnest("otherContactIds") AS o
    WHERE ${LIVE} AND "otherContactIds" <> '{}' AND "otherContactIds" && $3::uuid[] AND id <> ALL($4::uuid[])`

/** One of these that was taken away. */
export async function goneOf(
  { db, workspace }: Asking,
  noun: 'company' | 'contact',
  ids: string[],
): Promise<Obstacle | undefined> {
  const where = { workspaceId: workspace.id, id: { in: ids }, archivedAt: { not: null } }
  const found = noun === 'company' ? await db.company.findFirst({ where }) : await db.contact.findFirst({ where })
  return found ? { kind: 'gone', name: found.name } : undefined
}

/** What stands in the way, in words: `Bo changed the phone of Acme 20 min ago`. */
export async function sayObstacle(context: Context, obstacle: Obstacle, names: Names): Promise<string> {
  const { db, workspace, me, locale, now } = context
  const words = say(locale)
  if (obstacle.kind === 'used') return words.inUse(obstacle.name)
  if (obstacle.kind === 'gone') return words.gone(obstacle.name)
  const what = sayChange(obstacle.change, names, locale)
  const quoted = locale === 'en' ? `“${what}”` : what
  const when = sayAgo(obstacle.at ? Temporal.Instant.fromEpochMilliseconds(obstacle.at.getTime()) : now, context, locale)
  const fields = await sayColumns(context, obstacle.change.noun, obstacle.columns)
  if (obstacle.by === me.id) return words.overtakenByYou(quoted, when, fields)
  const by =
    obstacle.by && (await db.member.findFirst({ where: { workspaceId: workspace.id, id: obstacle.by }, select: { name: true } }))
  return by ? words.overtakenBy(quoted, by.name, when, fields) : words.overtaken(quoted, when, fields)
}
