import { z } from 'zod'
import { card } from '../../bot/card.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { operation } from '../../bot/operation.ts'
import { sayAt, understandWhen } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import { memberById } from '../members/members.ts'
import { called, list, meant, task } from './act.ts'
import { untilTyped } from './as-typed.ts'
import { within } from './listed.ts'
import { isPast, pauseUntil, skipOnce, taskWhen } from './tasks.ts'
import { say } from './words.ts'

export const skip = operation({
  name: 'skip',
  zh: '跳过',
  summary: { en: 'Leave out one occurrence of a task that repeats', zh: '跳过重复任务的这一次' },
  examples: ['skip 1'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Skip this one', zh: '跳过这次' },
  input: z.object({ task: task(), list: list() }),
  prefill: called,
  handle: async (context, given) => {
    const words = say(context.locale)
    const found = await meant(context, given.task, { operation: 'skip', input: given })
    if (!found.recurrence) throw new UserError(words.repeatsNot(found.what), { mend: false })
    const next = await skipOnce(context, found)
    const said = next ? words.skipped(found.what, taskWhen(next, context, context.locale)) : words.skippedLast(found.what)
    return within(context, given.list, card({ tone: 'good', lines: [said], buttons: [undoButton(context)] }))
  },
})

export const pause = operation({
  name: 'pause',
  zh: '暂停',
  summary: { en: 'Pause a task that repeats until a day', zh: '暂停重复任务，到某天再继续' },
  examples: ['pause 1 until 1 February', 'pause 2 到下个月'],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  formTitle: { en: 'Pause', zh: '暂停' },
  input: z.object({
    task: task(),
    until: field.text({ en: 'Until which day', zh: '到哪天' }, { hint: { en: '1 February, next month', zh: '2月1日、下个月' } }),
  }),
  prefill: called,
  line: untilTyped,
  handle: async (context, given) => {
    const words = say(context.locale)
    const found = await meant(context, given.task, { operation: 'pause', input: given })
    if (!found.recurrence) throw new UserError(words.repeatsNot(found.what), { mend: false })
    const moment = { now: context.now, zone: (await memberById(context, found.ownerId)).timeZone }
    const day = understandWhen(given.until, moment, 'future')?.at?.slice(0, 10)
    if (!day) throw new UserError(words.badTime(given.until), { field: 'until' })
    if (isPast(day, moment)) throw new UserError(words.pastTime(sayAt(day, moment, context.locale)), { field: 'until' })
    const moved = await pauseUntil(context, found, day)
    if (!moved) throw new UserError(words.endsPaused(found.what), { mend: false })
    const said = words.paused(moved.what, taskWhen(moved, context, context.locale))
    return card({ tone: 'good', lines: [said], buttons: [undoButton(context)] })
  },
})
