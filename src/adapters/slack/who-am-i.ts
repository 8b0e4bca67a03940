import type { Client } from './client.ts'

/** The bot itself, in the one team it is installed in. */
export interface Self {
  team: string
  teamName: string
  /** `https://acme.slack.com/`: where links to messages begin. */
  url: string
  botUser: string
  bot: string
}

/** Asks Slack whose token it is. Throws what Slack says when it is nobody's. */
export async function whoAmI(client: Client): Promise<Self> {
  const told = await client.auth.test()
  return {
    team: told.team_id ?? '',
    teamName: told.team ?? '',
    url: told.url ?? 'https://slack.com/',
    botUser: told.user_id ?? '',
    bot: told.bot_id ?? '',
  }
}

/** A link to a message. */
export const linkTo = (self: Self, channel: string, ts: string): string =>
  `${self.url.replace(/\/?$/, '/')}archives/${channel}/p${ts.replace('.', '')}`
