import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { sayActivity } from '../activities/activities.ts'
import { asDate, newId } from '../ids.ts'
import { namesOf } from '../members/members.ts'
import { wakeSenders } from '../messages/messages.ts'
import { didWithMine } from './team.ts'
import { say } from './words.ts'

const FEW = 8

/** What colleagues did for somebody who was away: tasks that they closed, contacts with their customers. Nothing when there was nothing. */
export const back = notice({
  kind: 'back',
  input: z.object({ since: z.iso.datetime({ offset: true }) }),
  build: async (context, given) => {
    const { locale, now } = context
    const words = say(locale)
    const from = Temporal.Instant.from(given.since)
    const contacts = await didWithMine(context, { from, until: now }, FEW)
    const items = [
      ...(await closedFor(context, asDate(from))),
      ...contacts.map((one) => ({ text: one.companyName ?? one.contactName ?? '', detail: sayActivity(one, context, locale) })),
    ]
    return items.length ? card({ title: words.whileAway, items, buttons: [button(words.seeDay, 'today')] }) : undefined
  },
})

async function closedFor(context: Context, since: Date): Promise<{ text: string }[]> {
  const { db, workspace, me, locale } = context
  const closed = await db.task.findMany({
    where: { workspaceId: workspace.id, ownerId: me.id, archivedAt: null, doneAt: { gte: since }, doneById: { not: me.id } },
    orderBy: [{ doneAt: 'desc' }, { id: 'desc' }],
    take: FEW,
    select: { what: true, doneById: true },
  })
  const names = await namesOf(
    context,
    closed.flatMap((one) => (one.doneById ? [one.doneById] : [])),
  )
  return closed.map(({ what, doneById }) => ({ text: say(locale).doneBy(what, names.get(doneById ?? '') ?? '') }))
}

/** Those whose time away is over are here again, and are told what was handled. */
export const returns: Job = {
  name: 'returns',
  next: { value: sql`(SELECT min("awayUntil") FROM members WHERE "awayUntil" IS NOT NULL)` },
  run: welcomeBack,
}

const AT_ONCE = 500

function welcomeBack({ transaction, now }: JobHouse): Promise<number> {
  return transaction(async (db) => {
    const here = await db.$queryRaw<{ workspaceId: string; id: string; awayFrom: Date }[]>`
      SELECT "workspaceId", id, "awayFrom" FROM members WHERE "awayUntil" <= ${asDate(now)} LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`
    if (here.length === 0) return 0
    for (const { workspaceId, id } of here)
      await db.member.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { awayFrom: null, awayUntil: null, awayToId: null },
      })
    const at = asDate(now)
    await db.message.createMany({
      data: here.map(({ workspaceId, id, awayFrom }) => ({
        ...{ workspaceId, id: newId(now), memberId: id, kind: 'back' },
        ...{ input: { since: awayFrom.toISOString() }, sendAt: at, createdAt: at },
      })),
    })
    await wakeSenders({ db })
    return here.length
  })
}
