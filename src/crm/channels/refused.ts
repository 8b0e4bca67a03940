import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { type Job, type JobHouse, notice } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { asDate, newId } from '../ids.ts'
import { wakeSenders } from '../messages/messages.ts'
import { channelById } from './channels.ts'
import { say } from './words.ts'

/** Tells who wanted something told in a channel that the platform refused it there, and how to mend that. */
export const channelRefused = notice({
  kind: 'channelrefused',
  input: z.object({ channel: field.id() }),
  build: async (context, { channel }) => {
    const found = await channelById(context, channel)
    if (!found?.digestAt) return undefined
    const words = say(context.locale)
    const typed = found.platform === 'playground' ? found.channel : `<#${found.channel}>`
    return card({
      tone: 'warning',
      title: words.refused(found.name ?? words.thatChannel),
      lines: [words.refusedHow(found.platform)],
      buttons: [button(words.end, 'settings', { change: `digest ${typed} off` })],
    })
  },
})

/** Owes that news once, until a message has got through again or it was set anew: to who wanted it, or where they left, to the admins. */
export const tellRefused: Job = {
  name: 'tell of channels that refuse',
  every: 60_000,
  when: sql`EXISTS (SELECT 1 FROM messages WHERE undelivered AND "channelId" IS NOT NULL)`,
  run: oweRefused,
}

interface Refused {
  workspaceId: string
  id: string
  memberId: string
}

async function oweRefused({ transaction, now }: JobHouse): Promise<number> {
  const at = asDate(now)
  return transaction(async (tx) => {
    const refused = await tx.$queryRaw<Omit<Refused, 'memberId'>[]>`
      SELECT c."workspaceId", c.id FROM channels c
      WHERE c."digestAt" IS NOT NULL AND c."archivedAt" IS NULL AND EXISTS (
        SELECT 1 FROM messages m WHERE m."workspaceId" = c."workspaceId" AND m.undelivered AND m."channelId" = c.id AND m."gaveUpAt" > c."digestSince"
          AND (c."refusedAt" IS NULL OR EXISTS (SELECT 1 FROM messages s WHERE s."workspaceId" = c."workspaceId" AND s."memberId" = m."memberId"
            AND s."channelId" = c.id AND s."sentAt" > c."refusedAt" AND s."sentAt" < m."gaveUpAt")))
      FOR UPDATE OF c SKIP LOCKED`
    if (refused.length === 0) return 0
    const channels = JSON.stringify(refused)
    const told = await tx.$queryRaw<Refused[]>`
      SELECT c."workspaceId", c.id, p.id AS "memberId"
      FROM channels c JOIN jsonb_to_recordset(${channels}::jsonb) AS d("workspaceId" uuid, id uuid) USING ("workspaceId", id)
      LEFT JOIN members b ON b."workspaceId" = c."workspaceId" AND b.id = c."digestById" AND b.active
      JOIN members p ON p."workspaceId" = c."workspaceId" AND p.active AND CASE WHEN b.id IS NULL THEN p.role = 'admin' ELSE p.id = b.id END`
    await tx.$executeRaw`
      UPDATE channels c SET "refusedAt" = ${at} FROM jsonb_to_recordset(${channels}::jsonb) AS d("workspaceId" uuid, id uuid)
      WHERE c."workspaceId" = d."workspaceId" AND c.id = d.id`
    await tx.message.createMany({
      data: told.map(({ workspaceId, id, memberId }) => ({
        ...{ workspaceId, id: newId(now), memberId, kind: 'channelrefused', input: { channel: id } },
        ...{ sendAt: at, createdAt: at },
      })),
    })
    await wakeSenders({ db: tx })
    return refused.length
  })
}
