import type { Temporal } from 'temporal-polyfill'
import { shortened } from '../../activities/activities.ts'
import { asDate } from '../../ids.ts'
import type { Entry } from '../read.ts'
import { textOf } from './html-text.ts'
import type { ItemKind, ItemWhere, SaidItem } from './kind.ts'
import { directionIn, kindIn, minutesIn, outcomeIn } from './said-of-activities.ts'
import { dayOf, type Placed, placed } from './when.ts'

const LONGEST_NOTE = 20_000
const LONGEST_TASK = 2000
const DONE = /^(?:completed?|done|closed|true|yes|y|1|held|sent|finished|erledigt|已完成|完成|是|已关闭)$/i
const OPEN =
  /^(?:not[ _]started|in[ _]progress|open|to[ -]?do|waiting.*|deferred|false|no|n|0|pending|planned|scheduled|overdue|未开始|进行中|未完成|待办|否)$/i

export type Values = Readonly<Partial<Record<string, string>>>

/** Reads a row of what people do with customers: what is done is an activity, what is open or still to come is a task. */
export const reading =
  (usually: 'activity' | 'task'): ItemKind['said'] =>
  ({ values: all }: Entry, where, faults): SaidItem | undefined => {
    const values: Values = all
    const days = daysIn(values, where, faults)
    const texts = { subject: textOf(values.subject), body: textOf(values.body) }
    const kind = kindIn(values, texts.subject, where.headers)
    const isDone = DONE.test(values.status?.trim() ?? '') || days.done !== undefined
    const isOpen = !isDone && (OPEN.test(values.status?.trim() ?? '') || isToCome(days.when ?? days.due, where))
    const isTask = usually === 'task' ? !isDone || kind === 'note' : isOpen
    const dated = days.when ?? days.due ?? days.done ?? days.made
    if (!isTask && !dated) return void faults.push(where.problems.noDay)
    if (isTask && !texts.subject && !texts.body) return void faults.push(where.problems.noTask)
    const due = days.due ?? (usually === 'task' || isTask ? days.when : undefined)
    return {
      noun: isTask ? 'task' : 'activity',
      as: {
        task: {
          what: shortened([texts.subject, texts.body].filter(Boolean).join(' – ') || kind, LONGEST_TASK),
          dueLocal: due && dayOf(due, where.zone),
          doneAt: days.done && jsonOf(days.done.at),
        },
        ...(dated && { activity: activityIn(values, kind, texts, dated, where) }),
      },
      ...((isDone || !isTask) && {
        otherwise: { task: { doneAt: jsonOf(dated && !isToCome(dated, where) ? dated.at : where.now) } },
      }),
      externalId: idIn(values, where),
    }
  }

function activityIn(
  values: Values,
  kind: ReturnType<typeof kindIn>,
  { subject, body }: { subject: string; body: string },
  { at, dayOnly }: Placed,
  { zone }: ItemWhere,
) {
  const { outcome, unread } = outcomeIn(kind, values)
  const note = [...new Set([subject, body, unread])].filter(Boolean).join('\n') || kind
  return {
    kind,
    direction: directionIn(values),
    outcome,
    ...{ occurredAt: jsonOf(at), dayOnly, zone },
    note: note.slice(0, LONGEST_NOTE).toWellFormed(),
    durationMinutes: minutesIn(values),
  }
}

type Days = Partial<Record<'when' | 'due' | 'done' | 'made', Placed>>

function daysIn(values: Values, where: ItemWhere, faults: string[]): Days {
  const read = (column: string, time?: string) => {
    const typed = values[column]
    if (!typed) return undefined
    const found = placed(typed, time, where.zone)
    if (!found) faults.push(where.problems.restTaken(where.problems.badDay(typed.slice(0, 60))))
    return found
  }
  const time = values['due time']
  return {
    when: read('date', time),
    due: read('due', time),
    done: read('done on'),
    made: read('made on'),
  }
}

const jsonOf = (at: Temporal.Instant) => asDate(at).toISOString()
const isToCome = (when: Placed | undefined, { now }: ItemWhere) =>
  when !== undefined && when.at.epochMilliseconds > now.epochMilliseconds

/** In Pipedrive a note and an activity may have one number. */
function idIn({ id }: Values, { headers }: ItemWhere): string | undefined {
  const isNote = headers.some((one) => one === 'note content' || one === 'content' || one === 'hs note body')
  return id && isNote && /^\d+$/.test(id) ? `note ${id}` : id
}
