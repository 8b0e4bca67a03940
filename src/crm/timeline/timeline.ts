import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, type Card, card, type Input, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAgo } from '../../understanding/index.ts'
import { sayOccurred, shortened } from '../activities/activities.ts'
import { type Customer, isRef, namesCustomer, theCustomer } from '../customers/customers.ts'
import { say as sayCustomer } from '../customers/words.ts'
import { saySpan } from '../finding/days.ts'
import { type World, worldOf } from '../finding/scene.ts'
import { memberNamed } from '../members/members.ts'
import { KINDS, readTimeline, type TimelineKind, textOf, type Wanted, wantedFrom } from './asked.ts'
import { type Cursor, happened } from './happened.ts'
import { type Told, told } from './told.ts'
import { say } from './words.ts'

const PAGE = 8

const input = z.object({
  customer: field.customer({ en: 'Customer', zh: '客户' }),
  kind: field
    .choice({ en: 'Kind', zh: '类型' }, ['all', ...KINDS], {
      all: { en: 'Everything', zh: '全部' },
      call: { en: 'Calls', zh: '通话' },
      meeting: { en: 'Meetings', zh: '会议' },
      email: { en: 'E-mails', zh: '邮件' },
      message: { en: 'Messages', zh: '消息' },
      visit: { en: 'Visits', zh: '拜访' },
      note: { en: 'Notes', zh: '备注' },
      task: { en: 'Tasks done', zh: '已完成的任务' },
      deal: { en: 'Deals', zh: '商机' },
      change: { en: 'Changes', zh: '改动' },
      file: { en: 'Files', zh: '文件' },
    })
    .optional(),
  by: field.member({ en: 'By whom', zh: '由谁' }).optional(),
  when: field
    .text(
      { en: 'When', zh: '时间' },
      { hint: { en: 'For example: since March, last 30 days', zh: '例如：三月以来、最近30天' }, max: 80 },
    )
    .optional(),
  /** What was typed behind the customer. */
  only: field.hidden(300).optional(),
  /** Behind which instant and id it goes on; `newer`, the other way. */
  at: field.hidden(100).optional(),
})
type Asked = z.infer<typeof input>

/** All that was, newest first: contacts, notes, tasks that were done, changes of the record, files. */
export const timeline = operation({
  name: 'timeline',
  zh: '时间线',
  summary: { en: 'Everything that happened with a customer, newest first', zh: '按时间查看与客户的全部往来' },
  examples: ['timeline acme', 'timeline wei zhang', 'timeline acme notes', 'timeline acme calls by Ana since March'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'Timeline', zh: '时间线' },
  input,
  onlyTyped: ['only', 'at'],
  handle: async (context, given) => {
    const world = await worldOf(context)
    const asked = isRef(given.customer) || (await namesCustomer(context, given.customer)) ? given : parted(given, world)
    const customer = await theCustomer(context, asked.customer, {
      operation: 'timeline',
      input: asked as Record<string, string>,
      field: 'customer',
    })
    const wanted = await wantedOf(context, asked, world)
    const cursor = cursorOf(asked.at)
    const page = await happened(context, customer, wanted, cursor, PAGE + 1)
    const more = page.length > PAGE
    const here = cursor?.newer ? page.slice(more ? 1 : 0) : page.slice(0, PAGE)
    const items = (await told(context, here)).map((one) => itemOf(context, one))
    return asCard(context, { customer, wanted, world, asked, items, first: here[0], last: here.at(-1), more, cursor })
  },
})

/** What was typed behind the customer is what of them is wanted. */
function parted(given: Asked, world: World): Asked {
  const { customer } = readTimeline(given.customer, world)
  const only = given.customer
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(customer.length)
    .replace(/^[\s,的：:]+/u, '')
  return { ...given, customer, ...(only && { only }) }
}

/** The kinds, the person and the time, as typed; what was chosen beside it takes the place of that. */
export async function wantedOf(context: Context, { only, kind, by, when }: Asked, world: World): Promise<Wanted> {
  const typed = only ? (wantedFrom(textOf(only, world), 0) ?? {}) : {}
  const member = by && by !== 'anybody' ? (await memberNamed(context, by)).id : undefined
  const span = when ? wantedFrom(textOf(when, world), 0)?.span : undefined
  if (when && !span) throw new UserError(say(context.locale).badWhen(when), { field: 'when' })
  return {
    ...typed,
    ...(kind && { kinds: kind === 'all' ? [] : [kind as TimelineKind] }),
    ...(member && { by: [member] }),
    ...(span && { span }),
  }
}

