import type { Platform } from '../../bot/context.ts'
import type { Recipient } from '../../bot/house.ts'
import type { Database } from '../../database/index.ts'
import { memberById } from '../members/members.ts'
import { asWorkspace } from '../workspaces/workspaces.ts'

/** The channel into which a message goes, in the words of who wanted it there, whether they still work here or not. */
export async function channelRecipient(
  db: Database,
  { workspaceId, memberId, channelId }: { workspaceId: string; memberId: string; channelId: string },
): Promise<Recipient | 'gone'> {
  const found = await db.channel.findFirst({ where: { workspaceId, id: channelId, archivedAt: null } })
  if (!found) return 'gone'
  const workspace = asWorkspace(await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }))
  const me = await memberById({ db, workspace }, memberId)
  return { into: { platform: found.platform as Platform, team: found.teamId, channel: found.channel }, caller: { workspace, me } }
}
