import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { Ask, UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { type Moment, sayAt, understandWhen, type When } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { memberById, memberNamed } from '../members/members.ts'
import { owe } from '../messages/messages.ts'
import { toTyped, untilTyped } from './as-typed.ts'
import { calledOf, ofColleague, shortWords } from './colleagues.ts'
import { fits, plain } from './fits.ts'
import { within } from './listed.ts'
import { sayWhenTold } from './said.ts'
import { lastShown } from './shown.ts'
import {
  completeTask,
  handOver,
  isPast,
  type NamedTask,
  openTask,
  openTasks,
  postpone,
  sayTask,
  taskById,
  taskWhen,
} from './tasks.ts'
import { say } from './words.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
/** Beyond this nobody finds a task by its number or its words. */
const MOST_SEARCHED = 500

export const task = () =>
  field.text(
    { en: 'Task', zh: '任务' },
    { hint: { en: 'Its number in “tasks”, or its words', zh: '在任务列表（tasks）里的编号，或者事项里的字' } },
  )

/** The list in which the button stood. */
export const list = () => field.hidden(10).optional()

/** The open task that a number, an id or some of its words stand for. */
export async function meant(
  context: Context,
  typed: string,
  ask: { operation: string; input: Record<string, string> },
): Promise<NamedTask> {
  if (UUID.test(typed)) return openTask(context, typed)
  const words = say(context.locale)
  const number = NUMBER.exec(plain(typed))?.[1]
  if (number) return openTask(context, (await numbered(context, Number(number))) ?? noSuch(context, typed))
  const found = (await myOpen(context)).filter((one) => fits(one, typed))
  if (found.length === 0) return openTask(context, (await ofColleague(context, typed))?.id ?? noSuch(context, typed))
  if (found.length === 1) return openTask(context, found[0]!.id)
  const options = found.slice(0, 25).map((one) => ({
    label: sayTask(one, context, context.locale),
    operation: ask.operation,
    input: { ...ask.input, task: one.id },
  }))
  throw new Ask(card({ tone: 'warning', lines: [words.several(typed)], pick: { placeholder: words.task, options } }))
}

const myOpen = (context: Context) => openTasks(context, { ownerId: context.me.id }, MOST_SEARCHED)

/** What stood under a number in the list that was shown last, whatever has been done or added since. */
async function numbered(context: Context, number: number): Promise<string | undefined> {
  const shown = (await lastShown(context)) ?? (await myOpen(context)).map((one) => one.id)
  return shown[number - 1]
}

function noSuch({ locale }: Context, typed: string): never {
  throw new UserError(say(locale).noSuch(typed), { field: 'task', mend: false, buttons: [button(say(locale).openList, 'tasks')] })
}

/** In a form a task is called by its words wherever they mean no other one; an id is nothing to read. */
export async function called(context: Context, given: Record<string, unknown>): Promise<Record<string, { value: string }>> {
  const id = given.task
  if (typeof id !== 'string' || !UUID.test(id)) return {}
  const open = await myOpen(context)
  const mine = open.find((one) => one.id === id)
  if (!mine) return calledTheirs(context, id)
  const words = shortWords(mine.what)
  if (!words || NUMBER.test(words)) return {}
  return open.filter((one) => fits(one, words)).length === 1 ? { task: { value: words } } : {}
}

async function calledTheirs(context: Context, id: string): Promise<Record<string, { value: string }>> {
  const task = await taskById(context, id)
  const value = task && calledOf(task)
  return value && (await ofColleague(context, value))?.id === id ? { task: { value } } : {}
}

const NUMBER = /^#?(\d{1,4})\.?$/

export const done = operation({
  name: 'done',
  zh: '完成',
  summary: { en: 'Tick a task off', zh: '完成一项任务' },
  examples: ['done 1', 'done send the quote'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Tick off', zh: '完成任务' },
  input: z.object({ task: task(), list: list() }),
  prefill: called,
  handle: async (context, given) => {
    const words = say(context.locale)
    const finished = await completeTask(context, await meant(context, given.task, { operation: 'done', input: given }))
    const next = finished.next && words.next(taskWhen(finished.next, context, context.locale))
    return within(
      context,
      given.list,
      card({ tone: 'good', lines: [words.isDone(finished.what)], context: next, buttons: [undoButton(context)] }),
    )
  },
})

export const snooze = operation({
  name: 'snooze',
  zh: '推迟',
  summary: { en: 'Put a task off', zh: '推迟一项任务' },
  examples: ['snooze 1 1h', 'snooze 2 until Monday 9am', 'snooze 1 明天上午'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Put off', zh: '推迟任务' },
  input: z.object({
    task: task(),
    until: field.text(
      { en: 'Until when', zh: '推迟到' },
      { hint: { en: '1h, tomorrow 9am, Monday', zh: '1小时、明天上午9点、周一' } },
    ),
    list: list(),
  }),
  prefill: called,
  line: untilTyped,
  handle: async (context, given) => {
    const words = say(context.locale)
    const found = await meant(context, given.task, { operation: 'snooze', input: given })
    // The wish is one for the owner's wall clock, whoever puts it off.
    const owner = await memberById(context, found.ownerId)
    const moment = { now: context.now, zone: owner.timeZone }
    const when = untilWhen(given.until, moment)
    if (!when?.at) throw new UserError(words.badTime(given.until), { field: 'until' })
    if (isPast(when.at, moment)) throw new UserError(words.pastTime(sayAt(when.at, moment, context.locale)), { field: 'until' })
    const moved = await postpone(context, found, when.at)
    return within(
      context,
      given.list,
      card({
        tone: 'good',
        lines: [words.snoozed(moved.what, taskWhen(moved, context, context.locale))],
        context: sayWhenTold(context, moved, owner),
        buttons: [undoButton(context)],
      }),
    )
  },
})

// In Chinese a time from now ends in 后: of 1小时 it is meant as well.
const untilWhen = (typed: string, moment: Moment): When | undefined =>
  understandWhen(typed, moment, 'future') ?? understandWhen(`${typed}后`, moment, 'future')

export const handover = operation({
  name: 'handover',
  zh: '转交',
  summary: { en: 'Hand a task over to a colleague', zh: '把任务转交给同事' },
  examples: ['handover 1 @Bo'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Hand over', zh: '转交任务' },
  input: z.object({ task: task(), to: field.member({ en: 'To whom', zh: '转交给' }) }),
  prefill: called,
  line: toTyped,
  handle: async (context, given) => {
    const found = await meant(context, given.task, { operation: 'handover', input: given })
    const to = await memberNamed(context, given.to)
    const moved = await handOver(context, found, to.id)
    const due = moved.remindAt && moved.remindAt.getTime() <= context.now.epochMilliseconds
    // A task that is due at once comes as its reminder; any other is told of, so that nobody is surprised by it later.
    if (to.id !== context.me.id && !due)
      await owe(context, { memberId: to.id, kind: 'handedover', input: { task: moved.id, by: context.me.id }, about: moved.id })
    return card({
      tone: 'good',
      lines: [say(context.locale).handedOver(moved.what, (await memberById(context, to.id)).name)],
      buttons: [undoButton(context)],
    })
  },
})