export function cursorOf(at: string | undefined): Cursor | undefined {
  const [, newer, instant = '', id = ''] = /^(newer )?(\S+) ([0-9a-f-]{36})$/.exec(at ?? '') ?? []
  return Number.isNaN(Date.parse(instant)) ? undefined : { at: new Date(instant), id, ...(newer && { newer: true }) }
}

export const atOf = ({ at, id }: { at: Date; id: string }, newer = false) => `${newer ? 'newer ' : ''}${at.toISOString()} ${id}`

interface Page {
  customer: Customer
  wanted: Wanted
  world: World
  asked: Asked
  items: Item[]
  first?: { at: Date; id: string }
  last?: { at: Date; id: string }
  more: boolean
  cursor?: Cursor
}

function asCard(context: Context, { customer, wanted, world, asked, items, first, last, more, cursor }: Page): Card {
  const words = sayCustomer(context.locale)
  const own = say(context.locale)
  const narrowed = sayWanted(context, wanted, world)
  const { kind, by, when, only } = asked
  const again: Record<string, Input> = {
    customer: customer.ref,
    ...(kind && { kind }),
    ...(by && { by }),
    ...(when && { when }),
    ...(only && { only }),
  }
  const hasNewer = cursor?.newer ? more : cursor !== undefined
  const hasOlder = cursor?.newer ? true : more
  return card({
    title: own.timelineOf(customer.name),
    lines: [
      ...(narrowed ? [own.only(narrowed)] : []),
      ...(items.length ? [] : [cursor ? words.nothingMore : narrowed ? own.nothingSo : words.nothingYet(customer.name)]),
    ],
    items,
    buttons: [
      ...(hasNewer && first ? [button(words.newer, 'timeline', { ...again, at: atOf(first, true) })] : []),
      ...(hasOlder && last ? [button(words.older, 'timeline', { ...again, at: atOf(last) })] : []),
      ...(context.me.role === 'reader' ? [] : [button(words.log, 'log', { customer: customer.ref }, { form: true })]),
      button(own.inBrowser, 'timeline page', again),
    ],
    pick: {
      placeholder: own.narrow,
      options: [
        { label: own.everything, operation: 'timeline', input: { customer: customer.ref } },
        ...KINDS.map((one) => ({
          label: one === 'file' ? own.fileKind : own[one],
          operation: 'timeline',
          input: { ...again, kind: one },
        })),
        { label: own.mine, operation: 'timeline', input: { ...again, by: context.me.id } },
        { label: own.lastMonth, operation: 'timeline', input: { ...again, when: 'last 30 days' } },
        { label: own.thisYear, operation: 'timeline', input: { ...again, when: 'this year' } },
      ],
    },
    share: { operation: 'timeline', input: { ...again, ...(asked.at && { at: asked.at }) } },
  })
}

/** `Calls · by Ana · since 1 Mar 2026`; empty for everything. */
export function sayWanted({ locale }: Pick<Context, 'locale'>, { kinds, by, span }: Wanted, world: World): string {
  const words = say(locale)
  const who = by?.map((id) => (id === 'me' ? words.you : (world.members.find((one) => one.id === id)?.name ?? '?')))
  return [
    kinds?.map((kind) => (kind === 'file' ? words.fileKind : words[kind])).join(locale === 'en' ? ', ' : '、'),
    who && words.by(who.join(locale === 'en' ? ', ' : '、')),
    span && saySpan(span, world, locale),
  ]
    .filter(Boolean)
    .join(' · ')
}

function itemOf(context: Context, one: Told): Item {
  const { locale } = context
  const when = one.activity
    ? sayOccurred(one.activity, context, locale)
    : sayAgo(Temporal.Instant.fromEpochMilliseconds(one.at.getTime()), context, locale)
  return {
    text: [one.title, one.source === 'activity' ? shortened(one.text, 300) : one.text]
      .filter(Boolean)
      .join(one.source === 'activity' ? ' · ' : '\n'),
    detail: [when, one.who2, one.who, one.isEdited && say(locale).edited].filter(Boolean).join(' · '),
    ...(one.source === 'activity' && {
      about: one.id,
      buttons: [button(sayCustomer(locale).show, 'activity', { activity: one.id })],
    }),
  }
}
