import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { type FoundPair, pairsFound, stillToLookAt } from './found.ts'
import { mayTouch, refOf } from './pair.ts'
import { say, sayReasons } from './words.ts'

const ON_A_PAGE = 5

/** Customers that are perhaps one, the likest first. */
export const duplicates = operation({
  name: 'duplicates',
  zh: '重复',
  also: ['查重', '重复客户'],
  summary: { en: 'Customers that are perhaps the same, the likest first', zh: '可能重复的客户，最相似的在前' },
  examples: ['duplicates', 'duplicates contacts', 'duplicates 公司'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  rare: true,
  formTitle: { en: 'Duplicates', zh: '重复客户' },
  input: z.object({
    of: field
      .choice({ en: 'Of', zh: '范围' }, ['companies', 'contacts'], {
        companies: { en: 'companies', zh: '公司' },
        contacts: { en: 'contacts', zh: '联系人' },
      })
      .optional(),
    /** Behind which pair the page begins. */
    after: field.hidden(120).optional(),
  }),
  line: (rest): Record<string, string> => {
    if (/^(?:companies|company|accounts?|公司)$/i.test(rest)) return { of: 'companies' }
    return /^(?:contacts?|people|persons?|联系人|人)$/i.test(rest) ? { of: 'contacts' } : {}
  },
  handle: async (context, { of, after }) => {
    const words = say(context.locale)
    const kind = of && (of === 'companies' ? 'company' : 'contact')
    const { pairs, next } = await pairsFound(context, { ...(kind && { kind }), ...(after && { after }), most: ON_A_PAGE })
    const waiting = await stillToLookAt(context)
    return card({
      title: words.title,
      lines: pairs.length ? undefined : [after ? words.nothingMore : words.none],
      items: pairs.map((pair) => shown(context, pair)),
      context: waiting ? words.stillLooking(waiting) : undefined,
      buttons: next ? [button(words.more, 'duplicates', { ...(of && { of }), after: next })] : [],
      nothing: pairs.length ? undefined : true,
    })
  },
})

function shown(context: Context, { kind, one, other, score, reasons }: FoundPair): Item {
  const { locale } = context
  const words = say(locale)
  const refs = { one: refOf(kind, one), other: refOf(kind, other) }
  const merges = [one, other].every((record) => mayTouch(context, record))
  return {
    text: `${called(one)} ⇄ ${called(other)}`,
    detail: `${words.scored(score)} · ${sayReasons(reasons, locale)}`,
    buttons: [
      ...(merges ? [button(words.merge, 'merge', { from: refs.other, into: refs.one })] : []),
      ...(merges ? [button(words.notSame, 'not same', refs)] : []),
      button(words.showBoth, 'show both', refs),
    ],
  }
}

/** A person with their company. */
const called = (record: FoundPair['one']): string =>
  'companyName' in record && record.companyName ? `${record.name} (${record.companyName})` : record.name
