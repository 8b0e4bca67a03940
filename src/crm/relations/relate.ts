import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { type Customer, theCustomer } from '../customers/customers.ts'
import { KINDS, relationIn, sayKindOf } from './kinds.ts'
import { relate, relationsOf, unrelate } from './relations.ts'
import { say } from './words.ts'

const kinds = Object.keys(KINDS) as [string, ...string[]]
const input = z.object({
  one: field.customer({ en: 'Person', zh: '联系人' }),
  kind: field.choice(
    { en: 'How', zh: '关系' },
    kinds,
    Object.fromEntries(Object.entries(KINDS).map(([kind, { to }]) => [kind, to])),
  ),
  other: field.customer({ en: 'Other person', zh: '另一位联系人' }),
})
type RelationInput = z.infer<typeof input>

/** `Wei Zhang works with Li Na`, cut into the inputs; without a relation in it the first is the person. */
const readLine = (rest: string): Record<string, string> => {
  const read = relationIn(rest)
  return read ? { one: read.from, kind: read.kind, other: read.to } : { one: rest }
}

/** Says how two people stand to each other. */
export const relateThem = operation({
  name: 'relate',
  zh: '关系',
  summary: { en: 'Say how two people stand to each other', zh: '记录两位联系人的关系' },
  examples: ['relate Wei Zhang works with Li Na', 'relate Laura Bennett reports to Wei Zhang'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  lineWhen: /^(?:to|back)\b/i,
  formTitle: { en: 'How people stand', zh: '联系人关系' },
  input,
  line: readLine,
  handle: async (context, given) => {
    const words = say(context.locale)
    const { one, other } = await both(context, given, 'relate')
    const said = words.sentence(one.contactName ?? '', sayKindOf(given.kind, true)[context.locale], other.contactName ?? '')
    const made = await relate(context, { from: one.contactId!, to: other.contactId!, kind: given.kind })
    if (!made) return card({ lines: [words.standsAlready(said)] })
    return card({
      tone: 'good',
      title: said,
      buttons: [
        button(words.show(one.contactName ?? ''), 'show', { customer: one.ref }),
        button(words.show(other.contactName ?? ''), 'show', { customer: other.ref }),
        undoButton(context),
      ],
    })
  },
})

/** Takes back how two people stand to each other. */
export const unrelateThem = operation({
  name: 'unrelate',
  zh: '解除关系',
  summary: { en: 'Take away how two people stand to each other', zh: '解除两位联系人的关系' },
  examples: ['unrelate Wei Zhang works with Li Na'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Take a relation away', zh: '解除关系' },
  input,
  line: readLine,
  handle: async (context, given) => {
    const words = say(context.locale)
    const { one, other } = await both(context, given, 'unrelate')
    const standing = await relationsOf(context, one.contactId!, 200)
    const found = standing.find(
      ({ kind, otherId, isFrom }) => kind === given.kind && otherId === other.contactId && (isFrom || !KINDS[kind]?.back),
    )
    const said = words.sentence(one.contactName ?? '', sayKindOf(given.kind, true)[context.locale], other.contactName ?? '')
    if (!found) return card({ lines: [words.notSo(said)] })
    await unrelate(context, found.id)
    return card({ tone: 'good', lines: [words.noLonger(said)], buttons: [undoButton(context)] })
  },
})

/** The two people. Throws UserError for a company, or one and the same person. */
async function both(context: Context, given: RelationInput, operationName: string): Promise<{ one: Customer; other: Customer }> {
  const words = say(context.locale)
  const find = async (name: 'one' | 'other') => {
    const found = await theCustomer(context, given[name], { operation: operationName, input: given, field: name })
    if (!found.contactId) throw new UserError(words.noPerson(found.name), { field: name })
    return found
  }
  const one = await find('one')
  const other = await find('other')
  if (one.contactId === other.contactId) throw new UserError(words.samePerson(one.contactName ?? ''), { field: 'other' })
  return { one, other }
}
