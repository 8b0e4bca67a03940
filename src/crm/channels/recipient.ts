import type { Temporal } from 'temporal-polyfill'
import type { Platform } from '../../bot/context.ts'
import type { Recipient } from '../../bot/house.ts'
import { askedTogether, type Database } from '../../database/index.ts'
import { memberById } from '../members/members.ts'
import { asSees, momentOf, seesOf } from '../members/sees.ts'
import { asWorkspace } from '../workspaces/workspaces.ts'

interface Found {
  platform: string
  teamId: string
  channel: string
  workspace: { id: string; name: string; timeZone: string; locale: string }
  sees: string[] | null
}

const standing = askedTogether<{ workspaceId: string; channelId: string; memberId: string; moment: string }, Found>(`
  SELECT k.at, c.platform, c."teamId", c.channel,
    jsonb_build_object('id', w.id, 'name', w.name, 'timeZone', w."timeZone", 'locale', w.locale) AS workspace,
    ${seesOf('k.moment')} AS sees
  FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, "channelId" uuid, "memberId" uuid, moment timestamptz)
  JOIN channels c ON c."workspaceId" = k."workspaceId" AND c.id = k."channelId" AND c."archivedAt" IS NULL
  JOIN workspaces w ON w.id = c."workspaceId" JOIN members m ON m."workspaceId" = c."workspaceId" AND m.id = k."memberId"`)

/** The channel into which a message goes, in the words of who wanted it there, whether they still work here or not; it tells what they see. */
export async function channelRecipient(
  db: Database,
  { workspaceId, memberId, channelId }: { workspaceId: string; memberId: string; channelId: string },
  now: Temporal.Instant,
): Promise<Recipient | 'gone'> {
  const [found] = await standing(db, { workspaceId, channelId, memberId, moment: momentOf(now) })
  if (!found) return 'gone'
  const workspace = asWorkspace(found.workspace)
  const me = await memberById({ db, workspace }, memberId)
  return {
    into: { platform: found.platform as Platform, team: found.teamId, channel: found.channel },
    caller: { workspace, me, sees: asSees(found.sees, me.role) },
  }
}
