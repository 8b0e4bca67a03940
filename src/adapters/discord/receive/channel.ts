import { type Client, type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
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
      // The server may be one of another process's: its channel is found all the same.
      const found = await client.channels.fetch(id, { allowUnknownGuild: true })
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
  // Of a server that another process hears nothing is known here.
  const me = (channel.guild as Guild | undefined)?.members.me
  return me ? channel.permissionsFor(me).has(NEEDED) : undefined
}
