import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Transaction } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { rows, sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { channelById } from './channels.ts'
import { teamDay } from './team-day.ts'
import { teamWorksOn } from './working-days.ts'

/** The team's day, told in a channel on the day it is for; nothing when there is nothing to say, the day is over, or it was ended. */
export const teamDigest = notice({
  kind: 'teamdigest',
  input: z.object({ channel: field.id(), day: z.iso.date() }),
  build: async (context, { channel, day }) => {
    const told = await channelById(context, channel)
    if (!told?.digestAt || !told.digestZone) return undefined
    const here = { ...context, zone: told.digestZone }
    const today = here.now.toZonedDateTimeISO(here.zone).toPlainDate().toString()
    return today === day ? teamDay(here) : undefined
  },
})

interface Clock {
  digestZone: string
  digestAt: string
}

const clocks = sql`SELECT DISTINCT "digestZone", "digestAt" FROM channels WHERE "digestAt" IS NOT NULL AND "digestZone" IS NOT NULL AND "archivedAt" IS NULL`

/** Owes each channel the team's day when its hour has come, on the team's working days. */
export const teamDigests: Job = {
  name: 'team digests',
  // Hours are changed: what is due and was not yet when it struck.
  every: 60_000,
  next: { value: sql`(SELECT jsonb_agg(c) FROM (${clocks}) c)`, from: (found, now) => nextHour((found ?? []) as Clock[], now) },
  run: oweTeamDigests,
}

const AT_ONCE = 500

const dateThere = ({ digestZone }: Clock, now: Temporal.Instant) => now.toZonedDateTimeISO(digestZone).toPlainDate()

// Wall clock and zone, so that 9:00 stays 9:00 when summer time comes.
const hourOn = (date: Temporal.PlainDate, { digestZone, digestAt }: Clock): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: digestZone, plainTime: Temporal.PlainTime.from(digestAt) }).toInstant()

/** Returns for how many channels the day was begun. Whether there is anything to say is known when it is sent. */
async function oweTeamDigests({ db, transaction, now }: JobHouse): Promise<number> {
  const come = (await rows<Clock>(db, clocks.text))
    .map((clock) => ({ ...clock, date: dateThere(clock, now) }))
    .filter((one) => Temporal.Instant.compare(hourOn(one.date, one), now) <= 0)
    .map(({ date, ...clock }) => ({ ...clock, day: date.toString(), weekday: date.dayOfWeek }))
  return come.length ? transaction((tx) => begin(tx, come, now)) : 0
}

/** When the next hour comes, wherever it was set. */
function nextHour(set: readonly Clock[], now: Temporal.Instant): Date | undefined {
  const hours = set.flatMap((clock) => {
    const today = dateThere(clock, now)
    return [today, today.add({ days: 1 })].map((date) => asDate(hourOn(date, clock)))
  })
  return hours.filter((at) => at > asDate(now)).sort((a, b) => a.getTime() - b.getTime())[0]
}

interface Begun {
  workspaceId: string
  id: string
  digestById: string
  day: string
}

// The day is marked and the message owed in one transaction; a row that another bot holds is its own to begin.
async function begin(
  tx: Transaction,
  come: (Clock & { day: string; weekday: number })[],
  now: Temporal.Instant,
): Promise<number> {
  const begun = await tx.$queryRaw<Begun[]>`
    SELECT c."workspaceId", c.id, c."digestById", d.day
    FROM channels c JOIN jsonb_to_recordset(${JSON.stringify(come)}::jsonb) AS d("digestZone" text, "digestAt" text, day text, weekday int)
      USING ("digestZone", "digestAt")
    WHERE c."archivedAt" IS NULL AND c."digestById" IS NOT NULL AND (c."digestDay" IS NULL OR c."digestDay" < d.day)
      AND ${teamWorksOn(sql`c."workspaceId"`, sql`d.weekday`)}
    LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`
  if (begun.length === 0) return 0
  await tx.$executeRaw`
    UPDATE channels c SET "digestDay" = d.day FROM jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) AS d("workspaceId" uuid, id uuid, day text)
    WHERE c."workspaceId" = d."workspaceId" AND c.id = d.id`
  const at = asDate(now)
  await tx.message.createMany({
    data: begun.map(({ workspaceId, id, digestById, day }) => ({
      ...{ workspaceId, id: newId(now), memberId: digestById, channelId: id },
      ...{ kind: 'teamdigest', input: { channel: id, day }, sendAt: at, createdAt: at },
    })),
  })
  await wakeSenders({ db: tx })
  return begun.length
}
