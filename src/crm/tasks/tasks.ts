import { Temporal } from 'temporal-polyfill'
import type { Context, Member } from '../../bot/context.ts'
import { NotAllowed, UserError } from '../../bot/errors.ts'
import { insert } from '../../database/index.ts'
import {
  everyMonth,
  localToday,
  localToInstant,
  nextInSeries,
  type Occurrence,
  occurrenceFrom,
  sayAgo,
} from '../../understanding/index.ts'
import { record } from '../audit/audit.ts'
import type { Customer } from '../customers/customers.ts'
import { filedUnder } from '../filed.ts'
import { asDate, newId } from '../ids.ts'
import { leads, memberById, standsInFor } from '../members/members.ts'
import { wakeSenders } from '../messages/messages.ts'
import { taskById } from './open.ts'
import type { NamedTask, Task } from './task.ts'
import { say } from './words.ts'

export { joinedTask, namedTask, openTasks, perhapsDealtWith, taskById, taskOfActivity } from './open.ts'
export { sayRecurrence } from './recurrence.ts'
export { sayAbout, sayTask, taskWhen } from './said.ts'
export { isPast, type NamedTask, type Task } from './task.ts'

interface Wish {
  what: string
  at?: string
  /** RFC 5545 RRULE; its first time is `at`. */
  recurrence?: string
}

/** A day without a time that is today, asked for when its morning is over: so long from now. */
const LATER_TODAY = { hours: 1 }

/** When a wish is said: a time of day at that time, a bare day at the owner's morning hour. */
export function instantOf(
  at: string | null | undefined,
  owner: Pick<Member, 'timeZone' | 'morningAt'>,
  now: Temporal.Instant,
): Date | null {
  if (!at) return null
  const wished = localToInstant(at, owner.timeZone, owner.morningAt)
  const today = localToday({ now, zone: owner.timeZone }).toString()
  const isOver = at === today && Temporal.Instant.compare(wished, now) <= 0
  return asDate(isOver ? now.add(LATER_TODAY) : wished)
}

/** So near a reminder is that a sender may sleep past it, unless woken. */
const NEAR = Temporal.Duration.from({ minutes: 2 })

async function wakeIfNear(context: Context, { remindAt }: Pick<Task, 'remindAt'>): Promise<void> {
  if (remindAt && remindAt <= asDate(context.now.add(NEAR))) await wakeSenders(context)
}

const ruleOf = ({ recurrence, at }: Pick<Wish, 'recurrence' | 'at'>) => (recurrence && at ? everyMonth(recurrence, at) : null)

/** Makes a task for its owner: what was asked is the owner's wall clock. */
export async function createTask(
  context: Context,
  task: Wish & { customer?: Customer | null; ownerId: string; activityId?: string; private?: boolean },
): Promise<Task> {
  const { db, workspace, me, now } = context
  const owner = task.ownerId === me.id ? me : await memberById(context, task.ownerId)
  const row = {
    workspaceId: workspace.id,
    id: newId(now),
    ...(await filedUnder(context, task.customer ?? { companyId: null, contactId: null })),
    activityId: task.activityId ?? null,
    ownerId: owner.id,
    createdById: me.id,
    what: task.what,
    dueLocal: task.at ?? null,
    zone: owner.timeZone,
    remindAt: instantOf(task.at, owner, now),
    remindedAt: null,
    recurrence: ruleOf(task),
    doneAt: null,
    doneById: null,
    private: task.private ?? false,
    createdAt: asDate(now),
    updatedAt: asDate(now),
  }
  await insert(db, 'tasks', row)
  await record(context, { noun: 'task', id: row.id, before: null, after: row })
  await wakeIfNear(context, row)
  return row
}

const keyOf = ({ workspace }: Pick<Context, 'workspace'>, task: Pick<Task, 'id'>) => ({
  workspaceId_id: { workspaceId: workspace.id, id: task.id },
})

/** The row as it stands when nobody else is changing it any more; theirs waits for us from here on. */
async function held(context: Pick<Context, 'db' | 'workspace'>, task: Pick<Task, 'id'>) {
  await lock(context, task.id)
  return context.db.task.findUniqueOrThrow({ where: keyOf(context, task) })
}

