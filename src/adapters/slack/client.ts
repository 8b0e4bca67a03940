import { type Logger, LogLevel, webApi } from '@slack/bolt'
import type { Log } from '../../bot/house.ts'
import type { SlackConfig } from './config.ts'

export type Client = webApi.WebClient

/** No call may hang for longer (milliseconds). */
const CALL = 8_000

/** The client's own retries can take half an hour and pause every other call on a 429: off. Who calls decides what to do. */
export const clientOptions = (config: Pick<SlackConfig, 'apiUrl'>, log: Log): webApi.WebClientOptions => ({
  ...(config.apiUrl ? { slackApiUrl: config.apiUrl } : {}),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: CALL,
  logger: loggerOver(log),
})

export const clientOf = (token: string | undefined, config: Pick<SlackConfig, 'apiUrl'>, log: Log): Client =>
  new webApi.WebClient(token, clientOptions(config, log))

/** Slack's packages write whole payloads at debug level: that stays out of the log. */
export function loggerOver(log: Log): Logger {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (...said: unknown[]) =>
      log[level]({ said: said.map(String).join(' ') }, 'Slack SDK')
  return {
    debug: () => undefined,
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}
