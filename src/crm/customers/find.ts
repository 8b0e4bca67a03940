import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { shortened } from '../activities/activities.ts'
import { lineOf } from '../activities/private.ts'
import type { Customer } from './customers.ts'
import { type FoundNote, foundCustomers, foundNotes } from './found.ts'
import { say } from './words.ts'

const PAGE = 8
/** Pages of more results than these help nobody. */
const MOST = 100

/** Companies and people by name, address or number; activities by the words of their notes. */
export const find = operation({
  name: 'find',
  zh: '查找',
  also: ['搜索'],
  summary: { en: 'Find customers and notes by any word', zh: '按任意文字查找客户和记录' },
  examples: ['find acme', 'find wei@acme.com', 'find +1 415 555 0100', 'find price list'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'Find', zh: '查找' },
  input: z.object({
    text: field.text(
      { en: 'What to find', zh: '查找内容' },
      { hint: { en: 'A name, e-mail, phone number or words of a note', zh: '名称、邮箱、电话或记录中的文字' } },
    ),
    page: field.page().optional(),
  }),
  handle: async (context, { text, page = 1 }) => {
    const words = say(context.locale)
    const customers = await foundCustomers(context, text, MOST)
    const skip = (page - 1) * PAGE
    const here = customers.slice(skip, skip + PAGE)
    const room = PAGE - here.length
    const notes = await foundNotes(context, text, room + 1, Math.max(0, skip - customers.length))
    const more = customers.length > skip + PAGE || notes.length > room
    const items = [...here.map((one) => customerItem(context, one)), ...notes.slice(0, room).map((one) => noteItem(context, one))]
    return card({
      title: words.found(shortened(text, 80)),
      lines: items.length ? undefined : [page > 1 ? words.nothingMore : words.foundNothing],
      items,
      ...(items.length || page > 1 ? {} : { nothing: true }),
      context: page > 1 ? words.page(page) : undefined,
      buttons: [
        ...(page > 1 ? [button(words.back, 'find', { text, page: page - 1 })] : []),
        ...(more ? [button(words.more, 'find', { text, page: page + 1 })] : []),
        ...(items.length ? [] : [button(words.addCompany, 'add company', { name: shortened(text, 200) }, { form: true })]),
      ],
      share: { operation: 'find', input: { text, page } },
    })
  },
})

function customerItem({ locale }: Context, one: Customer): Item {
  const words = say(locale)
  return {
    text: `${one.contactId ? words.contact : words.company} · ${one.name}`,
    buttons: [button(words.show, 'show', { customer: one.ref }), button(words.last, 'last', { customer: one.ref })],
  }
}

function noteItem(context: Context, one: FoundNote): Item {
  const words = say(context.locale)
  const when = sayAgo(Temporal.Instant.fromEpochMilliseconds(one.occurredAt.getTime()), context, context.locale)
  return {
    text: `${lineOf(words.note, one.private)} · ${one.customer?.name ?? ''} · ${excerpt(one.note, one.at)}`,
    detail: [when, one.memberName].filter(Boolean).join(' · '),
    buttons: one.customer ? [button(words.timeline, 'timeline', { customer: one.customer.ref })] : undefined,
  }
}

/** The part of a note around the words that were found; `at` counts characters from 1. */
function excerpt(note: string, at: number): string {
  const from = Math.max(0, [...note].slice(0, at - 1).join('').length - 40)
  return `${from > 0 ? '…' : ''}${shortened(note.slice(from).toWellFormed().replaceAll('\uFFFD', ''), 160)}`
}
