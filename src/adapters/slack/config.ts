export interface SlackConfig {
  /** `xoxb-…` */
  botToken: string
  /** `xapp-…`: Socket Mode. */
  appToken?: string
  /** HTTP mode, when there is no app token. */
  signingSecret?: string
  /** Another root of the Web API than Slack's own. */
  apiUrl?: string
  /** How long an event may go without its acknowledgement while it is dealt with, in milliseconds; 2 s unless told: Slack waits for three. */
  acknowledgeWithin?: number
}
