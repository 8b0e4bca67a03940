import rrule from 'rrule'

const utc = (local: string): Date => new Date(`${local.length > 10 ? local.slice(0, 16) : `${local}T00:00`}:00Z`)

/**
 * The first occurrence after `after` of a recurrence (RRULE without DTSTART) that began at `fromLocal`.
 * Local times (`YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`) in, a local time of the form of `fromLocal` out; undefined when the rule has ended.
 */
export function nextOccurrence(recurrence: string, fromLocal: string, after: string): string | undefined {
  const options = rrule.RRule.parseString(recurrence.replace(/^RRULE:/i, ''))
  const rule = new rrule.RRule({ ...options, dtstart: utc(fromLocal) })
  const limit = fromLocal.length <= 10 && after.length > 10 ? after.slice(0, 10) : after
  const next = rule.after(utc(limit), false)
  return next?.toISOString().slice(0, fromLocal.length > 10 ? 16 : 10)
}
