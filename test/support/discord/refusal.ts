/** An answer of Discord's REST that refuses: its status, its code, and for 50035 the path of each fault. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly errors: object | undefined

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** Collects the faults of a body, by path, as Discord reports them. */
export class Faults {
  readonly found: { path: (string | number)[]; message: string }[] = []

  add(path: (string | number)[], message: string): void {
    this.found.push({ path, message })
  }

  /** Adds a fault unless the text has between `min` and `max` characters. */
  length(path: (string | number)[], text: unknown, min: number, max: number): void {
    if (typeof text !== 'string') {
      if (min > 0 || text !== undefined) this.add(path, 'This field is required')
    } else if (text.length < min || text.length > max) this.add(path, `Must be between ${min} and ${max} in length.`)
    else if (text.includes('\u0000') || !text.isWellFormed()) this.add(path, 'Not a text')
  }

  /** Throws Discord's 50035 when anything was found. */
  refuse(): void {
    if (this.found.length === 0) return
    const errors: Record<string, unknown> = {}
    for (const { path, message } of this.found) {
      let node = errors
      for (const step of path) {
        node[step] ??= {}
        node = node[step] as Record<string, unknown>
      }
      node._errors = [{ code: 'BASE_TYPE_BAD_LENGTH', message }]
    }
    const said = this.found.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    throw new Refusal(400, 50035, `Invalid Form Body (${said})`, errors)
  }
}
