import { type Button, button } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { type Understanding, understandTask } from '../../understanding/index.ts'
import { keepLinks } from '../attachments/with-note.ts'
import { undoButton } from '../audit/audit.ts'
import { type Customer, indexFor } from '../customers/customers.ts'
import { completeTask, createTask, sayRecurrence, type Task, taskById, taskWhen } from '../tasks/tasks.ts'
import { type Activity, logActivity } from './activities.ts'
import { say } from './vocabulary.ts'

/** What was given with a line to log: the line itself, and what was said beside it. */
export interface LogInput {
  line: string
  customer?: string
  followup?: string
  add?: string
  task?: string
  url?: string
  list?: string
  entry?: number
  back?: string
  /** Only who logs it sees it. */
  isPrivate?: boolean
}

export interface Written {
  activity: Activity
  followUp: Task | undefined
  completed: Task | undefined
  /** What the links of the note are called among its customer's attachments. */
  links: string[]
}

/** Writes what a line says: the activity, its follow-up, and the task that it deals with. */
export async function write(context: Context, given: LogInput, understood: Understanding, customer: Customer): Promise<Written> {
  const { facts } = understood
  const activity = await logActivity(context, {
    companyId: customer.companyId,
    contactId: customer.contactId,
    kind: facts.kind,
    direction: facts.direction ?? null,
    outcome: facts.outcome ?? null,
    at: facts.occurredAt,
    note: understood.note,
    amount: facts.amount,
    otherContactIds: understood.others.flatMap((one) => (one.id ? [one.id] : [])),
    sourceUrl: given.url,
    private: given.isPrivate,
  })
  const asked = given.followup
    ? await followUpTyped(context, given.followup)
    : facts.followUp && { ...facts.followUp, recurrence: understood.series }
  const followUp =
    asked &&
    (await createTask(context, { customer, ownerId: context.me.id, activityId: activity.id, private: given.isPrivate, ...asked }))
  const open = given.task ? await taskById(context, given.task) : undefined
  const completed = open && !open.doneAt ? await completeTask(context, open) : undefined
  return { activity, followUp, completed, links: await keepLinks(context, activity, understood.links) }
}

async function followUpTyped(context: Context, typed: string) {
  const task = understandTask(typed, { ...context, customers: await indexFor(context, '') })
  if (task.impossible) throw new UserError(say(context.locale).badFollowUp, { field: 'followup' })
  return { what: task.what || typed, at: task.when?.at, recurrence: task.when?.recurrence }
}

/** `Tue 24 Nov, 10:00 (in 6 days): call back`, and how it repeats. */
export function sayFollowUp(context: Context, task: Task): string {
  const { locale } = context
  const said = [taskWhen(task, context, locale) || say(locale).someDay, task.what].join(locale === 'en' ? ': ' : '：')
  return task.recurrence ? `${said} · ${sayRecurrence(task.recurrence, locale, context)}` : said
}

/** Offers to keep the name that was typed for a company, so that the next line is understood. */
export const rememberButton = ({ locale }: Pick<Context, 'locale'>, name: string, { companyId, companyName }: Customer): Button =>
  button(say(locale).rememberAsk(name, companyName ?? ''), 'alias', { company: companyId ?? '', name })

export const loggedButtons = (context: Context, activity: { id: string }): Button[] => [
  button(say(context.locale).edit, 'edit activity', { activity: activity.id }, { form: true }),
  undoButton(context),
]
