import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button } from '../../bot/card.ts'
import type { Transaction } from '../../bot/context.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { rows, sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { theDay } from './day.ts'
import { say } from './words.ts'

/** The daily message: what `today` shows, on the day it is for; nothing when there is nothing to say, or the day is over. */
export const digest = notice({
  kind: 'digest',
  input: z.object({ day: z.iso.date() }),
  staysReadable: true,
  build: async (context, { day: owedFor }) => {
    const today = context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString()
    if (today !== owedFor) return undefined
    const shown = await theDay(context, owedFor)
    return shown && { ...shown, buttons: [button(say(context.locale).noDigest, 'settings', { change: 'digest off' })] }
  },
})

type Clock = Pick<Morning, 'timeZone' | 'morningAt'>

const clocks = sql`SELECT DISTINCT "timeZone", "morningAt" FROM members WHERE active AND digest`

/** Owes each member the digest of their day when their morning has come. */
export const dailyDigests: Job = {
  name: 'daily digests',
  // Mornings are changed, and people come back: what is due and was not yet when it struck.
  every: 60_000,
  next: {
    value: sql`(SELECT jsonb_agg(c) FROM (${clocks}) c)`,
    from: (found, now) => nextMorning((found ?? []) as Clock[], now),
  },
  run: oweDigests,
}

const AT_ONCE = 500

/** A morning that has come, for all who live by that clock and that hour. */
interface Morning {
  timeZone: string
  morningAt: string
  /** YYYY-MM-DD, there. */
  day: string
  /** ISO: 1 Monday … 7 Sunday. */
  weekday: number
  /** When it came: who joined later has had their day begun already. */
  since: Date
}

/** Returns for how many members the day was begun. Whether there is anything to say is known when it is sent. */
async function oweDigests({ db, transaction, now }: JobHouse): Promise<number> {
  const mornings = (await rows<Clock>(db, clocks.text)).map((clock) => morningOn(dateThere(clock, now), clock))
  const come = mornings.filter((one) => one.since <= asDate(now))
  if (!come.length) return 0
  // Mostly nobody is left to begin: that is seen without a transaction.
  const { text, values } = sql`SELECT 1 FROM ${toBegin(come)} LIMIT 1`
  const [somebody] = await rows(db, text, values)
  return somebody ? transaction((tx) => begin(tx, come, now)) : 0
}

/** In SQL, the members `m` whose day `d` is to be begun. */
const toBegin = (mornings: Morning[]) => sql`members m JOIN jsonb_to_recordset(${JSON.stringify(mornings)}::jsonb)
      AS d("timeZone" text, "morningAt" text, day text, weekday int, since timestamptz) USING ("timeZone", "morningAt")
    WHERE m.active AND m.digest AND d.weekday = ANY(m."workingDays") AND (m."digestDay" IS NULL OR m."digestDay" < d.day) AND m."createdAt" < d.since
      AND (m."awayUntil" IS NULL OR m."awayUntil" <= d.since)`

/** When the next morning comes, wherever anybody is. */
function nextMorning(lived: readonly Clock[], now: Temporal.Instant): Date | undefined {
  const mornings = lived.flatMap((clock) => {
    const today = dateThere(clock, now)
    return [today, today.add({ days: 1 })].map((date) => morningOn(date, clock).since)
  })
  return mornings.filter((since) => since > asDate(now)).sort((a, b) => a.getTime() - b.getTime())[0]
}

const dateThere = ({ timeZone }: Clock, now: Temporal.Instant) => now.toZonedDateTimeISO(timeZone).toPlainDate()

function morningOn(date: Temporal.PlainDate, { timeZone, morningAt }: Clock): Morning {
  const since = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(morningAt) }).toInstant()
  return { timeZone, morningAt, day: date.toString(), weekday: date.dayOfWeek, since: asDate(since) }
}

interface Begun {
  workspaceId: string
  id: string
  day: string
}

// The day is marked and the digest owed in one transaction; a row that another bot holds is its own to begin.
async function begin(tx: Transaction, mornings: Morning[], now: Temporal.Instant): Promise<number> {
  const begun = await tx.$queryRaw<Begun[]>`
    SELECT m."workspaceId", m.id, d.day
    FROM ${toBegin(mornings)}
    LIMIT ${AT_ONCE} FOR UPDATE OF m SKIP LOCKED`
  if (begun.length === 0) return 0
  await tx.$executeRaw`
    UPDATE members m SET "digestDay" = d.day
    FROM jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) AS d("workspaceId" uuid, id uuid, day text)
    WHERE m."workspaceId" = d."workspaceId" AND m.id = d.id`
  const at = asDate(now)
  await tx.message.createMany({
    data: begun.map((one) => ({
      workspaceId: one.workspaceId,
      id: newId(now),
      memberId: one.id,
      kind: 'digest',
      input: { day: one.day },
      sendAt: at,
      createdAt: at,
    })),
  })
  await closeOlder(tx, begun, now)
  await wakeSenders({ db: tx })
  return begun.length
}

// The one of the day before loses its buttons: the new one has them, for the tasks as they are now.
async function closeOlder(tx: Transaction, begun: Begun[], now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE messages m SET "refreshAt" = ${asDate(now)}, "refreshTries" = 0
    FROM jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) AS d("workspaceId" uuid, id uuid)
    WHERE m."workspaceId" = d."workspaceId" AND m.id = (
      SELECT o.id FROM messages o WHERE o."workspaceId" = d."workspaceId" AND o."memberId" = d.id AND o.kind = 'digest' AND o."sentAt" IS NOT NULL
      ORDER BY o."sentAt" DESC LIMIT 1)`
}
