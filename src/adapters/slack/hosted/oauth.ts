import type { Grant, Renewed, Secret } from '../../../bot/grants.ts'
import type { Log } from '../../../bot/house.ts'
import { type Client, clientOf } from '../client.ts'
import type { HostedConfig, SlackConfig } from '../config.ts'
import { SCOPES } from '../manifest.ts'
import { type Self, whoAmI } from '../who-am-i.ts'

export const REDIRECT_PATH = '/slack/oauth_redirect'

/** An installation for a whole organization: its one token would speak for many teams at once. */
export class OrganizationInstall extends Error {}

export interface OAuth {
  /** Where somebody is asked whether they let the bot in. */
  consentUrl: (state: string) => string
  /** What Slack gives for the code of a consent, and who gave it. Throws what Slack says; OrganizationInstall. */
  grantFor: (code: string) => Promise<{ grant: Grant; by: string }>
  /** A new token for the refresh token, which is used up by that. */
  renewed: (grant: Grant) => Promise<Renewed>
}

type Given = Awaited<ReturnType<Client['oauth']['v2']['access']>>

/** Slack's side of an installation: https://docs.slack.dev/authentication/installing-with-oauth. `now` in epoch milliseconds. */
export function oauthOf(config: SlackConfig & { hosted: HostedConfig }, log: Log, now: () => number): OAuth {
  const { clientId, clientSecret, publicUrl } = config.hosted
  const us = { client_id: clientId, client_secret: clientSecret }
  const redirect_uri = `${publicUrl}${REDIRECT_PATH}`
  const slack = clientOf(undefined, config, log)

  return {
    consentUrl: (state) =>
      `${siteOf(config)}oauth/v2/authorize?${new URLSearchParams({ client_id: clientId, scope: SCOPES.join(','), redirect_uri, state })}`,
    grantFor: async (code) => {
      const given = await slack.oauth.v2.access({ ...us, code, redirect_uri })
      const secret = secretOf(given)
      const client = clientOf(secret.token, config, log)
      if (given.is_enterprise_install) {
        await client.auth
          .revoke()
          .catch((error: unknown) => log.warn({ error }, 'the token of an organization could not be given back'))
        throw new OrganizationInstall('installed for a whole organization')
      }
      const self = await whoAmI(client)
      const team = given.team?.id ?? self.team
      const facts = { url: self.url, botUser: self.botUser, bot: self.bot, scopes: given.scope ?? '' }
      const grant = { team, teamName: given.team?.name ?? self.teamName, secret, facts, expiresAt: endOf(given, now()) }
      return { grant, by: given.authed_user?.id ?? '' }
    },
    renewed: async ({ secret: { refreshToken = '' } }) => {
      const given = await slack.oauth.v2.access({ ...us, grant_type: 'refresh_token', refresh_token: refreshToken })
      return { secret: secretOf(given), expiresAt: endOf(given, now()) }
    },
  }
}

/** The bot as it stands in the team of a grant. */
export const selfOf = ({ team, teamName, facts }: Grant): Self => ({
  team,
  teamName,
  url: facts.url ?? '',
  botUser: facts.botUser ?? '',
  bot: facts.bot ?? '',
})

function secretOf({ access_token: token, refresh_token: refreshToken, token_type }: Given): Secret {
  if (!token || (token_type && token_type !== 'bot')) throw new Error('Slack gave no bot token')
  return { token, ...(refreshToken && { refreshToken }) }
}

const endOf = ({ expires_in }: Given, now: number) => (expires_in ? now + expires_in * 1_000 : undefined)

// GovSlack, or a test, has its own site beside its API.
const siteOf = ({ apiUrl = 'https://slack.com/api/' }: SlackConfig) => apiUrl.replace(/(api\/?)?$/, '')
