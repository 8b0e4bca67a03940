export type Json = Record<string, unknown>

/** A message as it stands. */
export interface Shown {
  ts: string
  channel: string
  /** Whom it is shown to: one person, or everybody in the channel. */
  to: 'everybody' | string
  body: Json
}

/** A form that was opened. */
export interface OpenView {
  id: string
  hash: string
  view: Json
  /** How many lie under it. */
  depth: number
}

export interface Person {
  name: string
  tz: string
  locale: string
  team: string
  /** What else users.info tells. */
  more: Json
}

/**
 * What goes wrong with a call of the Web API: an HTTP status, an error of Slack's, no answer at all, or an answer that is lost after the work was done.
 */
export type Mishap = { status: number; retryAfter?: number } | { error: string } | 'hang' | 'lost'
