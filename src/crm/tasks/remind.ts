import { z } from 'zod'
import { button, type Card, card } from '../../bot/card.ts'
import type { Context, Member } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import type { Prefilled } from '../../bot/form.ts'
import { operation } from '../../bot/operation.ts'
import { boundsOf, sayAt, type TaskWords, understandTask, understandWhen } from '../../understanding/index.ts'
import { asPrivate, asPrivateFromStart } from '../activities/private.ts'
import { undoButton } from '../audit/audit.ts'
import { askUnknown, askWhich, byMatch, type Customer, indexFor, theCustomer } from '../customers/customers.ts'
import { memberNamed } from '../members/members.ts'
import { within } from './listed.ts'
import { colleaguesCalled, taskIn } from './mentioned.ts'
import { sayRecurrence, usesShortMonths } from './recurrence.ts'
import { sayWhenTold } from './said.ts'
import { createTask, isPast, taskWhen } from './tasks.ts'
import { say } from './words.ts'

const input = z.object({
  line: field.text({ en: 'Customer, time and task', zh: '客户、时间和事项' }, { max: 2000 }).optional(),
  customer: field.customer({ en: 'Customer', zh: '客户' }).optional(),
  when: field
    .text(
      { en: 'When', zh: '时间' },
      { hint: { en: 'For example: tomorrow 9am, every Monday 9am', zh: '例如：明天上午9点、每周一上午9点' } },
    )
    .optional(),
  what: field.text({ en: 'What', zh: '事项' }, { max: 2000 }).optional(),
  for: field.member({ en: 'For whom', zh: '提醒谁' }, { en: 'Empty: for you', zh: '留空表示自己' }).optional(),
  /** The list in which the button stood: it is shown again below what was made. */
  back: field.hidden(10).optional(),
})
type RemindInput = z.infer<typeof input>

export const remind = operation({
  name: 'remind',
  zh: '提醒',
  summary: { en: 'Be reminded of something, once or again and again', zh: '到时提醒，一次或重复' },
  examples: [
    'remind Acme tomorrow 9am send the quote',
    'remind every Monday 9am call Wei',
    'remind every Friday 4pm until June send the report',
    'remind @Bo Friday 2pm review the Acme offer',
    'remind 锦程物流 明天上午9点 发报价',
  ],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Be reminded', zh: '设置提醒' },
  formWhenEmpty: true,
  input,
  line: (rest) => ({ line: rest }),
  onlyTyped: ['line'],
  prefill: asRead,
  handle: async (context, typed) => {
    const led = asPrivateFromStart(typed.line ?? '')
    const given = led.isPrivate ? { ...typed, line: led.line } : typed
    const { read, owner } = await understood(context, given)
    const { line: what, isPrivate: marked } = asPrivate(read.what ?? '')
    const isPrivate = led.isPrivate || marked
    if (isPrivate && owner.id !== context.me.id) throw new UserError(say(context.locale).privateForOthers, { field: 'for' })
    const wish = wishOf(context, { ...read, ...(marked && { what }) }, owner)
    const customer = await customerOf(context, typed, read)
    const task = await createTask(context, { ...wish, customer, ownerId: owner.id, private: isPrivate })
    const { locale } = context
    const words = say(locale)
    const when = taskWhen(task, { now: context.now, zone: task.zone }, locale)
    const made = card({
      tone: 'good',
      title: owner.id === context.me.id ? words.remindedOf(task.what) : words.remindedFor(owner.name, task.what),
      fields: [{ label: words.when, value: `${when} ${task.zone}` }],
      lines: customer ? [customer.name] : undefined,
      context:
        [
          task.recurrence && words.repeats(sayRecurrence(task.recurrence, locale, { now: context.now, zone: task.zone })),
          task.recurrence && usesShortMonths(task.recurrence) && words.shortMonths,
          sayWhenTold(context, task, owner),
          isPrivate && words.onlyYou,
        ]
          .filter(Boolean)
          .join(' ') || undefined,
      buttons: [undoButton(context)],
    })
    return within(context, given.back, made)
  },
})

/**
 * What was typed, in one line or in fields, and for whom. The times in it are those of the owner's wall clock: "in 2 hours" is the same
 * everywhere, "9am" is not.
 */
async function understood(context: Context, given: RemindInput): Promise<{ read: TaskWords; owner: Member }> {
  const read = await readWords(context, given, context.zone)
  const owner = read.forMember ? await memberNamed(context, read.forMember) : context.me
  return { owner, read: owner.timeZone === context.zone ? read : await readWords(context, given, owner.timeZone) }
}

