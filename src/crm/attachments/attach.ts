import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { asPrivate, asPrivateFromStart } from '../activities/private.ts'
import { undoButton } from '../audit/audit.ts'
import { theCustomer } from '../customers/customers.ts'
import { attachTo, filesIn } from './attachments.ts'
import { say } from './words.ts'

/** A web address in a line: with its scheme, or as Slack writes it. */
const LINK = /<?\bhttps?:\/\/\S+|\s(?:www\.)?(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:\/\S*)?(?=\s|$)/iu

/** Keeps a link, or the files shared with the message, on a customer. */
export const attach = operation({
  name: 'attach',
  zh: '附件',
  also: ['添加附件', '添加链接'],
  summary: { en: 'Keep a link, or a file shared with your message, on a customer', zh: '把链接或随消息发送的文件记在客户名下' },
  examples: ['attach acme https://drive.example.com/offer.pdf the offer of May'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Attach a link', zh: '添加链接' },
  input: z.object({
    customer: field.customer({ en: 'Customer', zh: '客户' }),
    url: field
      .text({ en: 'Link', zh: '链接' }, { hint: { en: 'In full: https://…', zh: '完整网址：https://…' }, max: 2000 })
      .optional(),
    label: field.text({ en: 'What it is', zh: '说明' }, { max: 200 }).optional(),
    /** Files that were shared in the same message. */
    files: field.hidden(30_000).optional(),
  }),
  line: (rest) => {
    const found = LINK.exec(rest)
    if (!found) return { customer: rest }
    const label = rest.slice(found.index + found[0].length).trim()
    return { customer: rest.slice(0, found.index).trim(), url: found[0].trim(), ...(label && { label }) }
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const files = filesIn(input.files)
    if (!input.url && !files.length) throw new UserError(words.nothingToAttach, { field: 'url' })
    const led = asPrivateFromStart(input.customer)
    const called = asPrivate(input.label ?? '')
    const isPrivate = led.isPrivate || called.isPrivate
    const customer = await theCustomer(context, led.line, { operation: 'attach', input, field: 'customer' })
    const kept: string[] = []
    if (input.url) {
      const link = await attachTo(context, customer, { kind: 'link', name: called.line, url: input.url, isPrivate })
      if (!link) throw new UserError(words.badLink(input.url.slice(0, 80)), { field: 'url' })
      if (!link.isNew && !files.length) return card({ lines: [words.standsAlready(link.name, customer.name)] })
      kept.push(link.name)
    }
    for (const file of files) kept.push((await attachTo(context, customer, { kind: 'file', ...file, isPrivate }))?.name ?? '')
    return card({
      tone: 'good',
      title: words.attached(customer.name),
      lines: kept.filter(Boolean),
      ...(isPrivate && { context: words.onlyYou }),
      buttons: [button(words.all, 'attachments', { customer: customer.ref }), undoButton(context)],
    })
  },
})
