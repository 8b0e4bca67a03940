import type { Temporal } from 'temporal-polyfill'
import type { Platform } from '../../bot/context.ts'
import type { Address, Recipient } from '../../bot/house.ts'
import { askedTogether, type Database } from '../../database/index.ts'
import { asWorkspace } from '../workspaces/workspaces.ts'
import { asMember, type MemberRow } from './member.ts'
import { asSees, momentOf, seesOf } from './sees.ts'

interface Found extends MemberRow {
  active: boolean
  workspace: { id: string; name: string; timeZone: string; locale: string }
  /** Absent: on none of the platforms. */
  platform: string | null
  teamId: string
  userId: string
  directChannel: string | null
  usedIn: string | null
  sees: string[] | null
}

const recipients = askedTogether<
  { workspaceId: string; memberId: string; platforms: readonly Platform[]; moment: string },
  Found
>(`
  SELECT k.at, m.id, m.name, m.role, m."timeZone", m.locale, m."morningAt", m."workingDays", m."quietFrom", m."quietUntil", m."tourStep", m.active,
    jsonb_build_object('id', w.id, 'name', w.name, 'timeZone', w."timeZone", 'locale', w.locale) AS workspace,
    i.platform, i."teamId", i."userId", i."directChannel", i."usedIn",
    ${seesOf('k.moment')} AS sees
  FROM jsonb_to_recordset($1::jsonb) AS k(at int, "workspaceId" uuid, "memberId" uuid, platforms text[], moment timestamptz)
  JOIN members m ON m."workspaceId" = k."workspaceId" AND m.id = k."memberId" JOIN workspaces w ON w.id = m."workspaceId"
  LEFT JOIN LATERAL (
    SELECT * FROM identities i WHERE i."workspaceId" = m."workspaceId" AND i."memberId" = m.id AND i.platform = ANY(k.platforms)
      AND NOT EXISTS (SELECT 1 FROM installations n WHERE n.platform = i.platform AND n."teamId" = i."teamId" AND n."leftAt" IS NOT NULL)
    ORDER BY i."lastSeenAt" DESC, i.platform LIMIT 1) i ON TRUE`)

/** Where a member is reached: on the platform they used last, among those that are connected, in a team that the bot is in. */
export async function recipientOf(
  db: Database,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  platforms: readonly Platform[],
  now: Temporal.Instant,
): Promise<Recipient | 'gone' | undefined> {
  const [found] = await recipients(db, { workspaceId, memberId, platforms, moment: momentOf(now) })
  if (!found?.active) return 'gone'
  if (!found.platform) return undefined
  const me = asMember(found)
  return {
    address: {
      platform: found.platform as Platform,
      team: found.teamId,
      user: found.userId,
      channel: found.directChannel ?? undefined,
      usedIn: found.usedIn ?? undefined,
    },
    caller: { workspace: asWorkspace(found.workspace), me, sees: asSees(found.sees, me.role) },
  }
}

const channels = askedTogether<Pick<Address, 'platform' | 'team' | 'user'> & { channel: string }>(
  `UPDATE identities i SET "directChannel" = k.channel FROM jsonb_to_recordset($1::jsonb) AS k(platform text, team text, "user" text, channel text)
  WHERE i.platform = k.platform AND i."teamId" = k.team AND i."userId" = k."user"`,
  { inTurn: true },
)

/** Keeps the channel that a direct message went to, so that the next one need not ask for it. */
export async function rememberChannel(db: Database, { platform, team, user }: Address, channel: string): Promise<void> {
  await channels(db, { platform, team, user, channel })
}
