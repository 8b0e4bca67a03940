import { completed } from './dates/completed.ts'
import type { RepeatEnd } from './dates/ends.ts'
import { boundsOf } from './dates/recurring.ts'
import { resolveTime } from './dates/resolve.ts'
import type { TimeSpan } from './dates/span.ts'
import { repeatEnd, whenOf } from './dates/when.ts'
import { leanOf } from './events/lean.ts'
import type { Part } from './events/roles.ts'
import type { Told } from './facts.ts'
import { tidy } from './task.ts'
import type { Line } from './text/line.ts'
import type { FollowUp, Moment } from './types.ts'

export interface Planned {
  followUp: FollowUp
  /** The rhythm alone. */
  recurrence?: string
  /** The rhythm with its end. */
  series?: string
  part: Part
  time?: TimeSpan
  /** The words that say how its repeat ends. */
  ends?: { start: number; end: number }
}

const WRITTEN_OUT: [RegExp, string][] = [
  [/(?<![\w/])(?:f\/u|fup|fu)(?![\w/])/gi, 'follow up'],
  [/(?<![\w/])(?:cb|c\/b)(?![\w/])/gi, 'call back'],
  [/\bmtgs?\b/gi, 'meeting'],
  [/\bappts?\b/gi, 'appointment'],
  [/\bmsg\b/gi, 'message'],
  [/\bw\/o(?!\w)/gi, 'without'],
  [/\bw\/(?=\s)|(?<=\S )w(?= [a-z])/gi, 'with'],
  [/\bw\/(?!o\b)/gi, 'with '],
  [/\bresched\b/gi, 'reschedule'],
  [/\b(?:pls|plz)\b/gi, 'please'],
  [/\b(?:abt)\b/gi, 'about'],
  [/\bfollow-up\b/gi, 'follow up'],
  [/\bfollowup\b/gi, 'follow up'],
  [/\bcallback\b/gi, 'call back'],
  [/\basap\b/gi, ''],
  [/尽快/g, '尽快'],
]

const writeOut = (words: string): string => tidy(WRITTEN_OUT.reduce((text, [short, full]) => text.replace(short, full), words))

/** The thing still to be done that is due first, and how it repeats. */
export function plannedIn(line: Line, parts: readonly Part[], told: Told, at: Moment): Planned | undefined {
  const planned = parts
    .flatMap((part, i) => (part.role === 'plan' ? [planOf(line, parts, i, at)] : []))
    .filter(({ followUp }) => followUp.at || !told.outcome || !/^(?:我们?)?约[了好]?$/.test(followUp.what))
  const part = movedPart(parts, told)
  const moved = part && movedTo(line, parts, part, told, planned, at)
  const all = [...(moved ? [moved] : []), ...planned]
  const timed = all.filter(({ followUp }) => followUp.at).sort((a, b) => compare(a.followUp.at!, b.followUp.at!))
  return timed[0] ?? all[0]
}

/** Where a meeting got its new time: where it was moved, or after it was missed or canceled (`no-show, rebooked for Thursday`). */
function movedPart(parts: readonly Part[], { outcome, part }: Told): Part | undefined {
  if (outcome === 'rescheduled' || !part) return part && outcome ? part : undefined
  if (outcome !== 'no_show' && outcome !== 'canceled') return undefined
  return parts.slice(parts.indexOf(part) + 1).find((one) => one.role === 'past' && one.changed && one.times.length > 0)
}

const compare = (a: string, b: string): number =>
  a.slice(0, 10) === b.slice(0, 10) ? (a < b ? -1 : a > b ? 1 : 0) : a < b ? -1 : 1

function planOf(line: Line, parts: readonly Part[], i: number, at: Moment): Planned {
  const part = parts[i]!
  const next = parts[i + 1]
  const own = ahead(part.times, at, next?.role === 'time' ? next.times : [])
  const lent = own ?? borrowed(parts, i, at)
  const ends = lent?.repeat && endsOf(line, lent, part, next, at)
  return {
    part,
    time: lent,
    ends,
    recurrence: lent?.repeat?.rule,
    series: lent && whenOf(line, lent, at, 'future', ends).recurrence,
    followUp: { ...(lent && timeAt(lent, at)), what: whatOf(line, part, next, ends) },
  }
}

/** How a repeat ends: said in its own clause, or in one that says nothing else, right behind it. One that ends before it begins says something else. */
function endsOf(line: Line, time: TimeSpan, part: Part, next: Part | undefined, at: Moment): RepeatEnd | undefined {
  const upTo = (end: number) => ({ ...line, read: line.read.slice(0, end) })
  const over = Math.max(part.end, time.end)
  const ends =
    repeatEnd(upTo(over), time, at.zone) ??
    (next && alone(line, next, repeatEnd(upTo(next.end), { ...time, end: over }, at.zone)))
  if (!ends) return undefined
  const { at: first, recurrence } = whenOf(line, time, at, 'future', ends)
  const until = recurrence && boundsOf(recurrence).until
  return until && first && until < first.slice(0, 10) ? undefined : ends
}

