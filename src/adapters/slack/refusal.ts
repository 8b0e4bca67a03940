import type { Log } from '../../bot/house.ts'
import { codeOf } from './failures.ts'

/** Slack may take a token again (an app installed anew, a team brought back): asked more and more rarely (milliseconds). */
const LONGEST_PAUSE = 120_000

/** What Slack means when it is only busy, not when it refuses. */
const PASSING = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])

const NEXT = {
  SLACK_BOT_TOKEN:
    'Copy “Bot User OAuth Token” (xoxb-…) from OAuth & Permissions into SLACK_BOT_TOKEN and start again; if the app was removed, install it again.',
  SLACK_APP_TOKEN:
    'Under Basic Information → App-Level Tokens make a token with connections:write, put it into SLACK_APP_TOKEN, turn Socket Mode on and start again.',
} as const

/** Slack's word for why it does not take a token; undefined when it was away, or busy. */
export function refusalOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code && !PASSING.has(code) ? code : undefined
}

/** How long to wait after so many refusals. */
export const refusedPause = (failed: number): number => Math.min(200 * 2 ** failed, LONGEST_PAUSE)

/** Says once for each reason that a token is refused, and what to do about it. */
export function refusals(variable: keyof typeof NEXT, log: Log): (code: string, error: unknown) => void {
  let said: string | undefined
  return (code, error) => {
    const facts = { code, error, next: NEXT[variable] }
    const what = `Slack refuses ${variable}: ${code}. Nothing goes through Slack until that is mended; everything else works`
    if (code === said) log.debug(facts, what)
    else log.error(facts, what)
    said = code
  }
}
