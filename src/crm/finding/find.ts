import { z } from 'zod'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { namesCustomer } from '../customers/customers.ts'
import { SORTS } from './filter.ts'
import { filtered } from './filtered.ts'
import type { Read } from './reading/read.ts'
import { understood, type World, worldOf } from './scene.ts'
import { searched } from './searched.ts'

/** Which customers a filter in words means; else companies and people by name, address, number or tag, and activities by the words of their notes. */
export const find = operation({
  name: 'find',
  zh: '查找',
  also: ['搜索', '找'],
  summary: { en: 'Find customers by any word or by a filter, and notes', zh: '按任意文字或条件查找客户和记录' },
  examples: [
    'find acme',
    'find wei@acme.com',
    'find +1 415 555 0100',
    'find price list',
    'find contacts in Berlin not contacted for 60 days owned by me',
    'find companies industry software employees > 100 without owner',
    'find 在柏林 60天没联系 我负责的 联系人',
  ],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'Find', zh: '查找' },
  input: z.object({
    text: field.text(
      { en: 'What to find', zh: '查找内容' },
      {
        hint: {
          en: 'A name, e-mail, number, words of a note; or: companies in Berlin without owner',
          zh: '名称、邮箱、电话、记录中的文字，或条件：在柏林没有负责人的公司',
        },
      },
    ),
    page: field.page().optional(),
    /** How the text is to be read, once somebody has said so. */
    as: field.hidden(10).optional(),
    /** Another order than the text says: `last`, `created down`. */
    sort: field.hidden(20).optional(),
  }),
  onlyTyped: ['as', 'sort'],
  handle: async (context, input) => {
    const world = await worldOf(context)
    const read = await understood(context, input.text, world)
    const way = input.as ?? ((await isFilter(context, input.text, read)) ? 'filter' : 'words')
    if (way === 'filter') {
      const card = await filtered(context, world, read, { ...input, sort: sortOf(input.sort) })
      if (input.as || card.items?.length || !isOnlyWords(read)) return card
      // `price list customers`: no kind of customers, but perhaps words of a note.
      const other = await searched(context, input, true)
      return other.nothing ? card : other
    }
    const card = await searched(context, input, hasFilter(read))
    // Nobody is called so, but something of a filter stands in it: what was understood of it says more than that nothing fits.
    return card.nothing && !input.as && hasConditions(read)
      ? filtered(context, world, read, { ...input, sort: sortOf(input.sort) })
      : card
  },
})

const hasConditions = ({ filter }: Read) => filter.all.length > 0
const isOnlyWords = ({ filter }: Read) => filter.all.length > 0 && filter.all.flat().every(({ kind }) => kind === 'words')
/** Whether all of a text is a filter. */
const hasFilter = (read: Read) => (read.namesNoun || hasConditions(read)) && read.unread.length === 0

/** A name is longer than this seldom, a filter often. */
const LONGEST_NAME = 60

/** Whether a text is meant as a filter: a customer of just that name comes first. */
async function isFilter(context: Context, text: string, read: Read): Promise<boolean> {
  if (!hasFilter(read) && !(read.namesNoun && hasConditions(read))) return false
  return text.length > LONGEST_NAME || !(await namesCustomer(context, text, { whole: true }))
}

function sortOf(typed: string | undefined): World['segments'][number]['filter']['sort'] {
  const [by, down] = typed?.split(' ') ?? []
  const known = SORTS.find((one) => one === by)
  return known && { by: known, ...(down && { down: true as const }) }
}
