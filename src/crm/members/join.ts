import type { Temporal } from 'temporal-polyfill'
import type { Caller, Workspace } from '../../bot/context.ts'
import type { Profile, Request } from '../../bot/request.ts'
import { type Locale, localeOf } from '../../bot/text.ts'
import { visible } from '../../bot/visible.ts'
import { type Database, inTransaction, type Transaction } from '../../database/index.ts'
import { record, recordEvent } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { owe } from '../messages/messages.ts'
import { asWorkspace, foundWorkspace, installationOf } from '../workspaces/workspaces.ts'
import { lookUp } from './lookup.ts'
import { asMember } from './member.ts'
import { whomTheySee } from './sees.ts'
import { isZone } from './zones.ts'

type Joining = Pick<Request, 'place' | 'locale'>

/** Somebody's first request: makes them a member, and the workspace when they are the team's first. Two at once make one. */
export function join(
  db: Database,
  asking: Joining,
  profile: Profile,
  defaults: { timeZone: string; locale: Locale },
  now: Temporal.Instant,
): Promise<Caller> {
  const { platform, team } = asking.place
  return inTransaction(db, async (tx) => {
    // One newcomer of a team after the other: who comes second finds what the first has made.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`join ${platform} ${team}`}, 0))`
    const already = await lookUp(tx, asking.place, now)
    if (already) return already.caller
    const timeZone = profile.timeZone && isZone(profile.timeZone) ? profile.timeZone : undefined
    const locale = localeOf(profile.locale ?? asking.locale, defaults.locale)
    const workspace = await workspaceFor(tx, asking, profile, { timeZone: timeZone ?? defaults.timeZone, locale }, now)
    return welcome(tx, asking, workspace, { name: visible(profile.name).trim() || asking.place.user, timeZone, locale }, now)
  })
}

async function workspaceFor(
  tx: Transaction,
  { place }: Joining,
  profile: Profile,
  first: { timeZone: string; locale: Locale },
  now: Temporal.Instant,
): Promise<Workspace> {
  const installation = await installationOf(tx, place)
  if (installation) return asWorkspace(await tx.workspace.findUniqueOrThrow({ where: { id: installation.workspaceId } }))
  const name = visible(profile.teamName ?? '').trim() || visible(profile.name)
  const workspace = await foundWorkspace(tx, place, { name, ...first }, now)
  const recording = { db: tx, workspace, now, me: null, operation: 'join', requestId: `join ${workspace.id}`, place }
  await recordEvent(recording, 'install', { platform: place.platform, team: name })
  return workspace
}

async function welcome(
  tx: Transaction,
  { place }: Joining,
  workspace: Workspace,
  person: { name: string; timeZone: string | undefined; locale: Locale },
  now: Temporal.Instant,
): Promise<Caller> {
  const someone = await tx.member.findFirst({ where: { workspaceId: workspace.id, active: true }, select: { id: true } })
  const row = await tx.member.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      name: person.name,
      role: someone ? 'rep' : 'admin',
      timeZone: person.timeZone ?? workspace.timeZone,
      locale: person.locale,
      createdAt: asDate(now),
    },
  })
  await tx.identity.create({
    data: {
      workspaceId: workspace.id,
      platform: place.platform,
      teamId: place.team,
      userId: place.user,
      memberId: row.id,
      lastSeenAt: asDate(now),
    },
  })
  const context = { db: tx, workspace, now, me: { id: row.id }, operation: 'join', requestId: `join ${row.id}`, place }
  await record(context, { noun: 'member', id: row.id, before: null, after: row })
  await owe(context, { memberId: row.id, kind: 'welcome', input: {}, urgent: true })
  const me = asMember(row)
  return { workspace, me, sees: await whomTheySee({ db: tx, workspace, now }, me) }
}
