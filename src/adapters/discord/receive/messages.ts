import { type Message, MessageType } from 'discord.js'
import type { Request } from '../../../bot/request.ts'
import { channelOf } from './channel.ts'
import { filesOf } from './files.ts'
import { placeOf, profileOf, standingOfAuthor } from './person.ts'

const PEOPLE_SAY: readonly MessageType[] = [MessageType.Default, MessageType.Reply]

/**
 * A direct message, or a message that names the bot, as something said. Undefined for everything else.
 * Discord gives the content of both without the privileged intent for message content: it is withheld from messages in servers only
 * where the bot is neither the author nor mentioned.
 */
export function requestOfMessage(message: Message): Request | undefined {
  const { client, author, guildId } = message
  if (author.bot || author.system || message.webhookId || !PEOPLE_SAY.includes(message.type)) return undefined
  const mention = new RegExp(`<@!?${client.user?.id}>`, 'g')
  const text = message.content.replaceAll(mention, ' ').trim()
  if (guildId && text === message.content.trim()) return undefined
  const files = filesOf(message.attachments.values(), message.url)
  if (!guildId && !text && !files.length) return undefined
  return {
    id: message.id,
    place: placeOf(message, author.id),
    ask: { kind: 'say', text, ...(guildId && { url: message.url }) },
    standing: standingOfAuthor(message),
    profile: () => profileOf(client, author, { displayName: message.member?.displayName, guildId }),
    channel: channelOf(client, guildId ?? ''),
    files,
  }
}
