import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import type { Locale } from '../../bot/text.ts'
import { sql, type Transaction } from '../../database/index.ts'
import { localToInstant, type Moment, nextOccurrence, sayAgo, sayAt } from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import type { Customer } from '../customers/customers.ts'
import { asDate, newId } from '../ids.ts'
import { memberById } from '../members/members.ts'
import { say } from './words.ts'

/** Something a member is to do. Its wish is a wall-clock time in a zone; the instant to remind at follows from it. */
export interface Task {
  id: string
  companyId: string | null
  contactId: string | null
  activityId: string | null
  ownerId: string
  createdById: string
  what: string
  /** YYYY-MM-DDTHH:mm, or YYYY-MM-DD for a day, in `zone`. */
  dueLocal: string | null
  zone: string
  remindAt: Date | null
  remindedAt: Date | null
  recurrence: string | null
  doneAt: Date | null
  doneById: string | null
}

export interface NamedTask extends Task {
  companyName: string | null
  contactName: string | null
  ownerName: string
}

interface Wish {
  what: string
  at?: string
  /** RFC 5545 RRULE; its first time is `at`. */
  recurrence?: string
}

export const isOverdue = (task: Pick<Task, 'remindAt' | 'dueLocal' | 'zone'>, { now, zone }: Moment): boolean => {
  if (!task.dueLocal) return false
  const day = task.dueLocal.slice(0, 10)
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  return task.dueLocal.includes('T')
    ? localToInstant(task.dueLocal, task.zone).epochMilliseconds < now.epochMilliseconds
    : day < today
}

/** The day a task is due for somebody in `zone`, YYYY-MM-DD; null when it has no date. */
export const dueDay = (task: Pick<Task, 'dueLocal' | 'zone'>, zone: string): string | null =>
  task.dueLocal?.includes('T')
    ? localToInstant(task.dueLocal, task.zone).toZonedDateTimeISO(zone).toPlainDate().toString()
    : task.dueLocal

/** When a wish is said: a time of day at that time, a bare day at the owner's morning hour. */
const instantOf = (at: string | undefined, zone: string, morningAt: string): Date | null =>
  at ? asDate(localToInstant(at, zone, morningAt)) : null

/** Makes a task for its owner: what was asked is the owner's wall clock. */
export async function createTask(
  context: Context,
  task: Wish & { customer?: Customer | null; ownerId: string; activityId?: string },
): Promise<Task> {
  const { db, workspace, me, now } = context
  const owner = task.ownerId === me.id ? me : await memberById(context, task.ownerId)
  const row = await db.task.create({
    data: {
      workspaceId: workspace.id,
      id: newId(now),
      companyId: task.customer?.companyId ?? null,
      contactId: task.customer?.contactId ?? null,
      activityId: task.activityId ?? null,
      ownerId: owner.id,
      createdById: me.id,
      what: task.what,
      dueLocal: task.at ?? null,
      zone: owner.timeZone,
      remindAt: instantOf(task.at, owner.timeZone, owner.morningAt),
      recurrence: task.recurrence ?? null,
      createdAt: asDate(now),
    },
  })
  await record(context, { noun: 'task', id: row.id, before: null, after: row })
  return row
}

/** Changes some columns of a task, with its audit row. */
async function update(context: Context, task: Task, data: Partial<Omit<Task, 'id'>>): Promise<Task> {
  const key = { workspaceId_id: { workspaceId: context.workspace.id, id: task.id } }
  const before = await context.db.task.findUniqueOrThrow({ where: key })
  const after = await context.db.task.update({ where: key, data: { ...data, updatedAt: asDate(context.now) } })
  await record(context, { noun: 'task', id: task.id, before, after })
  return after
}

