import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { type Sql, sql } from '../../database/index.ts'

/** In SQL, whether a weekday (ISO, 1 Monday … 7 Sunday) is one on which at least half of a workspace's members work. */
export const teamWorksOn = (workspaceId: Sql, weekday: Sql): Sql => sql`(
  SELECT 2 * count(*) FILTER (WHERE ${weekday} = ANY(w."workingDays")) >= count(*) FROM members w WHERE w."workspaceId" = ${workspaceId} AND w.active)`

export interface Span {
  from: Temporal.Instant
  until: Temporal.Instant
  /** The day on which it begins, and whether that was yesterday. */
  day: Temporal.PlainDate
  isYesterday: boolean
}

/** From the beginning of the team's last working day to the beginning of today: on a Monday, what Friday and the days off brought. */
export async function sinceTeamsLastDay({ db, workspace, now, zone }: Context): Promise<Span> {
  const works = await db.$queryRaw<{ day: number }[]>`
    SELECT d AS day FROM generate_series(1, 7) d WHERE ${teamWorksOn(sql`${workspace.id}::uuid`, sql`d`)}`
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = [1, 2, 3, 4, 5, 6, 7].map((back) => today.subtract({ days: back }))
  const day = days.find(({ dayOfWeek }) => works.some((one) => one.day === dayOfWeek)) ?? days[0]!
  return {
    from: day.toZonedDateTime(zone).toInstant(),
    until: today.toZonedDateTime(zone).toInstant(),
    day,
    isYesterday: Temporal.PlainDate.compare(day, days[0]!) === 0,
  }
}
