import { pino } from 'pino'
import type { Log } from './bot/house.ts'

/**
 * Structured logs, one JSON object a line on standard error. Tokens are blotted out wherever they may stand, and no text of a customer
 * is given to the log at info level: who asked what kind of thing, not what they said.
 */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: undefined,
      redact: {
        paths: ['token', '*.token', 'botToken', '*.botToken', 'authorization', '*.authorization', '*.headers.authorization'],
        censor: '[hidden]',
      },
      serializers: { error: describeError, err: describeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: false }),
  )

const SECRETS = /(xox[a-z]-|xapp-)[\w-]+|(postgres(?:ql)?:\/\/[^:@/\s]*:)[^@\s]+@|(Bot |Bearer )[\w.-]{20,}/g

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: hide(String(error)) }
  return {
    type: error.name,
    message: hide(error.message),
    stack: hide(error.stack ?? ''),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  }
}

const hide = (text: string) =>
  text.replaceAll(SECRETS, (_, slack, database, bearer) => `${slack ?? database ?? bearer}[hidden]${database ? '@' : ''}`)
