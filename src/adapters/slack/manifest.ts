import type { Operation } from '../../bot/operation.ts'
import type { Registry } from '../../bot/registry.ts'

/** What the bot needs, and nothing it does not. Each has its reason in docs/slack.md. */
export const SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:read',
  'im:history',
  'im:write',
  'users:read',
] as const
const EVENTS = ['app_mention', 'message.im']
/** What many teams tell besides: that they put the bot out. */
const GOODBYES = ['app_uninstalled', 'tokens_revoked']
const LONGEST_HINT = 1_000

const DESCRIPTION = 'Log a call, look up the last contact, be reminded of what is due: a CRM inside the chat.'
const longDescription = (
  hosting: string,
) => `Rapport is a CRM that lives in your team's chat. Log a call in one line, ask for a customer's last contact, and be reminded of what is due, without opening another program.

Type /crm help for everything it can do, or send it a direct message such as “Acme: spoke to Wei, wants a quote, call back Tuesday 10am”. Answers with customers' data are shown to you alone, with a button to share them in the channel.

${hosting}`
const OWN = 'It is hosted by your own company, needs no AI service, and keeps its data in your own database.'
const MANY = 'It needs no AI service, and keeps what your team enters apart from every other team’s.'

export type SlackManifest = Record<string, unknown>
export type ManifestOptions =
  | { mode: 'socket' }
  | { mode: 'http'; requestUrl: string }
  /** For many teams, by HTTP. */
  | { mode: 'hosted'; requestUrl: string; redirectUrl: string }

/** The app manifest to paste at "create app from manifest": https://docs.slack.dev/reference/app-manifest */
export function slackManifest(registry: Registry, options: ManifestOptions): SlackManifest {
  const url = options.mode === 'socket' ? undefined : options.requestUrl
  const hosted = options.mode === 'hosted'
  return {
    display_information: {
      name: 'Rapport',
      description: DESCRIPTION,
      long_description: longDescription(hosted ? MANY : OWN),
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Rapport', always_online: true },
      shortcuts: shortcuts(registry),
      slash_commands: commands(registry).map((one) => ({ ...one, should_escape: true, ...(url ? { url } : {}) })),
    },
    oauth_config: { ...(hosted ? { redirect_urls: [options.redirectUrl] } : {}), scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: hosted ? [...EVENTS, ...GOODBYES] : EVENTS },
      interactivity: { is_enabled: true, ...(url ? { request_url: url, message_menu_options_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: hosted,
    },
  }
}

function commands(registry: Registry): { command: string; description: string; usage_hint: string }[] {
  const shown = registry.operations.filter((op) => !op.hidden)
  const names = shown.map((op) => op.name).join(' | ')
  const short = shown.filter((op) => op.short)
  return [
    { command: '/crm', description: DESCRIPTION, usage_hint: `[${names}]`.slice(0, LONGEST_HINT) },
    ...short.map((op) => ({ command: `/${op.name}`, description: op.summary.en, usage_hint: hint(op) })),
  ]
}

const hint = (op: Operation) => (op.examples[0] ?? op.name).slice(op.name.length).trim().slice(0, LONGEST_HINT) || '[…]'

const shortcuts = (registry: Registry) =>
  registry.operations
    .flatMap((op) => [
      ...(op.onMessage ? [shortcut('message', op.onMessage.en, op)] : []),
      ...(op.shortcut ? [shortcut('global', op.shortcut.en, op)] : []),
    ])
    .slice(0, 10)

const shortcut = (type: 'message' | 'global', name: string, op: Operation) => ({
  name,
  type,
  callback_id: `${type}:${op.name}`,
  description: op.summary.en,
})
