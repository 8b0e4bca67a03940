import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { record, undoButton } from '../audit/audit.ts'
import { asDate, newId } from '../ids.ts'
import { factsMark } from './compare.ts'
import { inOrder } from './look.ts'
import { mayMerge, pairAsked } from './pair.ts'
import { standing } from './records.ts'
import { say } from './words.ts'

/** Two that look like one are two: remembered for as long as both stay as they are. */
export const notSame = operation({
  name: 'not same',
  summary: { en: 'Two customers that look alike are two', zh: '标记两个相似的客户不是同一个' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ one: field.hidden(100), other: field.hidden(100) }),
  handle: async (context, given) => {
    const words = say(context.locale)
    const pair = await pairAsked(context, { from: given.one, into: given.other }, 'not same')
    await mayMerge(context, pair)
    const { db, workspace, me, now } = context
    const { kind, winner, loser } = pair
    const [oneId, otherId] = inOrder(winner.id, loser.id)
    const records = await standing(context, kind, [oneId, otherId])
    const facts = factsMark(records.get(oneId)!, records.get(otherId)!)
    const where = { workspaceId: workspace.id, kind, oneId, otherId, facts, archivedAt: null }
    if (await db.distinction.findFirst({ where })) return card({ lines: [words.isDistinct(loser.name, winner.name)] })
    const row = await db.distinction.create({
      data: { workspaceId: workspace.id, id: newId(now), kind, oneId, otherId, facts, memberId: me.id, createdAt: asDate(now) },
    })
    await record(context, { noun: 'distinction', id: row.id, before: null, after: row })
    return card({
      tone: 'good',
      lines: [words.distinct(loser.name, winner.name)],
      buttons: [button(words.moreDuplicates, 'duplicates'), undoButton(context)],
    })
  },
})
