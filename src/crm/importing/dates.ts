/** In which order a column writes its days, where all of it are numbers. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const NUMERIC = /^\s*(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?!\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TIME =
  /(上午|下午)?\s*\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$/i
/** Seconds, and milliseconds, since 1970, as interfaces write them. */
const EPOCH = /^\d{10}(?:\d{3})?$/

/** What the days of a column show of the order in which it writes them. */
export class SeenDates {
  #dmy = 0
  #mdy = 0
  #either = 0
  example = ''

  add(value: string): void {
    const found = NUMERIC.exec(value)
    if (!found) return
    const [, first, sign, second, third] = found as unknown as [string, string, string, string, string]
    if (first.length > 2 || third.length < 2) return
    const [a, b] = [Number(first), Number(second)]
    if (a > 12 || sign === '.') this.#dmy++
    else if (b > 12) this.#mdy++
    else if (a !== b) this.#either++
    else return
    if (a <= 12 || !this.example) this.example ||= value
  }

  order(): DateOrder | 'unclear' | undefined {
    if (this.#dmy && this.#mdy) return 'unclear'
    if (this.#dmy) return 'dmy'
    if (this.#mdy) return 'mdy'
    return this.#either ? 'unclear' : undefined
  }
}

/** A day as `2026-02-01`, with a time as `2026-02-01T14:05`, with `Z` or an offset where one is said; what is neither is left as it is. */
export function plainDate(value: string, order: DateOrder | undefined): string {
  if (EPOCH.test(value.trim())) return new Date(Number(value.trim().padEnd(13, '0'))).toISOString()
  const read = dayIn(value, order)
  if (!read) return value
  const [day, rest] = read
  const time = timeIn(rest)
  return time === undefined ? value : `${day}${time}`
}

function dayIn(value: string, order: DateOrder | undefined): [day: string, rest: string] | undefined {
  const numeric = NUMERIC.exec(value)
  if (numeric) {
    const [all, first, , second, third] = numeric as unknown as [string, string, string, string, string]
    const parts =
      first.length > 2 || order === 'ymd'
        ? [first, second, third]
        : order === 'mdy'
          ? [third, first, second]
          : [third, second, first]
    return dayOf(parts[0]!, Number(parts[1]), Number(parts[2]), value.slice(all.length))
  }
  const chinese = /^\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/.exec(value)
  if (chinese) return dayOf(chinese[1]!, Number(chinese[2]), Number(chinese[3]), value.slice(chinese[0].length))
  const compact = /^\s*(\d{4})(\d{2})(\d{2})(?=$|[T\s])/.exec(value)
  if (compact) return dayOf(compact[1]!, Number(compact[2]), Number(compact[3]), value.slice(compact[0].length))
  const named =
    /^\s*(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(\d{4}|\d{2})(?!\d)/i.exec(
      value,
    )
  const month = named && MONTHS.indexOf((named[2] ?? named[3] ?? '').toLowerCase()) + 1
  return named && month ? dayOf(named[5]!, month, Number(named[1] ?? named[4]), value.slice(named[0].length)) : undefined
}

function dayOf(year: string, month: number, day: number, rest: string): [string, string] | undefined {
  // Of two digits the century is the one that is nearer.
  const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
  const at = new Date(Date.UTC(full, month - 1, day))
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && full > 999 && full < 10_000
  return exists ? [at.toISOString().slice(0, 10), rest] : undefined
}

/** `T14:05`, with what the zone is where it is said; empty where no time stands; undefined for something else. */
function timeIn(rest: string): string | undefined {
  const text = rest.replace(/^[\s,T]+|[\s,]+$/g, '').replace(/^(?:at|um)\s+/i, '')
  if (!text) return ''
  const found = TIME.exec(text)
  if (!found || found.index > 0) return undefined
  const [, chinese, typed, minute, second = '00', half, zone = ''] = found
  const isLate = half?.toLowerCase() === 'p' || chinese === '下午'
  const isEarly = half?.toLowerCase() === 'a' || chinese === '上午'
  const hour = isLate ? (Number(typed) % 12) + 12 : isEarly ? Number(typed) % 12 : Number(typed)
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  return `T${String(hour).padStart(2, '0')}:${minute}${offset && `:${second}${offset}`}`
}
