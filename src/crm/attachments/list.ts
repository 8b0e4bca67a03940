import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { theCustomer } from '../customers/customers.ts'
import { attachmentsOf, detach } from './attachments.ts'
import { say } from './words.ts'

const PAGE = 8

/** What is kept on a customer, newest first: each a link that opens, and a button that takes it away. */
export const attachments = operation({
  name: 'attachments',
  zh: '所有附件',
  also: ['附件列表', 'files'],
  summary: { en: 'The files and links of a customer', zh: '查看客户的文件和链接' },
  examples: ['attachments acme'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  rare: true,
  formTitle: { en: 'Files and links', zh: '文件和链接' },
  input: z.object({ customer: field.customer({ en: 'Customer', zh: '客户' }), page: field.page().optional() }),
  handle: async (context, input) => {
    const words = say(context.locale)
    const customer = await theCustomer(context, input.customer, { operation: 'attachments', input, field: 'customer' })
    const page = input.page ?? 1
    const { shown, count } = await attachmentsOf(context, customer, PAGE, (page - 1) * PAGE)
    const at = (to: number) => ({ customer: customer.ref, page: to })
    return card({
      title: words.attachmentsOf(customer.name),
      lines: shown.length ? undefined : [words.none],
      items: shown.map((one) => ({
        text: one.name,
        detail: [
          one.url,
          one.memberName,
          sayAgo(Temporal.Instant.fromEpochMilliseconds(one.createdAt.getTime()), context, context.locale),
        ]
          .filter(Boolean)
          .join(' · '),
        ...(context.me.role !== 'reader' && { buttons: [button(words.remove, 'detach', { attachment: one.id })] }),
      })),
      links: shown.filter(({ url }) => url.startsWith('https:')).map(({ name, url }) => ({ label: name, url })),
      buttons: [
        ...(page > 1 ? [button(words.newer, 'attachments', at(page - 1))] : []),
        ...(count > page * PAGE ? [button(words.older, 'attachments', at(page + 1))] : []),
        button(words.add, 'attach', { customer: customer.ref }, { form: true }),
      ],
    })
  },
})

/** Takes a file or a link off a record. */
export const detachIt = operation({
  name: 'detach',
  summary: { en: 'Take a file or a link off a record', zh: '移除文件或链接' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ attachment: field.id() }),
  handle: async (context, { attachment }) => {
    const words = say(context.locale)
    const where = { workspaceId: context.workspace.id, id: attachment }
    const row = await context.db.attachment.findFirst({ where, select: { noun: true, recordId: true } })
    if (!row) throw new UserError(words.gone, { mend: false })
    // Whose record somebody does not see, its attachments are not theirs to take away.
    const customer = await theCustomer(context, `${row.noun}:${row.recordId}`, {
      operation: 'detach',
      input: {},
      field: 'customer',
    })
    const gone = await detach(context, attachment)
    if (!gone) return card({ lines: [words.gone] })
    return card({
      tone: 'good',
      lines: [words.removed(gone.name, customer.name)],
      buttons: [button(words.all, 'attachments', { customer: customer.ref }), undoButton(context)],
    })
  },
})
