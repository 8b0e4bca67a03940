import { type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { NamedChannel } from '../../../bot/request.ts'
import { codeOf, UNKNOWN_CHANNEL } from '../rest.ts'

const MENTIONED = /^<#(\d{15,21})>$/
const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks]

/** Finds the channel behind a mention, in whichever server it is, and looks whether the bot may write there. */
export const channelOf =
  (client: Client, team: string) =>
  async (typed: string): Promise<NamedChannel | undefined> => {
    const id = MENTIONED.exec(typed)?.[1]
    if (!id) return undefined
    try {
      const found = await client.channels.fetch(id)
      if (!found || found.isDMBased()) return undefined
      return { team: found.guildId, channel: id, name: `#${found.name}`, open: mayWrite(found) }
    } catch (error) {
      if (codeOf(error) === UNKNOWN_CHANNEL) return undefined
      // Without Discord nobody can tell in whose server it is.
      if (codeOf(error) === undefined) throw error
      return { team, channel: id, open: false }
    }
  }

function mayWrite(channel: GuildBasedChannel): boolean | undefined {
  if (!channel.isSendable()) return false
  const { me } = channel.guild.members
  return me ? channel.permissionsFor(me).has(NEEDED) : undefined
}
