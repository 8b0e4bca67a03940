import type { Context } from '../../bot/context.ts'
import { rows } from '../../database/index.ts'
import { memberNamed } from '../members/members.ts'
import { filterFields } from './fields.ts'
import type { Asking } from './matching.ts'
import { type Read, readFilter } from './reading/read.ts'
import type { Telling } from './say.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** All that a filter's words may name, and what is needed to ask it and to say it back. */
export interface World extends Asking, Telling {
  segments: readonly Segment[]
}

/** Also who left is named in a filter: their customers are still theirs. */
export async function worldOf(context: Context): Promise<World> {
  const { db, workspace, me, sees, openly, now, zone, locale } = context
  const [fields, segments, members] = await Promise.all([
    filterFields(context),
    segmentsOf(context),
    rows<{ id: string; name: string }>(
      db,
      `SELECT id::text, name FROM members WHERE "workspaceId" = $1::uuid ORDER BY active DESC, name, id`,
      [workspace.id],
    ),
  ])
  return { workspace, me, sees, ...(openly && { openly }), now, zone, moment: { now, zone }, locale, fields, segments, members }
}

const MENTION = /<@!?[A-Za-z0-9]+(?:\|[^>]*)?>/g

/** What the typed words of a filter say. A mention is the colleague's name. */
export async function understood(context: Context, typed: string, world: World): Promise<Read> {
  let text = typed
  for (const mention of new Set(typed.match(MENTION) ?? []))
    text = text.replaceAll(mention, (await memberNamed(context, mention)).name)
  return readFilter(text, world)
}
