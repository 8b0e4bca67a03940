import {
  type BaseInteraction,
  type Client,
  GuildMember,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js'
import type { Place } from '../../../bot/context.ts'
import type { Profile, Standing } from '../../../bot/request.ts'

/** Where it was asked. A direct message names no server: the house then knows the person by their user id alone. */
export const placeOf = (asked: { guildId: string | null; channelId: string | null }, user: string): Place => ({
  platform: 'discord',
  team: asked.guildId ?? '',
  user,
  kind: asked.guildId ? 'channel' : 'direct',
  ...(asked.channelId && { channel: asked.channelId }),
})

const managing = (permissions: Readonly<PermissionsBitField> | null | undefined): boolean =>
  Boolean(permissions?.any([PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator]))

/** The roles and rights that came with an interaction; none in a direct message. */
export function standingOf(interaction: BaseInteraction): Standing | undefined {
  const { member, guildId } = interaction
  if (!member || !guildId) return undefined
  const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles
  const owns = interaction.guild?.ownerId === interaction.user.id
  return { roles: withEveryone(roles, guildId), manages: owns || managing(interaction.memberPermissions) }
}

/** The same from a message; its rights come from the server's roles as the gateway told them. */
export function standingOfAuthor(message: Message): Standing | undefined {
  const { member, guild } = message
  if (!member || !guild) return undefined
  return {
    roles: withEveryone([...member.roles.cache.keys()], guild.id),
    manages: guild.ownerId === message.author.id || managing(member.permissions),
  }
}

// Everybody has the role @everyone, whose id is the server's own.
const withEveryone = (roles: string[], guild: string) => [...new Set([...roles, guild])]

interface Person {
  id: string
  bot: boolean
  displayName: string
}

/** Who somebody is; the server's name is asked for only when it is not at hand. */
export async function profileOf(
  client: Client,
  person: Person,
  more: { displayName?: string; guildId: string | null; locale?: string },
): Promise<Profile> {
  if (person.bot) return { name: person.displayName, refused: 'bot' }
  return {
    name: more.displayName ?? person.displayName,
    ...(more.locale && { locale: more.locale }),
    ...(more.guildId && { teamName: await guildName(client, more.guildId) }),
  }
}

async function guildName(client: Client, id: string): Promise<string | undefined> {
  try {
    return (client.guilds.cache.get(id) ?? (await client.guilds.fetch(id))).name
  } catch {
    return undefined // not our server, or Discord is slow: the house has a name of its own for it
  }
}
