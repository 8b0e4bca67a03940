import type { HostedConfig, SlackConfig } from './config.ts'
import { INSTALL_PATH } from './hosted/install.ts'
import { REDIRECT_PATH } from './hosted/oauth.ts'
import { SCOPES } from './manifest.ts'

/** One thing that was looked at: what it is, how it stands, and what to do when it does not. */
export interface Finding {
  name: string
  ok: boolean
  says: string
  next?: string
}

const CALL = 8_000
/** Slack refuses signed requests older than five minutes; so does the bot. */
const CLOCK_OFF = 60_000

/** Looks at everything Slack needs: reachability, tokens, scopes, secret, clock. Never throws. */
export async function checkSlack(config: SlackConfig): Promise<Finding[]> {
  const token = await call(config, 'auth.test', config.botToken)
  if ('fault' in token) return [unreachable(config, token.fault)]
  return [
    { name: 'Slack reachable', ok: true, says: rootOf(config) },
    ...(config.hosted ? await many(config, config.hosted) : [botToken(token), ...(token.body.ok ? [scopes(token)] : [])]),
    await transport(config),
    ...clock(token),
  ]
}

/** Slack tells whether it knows the app when it is asked for the token of a code that nobody was given. */
async function many(config: SlackConfig, { clientId, clientSecret, publicUrl }: HostedConfig): Promise<Finding[]> {
  const redirect = `${publicUrl}${REDIRECT_PATH}`
  const asked = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code: 'doctor', redirect_uri: redirect })
  const answer = await call(config, 'oauth.v2.access', undefined, asked)
  const said = 'body' in answer ? (answer.body.error ?? '') : answer.fault
  const known = { name: 'Slack app', ok: true, says: `known to Slack; a team installs it at ${publicUrl}${INSTALL_PATH}` }
  const next = APP_ADVICE[said]
  return [next ? { name: 'Slack app', ok: false, says: `Slack says ${said}`, next } : known]
}

const APP_ADVICE: Readonly<Record<string, string>> = {
  invalid_client_id: 'Copy “Client ID” from Basic Information → App Credentials into SLACK_CLIENT_ID.',
  bad_client_secret: 'Copy “Client Secret” from Basic Information → App Credentials into SLACK_CLIENT_SECRET.',
  bad_redirect_uri: 'Under OAuth & Permissions → Redirect URLs add PUBLIC_URL with /slack/oauth_redirect behind it, and save.',
  invalid_team_for_non_distributed_app:
    'Under Manage Distribution activate public distribution: until then only your own team can install the app.',
}

type Answered = {
  body: { ok?: boolean; error?: string; team?: string; user?: string; url?: string }
  headers: Headers
  took: number
  at: number
}

const rootOf = ({ apiUrl }: SlackConfig) => (apiUrl ?? 'https://slack.com/api/').replace(/\/?$/, '/')

async function call(
  config: SlackConfig,
  method: string,
  token?: string,
  form?: URLSearchParams,
): Promise<Answered | { fault: string }> {
  const begun = Date.now()
  try {
    const answer = await fetch(`${rootOf(config)}${method}`, {
      method: 'POST',
      headers: { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form,
      signal: AbortSignal.timeout(CALL),
    })
    const body = (await answer.json()) as Answered['body']
    return { body, headers: answer.headers, took: Date.now() - begun, at: Date.now() }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    return { fault: `${error instanceof Error ? error.message : String(error)}${cause}` }
  }
}

const unreachable = (config: SlackConfig, fault: string): Finding => ({
  name: 'Slack reachable',
  ok: false,
  says: `${rootOf(config)} does not answer (${fault})`,
  next: 'Let this machine reach slack.com on port 443; behind a proxy or on GovSlack set SLACK_API_URL.',
})

const botToken = ({ body }: Answered): Finding =>
  body.ok
    ? { name: 'Slack bot token', ok: true, says: `${body.user ?? 'the bot'} in ${body.team ?? 'its team'}` }
    : {
        name: 'Slack bot token',
        ok: false,
        says: `Slack says ${body.error ?? 'no'}`,
        next: 'Copy “Bot User OAuth Token” (xoxb-…) from OAuth & Permissions into SLACK_BOT_TOKEN; install the app again if it was removed.',
      }

function scopes({ headers }: Answered): Finding {
  const told = headers.get('x-oauth-scopes')
  const has = new Set((told ?? '').split(/\s*,\s*/))
  const missing = SCOPES.filter((scope) => !has.has(scope))
  if (told === null || missing.length === 0)
    return { name: 'Slack scopes', ok: true, says: told === null ? 'Slack did not say' : 'all that is needed' }
  return {
    name: 'Slack scopes',
    ok: false,
    says: `missing: ${missing.join(', ')}`,
    next: 'Paste manifests/slack.json into the app’s “App Manifest” page, save, then “Reinstall to Workspace”.',
  }
}

async function transport(config: SlackConfig): Promise<Finding> {
  if (!config.appToken) return signing(config)
  const answer = await call(config, 'apps.connections.open', config.appToken)
  const name = 'Slack Socket Mode'
  if ('body' in answer && answer.body.ok && answer.body.url) return { name, ok: true, says: 'the app token opens a connection' }
  return {
    name,
    ok: false,
    says: 'fault' in answer ? answer.fault : `Slack says ${answer.body.error ?? 'no'}`,
    next: 'Under Basic Information → App-Level Tokens make a token with connections:write, put it into SLACK_APP_TOKEN, and turn Socket Mode on.',
  }
}

const signing = ({ signingSecret }: SlackConfig): Finding => {
  const name = 'Slack signing secret'
  if (signingSecret && /^[0-9a-f]{32}$/i.test(signingSecret))
    return { name, ok: true, says: 'set; Slack calls POST /slack/events' }
  return {
    name,
    ok: false,
    says: signingSecret
      ? 'it does not look like one: 32 hexadecimal digits'
      : 'neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set',
    next: 'Copy “Signing Secret” from Basic Information into SLACK_SIGNING_SECRET, or set SLACK_APP_TOKEN for Socket Mode.',
  }
}

function clock({ headers, took, at }: Answered): Finding[] {
  const theirs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(theirs)) return []
  const off = Math.round(Math.abs(at - took / 2 - theirs) / 1_000)
  const name = 'Clock against Slack'
  if (off * 1_000 <= CLOCK_OFF) return [{ name, ok: true, says: off <= 2 ? 'right' : `${off} s apart` }]
  return [
    {
      name,
      ok: false,
      says: `${off} s apart`,
      next: 'Set this machine’s clock (turn NTP on): requests signed more than 5 minutes ago are refused.',
    },
  ]
}
