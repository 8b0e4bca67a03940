import { Temporal } from 'temporal-polyfill'
import type { Moment } from '../types.ts'
import type { PlainDate } from './calendar.ts'
import { localNow, outOfGap } from './local.ts'
import type { Atom, Clock, DayPart, Tense } from './span.ts'

const PART_TIME: Record<DayPart, [number, number]> = {
  morning: [9, 0],
  noon: [12, 0],
  afternoon: [14, 0],
  evening: [18, 0],
  night: [0, 0],
  close: [17, 0],
}

/** The 24-hour time of a clock as typed, with the part of the day beside it. */
function clockTime({ hour, minute, exact }: Clock, part?: DayPart): [number, number] {
  if (exact) return [hour, minute]
  if (part === 'morning' || part === 'night') return [hour % 12 === 0 && part === 'night' ? 0 : hour, minute]
  if (part === 'afternoon' || part === 'close') return [hour < 12 ? hour + 12 : hour, minute]
  if (part === 'noon') return [hour < 6 ? hour + 12 : hour, minute]
  if (part === 'evening') return [hour === 12 ? 0 : hour < 12 ? hour + 12 : hour, minute]
  return [hour >= 1 && hour <= 6 ? hour + 12 : hour, minute]
}

const minutes = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' })

/** A wall-clock time in a zone, moved forward by the gap when the clocks skip it. */
export const onTheClock = (day: PlainDate, [hour, minute]: [number, number], zone: string): string =>
  outOfGap(day.toPlainDateTime({ hour, minute }), zone)

/** The time of day a phrase names, or undefined. */
export function timeOf(atom: Atom): [number, number] | undefined {
  if (atom.clock) return clockTime(atom.clock, atom.part)
  return atom.part ? PART_TIME[atom.part] : undefined
}

const isAhead = (now: Temporal.PlainDateTime, [hour, minute]: [number, number]) => now.hour * 60 + now.minute < hour * 60 + minute

const resolved = new WeakMap<Moment, WeakMap<Atom, Map<Tense, string | undefined>>>()

/** The local date or date-time of a phrase, or undefined when it names none. Rules ask again and again; each answer is worked out once. */
export function resolveTime(atom: Atom, at: Moment, tense: Tense): string | undefined {
  const here = resolved.get(at) ?? new WeakMap<Atom, Map<Tense, string | undefined>>()
  resolved.set(at, here)
  const known = here.get(atom) ?? new Map<Tense, string | undefined>()
  here.set(atom, known)
  if (!known.has(tense)) known.set(tense, workedOut(atom, at, tense))
  return known.get(tense)
}

function workedOut(atom: Atom, at: Moment, tense: Tense): string | undefined {
  if (atom.minutes !== undefined) {
    return minutes(
      at.now
        .add({ minutes: Math.round(atom.minutes) })
        .toZonedDateTimeISO(at.zone)
        .toPlainDateTime(),
    )
  }
  const now = localNow(at)
  const today = now.toPlainDate()
  const time = timeOf(atom)
  if (atom.repeat) return firstOf(atom, now, time)
  if (atom.vague) return undefined
  if (atom.day) {
    const on = (from: PlainDate) => {
      const day = atom.day!(from, atom.lean ?? tense)
      return day && (time ? onTheClock(day, time, at.zone) : day.toString())
    }
    const said = on(today)
    const isOver = atom.rolls && tense === 'future' && said && said <= minutes(now)
    return isOver ? on(today.add({ days: 7 })) : said
  }
  if (!time) return undefined
  const ahead = isAhead(now, time)
  // The end of the day that is over is no time for something to be done.
  if (atom.part === 'close' && !atom.clock && (ahead || tense !== 'future')) return onTheClock(today, time, at.zone)
  const day = tense === 'future' ? (ahead ? today : today.add({ days: 1 })) : ahead ? today.subtract({ days: 1 }) : today
  return onTheClock(day, time, at.zone)
}

function firstOf(atom: Atom, now: Temporal.PlainDateTime, time?: [number, number]): string | undefined {
  const today = now.toPlainDate()
  const start = atom.day?.(today, 'future')
  const day =
    start && Temporal.PlainDate.compare(start, today) > 0
      ? firstFrom(atom, start)
      : atom.repeat!.first(today, !!time && isAhead(now, time))
  // The rhythm's own hour, also where its first day skips it: the days after it do not.
  return day && (time ? minutes(day.toPlainDateTime({ hour: time[0], minute: time[1] })) : day.toString())
}

/** A rhythm with a starting day begins on that day when it fits, else on the first fitting day after it. */
function firstFrom(atom: Atom, start: PlainDate): PlainDate | undefined {
  return /BY/.test(atom.repeat!.rule) ? atom.repeat!.first(start, true) : start
}