/** Whom a task is for, behind its customer or its time. */
const LEADS = /^(<@[^>\s]{1,40}>|@[^\s:,，：]{1,60})[\s:,，：]+(?=\S)/

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\\b|(?:today|tomorrow)\\b'
/** What is left of `Monday or Tuesday`, `Mon, Wed 9am`, `周一和周三` when the first day is taken out. */
const ANOTHER_DAY = new RegExp(
  `^(?:(?:and|or|&|/)\\s*(?:(?:on|next)\\s+)?(?:${DAY})|(?:${DAY})\\s*(?:,|&|and\\b|or\\b|(?:at )?\\d)|(?:和|或者?|、|跟)\\s*(?:周|星期|礼拜|今天|明天|后天))`,
  'i',
)

async function readWords(context: Context, given: RemindInput, zone: string): Promise<TaskWords> {
  const moment = { now: context.now, zone }
  const line = given.line ?? [given.when, given.what].filter(Boolean).join(' ')
  const read = await taskIn(context, line, moment)
  const when = given.when ? understandWhen(given.when, moment, 'future') : read.when
  if (given.when && !when?.at) throw new UserError(say(context.locale).badTime(given.when), { field: 'when' })
  const [begins = '', member] = LEADS.exec(read.what ?? '') ?? []
  const what = given.what && (given.line || given.when) ? given.what : read.what?.slice(begins.length)
  if (!given.when && what && ANOTHER_DAY.test(what)) throw new UserError(say(context.locale).whichDay, { field: 'when' })
  // What stands in a field of its own counts, whatever was typed before it was mended.
  const impossible = given.when ? undefined : read.impossible
  return { ...read, when, what, impossible, forMember: given.for ?? read.forMember ?? member }
}

/** A typed line, as its form shows it: what is mended there goes before what was typed. */
async function asRead(context: Context, { line }: Record<string, unknown>): Promise<Record<string, Prefilled>> {
  if (typeof line !== 'string') return {}
  const read = understandTask(line, { ...context, customers: await indexFor(context, line) })
  const customer = read.customer.status === 'known' ? await byMatch(context, read.customer) : undefined
  return {
    ...(read.time && { when: { value: read.time } }),
    ...(read.what && { what: { value: read.what } }),
    ...(customer && { customer: { value: customer.ref, label: customer.name } }),
    ...(read.forMember && { for: { value: read.forMember } }),
  }
}

function wishOf(context: Context, read: TaskWords, owner: Member) {
  const words = say(context.locale)
  if (read.impossible) throw new UserError(words.noSuchTime(read.impossible), { field: 'when' })
  if (!read.when?.at) throw new UserError(words.whenNeeded, { field: 'when' })
  if (!read.what) throw new UserError(words.whatNeeded, { field: 'what' })
  const moment = { now: context.now, zone: owner.timeZone }
  if (isPast(read.when.at, moment))
    throw new UserError(words.pastTime(sayAt(read.when.at, moment, context.locale)), { field: 'when' })
  const { at, recurrence } = read.when
  const until = recurrence && boundsOf(recurrence).until
  if (until && until < at.slice(0, 10))
    throw new UserError(words.endsBefore(sayAt(until, moment, context.locale)), { field: 'when' })
  return { what: read.what, at, recurrence }
}

async function customerOf(context: Context, given: RemindInput, read: TaskWords): Promise<Customer | null> {
  const ask = { operation: 'remind', input: given, field: 'customer' }
  if (given.customer) return theCustomer(context, given.customer, ask)
  switch (read.customer.status) {
    case 'known':
      return byMatch(context, read.customer)
    case 'ambiguous':
      throw new Ask(askWhich(context, read.customer.candidates, ask))
    case 'unknown':
      throw new Ask(await orColleague(context, given, read, askUnknown(context, read.customer, ask)))
    case 'none':
      return null
  }
}

/** `remind Bo tomorrow …`: a name before all else that no customer has may be a colleague's, for whom it is then. */
async function orColleague(context: Context, { line }: RemindInput, read: TaskWords, asked: Card): Promise<Card> {
  const [, name = ''] = /^(\S{2,60})\s/.exec(line ?? '') ?? []
  if (!line || !name || read.forMember) return asked
  const named = await colleaguesCalled(context, name)
  if (named.length !== 1) return asked
  const forThem = button(say(context.locale).isForColleague(named[0]!.name), 'remind', { line: `@${line}` }, { style: 'primary' })
  return { ...asked, buttons: [forThem, ...(asked.buttons ?? [])] }
}
