import { button, type Item } from '../../bot/card.ts'
import type { Context } from '../../bot/context.ts'
import { sayWhomAndWhen } from './said.ts'
import type { NamedTask } from './task.ts'
import { say } from './words.ts'

/** A task in a list: its number, what it says, and what can be done with it at once; the list is shown again then, as it stands. */
export const listed = (context: Context, task: NamedTask, number: number | undefined, list: string): Item => ({
  number,
  about: task.id,
  text: task.what,
  detail: sayWhomAndWhen(task, context, context.locale),
  buttons: [
    button(say(context.locale).done, 'done', { task: task.id, list }),
    button(say(context.locale).snooze, 'snooze', { task: task.id, list }, { form: true }),
    ...(task.recurrence ? [button(say(context.locale).skip, 'skip', { task: task.id, list })] : []),
    ...(task.companyId || task.contactId
      ? [button(say(context.locale).log, 'log', { task: task.id, customer: refOf(task), back: list }, { form: true })]
      : []),
  ],
})

export const refOf = (task: Pick<NamedTask, 'companyId' | 'contactId'>): string =>
  task.contactId ? `contact:${task.contactId}` : `company:${task.companyId}`
