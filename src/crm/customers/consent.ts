import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { type Asked, theCustomer } from './customers.ts'
import { recordOf } from './editable.ts'
import { asCut, namedFirst } from './named-first.ts'
import { say } from './words.ts'

const SAYS =
  /\s+(?=(?:given|gave|granted|withdrawn|withdrew|revoked|refused|denied|opt(?:ed)?[ -]?(?:in|out)|yes|no)\b)|\s*(?=同意|已同意|撤回|已撤回|拒绝|不同意)/i

/** What a customer said of being contacted: consent given or withdrawn, when and how. */
export const consent = operation({
  name: 'consent',
  zh: '联系许可',
  summary: { en: 'Note that a customer gave or withdrew consent, when and how', zh: '记录客户同意或撤回联系许可' },
  examples: ['consent wei zhang given 2026-05-03 by e-mail', 'consent acme withdrawn by phone'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  lineWhen: /^(?:of|from|was|is|for|to|form|forms|received|still|pending)\b/i,
  formTitle: { en: 'Consent', zh: '联系许可' },
  input: z.object({
    customer: field.customer({ en: 'Customer', zh: '客户' }),
    said: field.text(
      { en: 'What was said', zh: '客户的意思' },
      {
        hint: {
          en: 'For example: given 2026-05-03 by e-mail, or: withdrawn by phone',
          zh: '例如：同意 2026-05-03 邮件，或：撤回 电话',
        },
        max: 400,
      },
    ),
  }),
  line: (rest) => {
    const [customer = '', ...more] = rest.split(SAYS)
    return { customer: customer.trim(), ...(more.length && { said: more.join(' ').trim() }) }
  },
  handle: async (context, input) =>
    changed(context, input.customer, { operation: 'consent', input, field: 'customer' }, { consent: input.said }),
})

/** Nobody is to contact a customer any more, or may again. */
export const noContact = operation({
  name: 'no contact',
  zh: '请勿联系',
  also: ['勿联系', 'do not', 'dnc'],
  summary: {
    en: 'Mark a customer as not to be contacted, with the reason; “off” takes it back',
    zh: '标记客户请勿联系并注明原因；写“否”取消',
  },
  examples: ['no contact wei zhang asked us to stop', 'no contact acme off'],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  rare: true,
  // `no contact with Acme since May` is something to log.
  lineWhen: /^(?:with|from|to|yet|since|made|for|possible|at|details?|person|info)\b/i,
  formTitle: { en: 'Do not contact', zh: '请勿联系' },
  formWhenEmpty: true,
  input: z.object({
    line: field.text({ en: 'Customer and reason', zh: '客户和原因' }, { max: 1000 }).optional(),
    customer: field.customer({ en: 'Customer', zh: '客户' }).optional(),
    why: field
      .text({ en: 'Why', zh: '原因' }, { hint: { en: 'off: they may be contacted again', zh: '写“否”表示可以再联系' }, max: 300 })
      .optional(),
  }),
  line: (rest) => ({ line: rest.replace(/^contact\s+/i, '') }),
  onlyTyped: ['line'],
  prefill: (context, given) => asCut(context, given, 'why'),
  handle: async (context, given) => {
    const cut = given.line ? await namedFirst(context, given.line) : { customer: '', rest: '' }
    const customer = given.customer ?? cut.customer
    const why = given.why ?? cut.rest
    if (!customer) throw new UserError(say(context.locale).whomToTag, { field: 'customer' })
    const ask = { operation: 'no contact', input: { customer, ...(why && { why }) }, field: 'customer' }
    const fact = OFF.test(why) ? 'no' : ['yes', why].filter(Boolean).join(', ')
    return changed(context, customer, ask, { nocontact: fact })
  },
})

const OFF = /^(?:off|no|none|否|取消|可以|可以联系)$/i

async function changed(context: Context, typed: string, ask: Asked, facts: Record<string, string>): Promise<Card> {
  const words = say(context.locale)
  const customer = await theCustomer(context, typed, ask)
  const record = await recordOf(context, customer)
  const { before, after } = await record.change(facts, {}).catch((error: unknown) => {
    throw error instanceof UserError && error.field === 'consent' ? new UserError(error.message, { field: 'said' }) : error
  })
  if (before.length + after.length === 0) return card({ lines: [words.nothingToChange] })
  const fields = record.fields.filter(({ key }) => key in facts)
  return card({
    tone: 'good',
    title: words.changed(customer.name),
    lines: after.map((line) => line.replace(/^[^:]+/, fields[0]?.label[context.locale] ?? '')),
    context: facts.nocontact?.startsWith('yes') || /^withdr|^撤/i.test(facts.consent ?? '') ? words.noSuggestions : undefined,
    buttons: [button(words.show, 'show', { customer: customer.ref }), undoButton(context)],
  })
}
