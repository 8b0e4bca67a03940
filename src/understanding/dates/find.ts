import { enDates } from './en-dates.ts'
import { EN_DAYS } from './en-days.ts'
import { EN_REPEATS } from './en-repeats.ts'
import { EN_TIMES, HALF_AFTER_DAY, HOUR_AFTER_DAY } from './en-times.ts'
import { explicitDate } from './explicit.ts'
import { type AtomRule, tryRules } from './rules.ts'
import type { Atom, TimeSpan } from './span.ts'
import { ZH_DAYS } from './zh-days.ts'
import { ZH_REPEATS } from './zh-repeats.ts'
import { ZH_TIMES } from './zh-times.ts'

const ZH: AtomRule[] = [...ZH_REPEATS, ...ZH_DAYS, ...ZH_TIMES]
const EN_TABLES = new Map(
  [true, false].map((monthFirst) => [
    monthFirst,
    [...EN_REPEATS, ...EN_DAYS.slice(0, -1), ...enDates(monthFirst), ...EN_TIMES, ...EN_DAYS.slice(-1)],
  ]),
)

const HAN = /\p{Script=Han}/u
const EN_GLUE =
  /(?:[\s,(]|(?:at|on|by|before|around|about|from|in|the|of|after|circa|approx|probably|say|until|till|latest|for|@|~|-)(?=[\s~\d])){0,6}/y
const ZH_GLUE = /[\s,、(]{0,2}(?:的|起|开始|在|于|大概|大约|约|差不多)?\s?/y
const EN_LEAD =
  /(?<!\b(?:stop|drop|swing|pop|come|go|run|stopped|dropped|came|went|stopping) ?)(?:^|[\s(,])((?:by|before|on|at|until|till|around|about|from|in|after|for|since|this|starting|beginning|as of|come|or so|no later than|due|@|~)\s?(?:the )?)$/
const EN_TAIL = /^(?:\s?(?:or so|latest|at the latest|sharp|my time|local time|their time|ish|or thereabouts))\b/
const ZH_TAIL = /^(?:上班(?:之?前|后|时)|之?前|以前|左右|前后|上下|之?后|以后|开始|起)/

/** Where a scan must not look, sorted by start (names, phone numbers, addresses). */
export type Blocked = readonly { start: number; end: number }[]

export interface FindOptions {
  /** `3/4` is March 4th. */
  monthFirst: boolean
  blocked?: Blocked
}

/** Every phrase about time in a lower-cased text, neighbouring pieces put together. Linear in the text's length. */
export function findTimes(text: string, { monthFirst, blocked = [] }: FindOptions): TimeSpan[] {
  const spans: TimeSpan[] = []
  let at = 0
  let block = 0
  while (at < text.length) {
    while (block < blocked.length && blocked[block]!.end <= at) block++
    const ban = blocked[block]
    if (ban && at >= ban.start) {
      at = ban.end
      continue
    }
    const limit = ban ? ban.start : text.length
    const span = startsPhrase(text, at) ? phraseAt(text, at, limit, monthFirst) : undefined
    if (span) spans.push(span)
    at = span ? Math.max(span.end, at + 1) : at + 1
  }
  return spans
}

function startsPhrase(text: string, at: number): boolean {
  const char = text[at]!
  if (HAN.test(char)) return true
  if (!/[a-z0-9~]/.test(char)) return false
  return at === 0 || !/[a-z0-9$€£¥#_]/.test(text[at - 1]!) || (HAN.test(text[at - 1]!) && !/\d/.test(char))
}

function atomAt(text: string, at: number, limit: number, monthFirst: boolean): (Atom & { end: number }) | undefined {
  const han = HAN.test(text[at] ?? '')
  const chinese = han || /\d/.test(text[at] ?? '') ? tryRules(ZH, text, at) : undefined
  const atom =
    chinese ?? (han ? undefined : (tryRules(EN_TABLES.get(monthFirst)!, text, at) ?? explicitDate(text, at, monthFirst)))
  if (!atom || atom.end > limit || isDecoy(text, at, atom)) return undefined
  return atom
}

const BEFORE_A_LITTLE = /[早晚快慢多少大小高低好差有便宜贵近远]$/
const PLAIN_SAT = /^(?:sat|sun|wed|mon)\b(?! (?:at|\d|am|pm|morning|noon|afternoon|evening|eod|the|next|or|and|to|for|re|,))/
const BEFORE_SHORT_DAY =
  /(?:on|by|this|next|last|until|till|before|for|from|every|each|or|and|,|-|:|due|tues?|mon|fri|back|again|up|it|him|her|them|back on)\s*$/

const CURRENCY = '(?:k|m|w|千|万|亿|元|块|美元|美金|欧元|英镑|日元|港币|人民币|rmb|cny|usd|eur|gbp|hkd|dollars|euros)'
const SUM = new RegExp(`(?:[$€£¥]\\s?[\\d.,]+\\s?${CURRENCY}?|\\d\\s?${CURRENCY}{1,2})\\s?$`)
const SUM_AFTER = new RegExp(
  `^(?:的?(?:费用|租金|年费|月费|预算|用量|销量|采购))?\\s?(?:约|大概)?(?:[$€£¥]\\s?\\d|[\\d.,]+\\s?${CURRENCY})`,
)

/** What is paid each year or month: `$30k per year`, 每年6万. */
function isRate(text: string, at: number, end: number): boolean {
  const words = text.slice(at, end)
  if (/^(?:per|a|an|\/)/.test(words)) return SUM.test(text.slice(Math.max(0, at - 20), at))
  if (!/^每个?[年月周天日季]度?$/.test(words)) return false
  return SUM.test(text.slice(Math.max(0, at - 20), at)) || SUM_AFTER.test(text.slice(end, end + 20))
}

/** Words that only look like a time: 早一点, `sat with him`, `9 am I right`. */
function isDecoy(text: string, at: number, atom: Atom & { end: number }): boolean {
  const words = text.slice(at, atom.end)
  if (atom.repeat && isRate(text, at, atom.end)) return true
  if (/^下[周个星礼月季]/.test(words) && text[at - 1] === '一' && !/[十第]一$/.test(text.slice(0, at))) return true
  if (/^一点$/.test(words) && BEFORE_A_LITTLE.test(text.slice(Math.max(0, at - 1), at))) return true
  if (/^(?:sat|sun)$/.test(words)) {
    const rest = text.slice(at, at + 20)
    const loose = /^(?:sat|sun) ?[a-z]/.test(rest) && PLAIN_SAT.test(rest)
    return loose && !BEFORE_SHORT_DAY.test(text.slice(Math.max(0, at - 12), at))
  }
  return false
}

function phraseAt(text: string, at: number, limit: number, monthFirst: boolean): TimeSpan | undefined {
  const first = atomAt(text, at, limit, monthFirst)
  if (!first) return undefined
  let whole: TimeSpan = { ...first, start: at }
  for (let i = 0; i < 4; i++) {
    const next = nextAtom(text, whole, limit, monthFirst)
    if (!next) break
    whole = next
  }
  return stretch(text, whole, limit)
}

function nextAtom(text: string, span: TimeSpan, limit: number, monthFirst: boolean): TimeSpan | undefined {
  for (const glue of [ZH_GLUE, EN_GLUE]) {
    glue.lastIndex = span.end
    const from = span.end + (glue.exec(text)?.[0].length ?? 0)
    if (from >= limit) continue
    const bridge = text.slice(span.end, from)
    const atom = atomAt(text, from, limit, monthFirst) ?? hourAfter(text, span, from, bridge)
    const joined = atom && join(span, atom, bridge)
    if (joined) return joined
  }
  return undefined
}

function hourAfter(text: string, span: TimeSpan, from: number, bridge: string): (Atom & { end: number }) | undefined {
  const open = (span.day || span.repeat) && !span.clock && !span.minutes
  return open && /^[ ]$|[@~] ?$/.test(bridge) ? tryRules([HALF_AFTER_DAY, HOUR_AFTER_DAY], text, from) : undefined
}

/** Two pieces as one phrase, or undefined when they speak of two moments. */
function join(a: TimeSpan, b: Atom & { end: number }, bridge: string): TimeSpan | undefined {
  if (a.vague || b.vague || a.minutes !== undefined || b.minutes !== undefined) return undefined
  const dayClash = a.day && b.day && !a.weekdayOnly && !b.weekdayOnly && a.week === undefined && b.week === undefined
  if (dayClash || (a.weekdayOnly && b.weekdayOnly) || (a.clock && b.clock) || (a.part && b.part && !(b.clock || a.clock)))
    return undefined
  if (a.repeat && b.repeat) return undefined
  if (a.repeat && b.day && !/starting|from|beginning/.test(bridge)) return undefined
  if (b.repeat && a.day && !/起|开始/.test(bridge)) return undefined
  if (a.lean && b.lean && a.lean !== b.lean) return undefined
  if (/,/.test(bridge) && !(b.clock || b.part || a.clock || a.weekdayOnly)) return undefined
  const day = a.day && b.day ? bothDays(a, b) : (a.day ?? b.day)
  return {
    ...a,
    ...b,
    day,
    clock: a.clock ?? b.clock,
    part: a.part ?? b.part,
    repeat: a.repeat ?? b.repeat,
    lean: a.lean ?? b.lean,
    weekdayOnly: a.day && b.day ? false : (a.weekdayOnly ?? b.weekdayOnly),
    settles: a.day && b.day ? undefined : (a.settles ?? b.settles),
    week: undefined,
    vague: undefined,
    start: a.start,
    end: b.end,
  }
}

/** A weekday beside a week lies in that week; beside a date the date stands. */
function bothDays(a: Atom, b: Atom): Atom['day'] {
  const [weekday, other] = a.weekdayOnly ? [a, b] : [b, a]
  if (other.week === undefined || !weekday.weekdayOnly) return other.day
  const week = other.week
  return (today, tense) => {
    const named = weekday.day!(today, tense)
    return named && today.subtract({ days: today.dayOfWeek - 1 }).add({ days: week * 7 + named.dayOfWeek - 1 })
  }
}

/** Takes in the small words that belong to the phrase: `by`, `at the latest`, 前, 左右. */
function stretch(text: string, span: TimeSpan, limit: number): TimeSpan {
  const before = text.slice(Math.max(0, span.start - 24), span.start)
  const words = EN_LEAD.exec(before)?.[1] ?? ''
  const lead = words.length
  const rest = text.slice(span.end, Math.min(limit, span.end + 24))
  const tail = (EN_TAIL.exec(rest) ?? ZH_TAIL.exec(rest))?.[0].length ?? 0
  return {
    ...span,
    start: span.start - lead,
    end: span.end + tail,
    ...(words.startsWith('since') && { since: true }),
    ...(/^(?:until|till)/.test(words) && { until: true }),
  }
}
