import type { Context } from '../../bot/context.ts'
import type { Job, JobHouse } from '../../bot/operation.ts'
import { rows, type Sql, sql } from '../../database/index.ts'
import { filterFields } from './fields.ts'
import type { Filter } from './filter.ts'
import { type Asking, found, nounsOf } from './matching.ts'
import { segmentCalled, segmentsOf } from './segments.ts'

/** A saved segment that is to be kept in touch with, as a cadence names it. */
export interface SavedSegment {
  field: 'segment'
  /** Its id, and that of whoever asks where “me” stands in it. */
  value: string
  /** It holds the asker's own customers alone. */
  isMine: boolean
}

/** The saved segment that was typed, with or without that word before it; undefined when there is none of that name. */
export async function savedSegment(context: Context, typed: string): Promise<SavedSegment | undefined> {
  const name = typed.replace(/^(?:the )?segment[: ]+|^分组[:： ]*/i, '').replaceAll('"', '')
  const one = segmentCalled(await segmentsOf(context), name, context.me)
  if (!one) return undefined
  const isMine = one.filter.all.some((group) =>
    group.every(
      (is) =>
        is.kind === 'owner' && !is.not && is.members.every((id) => id === 'me' || id === context.me.id) && is.members.length > 0,
    ),
  )
  return { field: 'segment', value: namesMe(one.filter) ? `${one.id} ${context.me.id}` : one.id, isMine }
}

const namesMe = (filter: Filter) => JSON.stringify(filter).includes('"me"')

type Looking = Pick<Context, 'db' | 'now'> & { workspace: { id: string; timeZone: string } }

/** Looks anew who is in a segment that is kept in touch with. Gives how many of them have an owner, who is told. */
export async function lookAtSegment(looking: Looking, cadenceId: string, value: string): Promise<number> {
  const { db, workspace, now } = looking
  const [segmentId = '', memberId = NOBODY] = value.split(' ')
  const me = { id: memberId }
  // Everybody's segments are seen here, and those of whoever asked for this.
  const segments = await segmentsOf({ db, workspace, me }, segmentId)
  const segment = segments.find(({ id }) => id === segmentId)
  await db.$executeRaw`DELETE FROM segment_members WHERE "workspaceId" = ${workspace.id}::uuid AND "cadenceId" = ${cadenceId}::uuid`
  if (!segment) return 0
  // Whoever owns a customer is told of it, and nobody else: so it is looked for among all.
  const asking: Asking = {
    me,
    sees: 'all',
    workspace,
    now,
    zone: workspace.timeZone,
    segments,
    fields: await filterFields(looking),
  }
  const each = nounsOf(segment.filter, asking).map(
    (noun): Sql =>
      sql`SELECT x."workspaceId", ${noun}, x.id FROM ${found(asking, segment.filter, noun)} AND x."ownerId" IS NOT NULL`,
  )
  return db.$executeRaw`INSERT INTO segment_members ("workspaceId", "cadenceId", kind, id)
    SELECT f."workspaceId", ${cadenceId}::uuid, f.kind, f.id FROM (${each.reduce((one, other) => sql`${one} UNION ALL ${other}`)}) AS f("workspaceId", kind, id)`
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

interface Row {
  id: string
  value: string
  workspaceId: string
  timeZone: string
}

/** Who came into a segment that is kept in touch with, or left it, is found within the hour. */
export const lookAtSegments: Job = {
  name: 'segments kept in touch with',
  every: 60 * 60 * 1000,
  when: sql`EXISTS (SELECT FROM cadences WHERE field = 'segment' AND "archivedAt" IS NULL AND "keepDays" IS NOT NULL)`,
  run: async ({ db, transaction, now }: JobHouse) => {
    const all = await rows<Row>(
      db,
      `SELECT s.id::text, s.value, s."workspaceId"::text, w."timeZone" FROM cadences s JOIN workspaces w ON w.id = s."workspaceId"
        WHERE s.field = 'segment' AND s."archivedAt" IS NULL AND s."keepDays" IS NOT NULL`,
    )
    for (const { id, value, workspaceId, timeZone } of all)
      await transaction((tx) => lookAtSegment({ db: tx, now, workspace: { id: workspaceId, timeZone } }, id, value))
    return 0
  },
}
