import { z } from 'zod'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { normalizeName } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { type Customer, namesCustomer, theCustomer } from '../customers/customers.ts'
import { namedFirst } from '../customers/named-first.ts'
import { askMissing, linesToFill } from '../fields/ask-missing.ts'
import { asInput, ownFacts, ownFields, withoutOwn } from '../fields/asked.ts'
import { columnsOf, fieldsOf } from '../fields/fields.ts'
import { factsGiven } from '../fields/given.ts'
import { besides, detailsInput, inputsOf } from '../fields/inputs.ts'
import { asked, missingIn } from '../fields/required.ts'
import { filedUnder } from '../filed.ts'
import { shownDeal } from './card.ts'
import { createDeal, DEAL_FIELDS, type DealChange } from './deals.ts'
import { readDealLine } from './read-line.ts'
import { stageInput } from './stage-input.ts'
import { say } from './words.ts'

const IN_FORM = ['customer', 'name', 'amount', 'closing'] as const
/** The customer is asked for as one, and of a new deal nothing is over. */
const NOT_ASKED = ['company', 'contact', 'closed', 'reason', 'currency']
const inputs = inputsOf(
  DEAL_FIELDS.filter(({ key }) => !NOT_ASKED.includes(key)),
  ['amount', 'closing'],
)

const input = z
  .object({
    line: field.text({ en: 'Customer, name, amount, day', zh: '客户、名称、金额、日期' }, { max: 1000 }).optional(),
    customer: field.customer({ en: 'Customer', zh: '客户' }).optional(),
    name: field
      .text({ en: 'What it is called', zh: '商机名称' }, { hint: { en: 'For example: renewal', zh: '例如：续约' }, max: 200 })
      .optional(),
    ...inputs,
    stage: stageInput().optional(),
    details: detailsInput(),
    /** Add the customer as well when nobody knows it. */
    add: field.hidden(10).optional(),
    /** What must be filled in was asked for. */
    asked: field.hidden(5).optional(),
  })
  .catchall(ownFields)
type NewDeal = z.infer<typeof input>

/** Opens a deal with a customer: from a line, a form or options. */
export const addDeal: Operation = operation({
  name: 'add deal',
  zh: '新增商机',
  also: ['添加商机', '新建商机', 'add opportunity'],
  summary: { en: 'Open a deal with a customer', zh: '为客户新增商机' },
  examples: ['add deal Acme renewal 50k by end of March owner @Bo', 'add deal 锦程物流 续约 5万 三月底前'],
  group: 'sales',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Open a deal', zh: '新增商机' },
  formWhenEmpty: true,
  input,
  line: (rest) => ({ line: rest }),
  onlyTyped: ['line'],
  notInForm: [...besides(inputs, IN_FORM), 'stage' as never],
  asks: async (context) => asked(missingIn(await fieldsOf(context, 'deal'), {})).map(asInput),
  prefill: async (context, given) => {
    const lines = linesToFill(missingIn(await fieldsOf(context, 'deal'), {}), given)
    if (typeof given.line !== 'string') return lines
    const { line: _, ...read } = await asRead(context, given as NewDeal)
    return { ...filled(read), ...lines }
  },
  handle: async (context, typed) => {
    const words = say(context.locale)
    const given = await asRead(context, typed)
    const { customer: named, name: typedName = '', details, add: _, asked: __, line: ___, ...options } = withoutOwn(given)
    if (!named) throw new UserError(words.whose, { field: 'customer' })
    const fields = (await fieldsOf(context, 'deal')).filter(({ key }) => key !== 'company' && key !== 'contact')
    const { head, facts } = await factsGiven(context, fields, {
      head: typedName,
      lines: details,
      options: { ...options, ...ownFacts(fields, typed) },
      isNew: true,
    })
    const columns = columnsOf(fields, facts, context) as DealChange
    const customer = await theCustomer(context, named, { operation: 'add deal', input: typedBack(given), field: 'customer' })
    const name = nameOf(head, columns, customer)
    if (!normalizeName(name)) throw new UserError(words.noName, { field: 'name' })
    askMissing(context, addDeal, typedBack({ ...given, customer: customer.ref }), missingIn(fields, facts))
    const deal = await createDeal(context, { ...columns, ...(await filedUnder(context, customer)), name })
    return shownDeal(context, deal.id, (called) => ({
      tone: 'good',
      title: words.opened(called),
      buttons: [undoButton(context)],
    }))
  },
})

/** A deal without a name of its own is called by its product, else by its customer. */
function nameOf(typed: string, { product }: DealChange, customer: Customer): string {
  const name = typed.trim() || product || customer.companyName || customer.contactName || ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A typed line as the inputs it stands for. */
async function asRead(context: Context, given: NewDeal): Promise<NewDeal> {
  const { line, ...others } = given
  if (!line) return given
  const { head, ...read } = readDealLine(context, line)
  const cut = await parted(context, head)
  const found = { ...read, ...(cut.customer && { customer: cut.customer }), ...(cut.name && { name: cut.name }) }
  return { ...found, ...others } as NewDeal
}

/** `renewal 2027 for Acme`, `acme renewal`: whose it is, and what it is called. */
async function parted(context: Context, typed: string): Promise<{ customer: string; name: string }> {
  const head = typed.replace(/^(?:for|with|给|为)\s+/i, '')
  const [, name, behind] = /^(\S.*?)\s+(?:for|with|at)\s+(\S.*)$/i.exec(head) ?? []
  if (name && behind && (await namesCustomer(context, behind))) return { customer: behind, name }
  const { customer, rest } = await namedFirst(context, head)
  return { customer, name: rest }
}

const filled = (read: Readonly<Record<string, unknown>>): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(read).flatMap(([key, value]) => (typeof value === 'string' ? [[key, { value }]] : [])))

const typedBack = (given: NewDeal) =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== undefined && name !== 'line')) as Record<
    string,
    string
  >
