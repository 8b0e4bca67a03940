import { Faults, isObject } from './refusal.ts'
import type { Json } from './types.ts'

const object = (value: unknown): Json => (isObject(value) ? value : {})

/** An app manifest: https://docs.slack.dev/reference/app-manifest. Throws Refusal `invalid_manifest`. */
export function checkManifest(manifest: Json): void {
  const faults = new Faults()
  faults.known('', manifest, ['_metadata', 'display_information', 'features', 'oauth_config', 'settings'])
  const display = object(manifest.display_information)
  faults.length('/display_information/name', display.name, 1, 35)
  faults.length('/display_information/description', display.description, 0, 140)
  if (display.long_description !== undefined)
    faults.length('/display_information/long_description', display.long_description, 175, 4_000)
  const features = object(manifest.features)
  faults.length('/features/bot_user/display_name', object(features.bot_user).display_name, 1, 80)
  const http = object(manifest.settings).socket_mode_enabled !== true
  checkCommands(faults, features.slash_commands, http)
  checkShortcuts(faults, features.shortcuts)
  checkSettings(faults, object(manifest.settings), http)
  faults.list('/oauth_config/scopes/bot', object(object(manifest.oauth_config).scopes).bot, 1, 255)
  faults.refuse('invalid_manifest')
}

function checkCommands(faults: Faults, commands: unknown, http: boolean): void {
  const list = faults.list('/features/slash_commands', commands ?? [], 0, 50).map(object)
  for (const [n, { command, description, usage_hint: hint, url }] of list.entries()) {
    const at = `/features/slash_commands/${n}`
    if (typeof command !== 'string' || !/^\/[a-z0-9_-]{1,32}$/.test(command)) faults.add(`${at}/command`, 'is no command')
    faults.length(`${at}/description`, description, 1, 2_000)
    faults.length(`${at}/usage_hint`, hint, 0, 1_000)
    if (http && typeof url !== 'string') faults.add(`${at}/url`, 'is needed without Socket Mode')
  }
  const names = list.map(({ command }) => command)
  if (new Set(names).size < names.length) faults.add('/features/slash_commands', 'a command stands twice')
}

function checkShortcuts(faults: Faults, shortcuts: unknown): void {
  for (const [n, one] of faults
    .list('/features/shortcuts', shortcuts ?? [], 0, 10)
    .map(object)
    .entries()) {
    const at = `/features/shortcuts/${n}`
    faults.length(`${at}/name`, one.name, 1, 24)
    faults.length(`${at}/callback_id`, one.callback_id, 1, 255)
    faults.length(`${at}/description`, one.description, 1, 150)
    faults.oneOf(`${at}/type`, one.type, ['message', 'global'])
  }
}

function checkSettings(faults: Faults, settings: Json, http: boolean): void {
  const events = object(settings.event_subscriptions)
  faults.list('/settings/event_subscriptions/bot_events', events.bot_events ?? [], 0, 100)
  const interactivity = object(settings.interactivity)
  if (!http) return
  if (typeof events.request_url !== 'string') faults.add('/settings/event_subscriptions/request_url', 'is needed')
  if (typeof interactivity.request_url !== 'string') faults.add('/settings/interactivity/request_url', 'is needed')
  if (typeof interactivity.message_menu_options_url !== 'string')
    faults.add('/settings/interactivity/message_menu_options_url', 'is needed for menus that complete themselves')
}
