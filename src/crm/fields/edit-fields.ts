import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { theCustomer } from '../customers/customers.ts'
import { recordOf } from '../customers/editable.ts'
import { asInput, inputName, ownFacts, ownFields } from './asked.ts'
import { sayBefore } from './changed.ts'
import { typedFacts } from './facts.ts'
import type { RecordField } from './field.ts'
import { sayingOf } from './fields.ts'
import { factsGiven } from './given.ts'
import { say } from './words.ts'

const PAGE = 5

/** The fields of an admin's own on one record, five at a time, each as what it is: a menu for a choice. */
export const editFields = operation({
  name: 'edit fields',
  summary: { en: 'Fill in the fields of your own', zh: '填写自定义字段' },
  examples: [],
  group: 'records',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  formTitle: { en: 'Fields', zh: '字段' },
  input: z.object({ customer: field.hidden(100), page: field.page().optional() }).catchall(ownFields),
  asks: async (context, input) => (await pageOf(context, input)).fields.map(asInput),
  prefill: async (context, input): Promise<Record<string, { value: string; label?: string }>> => {
    const { fields, row } = await pageOf(context, input)
    const saying = await sayingOf(context, fields, [row])
    const typed = typedFacts(fields, row, saying)
    return Object.fromEntries(
      fields.flatMap((one) => {
        const said = typed[one.key]
        if (!said) return []
        const value = one.get(row)
        const kept =
          one.type === 'yesno' ? (value ? 'yes' : 'no') : one.type === 'choice' || one.type === 'member' ? String(value) : said
        return [[inputName(one), { value: kept, ...(one.type === 'member' && { label: said }) }]]
      }),
    )
  },
  handle: async (context, input) => {
    const words = say(context.locale)
    const { fields, customer, record, more } = await pageOf(context, input)
    const given = ownFacts(fields, input)
    // The form showed all of them: those that are not sent back were emptied.
    const options = Object.fromEntries(fields.map(({ key }) => [key, given[key] ?? '-']))
    const { facts } = await factsGiven(context, record.fields, { options }).catch((error: unknown) => inForm(fields, error))
    const { before, after } = await record.change(facts, {}).catch((error: unknown) => inForm(fields, error))
    const next = more
      ? [button(words.nextPage, 'edit fields', { customer: customer.ref, page: (input.page ?? 1) + 1 }, { form: true })]
      : []
    if (before.length + after.length === 0) return card({ lines: [words.nothingToChange], buttons: next })
    return card({
      tone: 'good',
      title: words.changedFields(customer.name),
      lines: after,
      context: sayBefore(context, before),
      buttons: [button(words.show, 'show', { customer: customer.ref }), ...next, undoButton(context)],
    })
  },
})

/** A fault is told at the field, as the form calls it. */
function inForm(fields: readonly RecordField[], error: unknown): never {
  const at = error instanceof UserError && fields.find(({ key }) => key === error.field)
  throw at ? new UserError(error.message, { field: inputName(at) }) : error
}

async function pageOf(context: Context, input: Readonly<Record<string, unknown>>) {
  const typed = typeof input.customer === 'string' ? input.customer : ''
  const customer = await theCustomer(context, typed, { operation: 'edit fields', input: {}, field: 'customer' })
  const record = await recordOf(context, customer)
  const page = Number(input.page ?? 1)
  const own = record.fields.filter(({ customId }) => customId)
  return { customer, record, row: record.row, fields: own.slice((page - 1) * PAGE, page * PAGE), more: own.length > page * PAGE }
}
