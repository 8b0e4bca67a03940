import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { NamedChannel } from '../../bot/request.ts'
import { record } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { installationOf } from '../workspaces/workspaces.ts'
import { say } from './words.ts'

/** A channel that is told something unasked, because an admin or a manager wanted it so. */
export interface Channel {
  workspaceId: string
  id: string
  platform: string
  teamId: string
  /** As its platform calls it. */
  channel: string
  /** As people call it; null where the platform does not tell. */
  name: string | null
  /** HH:mm in `digestZone`; null when the team's day is not told here. */
  digestAt: string | null
  digestZone: string | null
  digestById: string | null
  digestSince: Date | null
  digestDay: string | null
  refusedAt: Date | null
}

type Within = Pick<Context, 'db' | 'workspace'>

/** The channel that was named, if the bot may write there as far as can be told; `hello` may be said there to me alone. Throws what to do instead. */
export async function channelMeant(context: Context, typed: string, hello: string): Promise<NamedChannel> {
  const words = say(context.locale)
  const found = await context.channel?.(typed, hello)
  if (!found) throw new UserError(words.noChannel(typed), { mend: false })
  const { platform } = context.place
  if (found.open === false) throw new UserError(words.closed(found.name ?? words.thatChannel, platform), { mend: false })
  // The bot may be in other people's servers too: what is told here stays in the workspace's own.
  const installed = await installationOf(context.db, { platform, team: found.team })
  if (installed?.workspaceId !== context.workspace.id) throw new UserError(words.notOurs, { mend: false })
  return found
}

/** The row of a channel, if it ever had one. */
export const rowOf = ({ db, workspace, place }: Context, { team, channel }: NamedChannel): Promise<Channel | null> =>
  db.channel.findFirst({ where: { workspaceId: workspace.id, platform: place.platform, teamId: team, channel } })

/** A channel of this workspace, by its id. */
export const channelById = ({ db, workspace }: Within, id: string): Promise<Channel | null> =>
  db.channel.findFirst({ where: { workspaceId: workspace.id, id, archivedAt: null } })

/** The channels that are told of the team's day. */
export const toldChannels = ({ db, workspace }: Within): Promise<Channel[]> =>
  db.channel.findMany({
    where: { workspaceId: workspace.id, archivedAt: null, digestAt: { not: null } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/** Writes down what a channel is told from now on. */
export async function keepChannel(context: Context, named: NamedChannel, data: Partial<Channel>): Promise<Channel> {
  const { db, workspace, place, now } = context
  const before = await rowOf(context, named)
  const known = { ...data, ...(named.name && { name: named.name }), refusedAt: null }
  const after = before
    ? await db.channel.update({
        where: { workspaceId_id: { workspaceId: workspace.id, id: before.id } },
        data: { ...known, archivedAt: null },
      })
    : await db.channel.create({
        data: {
          ...known,
          ...{ workspaceId: workspace.id, id: newId(now), createdAt: asDate(now) },
          ...{ platform: place.platform, teamId: named.team, channel: named.channel },
        },
      })
  await record(context, { noun: 'channel', id: after.id, before, after })
  return after
}
