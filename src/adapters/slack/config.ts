export interface SlackConfig {
  /** `xoxb-…` */
  botToken: string
  /** `xapp-…`: Socket Mode. */
  appToken?: string
  /** HTTP mode, when there is no app token. */
  signingSecret?: string
  /** Another root of the Web API than Slack's own. */
  apiUrl?: string
}
