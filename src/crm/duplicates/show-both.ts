import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { fieldsOf, saidFacts, sayingOf } from '../fields/fields.ts'
import { along, sayCounts } from './along.ts'
import { mayTouch, pairAsked, type RecordRow, refOf } from './pair.ts'
import { type Kind, standing } from './records.ts'
import { say } from './words.ts'

/** Two customers one below the other, to see whether they are one. */
export const showBoth = operation({
  name: 'show both',
  summary: { en: 'Two customers that look alike, with all their facts', zh: '对照查看两个相似的客户' },
  examples: [],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  hidden: true,
  input: z.object({ one: field.hidden(100), other: field.hidden(100) }),
  handle: async (context, given) => {
    const words = say(context.locale)
    const { kind, winner: one, loser: other } = await pairAsked(context, { from: given.other, into: given.one }, 'show both')
    const records = await standing(context, kind, [one.id, other.id])
    const merges = [...records.values()].every((record) => mayTouch(context, record))
    const refs = { one: refOf(kind, one), other: refOf(kind, other) }
    return card({
      title: words.both(one.name, other.name),
      items: [await factsOf(context, kind, one), await factsOf(context, kind, other)],
      buttons: [
        ...(merges ? [button(words.merge, 'merge', { from: refs.other, into: refs.one }, { style: 'primary' })] : []),
        ...(merges ? [button(words.notSame, 'not same', refs)] : []),
        button(words.moreDuplicates, 'duplicates'),
      ],
    })
  },
})

async function factsOf(context: Context, kind: Kind, row: RecordRow): Promise<Item> {
  const { locale, zone } = context
  const fields = await fieldsOf(context, kind)
  const facts = saidFacts(fields, row, await sayingOf(context, fields, [row])).map(({ label, value }) => `${label}: ${value}`)
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: zone, dateStyle: 'medium' }).format(
    row.createdAt,
  )
  return {
    text: [row.name, ...(facts.length ? facts : [say(locale).nothingKnown])].join('\n'),
    detail: [say(locale).created(day), sayCounts(await along(context, kind, row.id), locale)].filter(Boolean).join(' · '),
  }
}
