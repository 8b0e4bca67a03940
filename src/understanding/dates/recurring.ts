import rrule from 'rrule'

const utc = (local: string): Date => new Date(`${local.length > 10 ? local.slice(0, 16) : `${local}T00:00`}:00Z`)

/** A time of a series, and the rule as it goes on from there: of a count, what is left. */
export interface Occurrence {
  at: string
  recurrence: string
}

/**
 * The first occurrence after `after` of a recurrence (RRULE without DTSTART, its UNTIL a day) that began at `fromLocal`.
 * Local times (`YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`) in, a local time of the form of `fromLocal` out; undefined when the rule has ended.
 */
export function nextInSeries(recurrence: string, fromLocal: string, after: string): Occurrence | undefined {
  const rule = unbounded(recurrence, fromLocal)
  const next = rule.after(utc(fromLocal.length <= 10 ? after.slice(0, 10) : after), false)
  const at = next?.toISOString().slice(0, fromLocal.length > 10 ? 16 : 10)
  const { until, count } = boundsOf(recurrence)
  if (!next || !at || (until && at.slice(0, 10) > until)) return undefined
  if (!count) return { at, recurrence }
  const begin = utc(fromLocal)
  const gone = rule.between(begin, next, true, (_, so) => so <= count).filter((one) => one > begin).length
  return gone < count ? { at, recurrence: recurrence.replace(/COUNT=\d+/, `COUNT=${count - gone}`) } : undefined
}

export const nextOccurrence = (recurrence: string, fromLocal: string, after: string): string | undefined =>
  nextInSeries(recurrence, fromLocal, after)?.at

/** The first occurrence on a day or after it, with all that is left of a count. */
export function occurrenceFrom(recurrence: string, fromLocal: string, day: string): Occurrence | undefined {
  const eve = new Date(utc(day).getTime() - 60_000).toISOString()
  const at = nextOccurrence(recurrence.replace(/;?COUNT=\d+/, ''), fromLocal, eve.slice(0, fromLocal.length > 10 ? 16 : 10))
  return at ? { at, recurrence } : undefined
}

function unbounded(recurrence: string, fromLocal: string) {
  const options = rrule.RRule.parseString(recurrence.replace(/^RRULE:/i, '').replaceAll(/;?(?:UNTIL|COUNT)=[^;]*/g, ''))
  return new rrule.RRule({ ...options, dtstart: utc(fromLocal) })
}

/** When a rule ends: its last day (YYYY-MM-DD), or how many times are left. */
export function boundsOf(recurrence: string): { until?: string; count?: number } {
  const [, year, month, day] = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(recurrence) ?? []
  const count = Number(/COUNT=(\d+)/.exec(recurrence)?.[1])
  return { ...(year && { until: `${year}-${month}-${day}` }), ...(count && { count }) }
}

/**
 * A rule that leaves no month out: the 29th, 30th or 31st is the last day of a month that has none such, and 29 February the 28th. RFC 5545 would pass
 * over such months, which nobody who is to be reminded expects; this way of writing it says the same to every calendar.
 */
export function everyMonth(recurrence: string, fromLocal: string): string {
  const named = Number(/BYMONTHDAY=(\d+)(?=;|$)/.exec(recurrence)?.[1])
  const day = named || (/BY/.test(recurrence) ? 0 : Number(fromLocal.slice(8, 10)))
  const monthly = /^(?:RRULE:)?FREQ=MONTHLY/.test(recurrence)
  const leap =
    /^(?:RRULE:)?FREQ=YEARLY/.test(recurrence) && (named ? /BYMONTH=2(?=;|$)/.test(recurrence) : fromLocal.slice(5, 7) === '02')
  if (day < 29 || !(monthly || leap)) return recurrence
  const days = [28, 29, 30].filter((one) => one <= day).join(',')
  const last = leap || day === 31 ? ['BYMONTHDAY=-1'] : [`BYMONTHDAY=${days}`, 'BYSETPOS=-1']
  const [frequency, ...rest] = recurrence.replaceAll(/;BY(?:MONTH|MONTHDAY)=[^;]*/g, '').split(';')
  return [frequency, ...(leap ? ['BYMONTH=2'] : []), ...last, ...rest].join(';')
}