export async function changeTask(context: Context, task: Task, wish: Wish & { customer?: Customer }): Promise<Task> {
  const owner = task.ownerId === context.me.id ? context.me : await memberById(context, task.ownerId)
  return update(context, task, {
    what: wish.what,
    dueLocal: wish.at ?? null,
    zone: owner.timeZone,
    remindAt: instantOf(wish.at, owner.timeZone, owner.morningAt),
    remindedAt: null,
    recurrence: wish.recurrence ?? null,
    ...(wish.customer && { companyId: wish.customer.companyId, contactId: wish.customer.contactId }),
  })
}

export const archiveTask = async (context: Context, task: Task): Promise<void> => {
  const key = { workspaceId_id: { workspaceId: context.workspace.id, id: task.id } }
  const before = await context.db.task.findUniqueOrThrow({ where: key })
  const after = await context.db.task.update({ where: key, data: { archivedAt: asDate(context.now) } })
  await record(context, { noun: 'task', id: task.id, before, after })
}

/** Done, once: a task that is done already stays as it is. A repeating one gets its next occurrence, by the wall clock and never in the past. */
export async function completeTask(context: Context, task: Task): Promise<Task & { next?: Task }> {
  if (task.doneAt) return task
  const done = await update(context, task, { doneAt: asDate(context.now), doneById: context.me.id })
  return { ...done, next: await scheduleNext(context, done) }
}

