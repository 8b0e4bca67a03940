import { Temporal } from 'temporal-polyfill'
import type { Member } from '../../bot/context.ts'
import type { Moment } from '../../understanding/index.ts'
import { localToInstant } from '../../understanding/index.ts'
import { text } from '../content-lines.ts'
import { type NamedTask, sayAbout } from '../tasks/tasks.ts'
import { component, local, utc } from './ics.ts'

/** A task in a calendar: an event at its time or on its day, a to-do when it has neither. */
export function entryLines(task: NamedTask, owner: Member): string[] {
  const lines = [
    `UID:${task.id}@rapport`,
    `DTSTAMP:${utc(task.updatedAt)}`,
    `LAST-MODIFIED:${utc(task.updatedAt)}`,
    `SUMMARY:${text([task.what, sayAbout(task)].filter(Boolean).join(' · '))}`,
  ]
  const { dueLocal } = task
  if (!dueLocal) return component('VTODO', ...lines, 'STATUS:NEEDS-ACTION')
  const isTimed = dueLocal.includes('T')
  return component(
    'VEVENT',
    ...lines,
    isTimed ? startLine(task, dueLocal) : `DTSTART;VALUE=DATE:${local(dueLocal)}`,
    isTimed ? 'DURATION:PT15M' : 'DURATION:P1D',
    // A reminder does not make anybody busy.
    'TRANSP:TRANSPARENT',
    ...(task.recurrence ? [`RRULE:${ruleFor(task.recurrence, dueLocal, task.zone)}`] : []),
    ...alarm(task, isTimed ? 'PT0S' : sinceMidnight(owner.morningAt)),
  )
}

/** In its zone; once, in an hour that the clocks skip or repeat, where readers differ over what a wall clock means: as an instant. */
function startLine({ zone, recurrence }: NamedTask, dueLocal: string): string {
  const wall = Temporal.PlainDateTime.from(dueLocal)
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
  return recurrence || earlier!.equals(later!)
    ? `DTSTART;TZID=${zone}:${local(dueLocal)}`
    : `DTSTART:${utc(new Date(localToInstant(dueLocal, zone).epochMilliseconds))}`
}

const alarm = (task: NamedTask, trigger: string) =>
  component('VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, `DESCRIPTION:${text(task.what)}`)

const sinceMidnight = (clock: string) => {
  const [hours, minutes] = clock.split(':').map(Number)
  return `PT${hours}H${minutes}M`
}

/** The last day of a rule is ours as a day; beside a time in a zone the standard wants an instant. */
function ruleFor(rule: string, dueLocal: string, zone: string): string {
  if (!dueLocal.includes('T')) return rule
  return rule.replace(/(?<=UNTIL=)(\d{4})(\d\d)(\d\d)(?=;|$)/, (_, year, month, day) =>
    utc(new Date(localToInstant(`${year}-${month}-${day}T23:59`, zone).epochMilliseconds)),
  )
}

/** The years between which the clocks of these tasks' zones are to be known. */
export const zonesOf = (tasks: readonly NamedTask[]): string[] => [
  ...new Set(tasks.filter((task) => task.dueLocal?.includes('T')).map((task) => task.zone)),
]

const YEARS_AHEAD = 10

export function yearsOf(tasks: readonly NamedTask[], { now, zone }: Moment): [from: number, to: number] {
  const year = now.toZonedDateTimeISO(zone).year
  const years = tasks.flatMap((task) => (task.dueLocal ? [Number(task.dueLocal.slice(0, 4))] : []))
  return [Math.min(year, ...years) - 1, Math.max(year + YEARS_AHEAD, ...years) + 1]
}
