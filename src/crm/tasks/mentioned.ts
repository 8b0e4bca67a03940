import type { Context } from '../../bot/context.ts'
import { type Moment, type TaskWords, understandTask } from '../../understanding/index.ts'
import { indexFor } from '../customers/customers.ts'
import { activeMembers } from '../members/members.ts'

/** What a typed reminder says: a colleague who is called with an @ is no customer that nobody knows. */
export async function taskIn(context: Context, line: string, moment: Moment): Promise<TaskWords> {
  const read = understandTask(line, { ...moment, customers: await indexFor(context, line) })
  const mention = await mentionTaken(context, line, read.customer)
  if (!mention) return read
  // Behind a name it says for whom the task is; elsewhere it is one of the task's words.
  if (read.customer.status === 'unknown' && read.customer.contact && read.customer.company)
    return taskIn(context, `${mention} ${line.replace(mention, ' ')}`, moment)
  return { ...read, customer: { status: 'none' } }
}

/** `ask @Bo for the quote`, `Wei Zhang @Bo …`: the colleague that was taken for a customer nobody knows, as called in the line. */
async function mentionTaken(context: Context, line: string, customer: TaskWords['customer']): Promise<string | undefined> {
  const name = customer.status === 'unknown' && (customer.company ?? customer.contact)
  return name && line.includes(`@${name}`) && (await colleaguesCalled(context, name)).length ? `@${name}` : undefined
}

/** Colleagues who go by this name. */
export const colleaguesCalled = async (context: Context, name: string) =>
  (await activeMembers(context)).filter((one) =>
    [one.name, ...one.name.split(' ')].some((part) => part.toLowerCase() === name.toLowerCase()),
  )
