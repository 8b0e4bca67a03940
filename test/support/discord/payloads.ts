import type { FakeMessage, FakeUser, Interaction, Json, Where } from './types.ts'
import type { World } from './world.ts'

const MANAGE_GUILD = 1n << 5n
const USUAL = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 31n)

export const userJson = (user: FakeUser): Json => ({
  id: user.id,
  username: user.key,
  global_name: user.name,
  discriminator: '0',
  avatar: null,
  bot: user.bot,
  public_flags: 0,
})

const permissionsOf = (user: FakeUser) => String(user.manages ? USUAL | MANAGE_GUILD : USUAL)

const memberJson = (user: FakeUser): Json => ({
  roles: user.roles,
  nick: null,
  avatar: null,
  joined_at: '2026-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
})

export const channelOf = (world: World, user: FakeUser, where: Where) => (where === 'direct' ? user.channel : world.guild.channel)

export function channelJson(world: World, id: string): Json {
  const direct = [...world.users.values()].find((user) => user.channel === id)
  return direct
    ? { id, type: 1, recipients: [userJson(direct)], flags: 0, last_message_id: null }
    : {
        id,
        type: 0,
        guild_id: world.guild.id,
        name: 'sales',
        position: 0,
        permission_overwrites: [],
        nsfw: false,
        parent_id: null,
        flags: 0,
      }
}

const roleJson = (id: string, name: string, permissions: bigint): Json => ({
  id,
  name,
  permissions: String(permissions),
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
})

/** The server as the gateway tells it. */
export function guildJson(world: World): Json {
  const { guild, users, bot } = world
  const roles = new Set([...users.values()].flatMap((user) => user.roles))
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner || world.bot.id,
    unavailable: false,
    roles: [roleJson(guild.id, '@everyone', USUAL), ...[...roles].map((id) => roleJson(id, `role ${id}`, 0n))],
    channels: [channelJson(world, guild.channel)],
    members: [{ user: userJson(bot), ...memberJson(bot) }],
    member_count: users.size + 1,
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    emojis: [],
    stickers: [],
    soundboard_sounds: [],
    features: [],
    preferred_locale: 'en-US',
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    nsfw_level: 0,
    system_channel_id: guild.channel,
    system_channel_flags: 0,
    premium_progress_bar_enabled: false,
    afk_timeout: 300,
    large: false,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
  }
}

/** A message as REST and the gateway tell it. Content is withheld as Discord does without the intent for it. */
export function messageJson(world: World, message: FakeMessage, content = message.content): Json {
  const author = message.author ?? world.bot
  return {
    id: message.id,
    channel_id: message.channel,
    type: 0,
    author: userJson(author),
    content,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: content.includes(`<@${world.bot.id}>`) ? [userJson(world.bot)] : [],
    mention_roles: [],
    attachments: message.attachments,
    embeds: message.embeds,
    components: message.components,
    pinned: false,
    flags: message.flags,
  }
}

/** MESSAGE_CREATE of something a person wrote. */
export function messageEvent(world: World, message: FakeMessage, author: FakeUser): Json {
  const direct = message.channel === author.channel
  const mentioned = message.content.includes(`<@${world.bot.id}>`)
  const sees = direct || mentioned || (world.intents & (1 << 15)) !== 0
  const json = messageJson(world, message, sees ? message.content : '')
  return direct
    ? { ...json, channel_type: 1 }
    : { ...json, channel_type: 0, guild_id: world.guild.id, member: memberJson(author) }
}

/** INTERACTION_CREATE, with everything the library needs. */
export function interactionJson(world: World, one: Interaction, data: Json): Json {
  const { user, place, source } = one
  const channel = channelOf(world, user, place)
  const there =
    place === 'direct'
      ? { user: userJson(user), context: 1, authorizing_integration_owners: { '0': '0' } }
      : {
          guild_id: world.guild.id,
          guild: { id: world.guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { user: userJson(user), ...memberJson(user), permissions: permissionsOf(user) },
          context: 0,
          authorizing_integration_owners: { '0': world.guild.id },
        }
  return {
    id: one.id,
    application_id: world.application.id,
    type: one.type,
    token: one.token,
    version: 1,
    channel_id: channel,
    channel: channelJson(world, channel),
    locale: user.locale,
    app_permissions: String(USUAL),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    data,
    ...there,
    ...(source && { message: messageJson(world, source) }),
  }
}
