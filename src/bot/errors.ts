import type { Button, Reply } from './card.ts'

/**
 * Something the person can mend. The message is what they read and says what to do or type next, in their language; `cause` is for the log.
 * `field` names the input at fault, so that a form can point at it. `buttons` offer ways on.
 */
export class UserError extends Error {
  readonly field: string | undefined
  readonly buttons: Button[]
  /** What was typed is worth mending and sending again: the reply gives it back in a form. */
  readonly mend: boolean

  constructor(message: string, more: { field?: string; buttons?: Button[]; mend?: boolean; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.name = 'UserError'
    this.field = more.field
    this.buttons = more.buttons ?? []
    this.mend = more.mend ?? true
  }
}

/** What somebody may not do, by their role or because it is another's: there is nothing to mend, and no answer offers it to them. */
export class NotAllowed extends UserError {
  constructor(message: string, field?: string) {
    super(message, { field, mend: false, cause: NOT_ALLOWED })
    this.name = 'NotAllowed'
  }
}

/** What the log says of it. */
export const NOT_ALLOWED = 'not allowed'

interface DeliveryFault {
  permanent: boolean
  refusesBot?: boolean
  closed?: boolean
  retryAfter?: number
  scope?: DeliveryError['scope']
  cause?: unknown
}

/** The platform cannot take a message now, or ever. */
export class DeliveryError extends Error {
  /** Never by trying again: the person is gone, the direct message is closed. */
  readonly permanent: boolean
  /** The platform refuses the bot itself (its token, its rights): an admin mends that, and until then every message waits, however long. */
  readonly refusesBot: boolean
  /** The person takes no direct message from the bot; elsewhere they may be reached. */
  readonly closed: boolean
  /** Milliseconds the platform told us to wait, if it did. */
  readonly retryAfter: number | undefined
  /** Who has to wait for that long: the one channel, the whole team, or everything that the bot does on the platform. */
  readonly scope: 'channel' | 'team' | 'platform'

  constructor(message: string, more: DeliveryFault) {
    super(message, { cause: more.cause })
    this.name = 'DeliveryError'
    this.permanent = more.permanent
    this.refusesBot = more.refusesBot ?? false
    this.closed = more.closed ?? false
    this.scope = more.scope ?? 'team'
    this.retryAfter = more.retryAfter
  }
}

/** The operation cannot go on before the person has chosen or told more: the reply asks. Whatever was written is taken back. */
export class Ask extends Error {
  readonly reply: Reply

  constructor(reply: Reply) {
    super('asked back')
    this.name = 'Ask'
    this.reply = reply
  }
}