/** Nothing else is said in that clause. */
const alone = ({ read }: Line, part: Part, ends: RepeatEnd | undefined) =>
  ends && /^[\s,，、]*$/.test(read.slice(part.start, ends.start)) && /^[\s.。!！]*$/.test(read.slice(ends.end, part.end))
    ? ends
    : undefined

const timeAt = (time: TimeSpan, at: Moment): { at?: string } => {
  const local = resolveTime(time, at, 'future')
  return local ? { at: local } : {}
}

/** The first time of a clause that is not gone and names a day or hour. */
function ahead(times: readonly TimeSpan[], at: Moment, more: readonly TimeSpan[] = []): TimeSpan | undefined {
  const open = times.filter((time) => time.lean !== 'past' && resolveTime(time, at, 'future'))
  const first = open.find((time) => leanOf(time, at) !== 'past') ?? open[0]
  return first && completed(first, [...open, ...more])
}

/** Words that mean the time just named: `back Monday, try him then`. */
const THAT_TIME =
  /\b(?:then|that (?:day|morning|afternoon|week)|when (?:he|she|they)(?:'s|'re|s| is| are)? back|after that)[ .!]*$|到时|届时|那时/

/** A time that stands alone beside the clause: after it, or before it when it belongs to nothing else. */
function borrowed(parts: readonly Part[], i: number, at: Moment): TimeSpan | undefined {
  const after = parts.slice(i + 1).find(({ role }) => role !== 'name')
  const before = parts[i - 1]
  if (after?.role === 'time') {
    const time = ahead(after.times, at)
    if (time) return time
  }
  const named = before?.role === 'time' || THAT_TIME.test(parts[i]!.text)
  return before && named ? ahead(before.times, at) : undefined
}

/** What is to be done. Of a clause that says only when, the next one says it. */
const whatOf = (line: Line, part: Part, next: Part | undefined, ends: RepeatEnd | undefined): string =>
  left(line, part, ends) || (ends && next?.role === 'plan' && next.times.length === 0 ? words(line, next) : words(line, part))

/** The typed words of a clause, without its times, short forms written out. */
function words(line: Line, part: Part): string {
  return left(line, part) || writeOut(line.text.slice(line.at(part.start), line.at(part.end - 1) + 1))
}

function left(line: Line, part: Part, ends?: RepeatEnd): string {
  const inside = ends && ends.start < part.end ? [ends] : []
  const times = part.times.filter(({ start, end }) => !inside.some((one) => start < one.end && end > one.start))
  const cuts = [...times, ...inside].sort((a, b) => b.start - a.start)
  const from = line.at(part.start)
  let text = line.text.slice(from, part.end > part.start ? line.at(part.end - 1) + 1 : from)
  for (const { start, end } of cuts) {
    const [a, b] = [line.at(start) - from, line.at(Math.min(end, part.end) - 1) + 1 - from]
    text = `${text.slice(0, a)} ${text.slice(b)}`
  }
  return writeOut(text)
}

/** The new time of a meeting that was moved is what is to be done next. */
function movedTo(
  line: Line,
  parts: readonly Part[],
  part: Part,
  told: Told,
  planned: readonly Planned[],
  at: Moment,
): Planned | undefined {
  const times = newTimes(parts, part, told, at)
  const to =
    times.find(
      ({ start }) =>
        /(?:\bto|until|till|for|->|到|至|成|在|为) ?$/.test(line.read.slice(part.start, start)) ||
        /^(?:to|until|till|for)\b/.test(line.read.slice(start, start + 6)),
    ) ?? times.at(-1)
  const what = words(line, part)
  const meeting =
    /visit/.test(part.text) || /meeting|mtg|demo|call|zoom|lunch|会|演示|拜访|见|饭|约/i.test(what) ? what : `meeting: ${what}`
  const next = parts.slice(parts.indexOf(part) + 1)
  const alone = to ?? next.filter(({ role }) => role === 'time').flatMap(({ times }) => ahead(times, at) ?? [])[0]
  if (alone) return { part, time: alone, followUp: { ...timeAt(alone, at), what: meeting } }
  const follow = planned.find(
    ({ part: one, followUp }) =>
      followUp.at && !/^\s*(?:send|call|email|prep)/.test(one.text) && one.contacts.length === 0 && one.start > part.start,
  )
  if (follow) follow.followUp.what = `${meeting}: ${follow.followUp.what}`
  return undefined
}

/** The times a moved meeting may have now; in Chinese only those after the word that moves it. */
function newTimes(parts: readonly Part[], part: Part, told: Told, at: Moment): TimeSpan[] {
  const open = (time: TimeSpan): boolean => time.lean !== 'past' && !!resolveTime(time, at, 'future')
  if (!told.stated || !/\p{Script=Han}/u.test(part.text)) return part.times.filter(open)
  const from = told.stated.start
  return parts
    .slice(parts.indexOf(part))
    .filter(({ changed, role, end }) => end > from && (changed || role === 'time'))
    .flatMap(({ times }) => times.filter((time) => time.start >= from && open(time)))
}
