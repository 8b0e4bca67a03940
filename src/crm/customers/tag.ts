import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { MOST_OF_A_LIST, readTag } from '../fields/make.ts'
import { type Asked, theCustomer } from './customers.ts'
import { recordOf, write } from './editable.ts'
import { asCut, namedFirst } from './named-first.ts'
import { say } from './words.ts'

const input = z.object({
  line: field.text({ en: 'Customer and tags', zh: '客户和标签' }, { max: 1000 }).optional(),
  customer: field.customer({ en: 'Customer', zh: '客户' }).optional(),
  tags: field
    .text({ en: 'Tags', zh: '标签' }, { hint: { en: 'Parted by commas: vip, berlin', zh: '用逗号分开：重点、上海' }, max: 500 })
    .optional(),
})
type TagInput = z.infer<typeof input>

/** Puts tags on a customer. */
export const tag = operation({
  name: 'tag',
  zh: '标签',
  also: ['打标签', '加标签'],
  summary: { en: 'Put tags on a customer', zh: '给客户加标签' },
  examples: ['tag acme vip, berlin', 'tag wei zhang #newsletter'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  lineWhen: /^(?:along|team|line)\b/i,
  formTitle: { en: 'Tags', zh: '标签' },
  formWhenEmpty: true,
  input,
  line: (rest) => ({ line: rest }),
  onlyTyped: ['line'],
  prefill: (context, given) => asCut(context, given, 'tags'),
  handle: (context, given) => tagged(context, given, 'tag', (before, tags) => [...new Set([...before, ...tags])]),
})

/** Takes tags from a customer. */
export const untag = operation({
  name: 'untag',
  zh: '去标签',
  also: ['删标签', '移除标签'],
  summary: { en: 'Take tags from a customer', zh: '去掉客户的标签' },
  examples: ['untag acme berlin'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Take tags away', zh: '去掉标签' },
  formWhenEmpty: true,
  input,
  line: (rest) => ({ line: rest }),
  onlyTyped: ['line'],
  prefill: (context, given) => asCut(context, given, 'tags'),
  handle: (context, given) => tagged(context, given, 'untag', (before, tags) => before.filter((one) => !tags.includes(one))),
})

async function tagged(
  context: Context,
  given: TagInput,
  operationName: string,
  change: (before: string[], tags: string[]) => string[],
): Promise<Card> {
  const words = say(context.locale)
  const cut = given.line ? await namedFirst(context, given.line) : { customer: '', rest: '' }
  const typed = { customer: given.customer ?? cut.customer, tags: given.tags ?? cut.rest }
  if (!typed.customer) throw new UserError(words.whomToTag, { field: 'customer' })
  const tags = tagsIn(context, typed.tags)
  const ask: Asked = { operation: operationName, input: { ...typed, line: undefined }, field: 'customer' }
  const customer = await theCustomer(context, typed.customer, ask)
  const { noun, row } = await recordOf(context, customer)
  const after = change(row.tags, tags)
  if (after.length > Math.max(MOST_OF_A_LIST, row.tags.length))
    throw new UserError(words.tooManyTags(MOST_OF_A_LIST), { field: 'tags' })
  const said = after.map((one) => `#${one}`).join(' ')
  if (after.join() === row.tags.join()) return card({ lines: [words.nothingToChange], context: said || undefined })
  await write(context, noun, row, { tags: after })
  return card({
    tone: 'good',
    title: words.tagsOf(customer.name),
    lines: [said || words.noTags],
    buttons: [button(words.show, 'show', { customer: customer.ref }), undoButton(context)],
  })
}

/** `vip, berlin`, `#vip #berlin`. Throws UserError for none, or one that is none. */
function tagsIn({ locale }: Context, typed: string): string[] {
  const parts = typed.split(/[,，、;；\n]+|\s+(?=#)/).filter((one) => one.trim())
  if (!parts.length) throw new UserError(say(locale).whichTags, { field: 'tags' })
  return parts.map((one) => {
    const read = readTag(one)
    if (!read) throw new UserError(say(locale).badTag(one.trim().slice(0, 60)), { field: 'tags' })
    return read
  })
}
