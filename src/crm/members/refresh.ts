import type { Temporal } from 'temporal-polyfill'
import type { Caller, Place, Platform } from '../../bot/context.ts'
import type { Profile } from '../../bot/request.ts'
import { localeOf } from '../../bot/text.ts'
import { visible } from '../../bot/visible.ts'
import { type Database, inTransaction } from '../../database/index.ts'
import { asDate } from '../ids.ts'
import type { Known } from './lookup.ts'
import { asMember } from './member.ts'
import { askWhatMoves } from './zone-moved.ts'
import { isZone } from './zones.ts'

const DAY = 24 * 60 * 60 * 1000

/** Whether the platform should be asked about this person again: once a day. */
export const isStale = (lastSeenAt: Date, now: Temporal.Instant): boolean => now.epochMilliseconds - lastSeenAt.getTime() >= DAY

/** Takes over what the platform says of a person now; what they have set themselves stays. */
export async function refresh(db: Database, { caller }: Known, profile: Profile, now: Temporal.Instant): Promise<Caller> {
  const { workspace, me } = caller
  const own = await chosen(db, workspace.id, me.id)
  const data = {
    name: visible(profile.name).trim() || me.name,
    timeZone: profile.timeZone && isZone(profile.timeZone) && !own.has('timeZone') ? profile.timeZone : me.timeZone,
    locale: profile.locale && !own.has('locale') ? localeOf(profile.locale, me.locale) : me.locale,
  }
  if (data.name === me.name && data.timeZone === me.timeZone && data.locale === me.locale) return caller
  const row = await inTransaction(db, async (tx) => {
    if (data.timeZone !== me.timeZone) await askWhatMoves({ db: tx, workspace, now }, me.id, data.timeZone)
    return tx.member.update({ where: { workspaceId_id: { workspaceId: workspace.id, id: me.id } }, data })
  })
  return { ...caller, me: asMember(row) }
}

/** What a person has set by `settings`, and not taken back. */
async function chosen(db: Database, workspaceId: string, memberId: string): Promise<Set<string>> {
  const changes = await db.change.findMany({
    where: { workspaceId, entityId: memberId, noun: 'member', operation: 'settings', undoneAt: null },
    select: { before: true, after: true },
  })
  const columns = ['timeZone', 'locale']
  const differs = (change: (typeof changes)[number], column: string) =>
    (change.before as Record<string, unknown> | null)?.[column] !== (change.after as Record<string, unknown> | null)?.[column]
  return new Set(columns.filter((column) => changes.some((change) => differs(change, column))))
}

const key = (platform: Platform, { team, user }: Known) => ({ platform_teamId_userId: { platform, teamId: team, userId: user } })

/** The platform has told of them, and let them in, just now. */
export async function seen(db: Database, platform: Platform, known: Known, now: Temporal.Instant): Promise<void> {
  await db.identity.update({ where: key(platform, known), data: { lastSeenAt: asDate(now) }, select: { userId: true } })
}

/** Keeps the channel in which they used the bot: they are called there when their direct message is closed. */
export async function keepChannel(db: Database, { platform, kind, channel }: Place, known: Known): Promise<void> {
  if (kind !== 'channel' || !channel || channel === known.usedIn) return
  await db.identity.update({ where: key(platform, known), data: { usedIn: channel }, select: { userId: true } })
  known.usedIn = channel
}

/** The server vouches for them no more: direct messages are refused from now on. */
export async function unseen(db: Database, platform: Platform, known: Known): Promise<void> {
  await db.identity.update({ where: key(platform, known), data: { lastSeenAt: new Date(0) }, select: { userId: true } })
}
