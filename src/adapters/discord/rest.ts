import { DiscordAPIError, HTTPError, RateLimitError, REST, type RESTOptions } from 'discord.js'
import { DeliveryError } from '../../bot/errors.ts'

export interface DiscordConfig {
  token: string
  /** Another root than https://discord.com/api. */
  apiUrl?: string
  /** How many connections share the servers: as many as Discord wants, or so many, of which these are this process's. One unless told. */
  shards?: 'auto' | { count: number; ids: number[] }
}

/** How the library's REST is to behave: it gives up in seconds, because whoever waits for it has a plan of their own. */
export const restOptions = ({ apiUrl }: DiscordConfig): Partial<RESTOptions> => ({
  version: '10',
  timeout: 10_000,
  retries: 0,
  ...(apiUrl && { api: apiUrl.replace(/\/+$/, '') }),
})

/** A REST client that never waits: a rate limit is told to the caller, who knows when to come again. */
export const impatientRest = (config: DiscordConfig): REST =>
  new REST({ ...restOptions(config), rejectOnRateLimit: () => true }).setToken(config.token)

/** Discord's own code of an error (50007, 10062 …); undefined when the error is not Discord's. */
export const codeOf = (error: unknown): number | undefined =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined

export const UNKNOWN_CHANNEL = 10003
export const UNKNOWN_INTERACTION = 10062
export const ALREADY_ACKNOWLEDGED = 40060
export const INVALID_FORM_BODY = 50035
/** "Cannot send messages to this user": their privacy settings, or they have blocked the bot. */
const CLOSED = 50007
const OPENING_TOO_FAST = 40003
/** The interaction's token is over: 15 minutes have passed. */
export const TOKEN_OVER: readonly number[] = [10015, 50027]

/** Whatever went wrong in sending, as the house's error: for ever, or for now. A refused token is for now: the operator can mend it. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof RateLimitError)
    return new DeliveryError('Discord asks to wait', {
      permanent: false,
      retryAfter: error.retryAfter,
      scope: error.global ? 'platform' : 'channel',
      cause: error,
    })
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const permanent = error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)
    return new DeliveryError(`Discord said ${error.status}: ${error.message}`, {
      permanent: permanent && codeOf(error) !== OPENING_TOO_FAST,
      refusesBot: error.status === 401,
      closed: codeOf(error) === CLOSED,
      cause: error,
    })
  }
  return new DeliveryError('Discord could not be reached', { permanent: false, cause: error })
}
