import { localToday, localToInstant, type Moment } from '../../understanding/index.ts'
import type { Refusal } from '../customers/may-contact.ts'

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
  /** Only its owner and who made it see it. */
  private: boolean
  updatedAt: Date
}

export interface NamedTask extends Task {
  createdAt: Date
  companyName: string | null
  contactName: string | null
  ownerName: string
  /** Why its customer must not be contacted. */
  refusal?: Refusal | null
}

export const isOverdue = (task: Pick<Task, 'remindAt' | 'dueLocal' | 'zone'>, { now, zone }: Moment): boolean => {
  if (!task.dueLocal) return false
  const day = task.dueLocal.slice(0, 10)
  const today = localToday({ now, zone }).toString()
  return task.dueLocal.includes('T')
    ? localToInstant(task.dueLocal, task.zone).epochMilliseconds < now.epochMilliseconds
    : day < today
}

/** A wished time (local, with or without a time of day) that is over already. Today is not, however late it is. */
export const isPast = (at: string, { now, zone }: Moment): boolean =>
  at.includes('T')
    ? localToInstant(at, zone).epochMilliseconds <= now.epochMilliseconds
    : at < localToday({ now, zone }).toString()

/** The day a task is due for somebody in `zone`, YYYY-MM-DD; null when it has no date. */
export const dueDay = (task: Pick<Task, 'dueLocal' | 'zone'>, zone: string): string | null =>
  task.dueLocal?.includes('T') ? localToday({ now: localToInstant(task.dueLocal, task.zone), zone }).toString() : task.dueLocal
