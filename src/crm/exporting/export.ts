import { z } from 'zod'
import { type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { theCustomer } from '../customers/customers.ts'
import { doorFor, throughDoor } from '../doors/doors.ts'
import { allowExport } from './allowed.ts'
import { limitsOf } from './asked.ts'
import { exportPage, partsOf } from './page.ts'
import { personPage } from './person-page.ts'
import { personTyped, type Typed, typedExport } from './typed.ts'
import { formatsOf } from './wish.ts'
import { say } from './words.ts'

/** `export contacts csv`, `export companies in Berlin`, `export person Wei Zhang`: a link to a page from which it is downloaded. */
export const exportOperation = operation({
  name: 'export',
  zh: '导出',
  summary: {
    en: 'Download customers, deals, activities and tasks as CSV, JSON or vCards',
    zh: '把客户、商机、活动和任务下载为 CSV、JSON 或 vCard',
  },
  examples: [
    'export',
    'export contacts csv',
    'export companies in Berlin',
    'export contacts vcard',
    'export activities since 1 Oct',
    'export person Wei Zhang',
  ],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Export', zh: '导出' },
  input: z.object({
    what: field
      .text(
        { en: 'What', zh: '导出什么' },
        {
          hint: {
            en: 'contacts csv, companies in Berlin, activities, all, person Wei Zhang',
            zh: '联系人 csv、柏林的公司、活动、全部、个人 王伟',
          },
          max: 500,
        },
      )
      .optional(),
    person: field.hidden(100).optional(),
  }),
  onlyTyped: ['person'],
  handle: async (context, { what = '', person }) => {
    await allowExport(context)
    const named = person ?? personTyped(what)
    if (named) return ofPerson(context, named)
    return ofRecords(context, typedExport(what))
  },
})

async function ofRecords(context: Context, typed: Typed): Promise<Card> {
  const words = say(context.locale)
  const { format } = typed
  const { said, kinds } = await limitsOf(context, typed)
  const kind = kinds.length > 1 ? 'all' : kinds[0]!
  if (format !== 'any' && !kinds.some((one) => formatsOf(one).includes(format)))
    throw new UserError(words.noVcard(words[kind]), { field: 'what' })
  const link = await doorFor(context, exportPage, partsOf(typed))
  const { lines, ...door } = throughDoor(context, link, words.open)
  return card({
    title: words.title(
      [
        typed.kind === 'found' ? kinds.map((one) => words[one]).join(words.and) : words[kind],
        ...(format === 'any' ? [] : [words[format]]),
      ].join(', '),
    ),
    lines: [...said, words.ready(words[kind]), ...lines],
    ...door,
  })
}

async function ofPerson(context: Context, named: string): Promise<Card> {
  const words = say(context.locale)
  const found = await theCustomer(context, named, { operation: 'export', input: { person: named }, field: 'person' })
  if (!found.contactId) throw new UserError(words.personOnly, { field: 'what' })
  const link = await doorFor(context, personPage, { id: found.contactId })
  const { lines, ...door } = throughDoor(context, link, words.open)
  return card({ title: words.personTitle(found.name), lines: [words.personWhat, ...lines], ...door })
}
