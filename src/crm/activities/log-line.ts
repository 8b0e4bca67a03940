import type { Context } from '../../bot/context.ts'
import { Ask } from '../../bot/errors.ts'
import { understandWhen } from '../../understanding/index.ts'
import {
  type Asked,
  addCustomer,
  askUnknown,
  askWhich,
  byMatch,
  type Customer,
  hear,
  nameToLearn,
  type Peopled,
  peopleIn,
  theCustomer,
  withNearest,
} from '../customers/customers.ts'
import { type NamedTask, perhapsDealtWith, taskById } from '../tasks/tasks.ts'
import { reached } from './activities.ts'
import { noCustomer } from './no-customer.ts'
import { asPrivate, perhapsPrivate } from './private.ts'
import { type LogInput, type Written, write } from './write.ts'

export interface Logged extends Written {
  customer: Customer
  understood: Peopled
  /** The name that was typed for the customer whom the person then picked: worth remembering. */
  learn: string | undefined
  /** What was due with this customer, and is perhaps dealt with now; only when it was to be asked (`asksDone`). */
  perhapsDone: NamedTask[]
}

/** Understands one line and writes what it says. Throws Ask when its customer must be chosen, added or named first. */
export async function logLine(
  context: Context,
  given: LogInput,
  more: { heading?: string; cancel?: Asked['cancel']; asksDone?: boolean } = {},
): Promise<Logged> {
  const { understood, isPrivate } = await understoodAs(context, given.line, more.heading)
  const customer = await customerOf(context, given, understood, more.cancel)
  const corrected = given.customer && understood.customer.status === 'unknown'
  const learn = corrected ? await nameToLearn(context, understood, customer) : undefined
  // All that is read is read before anything is written: what is written then goes out as one statement.
  const isNew = given.add !== undefined && understood.customer.status === 'unknown'
  const asksDone = more.asksDone && !isNew && reached(understood.facts)
  const perhapsDone = asksDone ? await perhapsDealtWith(context, customer) : []
  return { ...(await write(context, { ...given, isPrivate }, understood, customer)), customer, understood, learn, perhapsDone }
}

/**
 * A line, and whether its author alone may see it. `private` before the name of a customer says so too, when nobody is called like both together; anywhere
 * else it is a word of the note.
 */
async function understoodAs(
  context: Context,
  typed: string,
  heading?: string,
): Promise<{ understood: Peopled; isPrivate: boolean }> {
  const { line, isPrivate } = asPrivate(typed)
  const understood = await understoodLine(context, line, heading)
  const { customer } = understood
  const name = customer.status === 'unknown' ? (customer.company ?? customer.contact) : undefined
  const rest = !isPrivate && name && perhapsPrivate(name) ? perhapsPrivate(line) : undefined
  const without = rest && (await understoodLine(context, rest, heading))
  return without && without.customer.status !== 'unknown' && without.customer.status !== 'none'
    ? { understood: without, isPrivate: true }
    : { understood, isPrivate }
}

/** A line with the customers it can mean. What stands above a list names the customer of a line that names none, and the day of what took place. */
export async function understoodLine(context: Context, line: string, heading?: string): Promise<Peopled> {
  const read = async (text: string) => peopleIn(context, await hear(context, text))
  const own = await read(line)
  if (!heading) return own
  const led = own.customer.status === 'none' ? await read(`${heading.replace(/\s*[:：]?\s*$/, ':')} ${line}`) : own
  const understood = led.customer.status === 'known' || led.customer.status === 'ambiguous' ? { ...led, note: own.note } : own
  const { facts } = understood
  const day = facts.kind === 'note' || facts.occurredAt ? undefined : dayBefore(context, heading)
  return day ? { ...understood, facts: { ...facts, occurredAt: day } } : understood
}

/** The day before today that a heading names. */
function dayBefore(context: Context, heading: string): string | undefined {
  const day = understandWhen(heading, context, 'past')?.at
  return day && day.slice(0, 10) < context.now.toZonedDateTimeISO(context.zone).toPlainDate().toString() ? day : undefined
}

/** Whom the line is about; the line goes along with every way on. */
async function customerOf(context: Context, given: LogInput, understood: Peopled, cancel: Asked['cancel']): Promise<Customer> {
  const ask: Asked = { operation: 'log', input: asInput(given), field: 'customer', cancel }
  const match = understood.customer
  const typed = given.customer ?? (given.task && match.status !== 'known' ? await customerOfTask(context, given.task) : undefined)
  if (typed) return theCustomer(context, typed, ask)
  switch (match.status) {
    case 'known':
      return byMatch(context, match)
    case 'ambiguous':
      throw new Ask(askWhich(context, match.candidates, ask))
    case 'unknown':
      if (given.add) return addCustomer(context, { company: match.company, contact: match.contact })
      throw new Ask(askUnknown(context, await withNearest(context, match, match.company ?? match.contact ?? ''), ask))
    case 'none':
      throw new Ask(noCustomer(context, ask))
  }
}

async function customerOfTask(context: Context, id: string): Promise<string | undefined> {
  const task = await taskById(context, id)
  return task?.contactId ? `contact:${task.contactId}` : task?.companyId ? `company:${task.companyId}` : undefined
}

const asInput = (given: LogInput) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<string, string>
