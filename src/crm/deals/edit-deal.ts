import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { formFor } from '../../bot/form.ts'
import { type Operation, operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { sayBefore } from '../fields/changed.ts'
import { fieldsOf, type Row, sayingOf, typedFacts } from '../fields/fields.ts'
import { factsGiven, pairsTyped } from '../fields/given.ts'
import { detailsInput } from '../fields/inputs.ts'
import { linesOf, readPairs } from '../fields/typed.ts'
import type { Deal } from './deals.ts'
import type { NamedDeal } from './named.ts'
import { dealTitle } from './said.ts'
import { stageInput } from './stage-input.ts'
import { dealRef, theDeal } from './the-deal.ts'
import { say } from './words.ts'
import { changeFacts, rowOf } from './write-deal.ts'

const input = z.object({
  deal: field.deal({ en: 'Deal', zh: '商机' }),
  name: field.text({ en: 'Name', zh: '名称' }, { max: 200 }).optional(),
  stage: stageInput().optional(),
  amount: field
    .text({ en: 'Amount', zh: '金额' }, { hint: { en: 'For example: 50k, 12,000 EUR', zh: '例如：5万、12,000 EUR' }, max: 60 })
    .optional(),
  closing: field
    .text({ en: 'Expected close', zh: '预计成交' }, { hint: { en: 'For example: 31 March', zh: '例如：3月31日' }, max: 60 })
    .optional(),
  details: detailsInput(),
  /** Another customer, once it was picked. */
  company: field.hidden(500).optional(),
  contact: field.hidden(500).optional(),
  /** The form showed all facts: those that are not sent back were emptied. */
  whole: field.hidden(5).optional(),
})
type EditInput = z.infer<typeof input>

/** Changes facts of a deal; only what is named changes. */
export const editDeal: Operation = operation({
  name: 'edit deal',
  zh: '修改商机',
  also: ['编辑商机', 'edit opportunity'],
  summary: { en: 'Change facts of a deal: its stage, amount, day', zh: '修改商机：阶段、金额、日期等' },
  examples: ['edit deal acme renewal stage=negotiation amount=48k', 'edit deal acme renewal closing=next Friday'],
  group: 'sales',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Change a deal', zh: '修改商机' },
  input,
  notInForm: ['deal'],
  line: (rest) => {
    const { head, pairs } = readPairs(rest)
    return { ...(head && { deal: head }), ...(pairs.length && { details: linesOf(pairs) }) }
  },
  prefill: async (context, given) => {
    if (typeof given.deal !== 'string') throw new UserError(say(context.locale).whichDeal, { mend: false })
    const deal = await theDeal(context, given.deal, { operation: 'edit deal', input: { whole: 'yes' } })
    return filled(context, await rowOf(context, deal))
  },
  handle: async (context, typed) => {
    const given = await sorted(context, typed)
    const deal = await theDeal(context, given.deal, { operation: 'edit deal', input: { ...given, whole: undefined } })
    const row = await rowOf(context, deal)
    return Object.keys(given).length === 1 ? wholeForm(context, deal, row) : changed(context, deal, row, given)
  },
})

/** A field's name of several words may have lost its first ones to the deal's: `edit deal acme close date=Friday`. */
async function sorted(context: Context, given: EditInput): Promise<EditInput> {
  if (!given.details || given.whole) return given
  const { head, pairs } = pairsTyped(context, await fieldsOf(context, 'deal'), given.deal, given.details)
  return { ...given, deal: head, details: linesOf(pairs) }
}

async function wholeForm(context: Context, deal: NamedDeal, row: Deal): Promise<Reply> {
  const known = { deal: dealRef(deal), whole: 'yes' }
  const form = formFor(editDeal, known, context.locale, { prefill: await filled(context, row) })
  return { ...form, notice: dealTitle(deal) }
}

/** Who it belongs to and with whom it is, is changed by typing it; the currency stands with the amount. */
const NOT_IN_FORM = ['owner', 'company', 'contact', 'currency']
const OWN_PLACE = ['name', 'stage', 'amount', 'closing']

async function filled(context: Context, row: Deal): Promise<Record<string, { value: string }>> {
  const facts = await factsOf(context, row)
  const lines = Object.entries(facts).flatMap(([key, value]) =>
    value && !NOT_IN_FORM.includes(key) && !OWN_PLACE.includes(key) ? [`${key}=${value}`] : [],
  )
  const { name, amount, closing } = facts
  const fields = { name, amount, closing, stage: row.stage, details: lines.join('\n') }
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value ? [[key, { value }]] : [])))
}

async function factsOf(context: Context, row: Deal): Promise<Record<string, string>> {
  const fields = await fieldsOf(context, 'deal')
  return typedFacts(fields, row as unknown as Row, await sayingOf(context, fields, [row as unknown as Row]))
}

async function changed(context: Context, deal: NamedDeal, row: Deal, given: EditInput): Promise<Reply> {
  const words = say(context.locale)
  const { deal: _, details, whole, ...options } = given
  const { facts: typed } = await factsGiven(context, await fieldsOf(context, 'deal'), { lines: details, options })
  const facts = { ...(whole ? await emptied(context, row) : {}), ...typed }
  const ask = { operation: 'edit deal', input: { ...given } }
  const { deal: after, ...said } = await changeFacts(context, row, facts, ask)
  if (said.before.length + said.after.length === 0) return card({ lines: [words.nothingToChange] })
  return card({
    tone: 'good',
    title: words.changed(dealTitle({ ...deal, name: after.name })),
    lines: said.after,
    context: sayBefore(context, said.before),
    buttons: [
      button(words.show, 'show deal', { deal: dealRef(deal) }),
      button(words.edit, 'edit deal', { deal: dealRef(deal), whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}

/** What the form showed, and what is empty unless it came back. */
async function emptied(context: Context, row: Deal): Promise<Record<string, string>> {
  const facts = await factsOf(context, row)
  return Object.fromEntries(
    Object.keys(facts).flatMap((key) => (NOT_IN_FORM.includes(key) || key === 'name' || key === 'stage' ? [] : [[key, '']])),
  )
}
