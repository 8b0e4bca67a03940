/** What Slack refuses: its error code, and for what reasons. */
export class Refusal extends Error {
  readonly code: string
  readonly reasons: string[]
  readonly more: object

  constructor(code: string, reasons: string[] = [], more: object = {}) {
    super([code, ...reasons].join(' · '))
    this.code = code
    this.reasons = reasons
    this.more = more
  }
}

/** Collects what is wrong with a body, as Slack does: each fault with a pointer to where it stands. */
export class Faults {
  readonly found: string[] = []

  add(pointer: string, what: string): void {
    this.found.push(`[ERROR] ${what} [json-pointer:${pointer}]`)
  }

  /** A text with `min` to `max` UTF-16 units. */
  length(pointer: string, text: unknown, min: number, max: number): void {
    if (typeof text !== 'string') {
      if (text !== undefined || min > 0) this.add(pointer, 'must be a string')
    } else if (text.length < min) this.add(pointer, `must be more than ${min - 1} characters`)
    else if (text.length > max) this.add(pointer, `must be less than ${max + 1} characters`)
    else if (text.includes('\u0000') || !text.isWellFormed()) this.add(pointer, 'is no text')
  }

  /** A list of `min` to `max` entries, or nothing when there is no such list. */
  list(pointer: string, list: unknown, min: number, max: number): unknown[] {
    if (!Array.isArray(list)) this.add(pointer, 'must be an array')
    else if (list.length < min) this.add(pointer, `no fewer than ${min} items allowed`)
    else if (list.length > max) this.add(pointer, `no more than ${max} items allowed`)
    else return list
    return []
  }

  oneOf(pointer: string, value: unknown, allowed: readonly unknown[]): void {
    if (!allowed.includes(value)) this.add(pointer, `must be one of ${allowed.join(', ')}`)
  }

  /** Slack refuses properties that it does not know. */
  known(pointer: string, object: object, allowed: readonly string[]): void {
    for (const key of Object.keys(object))
      if (!allowed.includes(key)) this.add(`${pointer}/${key}`, 'invalid additional property')
  }

  refuse(code: string): void {
    if (this.found.length) throw new Refusal(code, this.found)
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
