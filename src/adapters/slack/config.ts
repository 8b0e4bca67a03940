export interface SlackConfig {
  /** `xoxb-…`: the bot is in this one team. */
  botToken?: string
  /** Without a bot token: any team lets the bot in by itself. */
  hosted?: HostedConfig
  /** `xapp-…`: Socket Mode. */
  appToken?: string
  /** HTTP mode, when there is no app token. */
  signingSecret?: string
  /** Another root of the Web API than Slack's own. */
  apiUrl?: string
  /** How long an event may go without its acknowledgement while it is dealt with, in milliseconds; 2 s unless told: Slack waits for three. */
  acknowledgeWithin?: number
}

/** An app that many teams install. */
export interface HostedConfig {
  clientId: string
  clientSecret: string
  /** Signs the links into an installation. */
  stateSecret: string
  /** Where browsers reach the bot, without a slash at the end. */
  publicUrl: string
}
