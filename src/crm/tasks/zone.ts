import { z } from 'zod'
import { button, card } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { field } from '../../bot/fields.ts'
import { notice, operation } from '../../bot/operation.ts'
import { localToInstant, sayAt } from '../../understanding/index.ts'
import { undoButton } from '../audit/audit.ts'
import type { Task } from './task.ts'
import { instantOf, update } from './tasks.ts'
import { say } from './words.ts'

/** Asked once when a member's zone became another, and tasks of theirs were made by another clock. Until they answer nothing moves. */
export const zoneMoved = notice({
  kind: 'zonemoved',
  input: z.object({ to: z.string() }),
  build: async (context, { to }) => {
    if (context.zone !== to) return undefined
    const [first, ...more] = await ofAnotherClock(context)
    if (!first) return undefined
    const words = say(context.locale)
    return card({
      title: words.zoneIsNow(to),
      lines: [words.whatMoves(more.length + 1, first.zone)],
      context: example(context, first),
      buttons: [
        button(words.keepClock, 'move tasks', { to, keep: 'clock' }, { style: 'primary' }),
        button(words.keepMoment, 'move tasks', { to, keep: 'moment' }),
      ],
    })
  },
})

/** The answer: my tasks of another clock go by mine from now on, at the same hour or at the same moment. */
export const moveTasks = operation({
  name: 'move tasks',
  summary: { en: 'What becomes of tasks when your time zone changes', zh: '时区改变后任务怎么办' },
  examples: [],
  group: 'daily',
  allow: 'rep',
  effect: 'write',
  hidden: true,
  input: z.object({ to: field.hidden(100), keep: field.hidden(10) }),
  handle: async (context, { to, keep }) => {
    const words = say(context.locale)
    if (to !== context.zone) throw new UserError(words.zoneIsAnother(context.zone), { mend: false })
    const tasks = await ofAnotherClock(context)
    if (!tasks.length) return card({ lines: [words.nothingMoves] })
    for (const task of tasks) await update(context, task, keep === 'clock' ? sameHour(context, task) : sameMoment(context, task))
    const said = keep === 'clock' ? words.clockKept(tasks.length, to) : words.momentKept(tasks.length, to)
    return card({ tone: 'good', lines: [said], buttons: [undoButton(context)] })
  },
})

/** My open tasks with a date that were made by a clock other than mine, the earliest first. */
const ofAnotherClock = ({ db, workspace, me, zone }: Context): Promise<Task[]> =>
  db.task.findMany({
    where: {
      workspaceId: workspace.id,
      ownerId: me.id,
      doneAt: null,
      archivedAt: null,
      dueLocal: { not: null },
      zone: { not: zone },
    },
    orderBy: [{ remindAt: 'asc' }, { id: 'asc' }],
  })

function sameHour({ me, now, zone }: Context, { dueLocal, remindedAt }: Task): Partial<Task> {
  // What was said already is not said again because the sun rises elsewhere.
  return { zone, ...(remindedAt === null && { remindAt: instantOf(dueLocal, me, now) }) }
}

/** A day has no hours: it stays the day that it is, and is said when it would have been. */
const sameMoment = ({ zone }: Context, task: Task): Partial<Task> => ({ zone, dueLocal: hereLocal(task, zone) })

const hereLocal = ({ dueLocal, zone: there }: Task, zone: string) =>
  dueLocal?.includes('T')
    ? localToInstant(dueLocal, there).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
    : dueLocal

function example(context: Context, task: Task): string | undefined {
  const { locale, zone } = context
  const here = hereLocal(task, zone)
  if (!task.dueLocal || !here || here === task.dueLocal) return undefined
  return say(locale).movesFor(task.what, sayAt(task.dueLocal, context, locale), task.zone, sayAt(here, context, locale))
}
