import type { Temporal } from 'temporal-polyfill'
import type { Caller, Place, Workspace } from '../../bot/context.ts'
import { rows, type Transaction } from '../../database/index.ts'
import { asWorkspace } from '../workspaces/workspaces.ts'
import { asMember } from './member.ts'
import { asSees, momentOf, seesOf } from './sees.ts'

/** Who an account is, and what decides whether they may. */
export interface Known {
  caller: Caller
  /** The server the account is in; found by the person where a direct message names none. */
  team: string
  user: string
  active: boolean
  accessRoles: string[]
  /** When the platform last told of them: their profile was read, and on Discord the server let them in. */
  lastSeenAt: Date
  /** The channel in which they last used the bot. */
  usedIn: string | null
}

interface Row {
  teamId: string
  usedIn: string | null
  active: boolean
  accessRoles: string[]
  lastSeenAt: Date
  member: Parameters<typeof asMember>[0]
  workspace: Workspace
  sees: string[] | null
}

/** Everything about who asks, in one statement: the account, the member, the team, the workspace, and whose records they see. */
export async function lookUp(db: Transaction, place: Place, now: Temporal.Instant): Promise<Known | undefined> {
  // In a direct message Discord names no server: then it is the one whose message they pressed a button of, else where they were seen last.
  const [row] = await rows<Row>(
    db,
    `SELECT i."teamId", i."usedIn", i."lastSeenAt", m.active, n."accessRoles",
       jsonb_build_object('id', m.id, 'name', m.name, 'role', m.role, 'timeZone', m."timeZone", 'locale', m.locale, 'morningAt', m."morningAt",
         'workingDays', m."workingDays", 'quietFrom', m."quietFrom", 'quietUntil', m."quietUntil", 'tourStep', m."tourStep") AS member,
       jsonb_build_object('id', w.id, 'name', w.name, 'timeZone', w."timeZone", 'locale', w.locale) AS workspace,
       ${seesOf('$4::timestamptz')} AS sees
     FROM identities i
     JOIN members m ON m."workspaceId" = i."workspaceId" AND m.id = i."memberId"
     JOIN workspaces w ON w.id = i."workspaceId"
     JOIN installations n ON n.platform = i.platform AND n."teamId" = i."teamId"
     WHERE i.platform = $1 AND ($2 = '' AND n."leftAt" IS NULL OR i."teamId" = $2) AND i."userId" = $3
     ORDER BY $2 = '' AND $5 <> '' AND EXISTS (
       SELECT FROM messages s WHERE s."workspaceId" = i."workspaceId" AND s."memberId" = i."memberId" AND s."sentAt" IS NOT NULL AND s.receipt->>'message' = $5
     ) DESC, i."lastSeenAt" DESC LIMIT 1`,
    [place.platform, place.team, place.user, momentOf(now), place.message ?? ''],
  )
  if (!row) return undefined
  const me = asMember(row.member)
  return {
    caller: { workspace: asWorkspace(row.workspace), me, sees: asSees(row.sees, me.role) },
    team: row.teamId,
    user: place.user,
    active: row.active,
    accessRoles: row.accessRoles,
    lastSeenAt: row.lastSeenAt,
    usedIn: row.usedIn,
  }
}
