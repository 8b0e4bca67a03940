import type { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { joined, type NamedActivity, named } from '../activities/activities.ts'
import { asDate } from '../ids.ts'
import { activitySeen } from '../visibility.ts'

export interface Span {
  from: Temporal.Instant
  until: Temporal.Instant
}

/** From the beginning of my last working day to the beginning of today: on a Monday, what Friday and the days off brought. */
export function sinceLastWorkingDay({ now, zone, me }: Context): Span {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = [1, 2, 3, 4, 5, 6, 7].map((back) => today.subtract({ days: back }))
  const last = days.find((day) => me.workingDays.includes(day.dayOfWeek)) ?? days[0]!
  return { from: last.toZonedDateTime(zone).toInstant(), until: today.toZonedDateTime(zone).toInstant() }
}

/** What colleagues did in a span of time with customers that I own, or was the last to be in touch with before them; newest first. */
export async function didWithMine(context: Context, { from, until }: Span, take: number): Promise<NamedActivity[]> {
  const { db, workspace, me } = context
  return db.$queryRaw<NamedActivity[]>`
    SELECT ${named(context)} FROM activities a ${joined(context)}
    LEFT JOIN LATERAL (SELECT b."memberId" FROM activities b WHERE b."workspaceId" = a."workspaceId" AND b."archivedAt" IS NULL
      AND (b."companyId" = a."companyId" OR (a."companyId" IS NULL AND b."contactId" = a."contactId"))
      AND (b."occurredAt" < ${asDate(from)}) ORDER BY b."occurredAt" DESC, b.id DESC LIMIT 1) before ON TRUE
    WHERE a."workspaceId" = ${workspace.id}::uuid AND a."archivedAt" IS NULL AND a."memberId" IN
        (SELECT c.id FROM members c WHERE c."workspaceId" = ${workspace.id}::uuid AND c.id <> ${me.id}::uuid)
      AND a."occurredAt" >= ${asDate(from)} AND a."occurredAt" < ${asDate(until)}
      AND (co."ownerId" = ${me.id}::uuid OR p."ownerId" = ${me.id}::uuid OR before."memberId" = ${me.id}::uuid)${activitySeen(context, 'a')}
    ORDER BY a."occurredAt" DESC, a.id DESC LIMIT ${take}`
}
