import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { listed } from '../../bot/text.ts'
import { type Definition, definitionsOf } from './custom.ts'
import { FIELD_NOUNS, standardFieldsOf } from './fields.ts'
import { nounOf } from './read-definition.ts'
import { sayDefinition } from './said.ts'
import { say } from './words.ts'

const PAGE = 6

/** Which fields there are: the standard ones, and those of this workspace's own. */
export const fieldsList = operation({
  name: 'fields',
  zh: '字段',
  also: ['field list'],
  summary: { en: 'Which fields companies, contacts and deals have', zh: '公司、联系人和商机有哪些字段' },
  examples: ['fields', 'fields contact'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  rare: true,
  lineWhen: /^(?!(?:compan|contact|account|person|people|deal|opportunit)\w*$)\w/i,
  input: z.object({
    noun: field.text({ en: 'Companies, contacts or deals', zh: '公司、联系人或商机' }, { max: 20 }).optional(),
    page: field.page().optional(),
  }),
  notInForm: ['noun'],
  handle: async (context, { noun: typed, page = 1 }) => {
    const words = say(context.locale)
    const noun = (typed && nounOf(typed)) || 'company'
    const others = FIELD_NOUNS.filter((one) => one !== noun)
    const own = await definitionsOf(context, noun)
    const here = own.slice((page - 1) * PAGE, page * PAGE)
    const standard = standardFieldsOf(noun).map(({ key, label }) =>
      label[context.locale].toLowerCase() === key ? key : `${label[context.locale]} (${key})`,
    )
    return card({
      title: words.fieldsOf(noun),
      lines: [words.standardFields(listed(standard, context.locale)), ...(own.length ? [] : [words.noFieldsYet])],
      items: here.map((one, at) => itemOf(context, one, (page - 1) * PAGE + at + 1)),
      buttons: [
        ...(page > 1 ? [button(words.back, 'fields', { noun, page: page - 1 })] : []),
        ...(own.length > page * PAGE ? [button(words.nextPage, 'fields', { noun, page: page + 1 })] : []),
        ...(context.me.role === 'admin' ? [button(words.addField, 'field add', { noun }, { form: true, style: 'primary' })] : []),
        ...others.map((other) => button(words.fieldsOf(other), 'fields', { noun: other })),
      ],
    })
  },
})

function itemOf({ locale, me }: Context, one: Definition, place: number): Item {
  const words = say(locale)
  const which = { noun: one.noun, field: one.id }
  return {
    text: `${one.label} (${one.key}=)`,
    detail: sayDefinition(one, locale),
    ...(me.role === 'admin' && {
      buttons: [
        button(words.change, 'field change', which, { form: true }),
        ...(place > 1 ? [button(words.up, 'field move', { ...which, place: String(place - 1) })] : []),
        button(words.archive, 'field archive', which),
      ],
    }),
  }
}