async function scheduleNext(context: Context, task: Task): Promise<Task | undefined> {
  if (!task.recurrence || !task.dueLocal) return undefined
  const here = context.now.toZonedDateTimeISO(task.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const after = here > task.dueLocal ? here : task.dueLocal
  const at = nextOccurrence(task.recurrence, task.dueLocal, after)
  if (!at) return undefined
  const customer = { companyId: task.companyId, contactId: task.contactId } as Customer
  return createTask(context, { customer, ownerId: task.ownerId, what: task.what, at, recurrence: task.recurrence })
}

/** Says it again later: the wish stays, only the reminder moves. `at` is local to the owner. */
export async function postpone(context: Context, task: Task, at: string): Promise<Task> {
  const owner = await memberById(context, task.ownerId)
  return update(context, task, {
    dueLocal: at,
    zone: owner.timeZone,
    remindAt: instantOf(at, owner.timeZone, owner.morningAt),
    remindedAt: null,
  })
}

/** Somebody else does it: at the same wall-clock time, now in their zone. */
export async function handOver(context: Context, task: Task, ownerId: string): Promise<Task> {
  const owner = await memberById(context, ownerId)
  const remindAt = instantOf(task.dueLocal ?? undefined, owner.timeZone, owner.morningAt)
  return update(context, task, { ownerId, zone: owner.timeZone, remindAt, remindedAt: null })
}

const named = sql`t.id, t."companyId", t."contactId", t."activityId", t."ownerId", t."createdById", t.what, t."dueLocal", t.zone, t."remindAt",
  t."remindedAt", t.recurrence, t."doneAt", t."doneById", co.name AS "companyName", p.name AS "contactName", m.name AS "ownerName"
  FROM tasks t
  JOIN members m ON m."workspaceId" = t."workspaceId" AND m.id = t."ownerId"
  LEFT JOIN companies co ON co."workspaceId" = t."workspaceId" AND co.id = t."companyId"
  LEFT JOIN contacts p ON p."workspaceId" = t."workspaceId" AND p.id = t."contactId"`

type Reader = { db: Transaction; workspace: { id: string } }

export async function taskById({ db, workspace }: Reader, id: string): Promise<NamedTask | undefined> {
  const found = await db.$queryRaw<
    NamedTask[]
  >`SELECT ${named} WHERE t."workspaceId" = ${workspace.id}::uuid AND t.id = ${id}::uuid AND t."archivedAt" IS NULL`
  return found[0]
}

/** The open follow-up that a logged line asked for. */
export async function taskOfActivity({ db, workspace }: Reader, activityId: string): Promise<NamedTask | undefined> {
  const found = await db.$queryRaw<
    NamedTask[]
  >`SELECT ${named} WHERE t."workspaceId" = ${workspace.id}::uuid AND t."activityId" = ${activityId}::uuid
    AND t."archivedAt" IS NULL AND t."doneAt" IS NULL ORDER BY t.id LIMIT 1`
  return found[0]
}

/** Open tasks of a member or about a customer (a company: about anybody there), the earliest first, those without a date last. */
export async function openTasks(
  { db, workspace }: Reader,
  by: { customer?: Pick<Customer, 'companyId' | 'contactId'>; ownerId?: string },
  take: number,
  skip = 0,
): Promise<NamedTask[]> {
  const whose = by.ownerId ? sql`t."ownerId" = ${by.ownerId}::uuid` : sql`TRUE`
  const about = by.customer?.contactId
    ? sql`t."contactId" = ${by.customer.contactId}::uuid`
    : by.customer
      ? sql`t."companyId" = ${by.customer.companyId}::uuid`
      : sql`TRUE`
  return db.$queryRaw<NamedTask[]>`SELECT ${named} WHERE t."workspaceId" = ${workspace.id}::uuid AND ${whose} AND ${about}
    AND t."doneAt" IS NULL AND t."archivedAt" IS NULL ORDER BY t."remindAt" NULLS LAST, t.id LIMIT ${take} OFFSET ${skip}`
}

/** `Tue 24 Nov, 10:00 (in 6 days)`, in the reader's zone; empty without a date. */
export function taskWhen(
  task: Pick<Task, 'dueLocal' | 'zone' | 'remindAt' | 'recurrence'>,
  moment: Moment,
  locale: Locale,
): string {
  if (!task.dueLocal) return ''
  const at = task.dueLocal.includes('T')
    ? localToInstant(task.dueLocal, task.zone)
        .toZonedDateTimeISO(moment.zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
    : task.dueLocal
  const instant = task.dueLocal.includes('T')
    ? localToInstant(task.dueLocal, task.zone)
    : localToInstant(`${task.dueLocal}T12:00`, moment.zone)
  const ago = task.dueLocal.includes('T') ? sayAgo(instant, moment, locale) : sayDay(task.dueLocal, moment, locale)
  return locale === 'en' ? `${sayAt(at, moment, locale)} (${ago})` : `${sayAt(at, moment, locale)}（${ago}）`
}

// A day has no hours to count: today is today until midnight.
function sayDay(day: string, moment: Moment, locale: Locale): string {
  const today = moment.now.toZonedDateTimeISO(moment.zone).toPlainDate()
  const days = Temporal.PlainDate.from(day).since(today, { largestUnit: 'day' }).days
  return new Intl.RelativeTimeFormat(locale === 'en' ? 'en' : 'zh-CN', { numeric: 'auto' }).format(days, 'day')
}

/** One line: what, about whom, when. */
export function sayTask(task: NamedTask, moment: Moment, locale: Locale): string {
  const about = task.contactName
    ? task.companyName
      ? `${task.contactName} (${task.companyName})`
      : task.contactName
    : task.companyName
  const when = taskWhen(task, moment, locale) || say(locale).noDate
  return [task.what, about, when].filter(Boolean).join(' · ')
}

/** The open task behind an id, if I may change it. Throws UserError that says what became of it. */
export async function openTask(context: Context, id: string): Promise<NamedTask> {
  const words = say(context.locale)
  const task = await taskById(context, id)
  if (!task) throw new UserError(words.gone, { mend: false })
  if (task.doneAt) {
    const by = task.doneById ? (await memberById(context, task.doneById)).name : ''
    throw new UserError(
      words.alreadyDone(
        task.what,
        by,
        sayAgo(Temporal.Instant.fromEpochMilliseconds(task.doneAt.getTime()), context, context.locale),
      ),
      { mend: false },
    )
  }
  const mine = task.ownerId === context.me.id || task.createdById === context.me.id
  if (!mine && context.me.role === 'rep') throw new UserError(words.notYours(task.ownerName), { mend: false })
  return task
}
