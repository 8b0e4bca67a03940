import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { button, card, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sql } from '../../database/index.ts'
import { sayAgo } from '../../understanding/index.ts'
import {
  activitiesById,
  type NamedActivity,
  sayOccurred,
  sayPeople,
  sayWhat,
  shortened,
  takingPart,
  whoOf,
} from '../activities/activities.ts'
import { activitySeen, taskSeen } from '../visibility.ts'
import { type Customer, theCustomer } from './customers.ts'
import { say } from './words.ts'

const PAGE = 8

/** All that was, newest first: contacts, notes and tasks that were done. */
export const timeline = operation({
  name: 'timeline',
  zh: '时间线',
  summary: { en: 'Everything that happened with a customer, newest first', zh: '按时间查看与客户的全部往来' },
  examples: ['timeline acme', 'timeline wei zhang'],
  group: 'records',
  allow: 'reader',
  effect: 'read',
  formTitle: { en: 'Timeline', zh: '时间线' },
  input: z.object({ customer: field.customer({ en: 'Customer', zh: '客户' }), page: field.page().optional() }),
  handle: async (context, input) => {
    const customer = await theCustomer(context, input.customer, { operation: 'timeline', input, field: 'customer' })
    const page = input.page ?? 1
    const found = await happened(context, customer, page)
    const here = found.slice(0, PAGE)
    const activities = await activitiesById(
      context,
      here.flatMap(({ kind, id }) => (kind === 'activity' ? [id] : [])),
    )
    const items = here.flatMap((one) => shown(context, one, activities.get(one.id)) ?? [])
    const words = say(context.locale)
    const to = (at: number) => ({ customer: customer.ref, page: at })
    return card({
      title: words.timelineOf(customer.name),
      lines: items.length ? undefined : [page > 1 ? words.nothingMore : words.nothingYet(customer.name)],
      items,
      context: page > 1 ? words.page(page) : undefined,
      buttons: [
        ...(page > 1 ? [button(words.newer, 'timeline', to(page - 1))] : []),
        ...(found.length > PAGE ? [button(words.older, 'timeline', to(page + 1))] : []),
        button(words.log, 'log', { customer: customer.ref }, { form: true }),
      ],
      share: { operation: 'timeline', input: to(page) },
    })
  },
})

interface Happened {
  kind: 'activity' | 'task'
  id: string
  what: string
  who: string | null
  at: Date
}

/** One page of what happened and one more, to know whether there is another page. */
function happened(context: Context, customer: Customer, page: number): Promise<Happened[]> {
  const { db, workspace } = context
  const { own, others } = takingPart(...whoOf(customer))
  const theirs = customer.contactId
    ? sql`x."contactId" = ${customer.contactId}::uuid`
    : sql`x."companyId" = ${customer.companyId}::uuid`
  const activities = (
    whose: typeof own,
  ) => sql`SELECT 'activity' AS kind, x.id, '' AS what, NULL AS who, x."occurredAt" AS at FROM activities x
    WHERE x."workspaceId" = ${workspace.id}::uuid AND ${whose} AND x."archivedAt" IS NULL${activitySeen(context, 'x')}`
  return db.$queryRaw<Happened[]>`
    ${activities(own)} UNION ${activities(others)}
    UNION ALL SELECT 'task', x.id, x.what, m.name, x."doneAt" FROM tasks x
      LEFT JOIN members m ON m."workspaceId" = x."workspaceId" AND m.id = x."doneById"
      WHERE x."workspaceId" = ${workspace.id}::uuid AND ${theirs} AND x."archivedAt" IS NULL AND x."doneAt" IS NOT NULL${taskSeen(context, 'x')}
    ORDER BY at DESC, id DESC LIMIT ${PAGE + 1} OFFSET ${(page - 1) * PAGE}`
}

function shown(context: Context, one: Happened, activity: NamedActivity | undefined): Item | undefined {
  const { locale } = context
  if (one.kind === 'task') {
    const when = sayAgo(Temporal.Instant.fromEpochMilliseconds(one.at.getTime()), context, locale)
    return { text: say(locale).done(one.what), detail: [when, one.who].filter(Boolean).join(' · ') }
  }
  return activity && itemOf(context, activity)
}

function itemOf(context: Context, activity: NamedActivity): Item {
  const { locale } = context
  const parts = [sayOccurred(activity, context, locale), sayPeople(activity, locale), activity.memberName]
  return {
    text: `${sayWhat(activity, locale)} · ${shortened(activity.note, 300)}`,
    detail: parts.filter(Boolean).join(' · '),
  }
}
