import { z } from 'zod'
import { button, card, type Reply } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { undoButton } from '../audit/audit.ts'
import { fieldsOf } from '../fields/fields.ts'
import { factsGiven } from '../fields/given.ts'
import { detailsInput } from '../fields/inputs.ts'
import { linesOf, readPairs, type TypedLine } from '../fields/typed.ts'
import { namedDealById } from './named.ts'
import { dealLine, dealTitle } from './said.ts'
import { sayStage } from './stages.ts'
import { dealRef, theDeal } from './the-deal.ts'
import { say } from './words.ts'
import { changeFacts, rowOf } from './write-deal.ts'

const deal = field.deal({ en: 'Deal', zh: '商机' })
const day = field
  .text({ en: 'On which day', zh: '哪一天' }, { hint: { en: 'Empty: today', zh: '留空表示今天' }, max: 60 })
  .optional()

/** Pairs that have an input of their own, and the others as lines. */
function sortedPairs(pairs: TypedLine['pairs'], own: readonly string[]): Record<string, string> {
  const lines = pairs.filter(([name]) => !own.includes(name))
  return {
    ...Object.fromEntries(pairs.filter(([name]) => own.includes(name))),
    ...(lines.length && { details: linesOf(lines) }),
  }
}

/** Marks a deal as won. */
export const winDeal = operation({
  name: 'win deal',
  zh: '商机赢单',
  summary: { en: 'A deal is won', zh: '商机赢单' },
  examples: ['win deal acme renewal', 'win deal acme renewal amount=48k'],
  group: 'sales',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Won', zh: '赢单' },
  input: z.object({
    deal,
    amount: field.text({ en: 'Amount', zh: '金额' }, { max: 60 }).optional(),
    closed: day,
    details: detailsInput(),
  }),
  line: (rest) => {
    const { head, pairs } = readPairs(rest)
    return { ...(head && { deal: head }), ...sortedPairs(pairs, ['amount', 'closed']) }
  },
  handle: (context, { deal: typed, details, ...options }) => closed(context, 'win deal', 'won', typed, { details, options }),
})

const WHY = /^(\S.*?)\s*(?:[:：]\s*|\s(?:because(?: of)?|since they|reason)\s+|[，,]?\s*(?:因为|原因是?)\s*)(\S.*)$/is

/** Marks a deal as lost; why is asked for, and may be left out. */
export const loseDeal = operation({
  name: 'lose deal',
  zh: '商机输单',
  also: ['商机丢单'],
  summary: { en: 'A deal is lost, and why', zh: '商机输单及其原因' },
  examples: ['lose deal acme renewal: too expensive', 'lose deal acme renewal'],
  group: 'sales',
  allow: 'rep',
  effect: 'write',
  rare: true,
  formTitle: { en: 'Lost', zh: '输单' },
  input: z.object({
    deal,
    reason: field.text({ en: 'Why', zh: '原因' }, { hint: { en: 'For example: price', zh: '例如：价格' }, max: 500 }).optional(),
    closed: day,
    details: detailsInput(),
  }),
  line: (rest): Record<string, string> => {
    const { head, pairs } = readPairs(rest)
    const [, name, reason] = WHY.exec(head) ?? []
    return {
      ...((name ?? head) && { deal: name ?? head }),
      ...(reason && { reason }),
      ...sortedPairs(pairs, ['reason', 'closed']),
    }
  },
  handle: (context, { deal: typed, details, ...options }) => closed(context, 'lose deal', 'lost', typed, { details, options }),
})

interface Given {
  details?: string
  options: Record<string, string | undefined>
}

async function closed(
  context: Context,
  operationName: string,
  stage: 'won' | 'lost',
  typed: string,
  given: Given,
): Promise<Reply> {
  const words = say(context.locale)
  const ask = { operation: operationName, input: { deal: typed, details: given.details, ...given.options } }
  const found = await theDeal(context, typed, ask)
  const row = await rowOf(context, found)
  const { facts } = await factsGiven(context, await fieldsOf(context, 'deal'), { lines: given.details, options: given.options })
  if (row.stage === stage && !Object.keys(facts).length)
    return card({ lines: [words.already(dealTitle(found), sayStage(stage, context.locale))] })
  const { deal: after } = await changeFacts(context, row, { ...facts, stage }, ask)
  const shown = (await namedDealById(context, after.id)) ?? found
  return card({
    tone: stage === 'won' ? 'good' : 'plain',
    title: words[stage](dealTitle(shown)),
    lines: [[dealLine(context, shown), after.lostReason].filter(Boolean).join(' · ')],
    context: stage === 'lost' && !after.lostReason ? words.noReason : undefined,
    buttons: [
      button(words.show, 'show deal', { deal: dealRef(after) }),
      button(words.edit, 'edit deal', { deal: dealRef(after), whole: 'yes' }, { form: true }),
      undoButton(context),
    ],
  })
}
