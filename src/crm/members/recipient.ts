import type { Platform } from '../../bot/context.ts'
import type { Address, Recipient } from '../../bot/house.ts'
import type { Database } from '../../database/index.ts'
import { asWorkspace } from '../workspaces/workspaces.ts'
import { asMember } from './member.ts'

/** Where a member is reached: on the platform they used last, among those that are connected. */
export async function recipientOf(
  db: Database,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  platforms: readonly Platform[],
): Promise<Recipient | 'gone' | undefined> {
  const member = await db.member.findUnique({
    where: { workspaceId_id: { workspaceId, id: memberId } },
    include: { workspace: true },
  })
  if (!member?.active) return 'gone'
  const found = await db.identity.findFirst({
    where: { workspaceId, memberId, platform: { in: [...platforms] } },
    orderBy: [{ lastSeenAt: 'desc' }, { platform: 'asc' }],
  })
  if (!found) return undefined
  return {
    address: {
      platform: found.platform as Platform,
      team: found.teamId,
      user: found.userId,
      channel: found.directChannel ?? undefined,
      usedIn: found.usedIn ?? undefined,
    },
    caller: { workspace: asWorkspace(member.workspace), me: asMember(member) },
  }
}

/** Keeps the channel that a direct message went to, so that the next one need not ask for it. */
export async function rememberChannel(db: Database, { platform, team, user }: Address, channel: string): Promise<void> {
  await db.identity.update({
    where: { platform_teamId_userId: { platform, teamId: team, userId: user } },
    data: { directChannel: channel },
  })
}