async function lock({ db, workspace }: Pick<Context, 'db' | 'workspace'>, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM tasks WHERE "workspaceId" = ${workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`
}

/** Changes some columns of a task, with its audit row. */
export async function update(context: Context, task: Pick<Task, 'id'>, data: Partial<Omit<Task, 'id'>> & { archivedAt?: Date }) {
  const before = await held(context, task)
  const after = await context.db.task.update({
    where: keyOf(context, task),
    data: { ...data, updatedAt: asDate(context.now) },
  })
  await record(context, { noun: 'task', id: task.id, before, after })
  if (after.remindedAt === null) await wakeIfNear(context, after)
  return after
}

/** What is to be done, when and for whom reads differently now. Only another time is reminded of anew. */
export async function changeTask(context: Context, task: Task, wish: Wish & { customer?: Customer }): Promise<Task> {
  const owner = task.ownerId === context.me.id ? context.me : await memberById(context, task.ownerId)
  const dueLocal = wish.at ?? null
  const moved = { dueLocal, zone: owner.timeZone, remindAt: instantOf(dueLocal, owner, context.now), remindedAt: null }
  return update(context, task, {
    what: wish.what,
    ...(dueLocal !== task.dueLocal && moved),
    recurrence: ruleOf(wish),
    ...(wish.customer && { companyId: wish.customer.companyId, contactId: wish.customer.contactId }),
  })
}

export const archiveTask = async (context: Context, task: Task): Promise<void> => {
  await update(context, task, { archivedAt: asDate(context.now) })
}

/** Done, once: a task that somebody has done already, be it this very moment, stays as it is. A repeating one gets its next occurrence, by the wall clock and never in the past. */
export async function completeTask(context: Context, task: Task): Promise<Task & { next?: Task }> {
  const stands = await held(context, task)
  if (stands.doneAt) return stands
  const done = await update(context, task, { doneAt: asDate(context.now), doneById: context.me.id })
  return { ...done, next: await scheduleNext(context, done) }
}

async function scheduleNext(context: Context, task: Task): Promise<Task | undefined> {
  const next = nextOf(context, task)
  if (!next) return undefined
  const customer = { companyId: task.companyId, contactId: task.contactId } as Customer
  return createTask(context, { customer, ownerId: task.ownerId, what: task.what, private: task.private, ...next })
}

function nextOf({ now }: Context, task: Task): Occurrence | undefined {
  if (!task.recurrence || !task.dueLocal) return undefined
  const here = now.toZonedDateTimeISO(task.zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const isPast = here > task.dueLocal
  return nextInSeries(task.recurrence, task.dueLocal, isPast ? here : task.dueLocal)
}

/** This once it is not done: the task goes on to its next occurrence, and away when that was the last. Gives it as it stands then. */
export async function skipOnce(context: Context, task: Task): Promise<Task | undefined> {
  const stands = await held(context, task)
  const next = nextOf(context, stands)
  if (next) return moveOn(context, stands, next)
  await archiveTask(context, task)
  return undefined
}

/** Nothing before a day: the task goes on to its first occurrence from then on; what is left of a count stays left. Undefined when it ends before. */
export async function pauseUntil(context: Context, task: Task, day: string): Promise<Task | undefined> {
  const stands = await held(context, task)
  const next = stands.recurrence && stands.dueLocal ? occurrenceFrom(stands.recurrence, stands.dueLocal, day) : undefined
  return next && moveOn(context, stands, next)
}

async function moveOn(context: Context, task: Task, { at, recurrence }: Occurrence): Promise<Task> {
  const owner = await memberById(context, task.ownerId)
  const remindAt = instantOf(at, owner, context.now)
  return update(context, task, { dueLocal: at, recurrence, zone: owner.timeZone, remindAt, remindedAt: null })
}

/**
 * Says it again later, at a time on the owner's wall clock. Of a task that repeats only this occurrence moves: it becomes a task of its own,
 * and the series goes on from its next occurrence by the clock that it was made with.
 */
export async function postpone(context: Context, task: Task, at: string): Promise<Task> {
  const owner = await memberById(context, task.ownerId)
  const stands = await held(context, task)
  const moved = await update(context, task, {
    dueLocal: at,
    zone: owner.timeZone,
    remindAt: instantOf(at, owner, context.now),
    remindedAt: null,
    recurrence: null,
  })
  await scheduleNext(context, stands)
  return moved
}

/** Somebody else does it: at the same wall-clock time, now in their zone. */
export async function handOver(context: Context, task: Task, ownerId: string): Promise<Task> {
  const owner = await memberById(context, ownerId)
  const remindAt = instantOf(task.dueLocal, owner, context.now)
  return update(context, task, { ownerId, zone: owner.timeZone, remindAt, remindedAt: null })
}

/** The open task behind an id, if I may change it. Throws UserError that says what became of it. */
export async function openTask(context: Context, id: string): Promise<NamedTask> {
  const words = say(context.locale)
  await lock(context, id)
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
  if (!mine && !(await leads(context, task.ownerId)) && !(await standsInFor(context, task.ownerId)))
    throw new NotAllowed(words.notYours(task.ownerName))
  return task
}
