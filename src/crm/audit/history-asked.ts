import { Temporal } from 'temporal-polyfill'
import type { Context } from '../../bot/context.ts'
import { UserError } from '../../bot/errors.ts'
import { localToday, localToInstant, type Moment, understandWhen } from '../../understanding/index.ts'
import { say } from './history-words.ts'

/** What was typed behind `history`, taken apart: a customer, whose changes, and from when until when, all still in words. */
export type Typed = Partial<Record<'customer' | 'by' | 'since' | 'until', string>>

const ALL = /^(?:all|everyone|everybody|所有|全部)$/i
/** `all` stands for everybody where a person could stand. */
export const isAll = (typed: string): boolean => ALL.test(typed.trim())

const BY = /(?:^|\s)(?:by\s+|由)\s*(@?\S+)/i
const AT = /(?:^|\s)(<@[^>]+>|@\S+)/
const FROM_TO = /(?:^|\s)(?:from|between|从|自)\s*(.+?)\s*(?:to|until|till|and|到|至)\s*(.+)$/i
const SINCE = /(?:^|\s)(?:since|from|after|自从|自|从)\s*(.+?)(?:以来|起|以后|之后)?$/i
const UNTIL = /(?:^|\s)(?:until|till|before|到|截至)\s*(.+?)(?:为止|以前|之前)?$/i
const PERIOD =
  /(?:^|\s)(today|yesterday|(?:this|last)\s+(?:week|month|year)|(?:the\s+)?last\s+\d{1,3}\s+(?:days?|weeks?|months?)|今天|昨天|本周|这周|上周|本月|这个月|上个月|上月|今年|去年|(?:最近|近)\s*\d{1,3}\s*(?:天|周|个月))$/i

/** `acme by Ana since Monday`, `@Ana last week`, `all`, 宏远 上周. */
export function readTyped(rest: string): Typed {
  let left = rest.trim()
  const typed: Typed = {}
  const taken = (pattern: RegExp): string[] | undefined => {
    const found = pattern.exec(left)
    if (!found) return undefined
    left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`.trim()
    return found.slice(1)
  }
  const by = taken(BY) ?? taken(AT)
  if (by) typed.by = by[0]
  const range = taken(FROM_TO)
  if (range) [typed.since, typed.until] = range
  const until = range ? undefined : taken(UNTIL)
  if (until) typed.until = until[0]
  const since = range ? undefined : taken(SINCE)
  if (since) typed.since = since[0]
  const period = range || since || until ? undefined : taken(PERIOD)
  if (period) typed.since = typed.until = period[0]
  if (isAll(left)) typed.by ??= 'all'
  else if (left) typed.customer = left
  return typed
}

/** A span of time: from its beginning on, before its end. */
export interface Span {
  since?: Temporal.Instant
  until?: Temporal.Instant
}

/** The span that two typed moments make: both ends belong to it. Throws UserError for what is no time. */
export function readSpan({ since, until }: Pick<Typed, 'since' | 'until'>, context: Context): Span {
  return {
    ...(since && { since: periodOf(since, context)?.since ?? edge(since, context, 'since') }),
    ...(until && { until: PERIOD.test(until) ? periodOf(until, context)?.until : edge(until, context, 'until') }),
  }
}

/** A day begins with it, and ends with it too: `until Friday` has Friday in it. */
function edge(typed: string, context: Context, which: 'since' | 'until'): Temporal.Instant {
  const at = /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : understandWhen(typed, context, 'past')?.at
  if (!at) throw new UserError(say(context.locale).badTime(typed.slice(0, 60)), { field: which })
  try {
    if (at.includes('T')) return localToInstant(at, context.zone)
    const day = Temporal.PlainDate.from(at)
    return startOf(which === 'until' ? day.add({ days: 1 }) : day, context)
  } catch {
    throw new UserError(say(context.locale).badTime(typed.slice(0, 60)), { field: which })
  }
}

const startOf = (day: Temporal.PlainDate, { zone }: Pick<Moment, 'zone'>): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone }).toInstant()

const UNITS: readonly [RegExp, 'days' | 'weeks' | 'months' | 'years'][] = [
  [/week|周/i, 'weeks'],
  [/month|月/i, 'months'],
  [/year|年/i, 'years'],
  [/day|天/i, 'days'],
]

function periodOf(typed: string, moment: Moment): Span | undefined {
  if (!PERIOD.test(typed)) return undefined
  const today = localToday(moment)
  const [, unit = 'days'] = UNITS.find(([word]) => word.test(typed)) ?? []
  const count = Number(/\d+/.exec(typed)?.[0] ?? 0)
  if (count) return { since: startOf(today.subtract({ [unit]: count }), moment) }
  const isLast = /last|yesterday|昨|上|去/i.test(typed)
  const begins =
    unit === 'weeks'
      ? today.subtract({ days: today.dayOfWeek - 1 })
      : unit === 'months'
        ? today.with({ day: 1 })
        : unit === 'years'
          ? today.with({ month: 1, day: 1 })
          : today
  const from = isLast ? begins.subtract({ [unit]: 1 }) : begins
  return { since: startOf(from, moment), ...(isLast && { until: startOf(begins, moment) }) }
}
