import { webApi } from '@slack/bolt'
import { DeliveryError } from '../../bot/errors.ts'
import { pause } from './within.ts'

/** The bot itself is refused: an admin mends its token or its scopes, and what is owed goes out then. */
const REFUSES_BOT = new Set([
  'not_authed',
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
  'access_denied',
  'ekm_access_denied',
  'org_login_required',
  'enterprise_is_restricted',
  'team_access_not_granted',
  'team_added_to_org',
  'user_removed_from_team',
  'team_disabled',
])

/** What trying again never mends: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const FOR_EVER = new Set([
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'cannot_dm_bot',
  'no_permission',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'is_inactive',
  'messages_tab_disabled',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'invalid_arguments',
])

/** The person, or their Slack, lets no direct message of the bot through; in a channel they may still be called. */
const CLOSED = new Set([
  'cannot_dm_bot',
  'user_disabled',
  'messages_tab_disabled',
  'restricted_action',
  'channel_not_found',
  'is_archived',
])

/** Slack's own word for what went wrong, where it gave one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined

/** How long Slack told us to wait, in milliseconds, if it did. */
export function waitOf(error: unknown): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000
  return codeOf(error) === 'ratelimited' ? 1_000 : undefined
}

/** A failed call as the outbox reads it. */
export function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const code = codeOf(error)
  const what = code ?? (error instanceof Error ? error.message : String(error))
  return new DeliveryError(`Slack did not take the message: ${what}`, {
    permanent: code !== undefined && FOR_EVER.has(code),
    closed: code !== undefined && CLOSED.has(code),
    refusesBot: code !== undefined && REFUSES_BOT.has(code),
    retryAfter: waitOf(error),
    cause: error,
  })
}

const TRIES = 4
const LONGEST_WAIT = 30_000

/** Calls again after a 429, a 5xx or a broken connection: somebody waits for the answer. What Slack refuses outright is thrown at once. */
export async function persistently<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await call()
    } catch (error) {
      const wait = waitOf(error) ?? (isPassing(error) ? 200 * 2 ** tried : undefined)
      if (wait === undefined || wait > LONGEST_WAIT || tried >= TRIES) throw error
      await pause(wait)
    }
  }
}

const isPassing = (error: unknown) => error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError
