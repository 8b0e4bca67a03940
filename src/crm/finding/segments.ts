import { type Context, isAtLeast } from '../../bot/context.ts'
import { insert, rows } from '../../database/index.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { type Filter, filterSchema } from './filter.ts'

/** A filter with a name. */
export interface Segment {
  id: string
  name: string
  /** As it was typed. */
  words: string
  filter: Filter
  /** Everybody's, or only whoever made it. */
  shared: boolean
  createdById: string
}

type Reader = Pick<Context, 'db'> & { workspace: { id: string }; me: { id: string } }

const MOST = 500

/**
 * The segments that a member may use: everybody's and their own, by name. One whose filter this version cannot read is not among them; `besides` is,
 * whosever it is.
 */
export async function segmentsOf({ db, workspace, me }: Reader, besides?: string): Promise<Segment[]> {
  const found = await rows<Omit<Segment, 'filter'> & { filter: unknown }>(
    db,
    `SELECT id::text, name, words, filter, shared, "createdById"::text FROM segments
      WHERE "workspaceId" = $1::uuid AND "archivedAt" IS NULL AND (shared OR "createdById" = $2::uuid OR id = $3::uuid) ORDER BY lower(name), id LIMIT ${MOST}`,
    [workspace.id, me.id, besides ?? null],
  )
  return found.flatMap((one) => {
    const filter = filterSchema.safeParse(one.filter)
    return filter.success ? [{ ...one, filter: filter.data }] : []
  })
}

const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** The segment of that name; one's own before another's. */
export function segmentCalled<S extends Pick<Segment, 'name' | 'createdById'>>(
  segments: readonly S[],
  name: string,
  me: { id: string },
): S | undefined {
  const called = segments.filter((one) => folded(one.name) === folded(name))
  return called.find((one) => one.createdById === me.id) ?? called[0]
}

/** Whether somebody may change a segment: who made it, and of everybody's a manager too. */
export const mayChange = (
  { me }: Pick<Context, 'me'>,
  { createdById, shared }: Pick<Segment, 'createdById' | 'shared'>,
): boolean => createdById === me.id || (shared && isAtLeast(me.role, 'manager'))

type Given = Pick<Segment, 'name' | 'words' | 'filter' | 'shared'>

/** Writes a new segment, with its audit row. */
export async function createSegment(context: Context, given: Given): Promise<Segment> {
  const { db, workspace, me, now } = context
  const row = {
    workspaceId: workspace.id,
    id: newId(now),
    ...given,
    createdById: me.id,
    createdAt: asDate(now),
    updatedAt: asDate(now),
    archivedAt: null,
  }
  await insert(db, 'segments', row)
  await record(context, { noun: 'segment', id: row.id, before: null, after: row })
  return row
}

/** Changes a segment, with its audit row. */
export async function changeSegment(context: Context, id: string, change: Partial<Given> & { archivedAt?: Date }): Promise<void> {
  const { db, workspace, now } = context
  const where = { workspaceId_id: { workspaceId: workspace.id, id } }
  const before = await db.segment.findUniqueOrThrow({ where })
  const after = await db.segment.update({ where, data: { ...change, updatedAt: asDate(now) } })
  await record(context, { noun: 'segment', id, before, after })
}
